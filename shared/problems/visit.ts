import { conflict, refused } from './sentence.ts';

/** What can be wrong with a check that is still to be made. */
export const visitProblems = {
  'visit.ends-before': refused('this is before {on}, the first day', '结束日期早于开始日期{on}'),
  'visit.no-certificate': refused(
    'a firm is checked by certified officers only: enter the enforcement certificate of {name}',
    '检查企业须持行政执法证，请填写{name}的证号',
  ),
  'visit.no-reason': refused('give the reason for cancelling it', '请填写取消的原因'),
  'visit.past': refused(
    'this day is past: a check is planned before it is made',
    '检查日期已过，请在检查以前登记',
  ),
  'visit.ended': conflict(
    'it is {status:visit} and can no longer be changed',
    '本次检查{status:visit}，不能再办理',
  ),
  'visit.told': conflict(
    'a notice of it has gone out: it can only be cancelled, and planned anew',
    '检查通知书已经发出，只能取消后另行登记',
  ),
  'visit.changed': conflict(
    'somebody else has just changed it; read it again and decide again',
    '他人刚刚作了改动，请刷新后重新办理',
  ),
  'visit.own-plan': refused(
    'whoever planned it does not approve it: another leader must',
    '拟定检查的人不能审批，请由其他负责人审批',
  ),
  'visit.decided': conflict('it was decided already', '本次检查已经审批'),
  'visit.not-approved': conflict(
    '{name} is a firm: its check is approved before it is told of it',
    '{name}是企业，须先经负责人批准再发检查通知书',
  ),
  'visit.told-already': conflict('{name} was told of it already', '已向{name}发出检查通知书'),
  'visit.no-target': refused(
    'it is not among those that are checked; name one of them',
    '不在本次检查的对象之中，请选择',
  ),
  'visit.late-notice': refused(
    'the notice is dated after the check of {on}: it goes out beforehand',
    '检查通知书应在检查日{on}以前或者当日制发',
  ),
  'visit.notice-ahead': refused('this is in the future', '制发日期不能晚于今天'),
  'visit.no-such-visit': refused(
    'there is no such planned check of this regime with these subjects that still stands',
    '没有这项拟进行的检查，或者制度、对象不一致、已经取消',
  ),
  'visit.other-form': conflict(
    'this regime’s checks have no {form}',
    '本制度的检查没有《{form:visitForm}》这种文书',
  ),
  'visit.nobody-joins': conflict(
    '{form} needs a body that takes part: enter it under `joined`',
    '制作《{form:visitForm}》须先登记参加检查的机关',
  ),
} as const;
