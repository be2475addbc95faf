import { clean, plainCode } from '../domain/code.ts';
import { addDays, formatDay, parseDay, toDay } from '../domain/day.ts';
import { formatInstant, parseInstant, plus, startOfDay } from '../domain/instant.ts';
import type { Cell } from './rows.ts';

/** A value read from a cell, or what is wrong with it and what to write instead. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const ok = <T>(value: T): Read<T> => ({ ok: true, value });
const no = (message: string): Read<never> => ({ ok: false, message });

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
  if (cell.kind === 'error') return no(`the cell holds ${cell.text}: enter the value itself`);
  if (cell.kind === 'date') return no('a date stands where a text belongs: format the cell as text');
  const text = cellText(cell);
  if (text.includes('\ufffd'))
    return no('the text was damaged by an earlier conversion (it holds �): enter it again');
  return ok(text);
}

/** Codes, numbers of telephones, addresses: full-width letters become plain ones. */
export function readCode(cell: Cell): Read<string> {
  const read = cell.kind === 'number' && !Number.isSafeInteger(cell.value) ? rounded : readText(cell);
  if (!read.ok) return read;
  const text = cell.kind === 'number' ? String(cell.value) : plainCode(read.value);
  if (cell.kind === 'number' && cell.value >= 1e15) return rounded;
  return /^\d(?:\.\d+)?E\+?\d+$/iu.test(text) ? rounded : ok(text);
}

const rounded = no(
  'the spreadsheet has turned this code into a rounded number: format the column as text and enter the code again',
);

export function readNumber(cell: Cell): Read<number> {
  if (cell.kind === 'number') return ok(cell.value);
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

const wrongDay = (text: string): Read<never> =>
  no(`${quoted(text)} is no day: write 2026-03-01 or 2026年3月1日, with the whole year`);

/**
 * Days since 1899-12-31 in the 1900 system, behind the 29 February that it invents; which of them a field takes is
 * the field’s affair. A number that is not formatted as a date needs five digits: 1985 alone is a year.
 */
const serialDay = (serial: number, least = 10_000): string | undefined =>
  serial >= least && serial < 100_000 ? formatDay(toDay(Math.floor(serial) - 25569)) : undefined;

/** A day as `YYYY-MM-DD`, from a date cell, a serial number or a text in any usual spelling. */
export function readDay(cell: Cell): Read<string> {
  if (cell.kind === 'date' || cell.kind === 'number') return numberDay(cell);
  const read = readText(cell);
  return read.ok ? dayText(read.value) : read;
}

function numberDay(cell: Extract<Cell, { kind: 'date' | 'number' }>): Read<string> {
  const serial = cell.kind === 'date' ? cell.serial : cell.value;
  const found = serialDay(serial, cell.kind === 'date' ? 61 : undefined);
  if (found !== undefined) return ok(found);
  return cell.kind === 'number' ? dayText(cell.text) : wrongDay(String(serial));
}

export function dayText(text: string): Read<string> {
  const found = readParts(westernDigits(plainCode(text)));
  return found ? ok(found.day) : wrongDay(text);
}

interface Parts {
  readonly day: string;
  /** What stands behind the day. */
  readonly rest: string;
}

const timeBehind = /^(?:\s*T?\s*\d{1,2}(?::|时|点).*)?$/u;

function readParts(text: string): Parts | undefined {
  const found =
    /^(\d{4})\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})\s*[日号]?(.*)$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})()$/.exec(text);
  if (!found) {
    const serial = /^\d{5}(\.\d+)?$/.test(text) ? serialDay(Number(text)) : undefined;
    return serial === undefined ? undefined : { day: serial, rest: '' };
  }
  const [, year = '', month = '', day = '', rest = ''] = found;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (parseDay(written) === undefined || !timeBehind.test(rest)) return undefined;
  return { day: written, rest: rest.replace(/^\s*T?\s*/u, '') };
}

const numerals = '〇一二三四五六七八九';
/** 二〇二六年三月十一日 as 2026年3月11日. */
function westernDigits(text: string): string {
  if (!/[年月]/u.test(text)) return text;
  return text
    .replace(/零|○/gu, '〇')
    .replace(/([一二三]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones))),
    )
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(numerals.indexOf(digit)));
}

const wrongInstant = (text: string): Read<never> =>
  no(`${quoted(text)} is no moment: write the day and the time, for instance 2026-03-01 09:30`);

/** An instant in Asia/Shanghai as ISO 8601, to the second. */
export function readInstant(cell: Cell): Read<string> {
  if (cell.kind === 'date' || cell.kind === 'number') {
    const serial = cell.kind === 'date' ? cell.serial : cell.value;
    const found = parseDay(serialDay(serial) ?? '');
    if (found === undefined) return wrongInstant(String(serial));
    if (Number.isInteger(serial)) return wrongInstant(formatDay(found));
    const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
    const [day, within] = seconds === 86_400 ? [addDays(found, 1), 0] : [found, seconds];
    return ok(formatInstant(plus(startOfDay(day), within * 1000)));
  }
  const read = readText(cell);
  if (!read.ok) return read;
  const exact = parseInstant(read.value);
  if (exact !== undefined) return ok(formatInstant(exact));
  return instantText(read.value);
}

function instantText(text: string): Read<string> {
  const parts = readParts(westernDigits(plainCode(text)));
  const day = parts && parseDay(parts.day);
  const time = /^(\d{1,2})(?::|时|点)(\d{1,2})?(?::|分)?(\d{1,2})?秒?$/u.exec(parts?.rest ?? '');
  if (day === undefined || !time) return wrongInstant(text);
  const [hour, minute, second] = [time[1], time[2], time[3]].map((part) => Number(part ?? '0'));
  if ((hour ?? 24) > 23 || (minute ?? 60) > 59 || (second ?? 60) > 59) return wrongInstant(text);
  return ok(
    formatInstant(plus(startOfDay(day), (((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000)),
  );
}

/** Days of a list: `2026-03-01、2026-09-01`. */
export function readDays(cell: Cell): Read<string[]> {
  if (cell.kind !== 'text') {
    const one = readDay(cell);
    return one.ok ? ok([one.value]) : one;
  }
  const days: string[] = [];
  for (const part of cell.text.split(/[、，,;；|\n]/u).map(clean)) {
    if (part === '') continue;
    const read = dayText(part);
    if (!read.ok) return read;
    days.push(read.value);
  }
  return ok(days);
}
