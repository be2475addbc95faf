import { describe, expect, test } from 'vitest';
import { statusOf } from '../../shared/domain/duties/state.ts';
import { DutyBook, lastEntry } from '../support/deadlines/duty-book.ts';

const opening = 'key-project-archives/registration-after-start';
const yearly = 'key-project-archives/registration-yearly';
const application = 'key-project-archives/acceptance-application';

/** A project started on 10 January 2026, entered two days later: its opening form is due on 10 July. */
function project(until = '2026-01-12T10:00:00+08:00'): DutyBook {
  const book = new DutyBook('hongjiang', 'project', '2026-01-12T10:00:00+08:00');
  book.record({ startedOn: '2026-01-10' });
  return book.until(until);
}

const afterFirstReminder = '2026-06-20T10:00:00+08:00';

test('a new duty has its dates and all that is to be done', () => {
  const book = project();
  expect(book.duty(opening)).toMatchObject({
    arisesOn: '2026-01-10',
    dueOn: '2026-07-10',
    actBy: '2026-07-10',
    pursuit: 'active',
    provisional: false,
    closed: undefined,
  });
  expect(book.pending(opening)).toEqual([
    '2026-06-10 09:00 reminder:30',
    '2026-07-03 09:00 reminder:7',
    '2026-07-09 09:00 reminder:1',
    '2026-07-13 09:00 draft:order-to-rectify',
    '2026-07-13 09:00 overdue',
  ]);
});

describe('a start that is corrected', () => {
  test('to a later day moves the pending steps later, and tells the new date once', () => {
    const book = project(afterFirstReminder);
    const changes = book.record({ startedOn: '2026-03-10' });
    expect(book.duty(opening)).toMatchObject({
      arisesOn: '2026-03-10',
      dueOn: '2026-09-10',
      pursuit: 'active',
    });
    expect(book.pending(opening)).toEqual([
      '2026-06-22 09:00 correction:2026-09-10',
      '2026-08-11 09:00 reminder:30',
      '2026-09-03 09:00 reminder:7',
      '2026-09-09 09:00 reminder:1',
      '2026-09-11 09:00 draft:order-to-rectify',
      '2026-09-11 09:00 overdue',
    ]);
    const own = changes.find(({ record }) => record.ruleId === opening);
    expect(own?.schedule.map((step) => step.kind)).toEqual([
      'correction',
      'reminder',
      'reminder',
      'reminder',
      'draft',
      'overdue',
    ]);
    expect(lastEntry(book.duty(opening))).toBe('到期日由2026-07-10改为2026-09-10');
  });

  test('to an earlier day moves them earlier; the correction stands for the reminder that was missed', () => {
    const book = project(afterFirstReminder);
    book.record({ startedOn: '2026-01-05' });
    expect(book.duty(opening).dueOn).toBe('2026-07-06');
    expect(book.pending(opening)).toEqual([
      '2026-06-22 09:00 correction:2026-07-06',
      '2026-06-29 09:00 reminder:7',
      '2026-07-03 09:00 reminder:1',
      '2026-07-07 09:00 draft:order-to-rectify',
      '2026-07-07 09:00 overdue',
    ]);
  });

  test('before anybody was told needs no correction; missed reminders become one', () => {
    const book = project('2026-05-20T10:00:00+08:00');
    book.record({ startedOn: '2025-12-12' });
    expect(book.duty(opening).dueOn).toBe('2026-06-12');
    expect(book.pending(opening)).toEqual([
      '2026-05-21 09:00 reminder:entry',
      '2026-06-05 09:00 reminder:7',
      '2026-06-11 09:00 reminder:1',
      '2026-06-15 09:00 draft:order-to-rectify',
      '2026-06-15 09:00 overdue',
    ]);
  });
});

describe('a start that is corrected', () => {
  test('into the past is late at once, waits for an officer and sends nothing', () => {
    const book = project(afterFirstReminder);
    const changes = book.record({ startedOn: '2025-11-10' });
    const duty = book.duty(opening);
    expect(duty).toMatchObject({ dueOn: '2026-05-11', pursuit: 'unconfirmed' });
    expect(statusOf(duty, book.now)).toBe('overdue');
    expect(book.pending(opening)).toEqual([]);
    expect(changes.find(({ record }) => record.id === duty.id)).toMatchObject({
      schedule: [],
    });
  });

  test('from the past back into the future is pursued again from now on', () => {
    const book = project(afterFirstReminder);
    book.record({ startedOn: '2025-11-10' });
    book.until('2026-06-24T10:00:00+08:00').record({ startedOn: '2026-01-10' });
    expect(book.duty(opening).pursuit).toBe('active');
    expect(book.pending(opening)).toEqual([
      '2026-06-25 09:00 reminder:entry',
      '2026-07-03 09:00 reminder:7',
      '2026-07-09 09:00 reminder:1',
      '2026-07-13 09:00 draft:order-to-rectify',
      '2026-07-13 09:00 overdue',
    ]);
  });

  test('when the duty is late and pursued already goes on being pursued', () => {
    const book = project('2026-07-20T10:00:00+08:00');
    book.record({ startedOn: '2026-01-05' });
    expect(book.duty(opening)).toMatchObject({ dueOn: '2026-07-06', pursuit: 'active' });
    expect(book.pending(opening)).toContain('2026-07-21 09:00 correction:2026-07-06');
  });

  test('takes what is late out of lateness', () => {
    const book = project('2026-07-20T10:00:00+08:00');
    expect(statusOf(book.duty(opening), book.now)).toBe('overdue');
    book.record({ startedOn: '2026-06-10' });
    expect(statusOf(book.duty(opening), book.now)).toBe('open');
    expect(book.pending(opening)).toContain('2026-12-11 09:00 overdue');
  });
});

describe('a start that is corrected', () => {
  test('moves the yearly forms with it: those before the new first one end, new ones arise', () => {
    const book = project();
    expect([...book.duties.values()].filter(({ ruleId }) => ruleId === yearly).map(({ key }) => key)).toEqual(
      ['2026', '2027'],
    );
    book.until('2026-12-02T10:00:00+08:00').record({ startedOn: '2026-07-10' });
    expect(book.duty(yearly, '2026').closed).toMatchObject({ how: 'superseded', on: '2026-12-02' });
    expect(book.pending(yearly, '2026')).toEqual(['2026-12-03 09:00 correction:ended']);
    expect(book.duty(yearly, '2027').closed).toBeUndefined();
  });
});

describe('a planned completion that is put off', () => {
  test('arises anew on the day on which it is recorded', () => {
    const book = new DutyBook('baixiang', 'project', '2026-08-03T10:00:00+08:00');
    book.record({ plannedCompletionAcceptanceOn: '2026-11-03' });
    expect(book.duty(application)).toMatchObject({
      arisesOn: '2026-08-03',
      dueOn: '2026-10-03',
      actBy: '2026-09-30',
    });
    book.until('2026-08-20T10:00:00+08:00').record({ plannedCompletionAcceptanceOn: '2026-12-03' });
    expect(book.duty(application)).toMatchObject({ arisesOn: '2026-08-20', dueOn: '2026-11-03' });
    expect(book.until('2026-09-07T10:00:00+08:00').plan()).toEqual([]);
    expect(book.duty(application).arisesOn).toBe('2026-08-20');
  });
});

describe('one correction', () => {
  test('goes out where a date is corrected twice before it left, with the last date', () => {
    const book = project(afterFirstReminder);
    book.record({ startedOn: '2026-03-10' });
    book.record({ startedOn: '2026-04-10' });
    expect(book.pending(opening).filter((step) => step.includes('correction'))).toEqual([
      '2026-06-22 09:00 correction:2026-10-10',
    ]);
  });

  test('is taken back where the date that was told holds again', () => {
    const book = project(afterFirstReminder);
    book.record({ startedOn: '2026-03-10' });
    book.record({ startedOn: '2026-01-10' });
    expect(book.pending(opening).filter((step) => step.includes('correction'))).toEqual([]);
    expect(book.pending(opening)).toContain('2026-07-13 09:00 overdue');
  });

  test('follows another one once that has left', () => {
    const book = project(afterFirstReminder);
    book.record({ startedOn: '2026-03-10' });
    book.until('2026-06-23T10:00:00+08:00').record({ startedOn: '2026-04-10' });
    expect(book.pending(opening).filter((step) => step.includes('correction'))).toEqual([
      '2026-06-24 09:00 correction:2026-10-10',
    ]);
  });

  test('stays as it is when the duties are reconciled again before it leaves', () => {
    const book = project(afterFirstReminder);
    book.record({ startedOn: '2026-01-05' });
    const before = book.pending(opening);
    expect(book.plan()).toEqual([]);
    book.until('2026-06-21T10:00:00+08:00');
    expect(book.plan()).toEqual([]);
    expect(book.pending(opening)).toEqual(before);
  });
});
