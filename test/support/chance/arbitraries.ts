import fc from 'fast-check';
import { createCalendar, type YearArrangement } from '../../../shared/domain/time/calendar.ts';
import { addDays, day, dayFrom, toDay, weekday, type Day } from '../../../shared/domain/time/day.ts';
import { statutoryHolidays } from '../../../shared/domain/time/statutory-holidays.ts';
import { at, toInstant } from '../../../shared/domain/time/instant.ts';

/** Every day from the first to the last. */
export function daysFrom(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => addDays(first, index));
}

/** Days of the years in which people will use the product, with years that are arranged and years that are not. */
export const anyDay = fc
  .integer({ min: day('2012-01-01'), max: day('2034-12-31') })
  .map((epochDays) => toDay(epochDays));

/** Instants of those years, to the second. */
export const anyInstant = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 86_399 }))
  .map(([on, second]) => toInstant(at(on, 0) + second * 1000));

/** A random arrangement of a year: some weekdays off, some weekend days worked. */
export const anyArrangement: fc.Arbitrary<YearArrangement> = fc
  .tuple(
    fc.integer({ min: 2025, max: 2030 }),
    fc.uniqueArray(fc.integer({ min: -20, max: 360 }), { maxLength: 40 }),
  )
  .map(([year, offsets]) => {
    const chosen = offsets.map((offset) => addDays(dayFrom(year, 1, 1), offset));
    const statutory = new Set(statutoryHolidays(year).map((holiday) => day(holiday.day)));
    const weekend = (on: Day): boolean => weekday(on) === 0 || weekday(on) === 6;
    return {
      year,
      holidays: chosen.filter((on) => !weekend(on)),
      workdays: chosen.filter((on) => weekend(on) && !statutory.has(on)),
      source: 'made up for a test',
    };
  });

/**
 * The published calendar, and calendars with one or two invented years entered. Tables are large, so there are
 * only a few for all tests.
 */
export const anyCalendar = fc.constantFrom(
  createCalendar(),
  ...fc
    .sample(fc.array(anyArrangement, { minLength: 1, maxLength: 2 }), { numRuns: 20, seed: 20_261_121 })
    .map((entered) => createCalendar(entered)),
);
