import { describe, expect, test } from 'vitest';
import { createCalendar, publishedYear, type WorkCalendar } from '../../shared/domain/time/calendar.ts';
import {
  fixedDate,
  hoursAfter,
  monthsAfter,
  monthsBefore,
  workingDaysAfter,
} from '../../shared/domain/time/dates.ts';
import { day, dayFrom, formatDay, weekday, type Day } from '../../shared/domain/time/day.ts';
import { instant, startOfDay } from '../../shared/domain/time/instant.ts';
import { statutoryHolidays } from '../../shared/domain/time/statutory-holidays.ts';
import { daysFrom } from '../support/chance/arbitraries.ts';
import { madeUp } from '../support/deadlines/made-up-year.ts';

const published = createCalendar();
const isWeekend = (value: Day): boolean => [0, 6].includes(weekday(value));

const guessed = (calendar: WorkCalendar, on: string): boolean =>
  calendar.guessedAfter(day(on)) || calendar.guessedBefore(day(on));

describe('a year whose arrangement is not known', () => {
  test('is 2027 and later, but no year from 2004 to 2026', () => {
    expect([2004, 2015, 2025, 2026, 2027, 2028, 2070].map(publishedYear)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(published.knows(2027)).toBe(false);
  });

  test.each([2027, 2028, 2031, 2050])(
    '%i has its weekends and the 13 statutory holidays, the lunar ones included',
    (year) => {
      const holidays = new Set(statutoryHolidays(year).map((holiday) => holiday.day));
      const all = daysFrom(dayFrom(year, 1, 1), dayFrom(year, 12, 31));
      const wrong = all.filter(
        (on) => published.isRest(on) !== (isWeekend(on) || holidays.has(formatDay(on))),
      );
      expect(wrong.map(formatDay)).toEqual([]);
    },
  );

  test('every day that the 13 holidays do not decide is a guess, weekends as well as working days', () => {
    expect(guessed(published, '2027-03-10')).toBe(true);
    expect(guessed(published, '2027-03-13')).toBe(true);
    expect(published.guessedAfter(day('2026-12-31'))).toBe(false);
    expect(published.guessedBefore(day('2026-12-31'))).toBe(false);
  });

  test('counted back over 1 January 2027 nothing is guessed, counted forward it is', () => {
    expect(published.guessedBefore(day('2027-01-01'))).toBe(false);
    expect(formatDay(published.onOrBefore(day('2027-01-01')))).toBe('2026-12-31');
    expect(published.guessedAfter(day('2027-01-01'))).toBe(true);
    expect(formatDay(published.onOrAfter(day('2027-01-01')))).toBe('2027-01-04');
  });
});

describe('a year whose arrangement is not known', () => {
  test('makes dates provisional, but not those that the 13 holidays alone decide', () => {
    expect(monthsAfter(published, day('2026-07-01'), 6)).toMatchObject({
      dueOn: day('2027-01-04'),
      provisional: true,
    });
    expect(monthsAfter(published, day('2026-06-30'), 6)).toMatchObject({
      dueOn: day('2026-12-30'),
      provisional: false,
    });
    expect(monthsBefore(published, day('2027-02-01'), 1)).toMatchObject({
      dueOn: day('2027-01-01'),
      provisional: false,
    });
    expect(monthsBefore(published, day('2027-02-04'), 1)).toMatchObject({
      dueOn: day('2027-01-04'),
      provisional: true,
    });
    expect(fixedDate(published, day('2026-12-31'))).toMatchObject({ provisional: false });
    expect(fixedDate(published, day('2027-01-31'))).toMatchObject({
      actBy: day('2027-01-29'),
      provisional: true,
    });
  });
});

describe('a year whose arrangement is not known', () => {
  test('makes a date provisional that only crosses it, into a year that is known', () => {
    const calendar = createCalendar([madeUp(2029, ['2029-01-01'], [])]);
    expect(monthsAfter(calendar, day('2028-06-30'), 6)).toMatchObject({
      dueOn: day('2029-01-02'),
      provisional: true,
    });
    expect(monthsAfter(calendar, day('2028-07-02'), 6)).toMatchObject({ provisional: false });
    expect(fixedDate(calendar, day('2028-12-31'))).toMatchObject({ provisional: true });
    expect(monthsBefore(calendar, day('2029-02-01'), 1)).toMatchObject({
      actBy: day('2028-12-29'),
      provisional: true,
    });
  });

  test('makes a fixed date provisional that was decided, but is not late before a day that is a guess', () => {
    expect(fixedDate(published, day('2027-01-01'))).toMatchObject({
      actBy: day('2026-12-31'),
      overdueFrom: startOfDay(day('2027-01-05')),
      provisional: true,
    });
  });

  test('makes a count of working days provisional that runs through it into a year that is known', () => {
    const calendar = createCalendar([madeUp(2029, ['2029-01-01'], [])]);
    expect(workingDaysAfter(calendar, day('2028-12-27'), 7)).toMatchObject({
      dueOn: day('2029-01-08'),
      provisional: true,
    });
    expect(workingDaysAfter(calendar, day('2028-12-31'), 5)).toMatchObject({ provisional: false });
  });

  test('makes hours provisional only where the day to act by is a guess', () => {
    const hours = (from: string): { provisional: boolean; actBy: Day } =>
      hoursAfter(published, instant(from), 24);
    expect(hours('2026-12-31T10:00:00+08:00')).toMatchObject({
      actBy: day('2026-12-31'),
      provisional: false,
    });
    expect(hours('2027-03-09T10:00:00+08:00')).toMatchObject({ actBy: day('2027-03-10'), provisional: true });
    expect(hours('2027-01-16T10:00:00+08:00').provisional).toBe(true);
    expect(hours('2026-10-02T10:00:00+08:00').provisional).toBe(false);
  });
});

describe('an entered year', () => {
  const calendar = createCalendar([madeUp(2027, ['2027-01-01', '2027-01-04', '2027-03-10'], ['2027-03-13'])]);

  test('decides its days, and makes dates certain', () => {
    expect(calendar.knows(2027)).toBe(true);
    expect(calendar.isRest(day('2027-03-10'))).toBe(true);
    expect(calendar.isRest(day('2027-03-13'))).toBe(false);
    expect(monthsAfter(calendar, day('2026-07-01'), 6)).toMatchObject({
      dueOn: day('2027-01-05'),
      provisional: false,
    });
    expect(guessed(calendar, '2027-06-30')).toBe(false);
    expect(calendar.why(day('2027-03-10'))).toBe('节日放假');
    expect(calendar.why(day('2027-03-13'))).toBe('调休上班');
  });

  test('keeps the 13 statutory holidays that its notice does not repeat', () => {
    const holidays = statutoryHolidays(2027).map((holiday) => day(holiday.day));
    expect(holidays.filter((on) => !calendar.isRest(on))).toEqual([]);
  });

  test('leaves the year after it a guess', () => {
    expect(calendar.knows(2028)).toBe(false);
    expect(guessed(calendar, '2028-03-10')).toBe(true);
  });

  test('takes the place of a published year as a whole', () => {
    const amended = createCalendar([
      madeUp(2026, daysFrom(day('2026-10-01'), day('2026-10-08')).map(formatDay), ['2026-10-11']),
    ]);
    expect(amended.isRest(day('2026-10-08'))).toBe(true);
    expect(amended.isRest(day('2026-10-10'))).toBe(true);
    expect(amended.isRest(day('2026-10-11'))).toBe(false);
    expect(amended.isRest(day('2026-02-28'))).toBe(true);
    expect(monthsAfter(amended, day('2026-07-01'), 3).dueOn).toBe(day('2026-10-09'));
  });

  test('is of this calendar alone', () => {
    expect(published.isRest(day('2027-03-10'))).toBe(false);
    expect(createCalendar().knows(2027)).toBe(false);
  });
});
