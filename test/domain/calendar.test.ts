import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arrangementOf,
  calendarYears,
  createCalendar,
  withinCalendar,
} from '../../shared/domain/time/calendar.ts';
import { addDays, day, dayFrom, formatDay, toDay, weekday, type Day } from '../../shared/domain/time/day.ts';
import { anyArrangement, anyCalendar, anyDay, daysFrom } from '../support/chance/arbitraries.ts';
import { madeUp } from '../support/deadlines/made-up-year.ts';

const published = createCalendar();
const days = (first: string, last: string): string[] => daysFrom(day(first), day(last)).map(formatDay);
const isWeekend = (value: Day): boolean => [0, 6].includes(weekday(value));

/** As the notice for 2026 says. */
const off2026 = [
  ...days('2026-01-01', '2026-01-03'),
  ...days('2026-02-15', '2026-02-23'),
  ...days('2026-04-04', '2026-04-06'),
  ...days('2026-05-01', '2026-05-05'),
  ...days('2026-06-19', '2026-06-21'),
  ...days('2026-09-25', '2026-09-27'),
  ...days('2026-10-01', '2026-10-07'),
];
const worked2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

describe('the calendar of 2026', () => {
  test.each(off2026)('%s is off', (on) => expect(published.isRest(day(on))).toBe(true));
  test.each(worked2026)('%s, a weekend day, is worked', (on) => {
    expect(isWeekend(day(on))).toBe(true);
    expect(published.isRest(day(on))).toBe(false);
  });

  test('on every other day weekends are off and weekdays are worked', () => {
    const named = new Set([...off2026, ...worked2026]);
    const others = daysFrom(day('2026-01-01'), day('2026-12-31')).filter((on) => !named.has(formatDay(on)));
    expect(others.filter((on) => published.isRest(on) !== isWeekend(on)).map(formatDay)).toEqual([]);
  });

  test('it is known, and nothing in it is a guess', () => {
    expect(published.knows(2026)).toBe(true);
    const all = daysFrom(day('2026-01-01'), day('2026-12-31'));
    expect(all.filter((on) => published.guessedAfter(on) || published.guessedBefore(on))).toEqual([]);
  });

  test('says why a day is worked or not', () => {
    expect(published.why(day('2026-10-01'))).toBe('国庆节放假');
    expect(published.why(day('2026-02-28'))).toBe('春节调休上班');
    expect(published.why(day('2026-11-21'))).toBe('周末休息日');
    expect(published.why(day('2026-11-20'))).toBe('工作日');
  });

  test('lists its arrangement: days off on weekdays or named, and worked weekends', () => {
    const { holidays, workdays } = arrangementOf(published, 2026);
    expect(workdays.map(formatDay)).toEqual(worked2026);
    expect(holidays.map(formatDay)).toEqual(off2026);
  });
});

describe('a make-up day in the December before', () => {
  test('29 December 2018 was worked for the New Year of 2019, 31 December was off', () => {
    expect(published.isRest(day('2018-12-29'))).toBe(false);
    expect(published.isRest(day('2018-12-31'))).toBe(true);
  });

  test('is entered with the year that it belongs to, and makes nothing else of that December new', () => {
    const calendar = createCalendar([madeUp(2027, ['2027-01-01', '2026-12-31'], ['2026-12-27'])]);
    expect(calendar.isRest(day('2026-12-27'))).toBe(false);
    expect(calendar.isRest(day('2026-12-31'))).toBe(true);
    const rest = daysFrom(day('2026-01-01'), day('2026-12-31')).filter(
      (on) => !['2026-12-27', '2026-12-31'].includes(formatDay(on)),
    );
    expect(rest.filter((on) => calendar.isRest(on) !== published.isRest(on))).toEqual([]);
  });

  test.each([[[2026, 2027]], [[2027, 2026]]])('is kept in whatever order %j are entered', (order) => {
    const entered = order.map((year) =>
      year === 2026 ? madeUp(2026, off2026, worked2026) : madeUp(2027, ['2027-01-01'], ['2026-12-26']),
    );
    const calendar = createCalendar(entered);
    expect(calendar.isRest(day('2026-12-26'))).toBe(false);
    expect(calendar.isRest(day('2026-10-10'))).toBe(false);
    expect(calendar.isRest(day('2026-10-01'))).toBe(true);
  });
});

/** Around the first and the last day of the tables, and far outside of them, beside the days of daily use. */
const anyDayAtAll = fc.oneof(
  anyDay,
  ...[calendarYears.first, calendarYears.last + 1].map((year) =>
    fc.integer({ min: -40, max: 40 }).map((days) => addDays(dayFrom(year, 1, 1), days)),
  ),
  fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') }).map(toDay),
);

describe('the nearest working day', () => {
  const calendars = anyCalendar;

  test('on or after a day is a working day, never earlier, with rest days alone in between', () => {
    fc.assert(
      fc.property(calendars, anyDayAtAll, (calendar, on) => {
        const found = calendar.onOrAfter(on);
        expect(found).toBeGreaterThanOrEqual(on);
        expect(calendar.isRest(found)).toBe(false);
        expect(daysFrom(on, addDays(found, -1)).every((between) => calendar.isRest(between))).toBe(true);
      }),
    );
  });

  test('on or before a day is a working day, never later, with rest days alone in between', () => {
    fc.assert(
      fc.property(calendars, anyDayAtAll, (calendar, on) => {
        const found = calendar.onOrBefore(on);
        expect(found).toBeLessThanOrEqual(on);
        expect(calendar.isRest(found)).toBe(false);
        expect(daysFrom(addDays(found, 1), on).every((between) => calendar.isRest(between))).toBe(true);
      }),
    );
  });

  test('one after the other they pass the first and the last day of the tables', () => {
    for (const year of [calendarYears.first, calendarYears.last + 1]) {
      const [from, to] = [addDays(dayFrom(year, 1, 1), -60), addDays(dayFrom(year, 1, 1), 60)];
      const worked = daysFrom(from, to).filter((on) => !published.isRest(on));
      const walked = worked.slice(1).map((_, index) => published.onOrAfter(addDays(worked[index] ?? to, 1)));
      expect(walked).toEqual(worked.slice(1));
      const back = worked.slice(1).map((on) => published.onOrBefore(addDays(on, -1)));
      expect(back).toEqual(worked.slice(0, -1));
    }
  });

  test('outside of the tables is a guess', () => {
    const outside = [day('1989-12-31'), day('2071-01-01'), day('9999-12-31')];
    expect(outside.filter((on) => !published.guessedAfter(on) || !published.guessedBefore(on))).toEqual([]);
  });

  test('of a day that is not a guess stays the same when an unknown year is entered', () => {
    fc.assert(
      fc.property(anyArrangement, anyDay, (arrangement, on) => {
        const unknown = !published.knows(arrangement.year);
        const inDecember = [...arrangement.holidays, ...arrangement.workdays].some(
          (named) => named < dayFrom(arrangement.year, 1, 1),
        );
        fc.pre(unknown && !inDecember);
        const entered = createCalendar([arrangement]);
        if (!published.guessedAfter(on)) expect(entered.onOrAfter(on)).toBe(published.onOrAfter(on));
        if (!published.guessedBefore(on)) expect(entered.onOrBefore(on)).toBe(published.onOrBefore(on));
      }),
    );
  });
});

test('days from 1990 to 2070 lie within the calendar, others do not', () => {
  const edges = ['1989-12-31', '1990-01-01', '2070-12-31', '2071-01-01'];
  expect(edges.map((on) => withinCalendar(day(on)))).toEqual([false, true, true, false]);
});
