import { clean, plainCode } from '../domain/code.ts';
import { addDays, formatDay, parseDay, toDay, type Day } from '../domain/time/day.ts';
import { dayOf, formatInstant, plus, startOfDay } from '../domain/time/instant.ts';
import { no, ok, readText, shortened, type Read } from './cells.ts';
import { FROM_1904, type Cell } from '../files/rows.ts';
import { timeOf, type Time } from './times.ts';

const wrongDay = (text: string): Read<never> => no('import.day', { text: shortened(text) });

const DAY_SECONDS = 86_400;

/**
 * Days since 1899-12-31 in the 1900 system, after the 29 February that it invents. Each field decides which
 * days it accepts. A number that is not formatted as a date needs five digits, because 1985 alone is a year.
 */
const serialDay = (serial: number, least = 10_000): Day | undefined =>
  serial >= least && serial < 100_000 ? toDay(Math.floor(serial) - 25569) : undefined;

type Serial = Extract<Cell, { kind: 'date' | 'number' }>;

/**
 * A cell’s number in the 1900 system. A number without a date format is counted in the system of the workbook.
 */
const serialOf = (cell: Serial): number =>
  cell.kind === 'date' ? cell.serial : cell.value + (cell.from1904 ? FROM_1904 : 0);

/** A day as `YYYY-MM-DD`, from a date cell, a serial number or a text in any usual spelling. */
export function readDay(cell: Cell): Read<string> {
  if (cell.kind === 'date' || cell.kind === 'number') return numberDay(cell);
  const read = readText(cell);
  return read.ok ? dayText(read.value, isFrom1904(cell)) : read;
}

const isFrom1904 = (cell: Cell): boolean => cell.kind === 'text' && cell.from1904 === true;

function numberDay(cell: Serial): Read<string> {
  const serial = serialOf(cell);
  // A second before midnight that is a rounding error: the sheet shows the next day.
  const found = serialDay(serial + 0.5 / DAY_SECONDS, cell.kind === 'date' ? 61 : undefined);
  if (found !== undefined) return ok(formatDay(found));
  return cell.kind === 'number' ? dayText(cell.text, cell.from1904 === true) : wrongDay(String(serial));
}

/** A moment with a time zone gives its day in Asia/Shanghai. */
function dayText(text: string, from1904: boolean): Read<string> {
  const found = readParts(westernDigits(plainCode(text)), from1904);
  if (!found) return wrongDay(text);
  return ok(
    formatDay(found.time?.offset === undefined ? found.day : dayOf(instantAt(found.day, found.time))),
  );
}

interface Parts {
  readonly day: Day;
  readonly time: Time | undefined;
}

/** A day with what follows it: a weekday or a time. Undefined when anything else follows. */
function readParts(text: string, from1904: boolean): Parts | undefined {
  const found =
    /^(\d{4})\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})\s*[日号]?(.*)$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})()$/.exec(text);
  if (!found) {
    if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined;
    const day = serialDay(Number(text) + (from1904 ? FROM_1904 : 0));
    return day === undefined ? undefined : { day, time: undefined };
  }
  const [, year = '', month = '', date = '', rest = ''] = found;
  const day = parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (day === undefined) return undefined;
  const behind = rest.replace(/^\s*\(?(?:星期|周|礼拜)[一二三四五六日天\d]\)?/u, '').trim();
  if (behind === '') return { day, time: undefined };
  const time = timeOf(behind);
  return time && { day, time };
}

const instantAt = (day: Day, { seconds, offset }: Time) =>
  plus(startOfDay(day), (seconds + (offset === undefined ? 0 : 8 * 3600 - offset)) * 1000);

const numerals = '〇一二三四五六七八九';
/** Reads 二〇二六年三月十一日 as 2026年3月11日. */
function westernDigits(text: string): string {
  if (!/[年月]/u.test(text)) return text;
  return text
    .replace(/零|○/gu, '〇')
    .replace(/([一二三]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : numerals.indexOf(tens)) * 10 + (ones === '' ? 0 : numerals.indexOf(ones))),
    )
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(numerals.indexOf(digit)));
}

const wrongInstant = (text: string): Read<never> => no('import.instant', { text: shortened(text) });

/** An instant in Asia/Shanghai as ISO 8601, to the second. */
export function readInstant(cell: Cell): Read<string> {
  if (cell.kind === 'date' || cell.kind === 'number') return numberInstant(serialOf(cell));
  const read = readText(cell);
  if (!read.ok) return read;
  const parts = readParts(westernDigits(plainCode(read.value)), isFrom1904(cell));
  return parts?.time ? ok(formatInstant(instantAt(parts.day, parts.time))) : wrongInstant(read.value);
}

function numberInstant(serial: number): Read<string> {
  const found = serialDay(serial);
  if (found === undefined) return wrongInstant(String(serial));
  if (Number.isInteger(serial)) return wrongInstant(formatDay(found));
  const seconds = Math.round((serial - Math.floor(serial)) * DAY_SECONDS);
  const [day, within] = seconds === DAY_SECONDS ? [addDays(found, 1), 0] : [found, seconds];
  return ok(formatInstant(plus(startOfDay(day), within * 1000)));
}

/** The days of a list: `2026-03-01、2026-09-01`. */
export function readDays(cell: Cell): Read<string[]> {
  if (cell.kind !== 'text') {
    const one = readDay(cell);
    return one.ok ? ok([one.value]) : one;
  }
  const days: string[] = [];
  for (const part of cell.text.split(/[、，,;；|\n]/u).map(clean)) {
    if (part === '') continue;
    const read = dayText(part, isFrom1904(cell));
    if (!read.ok) return read;
    days.push(read.value);
  }
  return ok(days);
}
