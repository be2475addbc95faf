import { expect, test } from 'vitest';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { hours, instant, plus, type Instant } from '../../shared/domain/time/instant.ts';
import { after, isLate, latenessOf, stateOf, statusOf } from '../../shared/domain/duties/state.ts';
import { dutyIn, type Shape } from '../support/bureaus/registers.ts';
import { ruleOf } from '../support/deadlines/deadlines.ts';
import type { ObligationRecord } from '../../shared/records/obligation.ts';

/** What people see of a duty, and what counts as late. */

const shape: Shape = { own: 'mail', parent: 'absent', desk: false, staff: 'nobody', named: false };
const rule = ruleOf('hongjiang', 'key-project-archives/registration-after-start');
const overdueFrom = instant('2026-07-11T00:00:00+08:00');
const arises = instant('2026-01-10T00:00:00+08:00');
const duty = (change: Partial<ObligationRecord> = {}): ObligationRecord => ({
  ...dutyIn('hongjiang', rule, 'project', 'reminder', shape).obligation,
  arisesOn: '2026-01-10',
  overdueFrom,
  ...change,
});
const closed = (how: NonNullable<ObligationRecord['closed']>['how']): Partial<ObligationRecord> => ({
  closed: { how, on: '2026-07-20', at: overdueFrom, by: SYSTEM },
});
const report = (state: 'pending' | 'returned'): Partial<ObligationRecord> => ({
  report: { state, on: '2026-07-09', at: overdueFrom, by: SYSTEM },
});

test.each<readonly [string, Instant, Partial<ObligationRecord>]>([
  ['upcoming', plus(arises, -1), {}],
  ['open', arises, {}],
  ['open', plus(overdueFrom, -1), {}],
  ['overdue', overdueFrom, {}],
  ['overdue', overdueFrom, report('pending')],
  ['fulfilled', plus(overdueFrom, hours(999)), closed('fulfilled')],
  ['fulfilled-late', overdueFrom, closed('fulfilled-late')],
  ['waived', overdueFrom, closed('waived')],
  ['superseded', plus(arises, -1), closed('superseded')],
])('the status is %s at %d with %o', (status, now, change) => {
  expect(statusOf(duty(change), now)).toBe(status);
});

test.each([
  ['active', 'late', true],
  ['unconfirmed', 'unconfirmed', false],
  ['untracked', 'untracked', false],
  ['none', 'not-pursued', false],
] as const)('overdue and pursued as %s is %s; it counts as late: %s', (pursuit, lateness, late) => {
  expect(latenessOf(duty({ pursuit }), overdueFrom)).toBe(lateness);
  expect(isLate(duty({ pursuit }), overdueFrom)).toBe(late);
  expect(latenessOf(duty({ pursuit }), plus(overdueFrom, -1))).toBeUndefined();
  expect(isLate(duty({ pursuit, ...closed('fulfilled-late') }), overdueFrom)).toBe(false);
});

test.each<readonly [string, Partial<ObligationRecord>]>([
  ['open', {}],
  ['open', report('returned')],
  ['reported', report('pending')],
  ['fulfilled', closed('fulfilled')],
  ['fulfilled', closed('fulfilled-late')],
  ['waived', { ...closed('waived'), ...report('pending') }],
  ['superseded', closed('superseded')],
])('the state is %s with %o', (state, change) => {
  expect(stateOf(duty(change))).toBe(state);
});

test('a duty that is done is not reported on; a report is confirmed or returned', () => {
  expect(after('reported', 'confirm-report')).toBe('fulfilled');
  expect(after('reported', 'return-report')).toBe('open');
  expect(after('fulfilled', 'confirm-report')).toBeUndefined();
});
