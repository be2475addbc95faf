import { conflict, forbidden, refused } from './sentence.ts';

/** What can be wrong with an event of a case or of an acceptance, whichever of the two it is. */
export const stageProblems = {
  'stage.none': refused(
    'no rule of this jurisdiction provides for stages of a {kind}, so no events can be entered',
    '本地区的规定没有为{kind:kind}设定办理环节',
  ),
  'stage.foreign-event': refused(
    '{event} is not an event of a {kind}: GET the subject shows the open ones',
    '{kind:kind}没有“{event:stageEvent}”这一环节，请刷新查看可以办理的环节',
  ),
  'stage.not-open': conflict(
    'it is at the stage {stage}: {event} is not possible; open: {open}',
    '当前阶段为“{stage:stage}”，不能办理“{event:stageEvent}”；可以办理的环节：{open:stageEvent}',
  ),
  'stage.over': conflict(
    'it is at the stage {stage}: {event} is not possible; no event is open any more',
    '当前阶段为“{stage:stage}”，已经办结，不能再办理“{event:stageEvent}”',
  ),
  'stage.full': conflict(
    'the history of this subject is full: retire it and enter a successor',
    '登记的内容过多，请注销后另行登记承接的案件或者项目',
  ),
  'stage.for-officers': forbidden(
    'Only officers and leaders enter events; the token says {role}.',
    '各环节由业务人员或者领导办理；您的身份是{role:role}',
  ),
  'stage.future': refused(
    '{when} is in the future: enter it when it has happened',
    '不能晚于现在，请在发生以后登记',
  ),
  'stage.before': refused(
    '{day} is before the {milestone} ({on}): correct one of them',
    '不能早于{milestone:milestone}（{on}），请核对',
  ),
  'stage.unlisted': refused(
    '{document} {clause} lists none of these values; it lists: {listed}',
    '不在规定列举的范围内，请从下列各项中选择：{listed}，见{clause}',
  ),
  'stage.incomplete': refused(
    '{document} {clause} requires all {count}; still missing: {missing}',
    '规定的{count}项都须具备，尚缺：{missing}，见{clause}',
  ),
  'stage.papers': refused(
    '{document} {clause} requires {papers}: enter the documents that were made',
    '须制作{papers}，请填写已制作的文书，见{clause}',
  ),
} as const;
