import { badFile, limits, type BadFile } from './bad-file.ts';

/** A cell as the file has it. Texts are unchanged, and numbers keep the form in which they were written. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly from1904?: true }
  /** `code` is the format with which the sheet shows it, if it is not the general one. */
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly text: string;
      readonly code?: string | undefined;
      readonly from1904?: true;
    }
  /** Days since 1899-12-31 as spreadsheets count them (1900 system); the fraction is the time of day. */
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** #REF! and the like. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula that was saved without its value. */
  | { readonly kind: 'formula' };

/** Merged cells: rows from 1, columns from 0, both ends included. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A row with content, with the number that the spreadsheet shows beside it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
  /** Columns whose value comes from a row above, through merged cells. */
  readonly merged?: ReadonlySet<number>;
  /** Merged regions that begin in this row. */
  readonly regions?: readonly Region[];
}

/** Days between 1899-12-31 and 1904-01-01 as the 1900 system counts them. */
export const FROM_1904 = 1462;

/** `AB` is 27. For a text that is not a column, the result is far outside. */
export function columnOf(letters: string): number {
  let index = 0;
  for (const letter of /^[A-Z]{1,4}/.exec(letters)?.[0] ?? 'ZZZZ')
    index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function tooManyColumns(row: number): BadFile {
  return badFile(`row ${row}`, 'file.too-many-columns', { row, columns: limits.columns });
}

export function tooLongCell(row: number, column: number): BadFile {
  const cell = `${columnName(column)}${row}`;
  return badFile(`row ${row}`, 'file.cell-too-long', { cell, letters: limits.cell });
}
