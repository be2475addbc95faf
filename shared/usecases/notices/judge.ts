import { day } from '../../domain/time/day.ts';
import { nextSendTime } from '../../domain/time/dates.ts';
import { dayOf, minuteOfDay, minutes, plus, type Instant } from '../../domain/time/instant.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { type Context } from '../context.ts';
import type { Duty } from './duty.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';

/** What to do with a pointer now. */
export type Verdict =
  | { readonly kind: 'send'; readonly late: boolean }
  | { readonly kind: 'drop'; readonly why: string }
  /**
   * Never to be sent: the duty is fulfilled, or the reminder is past. Notices that a try left in the queue are
   * withdrawn.
   */
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'wait'; readonly until: Instant };

/** Decides about a step at an instant. Duties by the hour do not wait for working days or quiet hours. */
export function judge(duty: Duty, now: Instant): Verdict {
  const { obligation, step } = duty;
  const ended = step.kind === 'correction' && step.key === 'ended';
  if (obligation.closed && !(ended && obligation.closed.how === 'superseded')) return { kind: 'withdraw' };
  if (ended && !obligation.closed) return { kind: 'drop', why: 'the duty holds again' };
  if (obligation.pursuit !== 'active') return { kind: 'drop', why: `not pursued: ${obligation.pursuit}` };
  if (obligation.report?.state === 'pending') return whileReported(duty, now);
  if (step.at > now) {
    // The pointer has this very time but came early: the clock was set back, or runs behind the clock of the
    // sweep.
    return duty.pointer.at >= step.at
      ? { kind: 'wait', until: step.at }
      : { kind: 'drop', why: 'moved later' };
  }
  if (isStaleReminder(obligation, step, now)) return { kind: 'withdraw' };
  if (step.kind === 'draft' && obligation.provisional) return { kind: 'drop', why: 'a provisional date' };
  if (isLateness(step) && now < obligation.overdueFrom) return { kind: 'drop', why: 'not overdue' };
  const held = heldUntil(duty.context, now);
  if (held !== undefined) return { kind: 'wait', until: held };
  if (obligation.dueAt === undefined || step.kind === 'correction') {
    const open = openTime(duty.context, now);
    if (open > now) return { kind: 'wait', until: open };
  }
  return { kind: 'send', late: now - step.at >= LATE };
}

/**
 * Reminders and answers to earlier reports are dropped. Other steps come back each morning until the bureau has
 * answered, so that they are sent if the report is returned.
 */
function whileReported({ context, step }: Duty, now: Instant): Verdict {
  if (step.kind === 'reminder' || step.kind === 'returned')
    return { kind: 'drop', why: 'a report waits for the bureau' };
  return {
    kind: 'wait',
    until: nextSendTime(context.calendar, plus(now, minutes(1)), context.settings.sendHour),
  };
}

/** A notice that is sent more than this after its time is marked as late. */
const LATE = minutes(60);

const isLateness = (step: StepRecord): boolean =>
  step.kind === 'overdue' || step.kind === 'draft' || step.kind.startsWith('alert-');

/** After a stop, only the last of the missed reminders is sent, and none after the due day. */
function isStaleReminder(obligation: ObligationRecord, step: StepRecord, now: Instant): boolean {
  if (step.kind !== 'reminder') return false;
  const past =
    obligation.dueAt === undefined ? dayOf(now) > day(effectiveDue(obligation)) : now >= obligation.dueAt;
  return (
    past ||
    obligation.steps.some((other) => other.kind === 'reminder' && other.at > step.at && other.at <= now)
  );
}

/** A held step checks this often whether the hold was lifted. */
const HOLD_LOOK = minutes(60);

/** When to check again while nothing of the jurisdiction may be sent; undefined without a hold. */
export const heldUntil = ({ held }: Context, now: Instant): Instant | undefined =>
  held === undefined ? undefined : plus(now, HOLD_LOOK);

/** Returns `now` if notices may be sent now, else the next time at which they may. */
export function openTime(context: Context, now: Instant): Instant {
  const { calendar, settings } = context;
  const minute = minuteOfDay(now);
  const quiet = quietMinutes(settings.quietHours);
  const inside = minute >= settings.sendHour * 60 && !isQuiet(minute, quiet);
  return inside && !calendar.isRest(dayOf(now)) ? now : nextSendTime(calendar, now, settings.sendHour);
}

interface Quiet {
  readonly from: number;
  readonly to: number;
}

function quietMinutes(quiet: { readonly from: string; readonly to: string }): Quiet {
  const minuteOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return { from: minuteOf(quiet.from), to: minuteOf(quiet.to) };
}

function isQuiet(minute: number, quiet: Quiet): boolean {
  if (quiet.from === quiet.to) return false;
  return quiet.from < quiet.to
    ? minute >= quiet.from && minute < quiet.to
    : minute >= quiet.from || minute < quiet.to;
}
