/** Supervision of enforcement, between organs: its papers have names and rules of their own. */
export const supervisionRegimes = {
  enforcement: 'administrative-litigation',
  reconsideration: 'administrative-reconsideration',
} as const;

export const isSupervision = (regime: string): boolean =>
  Object.values<string>(supervisionRegimes).includes(regime);

/**
 * The papers of 行政执法监督条例 (国务院令第825号) by what they are for, each with the provision that provides for it; 通知书
 * is that of Hebei.
 */
export const supervisionPapers = {
  urging: { name: '行政执法监督督办函', provision: 'enforcement-supervision-27' },
  opinion: { name: '行政执法监督意见书', provision: 'enforcement-supervision-28' },
  notice: { name: '行政执法监督通知书', provision: 'hebei-enforcement-supervision-20' },
  decision: { name: '行政执法监督决定书', provision: 'enforcement-supervision-29' },
} as const;
export type SupervisionPaper = keyof typeof supervisionPapers;

/** Those that a draft may choose in place of the one that its step gives. */
export const supervisionChoices = ['urging', 'decision'] as const;
export type SupervisionChoice = (typeof supervisionChoices)[number];

/** What a transfer is of: it decides its form. */
export const transferWords = { crime: '涉嫌犯罪案件', violation: '其他行政机关管辖的案件' } as const;
export type TransferOf = keyof typeof transferWords;
