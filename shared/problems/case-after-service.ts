import { conflict, refused } from './sentence.ts';

/** What can be wrong with an event of a case after its decision was served. */
export const caseAfterServiceProblems = {
  'case.no-fine': conflict('there is no fine to collect', '本案没有需要收缴的罚款'),
  'case.paid': conflict('all was paid on {on}', '罚款已于{on}缴清'),
  'case.deferral-asked': conflict('an application of {on} waits for its decision', '{on}的申请尚未作出决定'),
  'case.no-deferral-request': refused(
    '{document} {clause}: the party applies first',
    '须由当事人先提出申请，见{clause}',
  ),
  'case.refused-with-instalments': refused(
    'a refusal has no days and amounts: leave them out',
    '不同意暂缓或者分期缴纳的，请清空缴纳日期和金额',
  ),
  'case.instalment-early': refused('not before the decision of {on}', '不能早于决定日期{on}'),
  'case.instalments-sum': refused(
    'together {sum}, but {left} is to be paid: name days for the whole of it',
    '各期合计{sum}元，应当等于尚未缴纳的罚款{left}元',
  ),
  'case.paid-too-much': refused(
    '{amount} is more than the {outstanding} that is owed on that day',
    '缴纳金额{amount}元超过当日应缴的{outstanding}元，请核对',
  ),
  'case.remedy-runs': conflict(
    'a reconsideration or a suit runs since {on}: enter its end first',
    '{on}受理的行政复议或者行政诉讼尚未结束',
  ),
  'case.no-remedy': refused(
    'no reconsideration and no suit is on record',
    '没有受理行政复议或者行政诉讼的记录',
  ),
  'case.fine-changed': refused(
    'enter the fine as it was changed, at most {amount}',
    '请填写变更后的罚款金额，不得超过原罚款{amount}元',
  ),
  'case.fine-unchanged': refused(
    'only a change names another fine: leave it out',
    '没有变更罚款的，请清空罚款金额',
  ),
  'case.demanded': conflict('the demand was served on {on}', '催告书已于{on}送达'),
  'case.payment-runs': refused(
    '{document} {clause}: the fine may be paid until {until}; demand after that day',
    '缴纳罚款的期限至{until}止，期满后才能催告，见{clause}',
  ),
  'case.court-asked': conflict('the application was made on {on}', '已于{on}申请人民法院强制执行'),
  'case.remedy-first': refused(
    '{document} {clause}: the reconsideration or suit of {on} has not ended',
    '{on}受理的行政复议或者行政诉讼尚未结束，不能申请强制执行，见{clause}',
  ),
  'case.no-demand': refused(
    '{document} {clause}: the party is called upon in writing first',
    '申请强制执行前应当书面催告，见{clause}',
  ),
  'case.demand-runs': refused(
    '{document} {clause}: the demand gives the party until {until}',
    '催告的期限至{until}止，期满仍未履行的才能申请，见{clause}',
  ),
  'case.suing-runs': refused(
    '{document} {clause}: the party may sue until {until}; apply after that day',
    '当事人可以起诉至{until}，期满后才能申请，见{clause}',
  ),
  'case.court-early': refused(
    '{document} {clause}: not before a period of the party is over that runs until {until}',
    '当事人的期限至{until}止，申请日期不能早于期满，见{clause}',
  ),
  'case.court-late': refused(
    '{document} {clause}: the three months ended on {until}',
    '申请强制执行的期限已于{until}届满，见{clause}',
  ),
} as const;
