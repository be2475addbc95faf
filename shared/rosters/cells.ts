import { clean, plainCode } from '../domain/code.ts';
import { textFlaw } from '../domain/text.ts';
import { raise, type ParamsOf, type Raised } from '../problems/raise.ts';
import type { ProblemCode } from '../problems/table.ts';
import { isPercentage, shownNumber } from '../files/number-formats.ts';
import type { Cell } from '../files/rows.ts';

/** A value read from a cell, or what is wrong with it. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Raised };

export const ok = <T>(value: T): Read<T> => ({ ok: true, value });
export const no = <Code extends ProblemCode>(code: Code, ...params: ParamsOf<Code>): Read<never> => ({
  ok: false,
  problem: raise(code, ...params),
});

/** The content of a cell, short enough for a sentence. */
export const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The text of a cell, for headings. */
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
  if (cell.kind === 'error') return no('import.error-value', { error: shortened(cell.text) });
  if (cell.kind === 'formula') return no('import.formula');
  if (cell.kind === 'date') return no('import.date-for-text');
  const text = cellText(cell);
  const problem = textFlaw(text);
  return problem === undefined ? ok(text) : { ok: false, problem };
}

/** Codes, telephone numbers, addresses: full-width letters become plain ones. */
export function readCode(cell: Cell): Read<string> {
  const read = readText(cell);
  if (!read.ok) return read;
  const text = plainCode(read.value);
  return /^\d(?:\.\d+)?E\+?\d+$/iu.test(text) ? rounded : ok(text);
}

/** A number in a text column: what the sheet shows is what counts. */
function readShown({ value, code, text }: Extract<Cell, { kind: 'number' }>): Read<string> {
  if (value >= 1e15) return rounded;
  if (code === undefined) return Number.isInteger(value) ? ok(String(value)) : general(text);
  const shown = shownNumber(value, code);
  return shown === undefined
    ? no('import.number-format', { number: text, format: shortened(code) })
    : ok(shown);
}

/** A fraction in the form that a spreadsheet shows, to 15 digits: 1.1 may be stored as 1.1000000000000001. */
const general = (text: string): Read<string> => ok(String(Number(Number(text).toPrecision(15))));

const rounded = no('import.rounded');

export function readNumber(cell: Cell): Read<number> {
  if (cell.kind === 'number')
    return isPercentage(cell.code ?? '') ? no('import.percentage', { number: cell.text }) : ok(cell.value);
  const read = readText(cell);
  if (!read.ok) return read;
  const text = plainCode(read.value).replace(/(\d)[, ](?=\d{3}(?:\D|$))/g, '$1');
  return /^-?\d+(\.\d+)?$/.test(text)
    ? ok(Number(text))
    : no('import.number', { text: shortened(read.value) });
}

const yes = /^(是|有|对|真|√|✓|y|yes|true|1)$/iu;
const not = /^(否|无|非|假|×|✗|x|n|no|false|0)$/iu;

export function readBoolean(cell: Cell): Read<boolean> {
  if (cell.kind === 'boolean') return ok(cell.value);
  const read = readText(cell);
  if (!read.ok) return read;
  const text = plainCode(read.value);
  if (yes.test(text)) return ok(true);
  return not.test(text) ? ok(false) : no('import.yes-or-no', { text: shortened(read.value) });
}

type Choices = Readonly<Record<string, readonly string[]>>;

/** The offices’ word for each. */
export const namesOf = (words: Choices): string[] =>
  Object.entries(words).map(([name, [word = name]]) => word);

/** One of several names: the product’s name, or a word that offices use. */
export function readChoice(cell: Cell, words: Choices, offered = words): Read<string> {
  const read = readText(cell);
  if (!read.ok) return read;
  return choose(read.value, words, offered);
}

/** `offered`: the words that a refusal lists. */
export function choose(text: string, words: Choices, offered = words): Read<string> {
  const wanted = plainCode(text).toLowerCase();
  const found = Object.entries(words).find(([name, others]) =>
    [name, ...others].some((word) => plainCode(word).toLowerCase() === wanted),
  );
  return found ? ok(found[0]) : no('import.choice', { text: shortened(text), choices: namesOf(offered) });
}

/** The parts of a list inside one cell. */
export const listed = (text: string): string[] =>
  text
    .split(/[、，,;；|/\n]/u)
    .map(clean)
    .filter((part) => part !== '');
