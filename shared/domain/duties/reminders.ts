import type { WorkCalendar } from '../time/calendar.ts';
import { type Dates, nextSendTime } from '../time/dates.ts';
import { addDays } from '../time/day.ts';
import { at, dayOf, hours, plus, type Instant } from '../time/instant.ts';

/** A reminder. `key` identifies it: `30`, `7`, `1`; `12h`; `entry` replaces the missed ones. */
export interface Reminder {
  readonly key: string;
  readonly at: Instant;
}

/** Discretionary leads: days before `dueOn`, or hours before `dueAt`, longest first. */
export interface ReminderPlan {
  readonly leadDays: readonly number[];
  readonly leadHours: readonly number[];
  /** Hour of the day in Asia/Shanghai at which notices are sent. */
  readonly sendHour: number;
}

/**
 * When the reminders of a duty are sent (rules of counting 7). A lead on a rest day moves to the working day
 * before. Two on one day become one. All that lie before `floor` (the duty arose, or was entered) become one at
 * the first working-day send time from then on, unless that is after the due day.
 */
export function remindersOf(
  calendar: WorkCalendar,
  dates: Dates,
  floor: Instant,
  plan: ReminderPlan,
): readonly Reminder[] {
  return dates.dueAt === undefined
    ? remindersByDay(calendar, dates, floor, plan)
    : remindersByHour(dates.dueAt, floor, plan);
}

function remindersByDay(
  calendar: WorkCalendar,
  dates: Dates,
  floor: Instant,
  plan: ReminderPlan,
): Reminder[] {
  const kept: Reminder[] = [];
  let missed = false;
  for (const lead of plan.leadDays) {
    const instant = at(calendar.onOrBefore(addDays(dates.dueOn, -lead)), plan.sendHour);
    if (instant < floor) missed = true;
    else if (kept[kept.length - 1]?.at !== instant) kept.push({ key: String(lead), at: instant });
    else kept[kept.length - 1] = { key: String(lead), at: instant };
  }
  if (!missed) return kept;
  const entry = nextSendTime(calendar, floor, plan.sendHour);
  if (dayOf(entry) > dates.dueOn || kept[0]?.at === entry) return kept;
  return [{ key: 'entry', at: entry }, ...kept];
}

function remindersByHour(dueAt: Instant, floor: Instant, plan: ReminderPlan): Reminder[] {
  const kept: Reminder[] = [];
  let missed = false;
  for (const lead of plan.leadHours) {
    const instant = plus(dueAt, -hours(lead));
    if (instant < floor) missed = true;
    else kept.push({ key: `${lead}h`, at: instant });
  }
  return missed && floor < dueAt && kept[0]?.at !== floor ? [{ key: 'entry', at: floor }, ...kept] : kept;
}
