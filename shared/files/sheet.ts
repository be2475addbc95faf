import { fitText } from '../domain/text.ts';
import { guarded } from './unpack-guard.ts';

/** What a cell holds: a text, a number, nothing. */
export type Value = string | number | undefined;

export interface Sheet {
  /** What it is called, and what the file is saved as. */
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** Text for spreadsheets: with the mark by which they know UTF-8, and nothing in it that they would run. */
export function csvOf({ headings, rows }: Sheet): Uint8Array {
  const lines = [headings, ...rows].map((cells) => cells.map(csvCell).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8');
}

function csvCell(value: Value): string {
  if (value === undefined) return '';
  const text = typeof value === 'number' ? String(value) : guarded(fitText(value));
  return /[",\r\n\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
