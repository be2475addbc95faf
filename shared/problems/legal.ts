import { conflict, forbidden, refused } from './sentence.ts';

/** What can be wrong with the legal officer’s word on a document, and with a document that has none. */
export const legalProblems = {
  'legal.not-legal-officer': forbidden(
    'This is for the legal officer: only a person with the duty legal-officer on the staff list gives the word.',
    '本项由法制员办理：须由人员名册中职责为“法制员”的人员提出意见。',
  ),
  'legal.own-paper': forbidden(
    'The person who proposed or decided it may not give the legal officer’s word on it: another legal officer must.',
    '提请人和审批人不能对本件提出法制员意见，须由其他法制员提出。',
  ),
  'legal.nothing-asked': conflict(
    'every provision that it rests on was seen and is in force: no word is asked for',
    '本件所依据的条款均已核对并现行有效，不需要法制员意见',
  ),
  'legal.word-given': conflict(
    'the word on this text and these provisions was given already, on {on}',
    '对现有文本和条款的法制员意见已于{on}提出',
  ),
  'legal.issued-already': conflict(
    'it was issued already: the word comes before the issue',
    '本件已经印发，法制员意见须在印发之前提出',
  ),
  'legal.no-word': refused(
    'It stands under provisions that are not beyond doubt: the legal officer ({officers}) must give the word on it first.',
    '本件所依据的条款尚未核实或者不在施行期间，印发前须由法制员（{officers}）提出意见。',
  ),
  'legal.no-review': refused(
    'It names a basis that nobody has verified, and the staff list has no legal officer: give one the duty, or enter the legal review (legalReview).',
    '本件填写的法律依据尚未核实，人员名册中也没有法制员：请指定法制员，或者登记法制审核。',
  ),
  'legal.objection': refused(
    'the legal officer objects: {reason}. Change the document, or ask again',
    '法制员不同意印发：{reason}。请修改后再办，或者再请法制员提出意见',
  ),
  'legal.open-provision': refused('{provision}: {flaws}', '{provision}：{flaws:lawFlaw}'),
} as const;
