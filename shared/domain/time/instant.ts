import { DateTime } from 'luxon';
import { toDay, type Day } from './day.ts';
import { SHANGHAI, shownIn } from './shown.ts';

/**
 * Instants as milliseconds since the Unix epoch. The product's wall clock is Asia/Shanghai, which has been
 * UTC+8 without summer time since 1992.
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

/** A subset of ISO 8601: a calendar day, a time of day before 24:00, and an offset or Z. */
const FORM =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/**
 * Reads ISO 8601: a calendar day, a time of day, and an offset or Z. Undefined when the text is not such an
 * instant.
 */
export function parseInstant(text: string): Instant | undefined {
  if (!FORM.test(text)) return undefined;
  const read = DateTime.fromISO(text, { zone: SHANGHAI });
  return read.isValid ? toInstant(read.toMillis()) : undefined;
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

/** `2026-09-30T09:00:00+08:00`; with milliseconds only if there are any. */
export function formatInstant(value: Instant): string {
  return shownIn(SHANGHAI, value).toISO({ suppressMilliseconds: true });
}

/** In the form that offices write: 2026年9月30日9时00分. */
export function chineseInstant(value: Instant): string {
  return shownIn(SHANGHAI, value).toFormat('y年M月d日H时mm分');
}

/** A key in UTC that sorts by time: 2026-09-30T01:00:00.000Z. */
export function sortableInstant(value: Instant): string {
  return new Date(value).toISOString();
}

export const hours = (count: number): number => count * HOUR;
export const minutes = (count: number): number => count * 60_000;
