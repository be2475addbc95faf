import { shownIn } from './shown.ts';

/** Days as whole numbers: days since 1970-01-01 in Asia/Shanghai. Arithmetic on them needs no time zone. */
declare const dayBrand: unique symbol;
export type Day = number & { readonly [dayBrand]: true };

export interface YearMonthDay {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** The brand constructor: a whole number of days since 1970-01-01. */
export function toDay(epochDays: number): Day {
  return epochDays as Day;
}

/** The day of a year, month (1–12) and day in the proleptic Gregorian calendar. The parts are not checked. */
export function dayFrom(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return toDay(era * 146097 + dayOfEra - 719468);
}

export function yearMonthDay(day: Day): YearMonthDay {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `YYYY-MM-DD`. Undefined when the text is not such a day (30 February, month 13). */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayFrom(year, month, day);
}

/** A day that the caller knows to be well formed (rulebooks, constants). Throws otherwise: a bug. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`not a day: ${text}`);
  return parsed;
}

export function formatDay(value: Day): string {
  const { year, month, day: dayOfMonth } = yearMonthDay(value);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

export function addDays(value: Day, days: number): Day {
  return toDay(value + days);
}

/**
 * The corresponding day `months` later (or earlier, if negative); the month's last day when there is no such
 * day. Civil Code art. 202.
 */
export function addMonths(value: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = yearMonthDay(value);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = total - targetYear * 12 + 1;
  return dayFrom(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)));
}

export function yearOf(value: Day): number {
  return yearMonthDay(value).year;
}

/** 0 Sunday … 6 Saturday. */
export function weekday(value: Day): number {
  return (((value + 4) % 7) + 7) % 7;
}

const weekdayNames = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

export function weekdayName(value: Day): string {
  return weekdayNames[weekday(value)] ?? '';
}

/** In the form that offices write: 2026年9月30日. */
export function chineseDay(value: Day): string {
  return shownIn('utc', value * 86_400_000).toFormat('y年M月d日');
}

/** `MM-DD`, or `MM-last` for a month's last day, in the given year. Throws when the year has no such day. */
export function dayInYear(year: number, monthDay: string): Day {
  const [, month = '', dayOfMonth = ''] = /^(\d\d)-(\d\d|last)$/u.exec(monthDay) ?? [];
  if (dayOfMonth !== 'last') return day(`${year}-${monthDay}`);
  if (month < '01' || month > '12') throw new Error(`not a month: ${monthDay}`);
  return dayFrom(year, Number(month), daysInMonth(year, Number(month)));
}
