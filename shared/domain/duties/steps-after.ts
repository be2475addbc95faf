import { formatDay } from '../time/day.ts';
import { nextSendTime } from '../time/dates.ts';
import { type Instant } from '../time/instant.ts';
import type { Occurrence } from './due/occurrence.ts';
import { floorOf, ordered, stepId, stepsOf } from './schedule.ts';
import type { Moved, Planning } from './planning.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';

/** The steps of a changed duty. Past steps stay as they were, and no past step is added. */
export function stepsAfter(
  existing: ObligationRecord,
  occurrence: Occurrence,
  planning: Planning,
  move: Moved,
  pursuit: ObligationRecord['pursuit'],
  datedAt: Instant,
): StepRecord[] {
  if (pursuit !== 'active') return existing.steps.filter((step) => step.at <= planning.now);
  const { now, policy } = planning;
  const resumed = existing.pursuit !== 'active' ? now : undefined;
  const wanted = stepsOf(
    occurrence.rule,
    policy,
    move.effective,
    formatDay(occurrence.arisesOn),
    floorOf(formatDay(occurrence.arisesOn), datedAt),
    resumed,
  );
  const before = new Map(existing.steps.map((step) => [stepId(step), step]));
  const result = wanted.flatMap((step): StepRecord[] => {
    if (step.at > now) return [step];
    const old = before.get(stepId(step));
    if (!move.moved && old) return [old];
    if (!move.moved && step.kind === 'reminder') return [];
    return [{ ...step, at: laterSend(step, planning, move) }];
  });
  // Once the duty has moved or come back, a correction that was not sent yet states a date that is no longer
  // true.
  const stillTrue = !move.moved && existing.closed === undefined;
  const kept = existing.steps.filter(
    (step) =>
      (step.at <= now || step.kind === 'returned' || (step.kind === 'correction' && stillTrue)) &&
      !result.some((other) => stepId(other) === stepId(step)),
  );
  const beside = result.filter((step) => !kept.some((other) => standsFor(other, step)));
  return ordered([...kept, ...beside]);
}

/** A correction replaces the entry reminder that would be sent at the same moment. */
export function standsFor(correction: StepRecord, step: StepRecord): boolean {
  return (
    correction.kind === 'correction' &&
    step.kind === 'reminder' &&
    step.key === 'entry' &&
    step.at === correction.at
  );
}

function laterSend(step: StepRecord, planning: Planning, move: Moved): Instant {
  if (move.effective.dueAt !== undefined) return planning.now > step.at ? planning.now : step.at;
  const next = nextSendTime(planning.policy.calendar, planning.now, planning.policy.settings.sendHour);
  return step.at >= planning.now ? step.at : next;
}
