import chineseDays from 'chinese-days';
import { DateTime, FixedOffsetZone } from 'luxon';

/** The same computation as a program would make it with luxon and chinese-days alone. */

const zone = FixedOffsetZone.instance(8 * 60);
const SEND_HOUR = 9;

export type Period =
  | { readonly kind: 'after'; readonly event: string; readonly months: number }
  | { readonly kind: 'before'; readonly event: string; readonly months: number }
  | { readonly kind: 'on'; readonly day: string };

export interface PeerDates {
  readonly dueOn: string;
  readonly actBy: string;
  readonly overdueFrom: number;
  readonly reminders: readonly number[];
}

const rest = (date: DateTime): boolean => !chineseDays.isWorkday(date.toFormat('yyyy-MM-dd'));

function onOrAfter(date: DateTime): DateTime {
  let found = date;
  while (rest(found)) found = found.plus({ days: 1 });
  return found;
}

function onOrBefore(date: DateTime): DateTime {
  let found = date;
  while (rest(found)) found = found.minus({ days: 1 });
  return found;
}

function dueOf(period: Period): { readonly due: DateTime; readonly late: DateTime } {
  if (period.kind === 'after') {
    const due = onOrAfter(DateTime.fromISO(period.event, { zone }).plus({ months: period.months }));
    return { due, late: due.plus({ days: 1 }) };
  }
  if (period.kind === 'before') {
    const due = DateTime.fromISO(period.event, { zone }).minus({ months: period.months });
    return { due, late: due.plus({ days: 1 }) };
  }
  const due = DateTime.fromISO(period.day, { zone });
  return { due, late: onOrAfter(due).plus({ days: 1 }) };
}

function remindersOf(due: DateTime, floor: DateTime, leads: readonly number[]): number[] {
  const kept: number[] = [];
  let missed = false;
  for (const lead of leads) {
    const at = onOrBefore(due.minus({ days: lead })).set({ hour: SEND_HOUR });
    if (at < floor) missed = true;
    else if (kept.at(-1) !== at.toMillis()) kept.push(at.toMillis());
  }
  if (!missed) return kept;
  const today = floor.startOf('day');
  const first = floor <= today.set({ hour: SEND_HOUR }) ? today : today.plus({ days: 1 });
  const entry = onOrAfter(first).set({ hour: SEND_HOUR });
  if (entry.startOf('day') > due || kept[0] === entry.toMillis()) return kept;
  return [entry.toMillis(), ...kept];
}

export function peerDates(period: Period, arisesOn: string, leads: readonly number[]): PeerDates {
  const { due, late } = dueOf(period);
  return {
    dueOn: due.toFormat('yyyy-MM-dd'),
    actBy: onOrBefore(due).toFormat('yyyy-MM-dd'),
    overdueFrom: late.toMillis(),
    reminders: remindersOf(due, DateTime.fromISO(arisesOn, { zone }), leads),
  };
}
