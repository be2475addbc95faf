import { fitText } from '../domain/text.ts';
import { guarded } from './unpack-guard.ts';

/** The content of a cell: a text, a number, or nothing. */
export type Value = string | number | undefined;

export interface Sheet {
  /** The name of the sheet and of the saved file. */
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/**
 * A text for spreadsheets: with the byte order mark by which they recognise UTF-8, and without anything that
 * they would run.
 */
export function csvOf({ headings, rows }: Sheet): Uint8Array {
  const lines = [headings, ...rows].map((cells) => cells.map(csvCell).join(','));
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8');
}

function csvCell(value: Value): string {
  if (value === undefined) return '';
  const text = typeof value === 'number' ? String(value) : guarded(fitText(value));
  return /[",\r\n\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
