import { describe, expect, test } from 'vitest';
import { createCalendar } from '../../shared/domain/time/calendar.ts';
import { daysAfter, fixedDate, hoursAfter, monthsAfter, type Dates } from '../../shared/domain/time/dates.ts';
import { day } from '../../shared/domain/time/day.ts';
import { formatInstant, instant } from '../../shared/domain/time/instant.ts';
import { remindersOf, type ReminderPlan } from '../../shared/domain/duties/reminders.ts';
import { planned, previewed, type Case } from '../support/deadlines/deadlines.ts';
import { bureau, filing, offices, project, secured } from '../support/deadlines/examples.ts';

const calendar = createCalendar();
const long: ReminderPlan = { leadDays: [30, 7, 1], leadHours: [], sendHour: 9 };
const week: ReminderPlan = { leadDays: [3, 1], leadHours: [], sendHour: 9 };
const byHour: ReminderPlan = { leadDays: [], leadHours: [12, 2], sendHour: 9 };

/** When reminders leave if the duty is known from that instant on: `12-01 09:00`. */
const sent = (dates: Dates, from: string, plan: ReminderPlan = long): string[] =>
  remindersOf(calendar, dates, instant(from), plan).map(
    ({ at, key }) => `${formatInstant(at).slice(0, 16)} ${key}`,
  );

const clock = (when: string): string => `${when}:00+08:00`;
const yearEnd = fixedDate(calendar, day('2026-12-31'));
const afterHoliday = monthsAfter(calendar, day('2026-07-01'), 3);

describe('reminders go out at 09:00', () => {
  test('30, 7 and 1 days before the due day', () => {
    expect(sent(yearEnd, clock('2026-01-01T00:00'))).toEqual([
      '2026-12-01T09:00 30',
      '2026-12-24T09:00 7',
      '2026-12-30T09:00 1',
    ]);
  });

  test('on the working day before a rest day; two on one day are one', () => {
    expect(sent(afterHoliday, clock('2026-07-01T00:00'))).toEqual([
      '2026-09-08T09:00 30',
      '2026-09-30T09:00 1',
    ]);
  });

  test('on a make-up Saturday, which is a working day', () => {
    const dates = monthsAfter(calendar, day('2025-08-31'), 6);
    expect(sent(dates, clock('2025-08-31T00:00'))).toEqual([
      '2026-01-29T09:00 30',
      '2026-02-14T09:00 7',
      '2026-02-27T09:00 1',
    ]);
  });

  test('3 and 1 days before where the period is of seven days', () => {
    const dates = daysAfter(calendar, day('2026-11-12'), 7);
    expect(sent(dates, clock('2026-11-12T00:00'), week)).toEqual([
      '2026-11-16T09:00 3',
      '2026-11-18T09:00 1',
    ]);
  });

  test('at another hour, where the bureau says so', () => {
    expect(sent(yearEnd, clock('2026-12-25T00:00'), { ...long, leadDays: [1], sendHour: 14 })).toEqual([
      '2026-12-30T14:00 1',
    ]);
  });
});

describe('what lies before the duty was known is not lost', () => {
  test('one reminder in place of all those, at the first working-day 09:00 from then on', () => {
    expect(sent(yearEnd, clock('2026-12-25T17:00'))).toEqual([
      '2026-12-28T09:00 entry',
      '2026-12-30T09:00 1',
    ]);
    expect(sent(afterHoliday, clock('2026-09-30T10:00'))).toEqual(['2026-10-08T09:00 entry']);
  });

  test('entered at 09:00 sharp, it leaves at once', () => {
    expect(sent(yearEnd, clock('2026-12-10T09:00'))).toEqual([
      '2026-12-10T09:00 entry',
      '2026-12-24T09:00 7',
      '2026-12-30T09:00 1',
    ]);
  });

  test('where a reminder leaves at that moment anyway, it alone goes', () => {
    expect(sent(yearEnd, clock('2026-12-23T12:00'))).toEqual(['2026-12-24T09:00 7', '2026-12-30T09:00 1']);
  });

  test('known at the very moment of a reminder, it is that reminder', () => {
    expect(sent(yearEnd, clock('2026-12-24T09:00'))).toEqual(['2026-12-24T09:00 7', '2026-12-30T09:00 1']);
    expect(sent(yearEnd, clock('2026-12-01T09:00'))).toHaveLength(3);
  });

  test('on the due day itself it still goes, after it no more', () => {
    expect(sent(yearEnd, clock('2026-12-31T08:00'))).toEqual(['2026-12-31T09:00 entry']);
    expect(sent(yearEnd, clock('2026-12-31T09:01'))).toEqual([]);
  });

  test('a reminder that is moved before the day on which the duty arises goes in January', () => {
    const january = bureau('archives-security/annual-assessment', { to: '2026-12-31' });
    expect(previewed('hongjiang', january)[0]?.reminders).toEqual([
      '2026-01-04T09:00:00+08:00',
      '2026-01-23T09:00:00+08:00',
      '2026-01-30T09:00:00+08:00',
    ]);
  });
});

describe('by the hour', () => {
  const dates = hoursAfter(calendar, instant('2026-09-30T16:20:00+08:00'), 24);

  test('12 and 2 hours before, in a holiday and at night', () => {
    expect(sent(dates, clock('2026-09-30T16:20'), byHour)).toEqual([
      '2026-10-01T04:20 12h',
      '2026-10-01T14:20 2h',
    ]);
  });

  test('entered between the two, one goes at once', () => {
    expect(sent(dates, clock('2026-10-01T10:00'), byHour)).toEqual([
      '2026-10-01T10:00 entry',
      '2026-10-01T14:20 2h',
    ]);
    expect(sent(dates, clock('2026-10-01T15:00'), byHour)).toEqual(['2026-10-01T15:00 entry']);
  });

  test('entered when the hours have run out, none goes', () => {
    expect(sent(dates, clock('2026-10-01T16:20'), byHour)).toEqual([]);
  });

  test.each(offices)('so do the cases of the office %s by default', (office, regime) => {
    const [duty] = previewed('baixiang', secured(office, regime, '2026-09-30T16:20:00+08:00'));
    expect(duty?.reminders).toEqual(['2026-10-01T04:20:00+08:00', '2026-10-01T14:20:00+08:00']);
    const [seven] = previewed('baixiang', filing(office, regime, { count: 'working-days' }));
    expect(seven?.reminders).toEqual(['2026-10-10T09:00:00+08:00', '2026-10-12T09:00:00+08:00']);
  });
});

describe('when a duty is overdue', () => {
  const after = (id: string, one: Case): string[] | undefined =>
    planned(id, one)[0]?.steps.filter((step) => !step.includes('reminder'));

  test('the unit is told at 09:00 on the first working day on or after the day from which it is late', () => {
    expect(after('hongjiang', project('registration-after-start', { startedOn: '2025-08-31' }))).toEqual([
      '2026-03-02T09:00:00+08:00 draft:order-to-rectify',
      '2026-03-02T09:00:00+08:00 overdue',
    ]);
    expect(
      after('shexian', project('registration-after-acceptance', { archivesAcceptedOn: '2026-07-01' })),
    ).toEqual(['2026-10-09T09:00:00+08:00 draft:order-to-rectify', '2026-10-09T09:00:00+08:00 overdue']);
    const report = bureau('archives-security/self-inspection-report', {
      kind: 'unit',
      traits: ['backup-register'],
      facts: {},
    });
    expect(after('baixiang', report)).toEqual([
      '2026-10-08T09:00:00+08:00 draft:order-to-rectify',
      '2026-10-08T09:00:00+08:00 overdue',
    ]);
  });

  test('for a duty of the bureau the officers are told, 5 working days later the leader, 10 the superior', () => {
    expect(after('baixiang', filing('archives', 'archives-cases'))).toEqual([
      '2026-10-09T09:00:00+08:00 alert-officers',
      '2026-10-15T09:00:00+08:00 alert-leader',
      '2026-10-22T09:00:00+08:00 alert-superior',
    ]);
  });

  test('by the hour the officers are told at once, in the middle of a holiday', () => {
    const one = secured('archives', 'archives-cases', '2026-10-02T03:00:00+08:00');
    expect(after('baixiang', one)?.[0]).toBe('2026-10-03T03:00:00+08:00 alert-officers');
  });
});
