import { refused } from './sentence.ts';

/** What can be wrong with the hearing of a permit’s holder before its revocation. */
export const hearingProblems = {
  'hearing.none-here': refused(
    'it is made as {paper}: the holder is heard by the organ that decides. If this bureau gave the permit itself, enter legalBasis and legalReview first',
    '本件制作为“{paper:paper}”，由作出许可决定的机关听取被许可人意见。许可由本机关作出的，请先填写法律依据和法制审核',
  ),
  'hearing.nothing-entered': refused(
    'enter the notice, the statement, or both',
    '请填写告知情况、陈述申辩情况，或者两项都填写',
  ),
  'hearing.no-notice': refused(
    'the holder was not told yet: enter the notice with or before the statement',
    '尚未登记告知情况，请先登记或者一并登记',
  ),
  'hearing.told-ahead': refused(
    'the notice cannot be served after today: enter the day on which it was served',
    '告知书的送达日期不能晚于今天，请填写实际送达的日期',
  ),
  'hearing.told-before-grant': refused(
    'the permit was granted on {on}: the notice of its revocation cannot be earlier',
    '许可于{on}作出，告知日期不能早于该日',
  ),
  'hearing.heard-ahead': refused(
    'a statement cannot have come after today: enter the day on which it came',
    '提出陈述、申辩的日期不能晚于今天，请填写实际日期',
  ),
  'hearing.heard-before-notice': refused(
    'the notice was served on {on}: the statement cannot be earlier',
    '告知书于{on}送达，陈述、申辩不能早于该日',
  ),
  'hearing.still-runs': refused(
    'the period for the statement runs to {on}: wait for its end',
    '陈述、申辩的期限至{on}届满，请待届满后办理',
  ),
  'hearing.not-told': refused(
    'the holder was not told of the intended revocation: serve the notice and record it (POST …/hearing)',
    '未登记向被许可人告知拟撤销的情况，请送达《拟撤销行政许可告知书》后登记告知情况',
  ),
  'hearing.other-basis': refused(
    'the holder was told of another basis ({basis}): serve a new notice and record it (POST …/hearing)',
    '告知时的法律依据为{basis}，现已改变，请重新告知并登记',
  ),
  'hearing.not-heard': refused(
    'the period ended on {on}: record what the holder said, or that nothing came (POST …/hearing)',
    '陈述、申辩期限已于{on}届满，请登记被许可人的陈述、申辩和复核结果，或者登记未提出',
  ),
  'hearing.patch': refused(
    'record the notice and the statement by POST …/hearing',
    '告知和陈述、申辩情况请在“听取被许可人意见”中登记',
  ),
} as const;
