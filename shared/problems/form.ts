import { conflict, refused } from './sentence.ts';

/** Why a form of a duty or of a project cannot be made. */
export const formProblems = {
  'form.no-rule': refused(
    'no rule of this jurisdiction provides for the form {form}',
    '本地区的监管制度没有规定《{form:dutyForm}》',
  ),
  'form.other-subject': refused(
    '{form} is a form of projects, and this is a {kind}',
    '《{form:dutyForm}》是建设项目的表格，{kind:kind}没有这种表格',
  ),
  'form.none-here': refused('there is no form for this duty', '这一事项没有规定表格'),
  'form.other-duty': refused(
    '{form} does not belong to this duty; its forms: {known}',
    '《{form:dutyForm}》不是这一事项的表格，可以下载的有：{known:dutyForm}',
  ),
  'form.no-party': refused(
    'it is not known who answers for it: enter the {relation} among the parties in the register',
    '没有登记{relation:relation}，请在“基本情况”中登记当事人后再下载',
  ),
  'form.no-fact': refused(
    'the fact {fact} is missing: enter it in the register',
    '没有登记“{fact:fact}”，请在“基本情况”中登记后再下载',
  ),
  'form.later': conflict(
    '{document} {clause}: the acceptance has not come to {form} yet; enter the event {event} first',
    '验收尚未办到“{event:stageEvent}”，还没有《{form:dutyForm}》，请先办理该环节，见{clause}',
  ),
  'form.no-circular': refused(
    'this duty has no circular of its own: it is drafted for the yearly assessment',
    '只有年度考核事项可以起草考核通报',
  ),
  'form.nobody': refused(
    'no unit owed a report about {period} or was checked: there is nothing to write on {form}',
    '{period}年度没有应报自查报告或者接受检查的单位，不能形成《{form:dutyForm}》',
  ),
} as const;
