import { describe, expect, test } from 'vitest';
import {
  busyAfter,
  busyUntil,
  grant,
  leftToday,
  nothingSpent,
  refused,
  roomFor,
} from '../../shared/domain/notices/pace.ts';
import { hours, instant, minutes, plus } from '../../shared/domain/time/instant.ts';

/** Turns at a provider that takes ten messages a second and a thousand a day. */

const now = instant('2026-09-22T09:00:00+08:00');
const limits = { perSecond: 10, perDay: 1_000 };
const fresh = nothingSpent(limits, now);

describe('turns', () => {
  test('follow each other at the rate, whoever takes them', () => {
    const one = grant(fresh, limits, 25, 'urgent', now);
    expect(one).toMatchObject({ granted: 25, from: now, gap: 100 });
    const other = grant(one.spent, limits, 5, 'urgent', plus(now, 300));
    expect(other.from).toBe(plus(now, 2_500));
    expect(other.spent.through).toBe(plus(now, 3_000));
  });

  test('that nobody took in time are not caught up with', () => {
    const later = plus(now, minutes(10));
    expect(grant(fresh, limits, 10, 'urgent', later).from).toBe(later);
  });

  test('are given no further ahead than a process waits; the rest asks again', () => {
    const { granted, later } = grant(fresh, { perSecond: 10 }, 5_000, 'later', now);
    expect(granted).toBe(1_000);
    expect(later).toBe(plus(now, minutes(1)));
    const daily = grant(grant(fresh, limits, 300, 'later', now).spent, limits, 1, 'daily', now);
    expect(daily.granted).toBe(0);
  });

  test('of a day are given until its limit, each rank with what it leaves to others', () => {
    const reminders = grant(fresh, limits, 1_000, 'later', now);
    expect(reminders.granted).toBe(900);
    const at = plus(now, minutes(5));
    const mails = grant(reminders.spent, limits, 1_000, 'daily', at);
    expect(mails.granted).toBe(50);
    const urgent = grant(mails.spent, limits, 1_000, 'urgent', plus(at, minutes(1)));
    expect(urgent.granted).toBe(50);
    expect(leftToday(urgent.spent, limits, 'urgent', plus(now, hours(24)))).toBe(0);
    expect(leftToday(urgent.spent, limits, 'urgent', plus(now, hours(25)))).toBe(1_000);
    expect(grant(urgent.spent, limits, 1, 'urgent', plus(now, hours(1))).later).toBeGreaterThan(
      plus(now, hours(24)),
    );
  });
});

describe('a refusal', () => {
  test('of the rate halves it once, and it rises again minute by minute to the limit', () => {
    const slower = refused(fresh, limits, 'rate', now);
    expect(slower?.rate).toBe(5);
    expect(slower && refused(slower, limits, 'rate', plus(now, 1_000))).toBeUndefined();
    expect(slower && refused(slower, limits, 'rate', plus(now, 6_000))?.rate).toBe(2.5);
    const rates: number[] = [];
    for (let minute = 1, spent = slower ?? fresh; minute <= 5; minute += 1) {
      ({ spent } = grant(spent, limits, 1, 'urgent', plus(now, minutes(minute))));
      rates.push(spent.rate);
    }
    expect(rates).toEqual([6.25, 7.8125, 9.765625, 10, 10]);
  });

  test('of the day’s limit stops everything for a quarter of an hour, then for an hour', () => {
    const shut = refused(fresh, limits, 'day', now);
    expect(shut?.shutUntil).toBe(plus(now, minutes(15)));
    expect(shut && refused(shut, limits, 'day', plus(now, 1_000))).toBeUndefined();
    expect(shut && grant(shut, limits, 5, 'urgent', plus(now, minutes(1)))).toMatchObject({
      granted: 0,
      later: plus(now, minutes(15)),
    });
    expect(shut && refused(shut, limits, 'day', plus(now, minutes(16)))?.shutUntil).toBe(
      plus(now, minutes(76)),
    );
  });
});

describe('what the sweep hands over', () => {
  test('is a minute and a half of work, less what those who send still have', () => {
    expect(roomFor(fresh, { perSecond: 10 }, now, 'later', now)).toBe(900);
    const { spent } = grant(fresh, limits, 300, 'later', now);
    const busy = busyUntil(spent, busyAfter(fresh, now, 600), now);
    expect(busy).toBe(plus(now, 60_000));
    expect(roomFor(spent, { perSecond: 10 }, busy, 'later', now)).toBe(300);
  });

  test('does not wait for work that made no letters', () => {
    expect(busyUntil(fresh, plus(now, 60_000), plus(now, 1_000))).toBe(plus(now, 1_000));
  });

  test('holds reminders back where the day’s limit is reached, and not what may make no letter', () => {
    const shut = { ...fresh, shutUntil: plus(now, minutes(15)) };
    expect(roomFor(shut, limits, now, 'later', now)).toBe(0);
    expect(roomFor(shut, limits, now, 'urgent', now)).toBe(900);
  });
});
