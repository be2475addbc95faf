import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  chineseDay,
  day,
  dayFrom,
  dayInYear,
  daysInMonth,
  formatDay,
  parseDay,
  toDay,
  weekday,
  weekdayName,
  yearMonthDay,
  type Day,
} from '../../shared/domain/time/day.ts';
import {
  at,
  chineseInstant,
  dayOf,
  formatInstant,
  instant,
  minuteOfDay,
  parseInstant,
  sortableInstant,
  startOfDay,
} from '../../shared/domain/time/instant.ts';
import { anyDay, anyInstant } from '../support/chance/arbitraries.ts';

const LENGTH = 86_400_000;
/** Year 1 to year 9999. */
const everyDay = fc
  .integer({ min: Date.UTC(2000, 0, 1) / LENGTH - 730_000, max: Date.UTC(9999, 11, 31) / LENGTH })
  .map(toDay);

const byLuxon = (value: Day): DateTime => DateTime.fromMillis(value * LENGTH, { zone: 'utc' });
const inShanghai = (milliseconds: number): DateTime =>
  DateTime.fromMillis(milliseconds, { zone: 'Asia/Shanghai' });

describe('days as whole numbers', () => {
  test('are those of Date.UTC', () => {
    fc.assert(
      fc.property(everyDay, (value) => {
        const date = new Date(value * LENGTH);
        const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(yearMonthDay(value)).toEqual(parts);
        expect(dayFrom(parts.year, parts.month, parts.day)).toBe(value);
        expect(weekday(value)).toBe(date.getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  test('are read and written as YYYY-MM-DD', () => {
    fc.assert(
      fc.property(everyDay, (value) => {
        expect(formatDay(value)).toBe(new Date(value * LENGTH).toISOString().slice(0, 10));
        expect(parseDay(formatDay(value))).toBe(value);
      }),
    );
  });

  test('that do not exist are refused', () => {
    const parts = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.nat({ max: 15 }), fc.nat({ max: 35 }));
    fc.assert(
      fc.property(parts, ([year, month, dayOfMonth]) => {
        const two = (value: number): string => String(value).padStart(2, '0');
        const text = `${year}-${two(month)}-${two(dayOfMonth)}`;
        expect(parseDay(text) !== undefined).toBe(DateTime.fromISO(text, { zone: 'utc' }).isValid);
      }),
      { numRuns: 2000 },
    );
    expect(['2026-02-30', '2026-2-3', '2026-13-01', '2026-00-10', '26-01-01', ''].map(parseDay)).toEqual(
      Array(6).fill(undefined),
    );
    expect(() => day('2026-02-30')).toThrow('2026-02-30');
  });
});

describe('months and years', () => {
  test('months later and earlier are those of luxon: the corresponding day, or the month’s last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (value, months) => {
        expect(formatDay(addMonths(value, months))).toBe(byLuxon(value).plus({ months }).toISODate());
      }),
      { numRuns: 2000 },
    );
    expect(formatDay(addMonths(day('2025-08-31'), 6))).toBe('2026-02-28');
    expect(formatDay(addMonths(day('2027-11-30'), 3))).toBe('2028-02-29');
    expect(formatDay(addMonths(day('2026-03-31'), -1))).toBe('2026-02-28');
  });

  test('a month’s last day in a year is that of luxon', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const end = DateTime.utc(year, month).endOf('month');
        expect(daysInMonth(year, month)).toBe(end.day);
        expect(formatDay(dayInYear(year, `${String(month).padStart(2, '0')}-last`))).toBe(end.toISODate());
      }),
    );
  });

  test('a day of the year that the year does not have is refused, and says which', () => {
    const wrong = [
      '02-30',
      '13-01',
      '00-last',
      '13-last',
      '2-last',
      'x02-last',
      '02-last-day',
      '02-xlast',
      '',
    ];
    for (const text of wrong) expect(() => dayInYear(2027, text), text).toThrow(/^not a (day|month): /u);
    expect(() => dayInYear(2027, '02-29')).toThrow('2027-02-29');
    expect(() => dayInYear(2027, '13-last')).toThrow('13-last');
    expect(formatDay(dayInYear(2028, '02-29'))).toBe('2028-02-29');
  });

  test('have a 29 February every four years, but in three of four centuries', () => {
    expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28]);
    expect(['2100-02-29', '2000-02-29'].map((text) => parseDay(text) !== undefined)).toEqual([false, true]);
  });

  test('are written as offices write them', () => {
    expect(chineseDay(day('2026-02-08'))).toBe('2026年2月8日');
    expect(() => chineseDay(toDay(1e12))).toThrow('no moment: ');
    expect(weekdayName(day('2026-02-08'))).toBe('星期日');
    expect(weekdayName(addDays(day('2026-02-08'), 1))).toBe('星期一');
  });
});

describe('instants', () => {
  test('fall on the day and minute that the clock in Shanghai shows', () => {
    fc.assert(
      fc.property(anyInstant, (value) => {
        const local = inShanghai(value);
        expect(formatDay(dayOf(value))).toBe(local.toISODate());
        expect(minuteOfDay(value)).toBe(local.hour * 60 + local.minute);
        expect(startOfDay(dayOf(value))).toBe(local.startOf('day').toMillis());
        expect(at(dayOf(value), local.hour, local.minute)).toBe(local.startOf('minute').toMillis());
      }),
    );
  });

  test('are written with +08:00 and read with any offset', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -12, max: 14 }), (value, offset) => {
        expect(formatInstant(value)).toBe(inShanghai(value).toISO({ suppressMilliseconds: true }));
        expect(parseInstant(formatInstant(value))).toBe(value);
        expect(parseInstant(new Date(value).toISOString())).toBe(value);
        const elsewhere = DateTime.fromMillis(value).setZone(`UTC${offset < 0 ? '' : '+'}${offset}`);
        expect(parseInstant(elsewhere.toISO() ?? '')).toBe(value);
      }),
    );
  });

  test('without an offset, or impossible, are refused', () => {
    const wrong = [
      '2026-09-30T09:00:00',
      '2026-09-30',
      '2026-02-30T09:00:00Z',
      '2026-09-30T25:00:00Z',
      'Z',
      '',
    ];
    expect(wrong.map(parseInstant)).toEqual(Array(6).fill(undefined));
    expect(() => instant('2026-09-30T09:00:00')).toThrow('2026-09-30T09:00:00');
  });

  test('sort as time does', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (a, b) => {
        expect(sortableInstant(a) < sortableInstant(b)).toBe(a < b);
      }),
    );
  });

  test('at the turn of the day belong to the day in Shanghai', () => {
    expect(formatDay(dayOf(instant('2026-09-30T15:59:59Z')))).toBe('2026-09-30');
    expect(formatDay(dayOf(instant('2026-09-30T16:00:00Z')))).toBe('2026-10-01');
    expect(chineseInstant(instant('2026-09-30T01:05:00Z'))).toBe('2026年9月30日9时05分');
  });
});
