import { FACTS } from '../actor.ts';
import { day, formatDay } from '../time/day.ts';
import { type Dates, nextSendTime } from '../time/dates.ts';
import { dayOf, type Instant } from '../time/instant.ts';
import { obligationIdOf } from '../ids.ts';
import type { Occurrence } from './due/occurrence.ts';
import {
  effectiveDue,
  extended,
  floorOf,
  ordered,
  sameSteps,
  stepId,
  stepsOf,
  type Policy,
} from './schedule.ts';
import { type DeadlineRule } from '../../rules/rule.ts';
import type { HistoryEntry } from '../../records/records.ts';
import { closing, metOn } from './met.ts';
import { standsFor, stepsAfter } from './steps-after.ts';
import type { Change, Planning, Moved } from './planning.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';

const entry = (planning: Planning, what: string, text: string): HistoryEntry => ({
  at: planning.now,
  by: planning.by,
  what,
  text,
});

function pursuitOf(rule: DeadlineRule, dates: Dates, planning: Planning): ObligationRecord['pursuit'] {
  if (rule.deadline.pursuit === 'none') return 'none';
  if (formatDay(dates.dueOn) < planning.policy.settings.trackFrom) return 'untracked';
  return planning.now >= dates.overdueFrom ? 'unconfirmed' : 'active';
}

function dated(
  occurrence: Occurrence,
  effective: Dates,
): Pick<ObligationRecord, 'arisesOn' | 'dueOn' | 'dueAt' | 'actBy' | 'overdueFrom' | 'provisional'> {
  return {
    arisesOn: formatDay(occurrence.arisesOn),
    dueOn: formatDay(occurrence.dates.dueOn),
    dueAt: occurrence.dates.dueAt,
    actBy: formatDay(effective.actBy),
    overdueFrom: effective.overdueFrom,
    provisional: effective.provisional,
  };
}

/** Returns the record of a duty that is not stored yet. */
export function created(occurrence: Occurrence, planning: Planning): Change {
  const { subject, policy, now } = planning;
  const { rule, dates } = occurrence;
  const arisesOn = formatDay(occurrence.arisesOn);
  const id = obligationIdOf(subject.id, rule.ruleId, occurrence.key);
  const met = metOn(occurrence, planning);
  const pursuit = pursuitOf(rule, dates, planning);
  const enteredLate = pursuit === 'unconfirmed' && met === undefined;
  const steps =
    pursuit === 'active' && met === undefined
      ? stepsOf(rule, policy, dates, arisesOn, floorOf(arisesOn, now), undefined)
      : [];
  const record: ObligationRecord = {
    version: 0,
    id,
    jurisdiction: subject.jurisdiction,
    subjectId: subject.id,
    ruleId: rule.ruleId,
    ruleVersion: planning.ruleVersion,
    key: occurrence.key,
    period: occurrence.period,
    title: occurrence.title,
    ...dated(occurrence, dates),
    pursuit: pursuit === 'unconfirmed' && met !== undefined ? 'active' : pursuit,
    closed: met === undefined ? undefined : closing(met, dates, planning),
    steps,
    enteredAt: now,
    datedAt: now,
    history: [entry(planning, 'created', enteredLate ? '录入时已逾期，待工作人员确认' : '生成')],
  };
  return { record, schedule: steps };
}

function moveOf(existing: ObligationRecord, occurrence: Occurrence, planning: Planning): Moved {
  const dueOn = formatDay(occurrence.dates.dueOn);
  const { dueAt } = occurrence.dates;
  const extendedTo =
    existing.extendedTo !== undefined && existing.extendedTo > dueOn ? existing.extendedTo : undefined;
  return {
    effective: extended(
      planning.policy.calendar,
      occurrence.dates,
      extendedTo === undefined ? undefined : day(extendedTo),
    ),
    extendedTo,
    // Under an extension that stays, the day that counts for people does not move.
    moved: effectiveDue({ dueOn, extendedTo }) !== effectiveDue(existing) || dueAt !== existing.dueAt,
  };
}

function pursuitAfter(
  existing: ObligationRecord,
  occurrence: Occurrence,
  planning: Planning,
  move: Moved,
): ObligationRecord['pursuit'] {
  const fresh = pursuitOf(occurrence.rule, move.effective, planning);
  // A duty that comes back late waits for an officer’s confirmation, like one that is entered late.
  if (fresh !== 'unconfirmed' || existing.closed) return fresh;
  if (existing.pursuit === 'active' && (!move.moved || planning.now >= existing.overdueFrom)) return 'active';
  return 'unconfirmed';
}

export function correctionStep(policy: Policy, now: Instant, key: string): StepRecord {
  return { kind: 'correction', key, at: nextSendTime(policy.calendar, now, policy.settings.sendHour) };
}

/**
 * Returns the change of a stored duty after facts, calendar or settings changed; undefined when nothing
 * differs.
 */
export function changed(
  existing: ObligationRecord,
  occurrence: Occurrence,
  told: boolean,
  planning: Planning,
): Change | undefined {
  const move = moveOf(existing, occurrence, planning);
  if (existing.closed && existing.closed.how !== 'superseded' && existing.closed.by.role !== FACTS.role)
    return changedClosed(existing, occurrence, move, planning);
  const met = metOn(occurrence, planning);
  const pursuit =
    met === undefined ? pursuitAfter(existing, occurrence, planning, move) : pursuitMet(existing);
  const revived = existing.closed !== undefined;
  const datedAt = move.moved || revived ? planning.now : existing.datedAt;
  const base =
    met === undefined ? stepsAfter(existing, occurrence, planning, move, pursuit, datedAt) : existing.steps;
  const correct = told && move.moved && pursuit === 'active' && met === undefined;
  const steps = correct
    ? withCorrection(base, correctionStep(planning.policy, planning.now, formatDay(occurrence.dates.dueOn)))
    : base;
  const record: ObligationRecord = {
    ...existing,
    ruleVersion: planning.ruleVersion,
    title: occurrence.title,
    ...dated(occurrence, move.effective),
    extendedTo: move.extendedTo,
    pursuit,
    closed: met === undefined ? undefined : closing(met, move.effective, planning),
    steps,
    datedAt,
    history: existing.history,
  };
  if (!differs(existing, record)) return undefined;
  const text = changeText(existing, record, revived);
  return {
    record:
      text === undefined
        ? record
        : { ...record, history: [...existing.history, entry(planning, 'replanned', text)] },
    schedule: newSteps(existing.steps, record.closed ? [] : steps),
  };
}

/** A duty that the facts have fulfilled waits for nobody’s confirmation. */
function pursuitMet(existing: ObligationRecord): ObligationRecord['pursuit'] {
  return existing.pursuit === 'unconfirmed' ? 'active' : existing.pursuit;
}

/** The correction replaces a reminder that would be sent at the same moment. */
export function withCorrection(steps: readonly StepRecord[], correction: StepRecord): StepRecord[] {
  const others = steps.filter((step) => stepId(step) !== stepId(correction) && !standsFor(correction, step));
  return ordered([...others, correction]);
}

function changedClosed(
  existing: ObligationRecord,
  occurrence: Occurrence,
  move: Moved,
  planning: Planning,
): Change | undefined {
  const { closed } = existing;
  if (!closed || closed.how === 'waived') return undefined;
  const { dueAt } = move.effective;
  const onThatDay = dueAt !== undefined && formatDay(dayOf(dueAt)) === closed.on;
  const how = onThatDay ? closed.how : closing(day(closed.on), move.effective, planning).how;
  const record: ObligationRecord = {
    ...existing,
    ...dated(occurrence, move.effective),
    extendedTo: move.extendedTo,
    closed: { ...closed, how },
  };
  if (!differs(existing, record)) return undefined;
  const text = changeText(existing, record, false) ?? '重新计算';
  return {
    record: { ...record, history: [...existing.history, entry(planning, 'replanned', text)] },
    schedule: [],
  };
}

function differs(a: ObligationRecord, b: ObligationRecord): boolean {
  return (
    a.dueOn !== b.dueOn ||
    a.dueAt !== b.dueAt ||
    a.title !== b.title ||
    a.arisesOn !== b.arisesOn ||
    a.actBy !== b.actBy ||
    a.overdueFrom !== b.overdueFrom ||
    a.extendedTo !== b.extendedTo ||
    a.provisional !== b.provisional ||
    a.pursuit !== b.pursuit ||
    a.closed?.how !== b.closed?.how ||
    a.closed?.on !== b.closed?.on ||
    !sameSteps(a.steps, b.steps)
  );
}

function changeText(before: ObligationRecord, next: ObligationRecord, revived: boolean): string | undefined {
  if (next.closed && next.closed.on !== before.closed?.on)
    return `根据登记的事实视为完成（${next.closed.on}）`;
  if (before.closed?.by.role === FACTS.role && !next.closed) return '登记的事实已更正，恢复为未办结';
  if (revived) return `重新适用，到期日${effectiveDue(next)}`;
  if (before.dueOn !== next.dueOn) return `到期日由${before.dueOn}改为${next.dueOn}`;
  if (before.dueAt !== next.dueAt) return '到期时刻重新计算';
  if (before.provisional && !next.provisional) return '放假安排已公布，日期确定';
  return undefined;
}

function newSteps(before: readonly StepRecord[], next: readonly StepRecord[]): StepRecord[] {
  const known = new Set(before.map((step) => `${stepId(step)}@${step.at}`));
  return next.filter((step) => !known.has(`${stepId(step)}@${step.at}`));
}

/**
 * The facts no longer put the duty on the subject. Recipients who were sent a date get a notice that the duty
 * has ended.
 */
export function superseded(
  existing: ObligationRecord,
  told: boolean,
  planning: Planning,
  reason: string,
): Change | undefined {
  if (existing.closed) return undefined;
  const steps =
    told && existing.pursuit === 'active' ? [correctionStep(planning.policy, planning.now, 'ended')] : [];
  return {
    record: {
      ...existing,
      closed: { how: 'superseded', on: formatDay(dayOf(planning.now)), at: planning.now, by: planning.by },
      report: undefined,
      steps: [...existing.steps.filter((step) => step.at <= planning.now), ...steps],
      history: [...existing.history, entry(planning, 'superseded', reason)],
    },
    schedule: steps,
  };
}
