import { keysOf, tableOf } from './table.ts';

/**
 * The papers that are made from the record of a check. The API’s `form`, the names and the console’s list follow from
 * an entry; `shared/documents/checks/builders.ts` lays it out.
 */
interface CheckFormEntry {
  /** What it is called; a record is called by its mode (`recordNames`). */
  readonly name: string;
  /** Whether a unit that was checked may have it: what it signs itself. */
  readonly signed: boolean;
}

const table = {
  record: { name: '检查笔录', signed: true },
  'patrol-record': { name: '专业档案形成单位巡查、回访记录', signed: true },
  opinion: { name: '检查意见书', signed: false },
  'recheck-opinion': { name: '复查意见书', signed: false },
} as const satisfies Readonly<Record<string, CheckFormEntry>>;

export type CheckForm = keyof typeof table;

export const checkFormTable: Readonly<Record<CheckForm, CheckFormEntry>> = table;
export const checkForms = keysOf(table);
export const checkFormNames: Readonly<Record<CheckForm, string>> = tableOf(
  checkForms,
  (form) => table[form].name,
);

/** What was found when somebody looked again. */
export const recheckWords = {
  rectified: '已改正',
  partly: '部分改正',
  'not-rectified': '未改正',
} as const;
export type RecheckResult = keyof typeof recheckWords;

/** The record of a check by its mode: what was read or reviewed at the desk is no record on the spot. */
export const recordNames = {
  'on-site': '现场检查笔录',
  joint: '现场检查笔录（联合检查）',
  written: '书面检查记录',
  file: '案卷评查记录',
} as const;
