import { keysOf, tableOf } from './table.ts';

/** The papers of a check that is still to be made; `shared/documents/checks/visit-papers.ts` lays them out. */
const table = {
  approval: '行政检查审批表',
  notice: '行政检查通知书',
  /** Asks an organ for its reply and its file before a reconsideration. */
  'reply-notice': '行政复议答复通知书',
  'joint-letter': '联合检查函',
  'assistance-letter': '协助函',
} as const;

export type VisitForm = keyof typeof table;
export const visitForms = keysOf(table);
export const visitFormNames: Readonly<Record<VisitForm, string>> = tableOf(visitForms, (form) => table[form]);

export const visitStatusWords = {
  planned: '拟检查',
  notified: '已通知',
  done: '已检查',
  cancelled: '已取消',
} as const;
export type VisitStatus = keyof typeof visitStatusWords;

/** How another body takes part: it checks under its own power, or it lends a hand. */
export const joiningWords = { joint: '联合检查', assistance: '协助检查' } as const;
