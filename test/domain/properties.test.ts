import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar, type WorkCalendar } from '../../shared/domain/time/calendar.ts';
import {
  daysAfter,
  fixedDate,
  hoursAfter,
  monthsAfter,
  monthsBefore,
  workingDaysAfter,
  type Dates,
  type Step,
} from '../../shared/domain/time/dates.ts';
import { addDays, addMonths, dayFrom, type Day } from '../../shared/domain/time/day.ts';
import { dayOf, startOfDay } from '../../shared/domain/time/instant.ts';
import { anyArrangement, anyCalendar, anyDay, anyInstant, daysFrom } from '../support/chance/arbitraries.ts';

type Count = (calendar: WorkCalendar, event: Day, length: number, trace?: Step[]) => Dates;

/** The ways of counting by the day, each with the last day that the law gives before any rest day is looked at. */
const forward: readonly (readonly [string, Count, (event: Day, length: number) => Day])[] = [
  ['months after', monthsAfter, addMonths],
  ['days after', daysAfter, addDays],
];
const byDay: readonly (readonly [string, Count])[] = [
  ['months after', monthsAfter],
  ['days after', daysAfter],
  ['working days after', workingDaysAfter],
  ['months before', monthsBefore],
  ['a fixed date', (calendar, event, _, trace) => fixedDate(calendar, event, trace)],
];

const length = fc.integer({ min: 1, max: 24 });
const count = fc.integer({ min: 1, max: 72 });

describe.each(forward)('a period of %s an event', (_, counted, lawful) => {
  test('ends never earlier than the law allows, and no later than the next working day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, length, (calendar, event, n) => {
        const last = lawful(event, n);
        const { dueOn } = counted(calendar, event, n);
        expect(dueOn).toBeGreaterThanOrEqual(last);
        expect(calendar.isRest(dueOn)).toBe(false);
        expect(daysFrom(last, addDays(dueOn, -1)).every((on) => calendar.isRest(on))).toBe(true);
      }),
    );
  });

  test('is to be acted on by its last day, and late from the day after', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, length, (calendar, event, n) => {
        const { dueOn, actBy, overdueFrom } = counted(calendar, event, n);
        expect(actBy).toBe(dueOn);
        expect(overdueFrom).toBe(startOfDay(addDays(dueOn, 1)));
      }),
    );
  });
});

test('a period of working days holds exactly so many of them, the last one included', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, length, (calendar, event, n) => {
      const { dueOn, overdueFrom } = workingDaysAfter(calendar, event, n);
      const worked = daysFrom(addDays(event, 1), dueOn).filter((on) => !calendar.isRest(on));
      expect(worked).toHaveLength(n);
      expect(worked.at(-1)).toBe(dueOn);
      expect(overdueFrom).toBe(startOfDay(addDays(dueOn, 1)));
      expect(dueOn).toBeGreaterThanOrEqual(daysAfter(calendar, event, n).dueOn);
    }),
  );
});

test('a period before an event never moves, whatever the calendar says', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, length, (calendar, event, n) => {
      const { dueOn, overdueFrom } = monthsBefore(calendar, event, n);
      expect(dueOn).toBe(addMonths(event, -n));
      expect(dueOn).toBeLessThan(event);
      expect(overdueFrom).toBe(startOfDay(addDays(dueOn, 1)));
    }),
  );
});

test('a fixed date never moves; nobody is late before the first working day on or after it has ended', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, (calendar, on) => {
      const { dueOn, overdueFrom } = fixedDate(calendar, on);
      expect(dueOn).toBe(on);
      const lastFair = addDays(dayOf(overdueFrom), -1);
      expect(overdueFrom).toBe(startOfDay(dayOf(overdueFrom)));
      expect(calendar.isRest(lastFair)).toBe(false);
      expect(daysFrom(on, addDays(lastFair, -1)).every((between) => calendar.isRest(between))).toBe(true);
    }),
  );
});

describe('hours', () => {
  test('never move, whatever the calendar says', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, count, (calendar, event, n) => {
        const { dueAt, dueOn, overdueFrom } = hoursAfter(calendar, event, n);
        expect(dueAt).toBe(event + n * 3_600_000);
        expect(overdueFrom).toBe(dueAt);
        expect(dueOn).toBe(dayOf(overdueFrom));
      }),
    );
  });

  test('are to be acted on by the last working day on or before the due day, be it before the event', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, count, (calendar, event, n) => {
        const { dueOn, actBy } = hoursAfter(calendar, event, n);
        expect(actBy).toBeLessThanOrEqual(dueOn);
        expect(calendar.isRest(actBy)).toBe(false);
        expect(daysFrom(addDays(actBy, 1), dueOn).every((on) => calendar.isRest(on))).toBe(true);
      }),
    );
  });
});

describe.each(byDay)('%s', (_, counted) => {
  test('is to be acted on by a working day on or before the due day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, length, (calendar, event, n) => {
        const { dueOn, actBy } = counted(calendar, event, n);
        expect(actBy).toBeLessThanOrEqual(dueOn);
        expect(calendar.isRest(actBy)).toBe(false);
        expect(daysFrom(addDays(actBy, 1), dueOn).every((on) => calendar.isRest(on))).toBe(true);
      }),
    );
  });

  test('is late never before its due day has ended', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, length, (calendar, event, n) => {
        const { dueOn, overdueFrom } = counted(calendar, event, n);
        expect(overdueFrom).toBeGreaterThanOrEqual(startOfDay(addDays(dueOn, 1)));
      }),
    );
  });

  test('is no earlier for a later event', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.nat({ max: 60 }), length, (calendar, event, later, n) => {
        const first = counted(calendar, event, n);
        const second = counted(calendar, addDays(event, later), n);
        expect(second.dueOn).toBeGreaterThanOrEqual(first.dueOn);
        expect(second.actBy).toBeGreaterThanOrEqual(first.actBy);
        expect(second.overdueFrom).toBeGreaterThanOrEqual(first.overdueFrom);
      }),
    );
  });

  test('is the same when it is computed again, with or without its reasons, by another calendar of the same years', () => {
    fc.assert(
      fc.property(fc.array(anyArrangement, { maxLength: 2 }), anyDay, length, (entered, event, n) => {
        const calendar = createCalendar(entered);
        const dates = counted(calendar, event, n);
        const steps: Step[] = [];
        expect(counted(calendar, event, n, steps)).toEqual(dates);
        expect(steps.length).toBeGreaterThan(1);
        expect(counted(createCalendar(entered), event, n)).toEqual(dates);
      }),
    );
  });

  test('that is not provisional stays when a year that was not known is entered', () => {
    fc.assert(
      fc.property(anyArrangement, anyDay, length, (arrangement, event, n) => {
        const published = createCalendar();
        const before = dayFrom(arrangement.year, 1, 1);
        const known = published.knows(arrangement.year);
        const reachesBack = [...arrangement.holidays, ...arrangement.workdays].some((on) => on < before);
        const dates = counted(published, event, n);
        fc.pre(!known && !reachesBack && !dates.provisional);
        expect(counted(createCalendar([arrangement]), event, n)).toEqual(dates);
      }),
    );
  });
});
