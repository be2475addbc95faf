import { conflict, refused } from './sentence.ts';

/** What can be wrong with a penalty on the spot. */
export const caseOnTheSpotProblems = {
  'case.no-spot': refused(
    '{document} {clause}: {provision} gives no warning without a fine, and no fine as low as this procedure allows. Take the ordinary procedure (filing-proposal); where something is to be put right, make an order to rectify (档案法第四十五条)',
    '{provision}的警告与罚款并处，罚款下限高于当场处罚的限额，不能当场处罚，见{clause}；请按普通程序报请立案（立案审批表），需要整改的，可以制发责令限期整改通知书（档案法第四十五条）',
  ),
  'case.spot-kind': refused(
    '{document} {clause}: on the spot there is a warning or a fine, nothing else; leave out {kinds}, or take the ordinary procedure',
    '当场处罚限于警告和规定数额以下的罚款，不能给予{kinds}，请修改处罚内容，或者按普通程序报请立案，见{clause}',
  ),
  'case.spot-fine': refused(
    '{document} {clause}: {fine} yuan is more than the {most} that may be decided on the spot; lower it, or take the ordinary procedure (filing-proposal)',
    '罚款{fine}元超过当场处罚的限额{most}元，请降低，或者按普通程序报请立案，见{clause}',
  ),
  'case.spot-not-received': refused(
    '{document} {clause}: the decision is handed over at once; enter who received it, or that the signature was refused',
    '当场处罚决定书应当当场交付当事人，请填写签收人；拒绝签收的，请填写拒签情况，见{clause}',
  ),
  'case.not-on-the-spot': conflict('this case was not decided on the spot', '本案不是当场处罚，无须报备'),
  'case.spot-filed': conflict('it was filed with the organ on {on}', '已于{on}报备'),
  'case.spot-unfiled': refused(
    '{document} {clause}: a penalty on the spot is filed with the organ before the case is closed',
    '当场处罚应当报所属行政机关备案，请先登记报备，再办理结案，见{clause}',
  ),
} as const;
