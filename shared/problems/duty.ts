import { conflict, refused } from './sentence.ts';

/** What can be wrong with an act on a duty, or with a preview of duties. */
export const dutyProblems = {
  'duty.state': conflict(
    'the obligation is {state}: {event} is not possible',
    '该事项现为“{state:duty}”，不能这样办理，请刷新查看',
  ),
  'duty.changed': conflict(
    'the obligation was changed meanwhile; read it again',
    '该事项已被他人办理，请刷新后重新办理',
  ),
  'duty.future': refused(
    '{on} is in the future: enter the fulfilment when it has happened',
    '办理时间不能晚于现在，请在办理之后登记',
  ),
  'duty.by-hour': refused(
    'this deadline runs by the hour and ended on that day: give the instant, for instance 2026-09-30T09:00:00+08:00',
    '该期限按小时计算，并于当日届满，请写明时刻，例如2026-09-30T09:00:00+08:00',
  ),
  'duty.no-reason': refused(
    'give the reason for returning the report: the unit reads it',
    '请写明退回理由，单位会看到',
  ),
  'duty.no-report': conflict('there is no report to answer', '没有等待审核的报送'),
  'duty.hours-not-extended': refused('a deadline by the hour cannot be extended', '按小时计算的期限不能延长'),
  'duty.extension-not-later': refused('an extension must be later than {due}', '延长后的期限应当晚于{due}'),
  'duty.extension-past': refused(
    'an extension into the past would be overdue at once',
    '延长后的期限不能早于今天',
  ),
  'duty.extension-asked': conflict(
    'an extension was asked for already: wait for the decision of the bureau',
    '已经提出延期申请，请等待答复',
  ),
  'duty.no-extension-asked': conflict(
    'no extension was asked for: read the duty again',
    '没有等待答复的延期申请，请刷新查看',
  ),
  'duty.untracked': conflict(
    'it was due before trackFrom and is never pursued',
    '该事项在追踪起始日之前到期，只列示，不催办',
  ),
  'duty.confirmed': conflict('nothing waits for a confirmation here', '该事项无须确认，请刷新查看'),
  'duty.preview-too-long': refused(
    'a preview may span at most ten years: ask for a shorter time',
    '一次至多推算十年，请缩短期间',
  ),
} as const;
