import { describe, expect, test } from 'vitest';
import { FACTS } from '../../shared/domain/actor.ts';
import { DutyBook, lastEntry } from '../support/deadlines/duty-book.ts';

/** Duties that the facts alone say are done: when, and what becomes of them when the facts change. */

const hearing = 'policy-goals/annual-hearing';
const education = 'policy-goals/continuing-education';

const archivist = (now: string): DutyBook => {
  const book = new DutyBook('liaoning', 'archivist', `${now}:00+08:00`);
  book.plan();
  return book;
};

describe('a number that is reached', () => {
  test('later closes the duty on the day on which it was recorded, without a notice', () => {
    const book = archivist('2026-05-06T10:00');
    expect(book.duty(education, '2026').closed).toBeUndefined();
    const { version } = book.duty(education, '2026');
    const changes = book.until('2026-06-03T10:00:00+08:00').record({ classHours: { '2026': 200 } });
    const duty = book.duty(education, '2026');
    expect(duty).toMatchObject({
      version: version + 1,
      closed: { how: 'fulfilled', on: '2026-06-03', by: FACTS, at: book.now },
    });
    expect(lastEntry(duty)).toBe('根据登记的事实视为完成（2026-06-03）');
    expect(changes.find(({ record }) => record.id === duty.id)).toMatchObject({
      schedule: [],
    });
    expect(book.plan()).toEqual([]);
  });

  test('and is recorded after the due day counts as reached on that day', () => {
    const book = archivist('2026-05-06T10:00');
    book.until('2027-03-03T10:00:00+08:00').record({ classHours: { '2026': 200 } });
    const duty = book.duty(education, '2026');
    expect(duty.closed).toMatchObject({ how: 'fulfilled', on: duty.dueOn });
  });

  test('and is corrected to less opens the duty again', () => {
    const book = archivist('2026-05-06T10:00');
    book.record({ classHours: { '2026': 200 } });
    book.until('2026-06-03T10:00:00+08:00').record({ classHours: { '2026': 1 } });
    const duty = book.duty(education, '2026');
    expect(duty.closed).toBeUndefined();
    expect(lastEntry(duty)).toBe('登记的事实已更正，恢复为未办结');
  });

  test('and was closed by a person stays as that person closed it', () => {
    const book = archivist('2026-05-06T10:00');
    const by = { role: 'bureau-leader', sub: 'zhang' } as const;
    const closed = { how: 'waived', on: '2026-05-07', at: book.now, by } as const;
    book.edit(education, { closed }, '2026');
    book.record({ classHours: { '2026': 200 } });
    expect(book.duty(education, '2026').closed).toEqual(closed);
  });
});

describe('days that are recorded', () => {
  test('close the duty of their year on the first of them', () => {
    const book = new DutyBook('liaoning', 'government', '2026-10-12T10:00:00+08:00');
    book.record({ level: 'county', heardOn: ['2026-09-01', '2026-04-20', '2026-06-01', '2025-03-01'] });
    expect(book.duty(hearing, '2026').closed).toMatchObject({ how: 'fulfilled', on: '2026-04-20' });
  });
});
