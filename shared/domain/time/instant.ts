import { chineseDay, parseDay, toDay, type Day } from './day.ts';

/**
 * Instants as milliseconds since the Unix epoch. The wall clock of the product is Asia/Shanghai, which has
 * been UTC+8 without summer time since 1992.
 */
declare const instantBrand: unique symbol;
export type Instant = number & { readonly [instantBrand]: true };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** The brand constructor: milliseconds since the Unix epoch. */
export function toInstant(epochMilliseconds: number): Instant {
  return epochMilliseconds as Instant;
}

const ISO =
  /^(?<date>\d{4}-\d{2}-\d{2})T(?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:Z|(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2}))$/;

/** ISO 8601: a calendar day, a time of day, and an offset or Z; undefined where the text is none. */
export function parseInstant(text: string): Instant | undefined {
  const {
    date = '',
    time = '',
    sign,
    hours: ahead = '0',
    minutes: more = '0',
  } = ISO.exec(text)?.groups ?? {};
  const day = parseDay(date);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  if (day === undefined || hour > 23 || minute > 59 || second >= 60) return undefined;
  if (Number(ahead) > 23 || Number(more) > 59) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (Number(ahead) * HOUR + Number(more) * 60_000);
  return toInstant(day * DAY + hour * HOUR + minute * 60_000 + Math.floor(second * 1000 + 1e-6) - offset);
}

/** An instant that the caller knows to be well formed. Throws otherwise: a bug. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`not an instant: ${text}`);
  return parsed;
}

/** The day in Asia/Shanghai on which the instant falls. */
export function dayOf(value: Instant): Day {
  return toDay(Math.floor((value + OFFSET) / DAY));
}

/** Minutes since midnight in Asia/Shanghai. */
export function minuteOfDay(value: Instant): number {
  return Math.floor(((((value + OFFSET) % DAY) + DAY) % DAY) / 60_000);
}

/** The instant at which the clock in Asia/Shanghai shows the hour and minute on that day. */
export function at(day: Day, hour: number, minute = 0): Instant {
  return toInstant(day * DAY - OFFSET + hour * HOUR + minute * 60_000);
}

export function startOfDay(day: Day): Instant {
  return at(day, 0);
}

export function plus(value: Instant, milliseconds: number): Instant {
  return toInstant(value + milliseconds);
}

/** `2026-09-30T09:00:00+08:00`; milliseconds only where there are any. */
export function formatInstant(value: Instant): string {
  const shifted = new Date(value + OFFSET).toISOString();
  return `${shifted.endsWith('.000Z') ? shifted.slice(0, 19) : shifted.slice(0, 23)}+08:00`;
}

/** As offices write it: 2026年9月30日9时00分. */
export function chineseInstant(value: Instant): string {
  const minute = minuteOfDay(value);
  return `${chineseDay(dayOf(value))}${Math.floor(minute / 60)}时${String(minute % 60).padStart(2, '0')}分`;
}

/** A key that sorts as time does, in UTC: 2026-09-30T01:00:00.000Z. */
export function sortableInstant(value: Instant): string {
  return new Date(value).toISOString();
}

export const hours = (count: number): number => count * HOUR;
export const minutes = (count: number): number => count * 60_000;
