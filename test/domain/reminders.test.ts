import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedDate, hoursAfter, nextSendTime } from '../../shared/domain/time/dates.ts';
import { addDays, type Day } from '../../shared/domain/time/day.ts';
import { at, dayOf, hours, minuteOfDay, plus, type Instant } from '../../shared/domain/time/instant.ts';
import { remindersOf, type ReminderPlan } from '../../shared/domain/duties/reminders.ts';
import type { WorkCalendar } from '../../shared/domain/time/calendar.ts';
import { anyCalendar, anyDay, anyInstant, daysFrom } from '../support/chance/arbitraries.ts';

const longestFirst = (leads: readonly number[]): number[] => [...leads].sort((a, b) => b - a);

const plans = fc.record({
  leadDays: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 5 }).map(longestFirst),
  leadHours: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }).map(longestFirst),
  sendHour: fc.integer({ min: 0, max: 23 }),
});

/** A due day, and an instant up to 70 days before or 5 after it from which the duty is known. */
const duty = fc
  .tuple(anyDay, fc.integer({ min: -70 * 1440, max: 5 * 1440 }))
  .map(([dueOn, minutes]) => ({ dueOn, floor: plus(at(dueOn, 0), minutes * 60_000) }));

interface Sent {
  readonly keys: readonly string[];
  readonly times: readonly Instant[];
}

const sent = (calendar: WorkCalendar, dueOn: Day, floor: Instant, plan: ReminderPlan): Sent => {
  const reminders = remindersOf(calendar, fixedDate(calendar, dueOn), floor, plan);
  return { keys: reminders.map(({ key }) => key), times: reminders.map((reminder) => reminder.at) };
};

describe('reminders by the day', () => {
  test('leave on working days at the send hour', () => {
    fc.assert(
      fc.property(anyCalendar, duty, plans, (calendar, { dueOn, floor }, plan) => {
        const { times } = sent(calendar, dueOn, floor, plan);
        expect(times.filter((time) => calendar.isRest(dayOf(time)))).toEqual([]);
        expect(times.filter((time) => minuteOfDay(time) !== plan.sendHour * 60)).toEqual([]);
      }),
    );
  });

  test('are strictly one after the other, none before the duty is known, none after its due day', () => {
    fc.assert(
      fc.property(anyCalendar, duty, plans, (calendar, { dueOn, floor }, plan) => {
        const { times } = sent(calendar, dueOn, floor, plan);
        expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? time))).toBe(true);
        expect(times.filter((time) => time < floor || dayOf(time) > dueOn)).toEqual([]);
      }),
    );
  });

  test('are no more than there are leads, and one at most stands in place of all missed: the first', () => {
    fc.assert(
      fc.property(anyCalendar, duty, plans, (calendar, { dueOn, floor }, plan) => {
        const { keys } = sent(calendar, dueOn, floor, plan);
        expect(keys.length).toBeLessThanOrEqual(plan.leadDays.length);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.slice(1)).not.toContain('entry');
      }),
    );
  });

  test('are the leads’ own days that are not missed, and the first send time where one is', () => {
    fc.assert(
      fc.property(anyCalendar, duty, plans, (calendar, { dueOn, floor }, plan) => {
        const own = plan.leadDays.map((lead) =>
          at(calendar.onOrBefore(addDays(dueOn, -lead)), plan.sendHour),
        );
        const missed = own.some((time) => time < floor);
        const next = nextSendTime(calendar, floor, plan.sendHour);
        const wanted = own.filter((time) => time >= floor);
        if (missed && dayOf(next) <= dueOn) wanted.push(next);
        expect(sent(calendar, dueOn, floor, plan).times).toEqual([...new Set(wanted)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('reminders by the hour', () => {
  const known = fc.integer({ min: -60, max: 27 * 60 });

  test('leave to the minute, wait for nothing, and stop with the hours', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, known, plans, (calendar, event, after, plan) => {
        const dates = hoursAfter(calendar, event, 24);
        const end = plus(event, hours(24));
        const floor = plus(event, after * 60_000);
        const own = plan.leadHours.map((lead) => plus(end, -hours(lead)));
        const wanted = own.filter((time) => time >= floor);
        if (own.some((time) => time < floor) && floor < end) wanted.push(floor);
        const times = remindersOf(calendar, dates, floor, plan).map((reminder) => reminder.at);
        expect(times).toEqual([...new Set(wanted)].sort((a, b) => a - b));
        expect(times.filter((time) => time >= end)).toEqual([]);
      }),
    );
  });
});

test('the next send time is a working day at the send hour, and no such time lies between', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, fc.integer({ min: 0, max: 23 }), (calendar, from, hour) => {
      const next = nextSendTime(calendar, from, hour);
      expect(next).toBeGreaterThanOrEqual(from);
      expect(minuteOfDay(next)).toBe(hour * 60);
      expect(calendar.isRest(dayOf(next))).toBe(false);
      const passed = daysFrom(dayOf(from), addDays(dayOf(next), -1)).filter(
        (on) => !calendar.isRest(on) && at(on, hour) >= from,
      );
      expect(passed).toEqual([]);
    }),
  );
});
