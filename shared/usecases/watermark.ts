import { watermarkRecord, type WatermarkRecord } from '../records/watermark.ts';
import { day, type Day } from '../domain/time/day.ts';
import { dayOf, hours, plus, type Instant } from '../domain/time/instant.ts';
import type { Store } from '../ports.ts';

/**
 * A day’s agenda is closed only this long after its end: longer than any writer may take between choosing the
 * day and writing the page.
 */
export const GRACE = hours(1);

export interface Watermark {
  readonly day: Day;
  /** 0 when none is stored yet. */
  readonly version: number;
  readonly record: WatermarkRecord | undefined;
}

export async function readWatermark(store: Store, now: Instant): Promise<Watermark> {
  const record = await watermarkRecord.read(store, 'agenda');
  if (!record) return { day: dayOf(plus(now, -GRACE)), version: 0, record };
  return { day: day(record.day), version: record.version, record };
}

/** The day before which every step has been given to the delivery queue. The health of the scheduler shows it. */
export async function watermarkDay(store: Store, now: Instant): Promise<Day> {
  return (await readWatermark(store, now)).day;
}
