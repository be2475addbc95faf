import { expect, test } from 'vitest';
import { DutyBook } from '../support/deadlines/duty-book.ts';

const AFTER_START = 'key-project-archives/registration-after-start';

/** What holds at the very moment of a boundary. */

test.each([
  ['at the moment from which it is late', '2026-07-07T00:00:00+08:00', 'active'],
  ['a minute before', '2026-07-06T23:59:00+08:00', 'unconfirmed'],
])('a date that moves into the past %s', (_, moment, pursuit) => {
  const duties = new DutyBook('hongjiang', 'project', '2026-01-06T10:00:00+08:00');
  duties.record({ startedOn: '2026-01-05' });
  duties.until(moment).record({ startedOn: '2025-12-05' });
  const opening = [...duties.duties.values()].find(({ ruleId }) => ruleId === AFTER_START);
  expect(opening).toMatchObject({ dueOn: '2026-06-05', pursuit });
});

test('of two hearings in a year the first meets the duty', () => {
  const duties = new DutyBook('liaoning', 'government', '2026-01-06T10:00:00+08:00');
  duties.until('2026-11-02T10:00:00+08:00').record({ heardOn: ['2026-09-01', '2026-05-04', '2026-10-09'] });
  const hearing = [...duties.duties.values()].find(({ period }) => period === '2026');
  expect(hearing?.closed).toMatchObject({ how: 'fulfilled', on: '2026-05-04' });
});
