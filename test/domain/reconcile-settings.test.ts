import { describe, expect, test } from 'vitest';
import { fixedDate } from '../../shared/domain/time/dates.ts';
import { day, formatDay } from '../../shared/domain/time/day.ts';
import { createCalendar } from '../../shared/domain/time/calendar.ts';
import { statusOf } from '../../shared/domain/duties/state.ts';
import { DutyBook, lastEntry } from '../support/deadlines/duty-book.ts';
import { madeUp } from '../support/deadlines/made-up-year.ts';
import type { ObligationRecord } from '../../shared/records/obligation.ts';

const opening = 'key-project-archives/registration-after-start';
const yearly = 'key-project-archives/registration-yearly';
const formalities = 'archives-cases/evidence-formalities';

const project = (startedOn: string, now: string, trackFrom = '2025-01-01'): DutyBook => {
  const book = new DutyBook('hongjiang', 'project', now, { trackFrom });
  book.record({ startedOn });
  return book;
};

/** What an extension makes of a duty, besides its steps. */
const extension = (until: string): Partial<ObligationRecord> => {
  const dates = fixedDate(createCalendar(), day(until));
  return { extendedTo: until, actBy: formatDay(dates.actBy), overdueFrom: dates.overdueFrom };
};

describe('a year’s arrangement that is entered', () => {
  test('makes a provisional date certain; where it stays, nobody is told anything', () => {
    const book = project('2026-07-01', '2026-07-02T10:00:00+08:00').until('2026-12-08T10:00:00+08:00');
    expect(book.duty(opening)).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    book.enter(madeUp(2027, ['2027-01-01'], []));
    expect(book.duty(opening)).toMatchObject({ dueOn: '2027-01-04', provisional: false });
    expect(book.pending(opening).filter((step) => step.includes('correction'))).toEqual([]);
    expect(lastEntry(book.duty(opening))).toBe('放假安排已公布，日期确定');
  });

  test('moves the date, and tells the new one where the old one was told', () => {
    const book = project('2026-07-01', '2026-07-02T10:00:00+08:00').until('2026-12-08T10:00:00+08:00');
    book.enter(madeUp(2027, ['2027-01-01', '2027-01-04'], []));
    expect(book.duty(opening)).toMatchObject({ dueOn: '2027-01-05', provisional: false });
    expect(book.pending(opening)).toEqual([
      '2026-12-09 09:00 correction:2027-01-05',
      '2026-12-29 09:00 reminder:7',
      '2026-12-31 09:00 reminder:1',
      '2027-01-06 09:00 draft:order-to-rectify',
      '2027-01-06 09:00 overdue',
    ]);
  });

  test('with a make-up day in the December before moves the date earlier', () => {
    const book = project('2026-06-26', '2026-06-26T10:00:00+08:00').until('2026-11-20T10:00:00+08:00');
    expect(book.duty(opening).dueOn).toBe('2026-12-28');
    book.enter(madeUp(2027, ['2027-01-01', '2027-01-04'], ['2026-12-26']));
    expect(book.duty(opening)).toMatchObject({ dueOn: '2026-12-26', provisional: false });
    expect(book.pending(opening).at(-1)).toBe('2026-12-28 09:00 overdue');
  });

  test('does not touch a duty by the hour', () => {
    const book = new DutyBook('baixiang', 'case', '2027-03-09T10:05:00+08:00');
    book.record({ office: 'archives', evidenceSecuredAt: '2027-03-09T10:00:00+08:00' });
    const { dueAt, overdueFrom } = book.duty(formalities);
    book.enter(madeUp(2027, ['2027-03-10'], []));
    expect(book.duty(formalities)).toMatchObject({
      dueAt,
      overdueFrom,
      actBy: '2027-03-09',
      provisional: false,
    });
  });
});

describe('settings that change', () => {
  test('leads move the reminders to come; what has passed is not made up for', () => {
    const book = project('2026-01-10', '2026-01-12T10:00:00+08:00').until('2026-06-20T10:00:00+08:00');
    book.set({ reminderLeads: { long: [60, 14, 2] } });
    expect(book.pending(opening)).toEqual([
      '2026-06-26 09:00 reminder:14',
      '2026-07-08 09:00 reminder:2',
      '2026-07-13 09:00 draft:order-to-rectify',
      '2026-07-13 09:00 overdue',
    ]);
    expect(book.plan()).toEqual([]);
  });

  test('the send hour moves all that is to come', () => {
    const book = project('2026-01-10', '2026-01-12T10:00:00+08:00');
    book.set({ sendHour: 14 });
    expect(book.pending(opening)).toEqual([
      '2026-06-10 14:00 reminder:30',
      '2026-07-03 14:00 reminder:7',
      '2026-07-09 14:00 reminder:1',
      '2026-07-13 14:00 draft:order-to-rectify',
      '2026-07-13 14:00 overdue',
    ]);
  });

  test('another reading gives other duties', () => {
    const book = project('2026-07-10', '2026-07-13T10:00:00+08:00');
    const years = (): string[] =>
      [...book.duties.values()]
        .filter(({ ruleId, closed }) => ruleId === yearly && !closed)
        .map(({ key }) => key)
        .sort();
    expect(years()).toEqual(['2027']);
    book.set({ readings: { [yearly]: { first: 'started-on' } } });
    expect(years()).toEqual(['2026', '2027']);
    book.set({ readings: {} });
    expect(years()).toEqual(['2027']);
  });
});

describe('what fell due before it is tracked', () => {
  test('is listed, overdue, and never pursued', () => {
    const book = new DutyBook('hongjiang', 'project', '2026-09-07T10:00:00+08:00', {
      trackFrom: '2026-09-07',
    });
    const changes = book.record({ startedOn: '2026-01-10' });
    const duty = book.duty(opening);
    expect(duty).toMatchObject({ pursuit: 'untracked', steps: [] });
    expect(statusOf(duty, book.now)).toBe('overdue');
    expect(changes.find(({ record }) => record.id === duty.id)).toMatchObject({
      schedule: [],
    });
  });

  test('due on the first tracked day is tracked', () => {
    expect(project('2026-03-07', '2026-09-07T08:00:00+08:00', '2026-09-07').duty(opening)).toMatchObject({
      dueOn: '2026-09-07',
      pursuit: 'active',
    });
    expect(project('2026-03-04', '2026-09-07T08:00:00+08:00', '2026-09-07').duty(opening)).toMatchObject({
      dueOn: '2026-09-04',
      pursuit: 'untracked',
    });
  });

  test('waits for an officer once tracking begins earlier', () => {
    const book = project('2026-01-10', '2026-09-07T10:00:00+08:00', '2026-09-07');
    const changes = book.set({ trackFrom: '2026-07-01' });
    expect(book.duty(opening).pursuit).toBe('unconfirmed');
    expect(
      changes.filter(({ record }) => record.pursuit === 'unconfirmed').map(({ record }) => record.ruleId),
    ).toEqual([opening]);
    expect(book.pending(opening)).toEqual([]);
  });

  test('is dropped from pursuit once tracking begins later', () => {
    const book = project('2026-01-10', '2026-01-12T10:00:00+08:00');
    book.set({ trackFrom: '2026-08-01' });
    expect(book.duty(opening)).toMatchObject({ pursuit: 'untracked', steps: [] });
  });
});

describe('what is late when it is entered', () => {
  test('is overdue at once; the bureau is told, the unit is not', () => {
    const book = new DutyBook('hongjiang', 'project', '2026-09-07T10:00:00+08:00');
    const changes = book.record({ startedOn: '2026-01-10' });
    expect(book.duty(opening)).toMatchObject({ pursuit: 'unconfirmed', steps: [] });
    expect(lastEntry(book.duty(opening))).toContain('待工作人员确认');
    expect(
      changes.filter(({ record }) => record.pursuit === 'unconfirmed').map(({ record }) => record.ruleId),
    ).toEqual([opening]);
  });

  test('is so from the moment on which it is late, and not before', () => {
    expect(project('2026-01-10', '2026-07-10T23:59:59+08:00').duty(opening).pursuit).toBe('active');
    expect(project('2026-01-10', '2026-07-11T00:00:00+08:00').duty(opening).pursuit).toBe('unconfirmed');
  });

  test('stays with the officer when the duties are reconciled again', () => {
    const book = project('2026-01-10', '2026-09-07T10:00:00+08:00');
    expect(book.plan()).toEqual([]);
    expect(book.until('2026-09-14T10:00:00+08:00').plan()).toEqual([]);
  });
});

describe('an extension', () => {
  const extended = (until: string): DutyBook => {
    const book = project('2026-01-10', '2026-01-12T10:00:00+08:00').until('2026-06-20T10:00:00+08:00');
    book.edit(opening, extension(until));
    book.plan();
    return book;
  };

  test('takes the due day’s place for reminders and lateness', () => {
    const book = extended('2026-08-31');
    expect(book.duty(opening)).toMatchObject({
      dueOn: '2026-07-10',
      extendedTo: '2026-08-31',
      actBy: '2026-08-31',
    });
    expect(book.pending(opening)).toEqual([
      '2026-07-31 09:00 reminder:30',
      '2026-08-24 09:00 reminder:7',
      '2026-08-28 09:00 reminder:1',
      '2026-09-01 09:00 draft:order-to-rectify',
      '2026-09-01 09:00 overdue',
    ]);
  });

  test('is kept while it is later than the due day; the day that was told stays, so nobody is told anew', () => {
    const book = extended('2026-08-31').until('2026-08-03T10:00:00+08:00');
    const before = book.pending(opening);
    book.record({ startedOn: '2026-02-10' });
    expect(book.duty(opening)).toMatchObject({ dueOn: '2026-08-10', extendedTo: '2026-08-31' });
    expect(book.pending(opening)).toEqual(before);
    expect(book.plan()).toEqual([]);
  });

  test('is dropped in silence where the due day itself is that very day', () => {
    const book = extended('2026-09-10').until('2026-08-03T10:00:00+08:00');
    const before = book.pending(opening);
    book.record({ startedOn: '2026-03-10' });
    expect(book.duty(opening)).toMatchObject({ dueOn: '2026-09-10', extendedTo: undefined });
    expect(book.pending(opening)).toEqual(before);
  });

  test('is dropped once the due day itself is later', () => {
    const book = extended('2026-08-31').until('2026-08-03T10:00:00+08:00');
    book.record({ startedOn: '2026-03-10' });
    expect(book.duty(opening)).toMatchObject({
      dueOn: '2026-09-10',
      extendedTo: undefined,
      actBy: '2026-09-10',
    });
    expect(book.pending(opening)[0]).toBe('2026-08-04 09:00 correction:2026-09-10');
    expect(book.pending(opening).at(-1)).toBe('2026-09-11 09:00 overdue');
  });
});
