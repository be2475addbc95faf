import { expect, test } from 'vitest';
import { isLate, nearnessOf } from '../../web/src/features/duties/nearness.ts';

const duty = { dueOn: '2026-03-08', status: 'open' } as const;

test('a day ahead is counted down, a pursued day past is late', () => {
  expect(nearnessOf(duty, '2026-03-05')).toEqual({ is: 'left', days: 3 });
  expect(nearnessOf(duty, '2026-03-08')).toEqual({ is: 'left', days: 0 });
  expect(nearnessOf({ ...duty, status: 'overdue', lateness: 'late' }, '2026-03-10')).toEqual({
    is: 'late',
    days: 2,
  });
  expect(nearnessOf({ ...duty, status: 'fulfilled' }, '2026-03-10')).toBeUndefined();
});

test.each(['untracked', 'unconfirmed', 'not-pursued'] as const)(
  'what is %s is past, not late',
  (lateness) => {
    const past = { ...duty, status: 'overdue', lateness } as const;
    expect(isLate(past)).toBe(false);
    expect(nearnessOf(past, '2026-03-10')).toEqual({ is: 'past', days: 2 });
  },
);

test('a due day on a rest day that has passed is not late yet, and no day is below zero', () => {
  expect(nearnessOf(duty, '2026-03-09')).toEqual({ is: 'grace', days: 1 });
});
