import { acceptanceEventNames, caseEventNames } from '../vocabulary/stage-words.ts';

/** Words for people in place of the actions that the ledger of decisions links. */
export const decisionWords: Readonly<Record<string, string>> = {
  ...caseEventNames,
  ...acceptanceEventNames,
  'taken-on-the-spot': '当场作出',
  edited: '修改',
  proposed: '提请审批',
  'legal-word': '法制员意见',
  approved: '批准',
  rejected: '不予批准',
  returned: '退回',
  issued: '印发',
  served: '送达',
  corrected: '更正',
  withdrawn: '撤回',
  complied: '认定已改正',
  confirmed: '核定办结',
  fulfilled: '办结',
  extended: '延长期限',
  waived: '免除',
  'quota-decided': '选定检查指标的执行口径',
  'papers-entered': '登记文书设置',
  'draw-committed': '固定抽查名单',
  'draw-revealed': '抽取',
  'draw-replaced': '递补抽取',
  'draw-abandoned': '终止抽查',
};
