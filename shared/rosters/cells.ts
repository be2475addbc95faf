import { clean, plainCode } from '../domain/code.ts';
import { textFlaw } from '../domain/text.ts';
import { isPercentage, shownNumber } from '../files/number-formats.ts';
import type { Cell } from '../files/rows.ts';

/** A value read from a cell, or what is wrong with it and what to write instead. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export const ok = <T>(value: T): Read<T> => ({ ok: true, value });
export const no = (message: string): Read<never> => ({ ok: false, message });

/** What a cell holds, for a message. */
export const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** A cell as its text, for headings. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return clean(cell.text);
    case 'number':
      return cell.text;
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    default:
      return '';
  }
}

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.kind === 'text' && clean(cell.text) === '');

export function readText(cell: Cell): Read<string> {
  if (cell.kind === 'number') return readShown(cell);
  if (cell.kind === 'error') return no(`the cell holds ${cell.text}: enter the value itself`);
  if (cell.kind === 'date') return no('a date stands where a text belongs: format the cell as text');
  const text = cellText(cell);
  const flaw = textFlaw(text);
  return flaw === undefined ? ok(text) : no(`the text ${flaw}`);
}

/** Codes, numbers of telephones, addresses: full-width letters become plain ones. */
export function readCode(cell: Cell): Read<string> {
  const read = readText(cell);
  if (!read.ok) return read;
  const text = plainCode(read.value);
  return /^\d(?:\.\d+)?E\+?\d+$/iu.test(text) ? rounded : ok(text);
}

/** A number where a text belongs: what the sheet shows is what counts. */
function readShown({ value, code, text }: Extract<Cell, { kind: 'number' }>): Read<string> {
  if (value >= 1e15) return rounded;
  if (code === undefined) return Number.isInteger(value) ? ok(String(value)) : general(text);
  const shown = shownNumber(value, code);
  return shown === undefined
    ? no(
        `the sheet shows ${text} in another form (number format ${code}): format the column as text and enter what belongs there`,
      )
    : ok(shown);
}

/** A fraction as a spreadsheet shows it, to 15 digits: 1.1 may be stored as 1.1000000000000001. */
const general = (text: string): Read<string> => ok(String(Number(Number(text).toPrecision(15))));

const rounded = no(
  'the spreadsheet has turned this code into a rounded number: format the column as text and enter the code again',
);

export function readNumber(cell: Cell): Read<number> {
  if (cell.kind === 'number')
    return isPercentage(cell.code ?? '')
      ? no(`the sheet shows ${cell.text} as a percentage: format the column as a number and enter it anew`)
      : ok(cell.value);
  const read = readText(cell);
  if (!read.ok) return read;
  const text = plainCode(read.value).replace(/(\d)[, ](?=\d{3}(?:\D|$))/g, '$1');
  return /^-?\d+(\.\d+)?$/.test(text)
    ? ok(Number(text))
    : no(`${quoted(read.value)} is no number: write digits alone, for instance 1200`);
}

const yes = /^(是|有|对|真|√|✓|y|yes|true|1)$/iu;
const not = /^(否|无|非|假|×|✗|x|n|no|false|0)$/iu;

export function readBoolean(cell: Cell): Read<boolean> {
  if (cell.kind === 'boolean') return ok(cell.value);
  const read = readText(cell);
  if (!read.ok) return read;
  const text = plainCode(read.value);
  if (yes.test(text)) return ok(true);
  return not.test(text) ? ok(false) : no(`${quoted(read.value)} is neither 是 nor 否: write one of them`);
}

type Choices = Readonly<Record<string, readonly string[]>>;

/** The offices’ word for each. */
export const namesOf = (words: Choices): string =>
  Object.entries(words)
    .map(([name, [word = name]]) => word)
    .join('、');

/** One of several names: ours, or a word of the offices. */
export function readChoice(cell: Cell, words: Choices, offered = words): Read<string> {
  const read = readText(cell);
  if (!read.ok) return read;
  return choose(read.value, words, offered);
}

/** `offered` are those of the words that a refusal names. */
export function choose(text: string, words: Choices, offered = words): Read<string> {
  const wanted = plainCode(text).toLowerCase();
  const found = Object.entries(words).find(([name, others]) =>
    [name, ...others].some((word) => plainCode(word).toLowerCase() === wanted),
  );
  if (found) return ok(found[0]);
  return no(`${quoted(text)} is not known: write one of ${namesOf(offered)}`);
}

/** Parts of a list inside of one cell. */
export const listed = (text: string): string[] =>
  text
    .split(/[、，,;；|/\n]/u)
    .map(clean)
    .filter((part) => part !== '');
