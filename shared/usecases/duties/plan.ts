import { setImmediate } from 'node:timers/promises';
import type { Actor } from '../../domain/actor.ts';
import { dayFrom, day, yearOf, type Day } from '../../domain/time/day.ts';
import { attempt, dutiesUnder, type Duties, type RuleFault } from '../../domain/duties/duties.ts';
import { hasLeft, mayHaveLeft } from '../../domain/notices/state.ts';
import type { Occurrence, OccurrenceContext } from '../../domain/duties/due/occurrence.ts';
import { changed, created, superseded } from '../../domain/duties/reconcile.ts';
import type { Change, Planning } from '../../domain/duties/planning.ts';
import { choicesOf } from '../../domain/duties/schedule.ts';
import { obligationIdOf } from '../../domain/ids.ts';
import { planSubjectOf } from '../../domain/register/subject-facts.ts';
import { dayOf, formatInstant, type Instant } from '../../domain/time/instant.ts';
import { noticeRecord, noticesAbout } from '../../records/notice.ts';
import { readAll } from '../../store/read.ts';
import { horizonOf, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { mayBeEscalated, settleEscalations } from '../escalations/settle.ts';
import { withoutNilReturns } from './nil-return.ts';
import { storePlanned, type Move } from './plan-store.ts';
import { tellFaults } from '../notices/rule-faults.ts';
import { obligationsOf } from '../register/obligations-of.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** The duties of a subject by today’s rules and facts, with or without the steps that led to their dates. */
export function dutiesOf(context: Context, subject: SubjectRecord, now: Instant, explain: boolean): Duties {
  if (subject.retiredOn !== undefined) return { owed: [], faults: [] };
  const occurrenceContext = occurrenceContextOf(context, now, explain, subject);
  return dutiesUnder(context.rulebook.deadlines, planSubjectOf(subject), occurrenceContext);
}

function occurrenceContextOf(
  context: Context,
  now: Instant,
  explain: boolean,
  subject: SubjectRecord,
): OccurrenceContext {
  return {
    calendar: context.calendar,
    choices: choicesOf(context.settings),
    explain,
    window: {
      from: dayFrom(1990, 1, 1),
      to: horizonOf(now),
      onceTo: dayFrom(2070, 12, 31),
      yearlyFrom: yearlyFrom(context, subject),
    },
    recordedOn: dayOf(subject.createdAt),
    versionsOf: context.rulebook.versionsOf,
  };
}

/**
 * Yearly duties that depend on no fact are listed from the earlier of two years: that of `trackFrom`, and that
 * in which the subject was entered.
 */
function yearlyFrom(context: Context, subject: SubjectRecord): Day {
  const tracked = yearOf(day(context.settings.trackFrom));
  const entered = yearOf(dayOf(subject.createdAt));
  return dayFrom(Math.min(tracked, entered), 1, 1);
}

/** Duties that a fact has ended without fulfilling them are treated as if they did not exist. */
function ended(occurrence: Occurrence, subject: SubjectRecord): boolean {
  const { endedBy } = occurrence.rule.deadline;
  return endedBy !== undefined && subject.facts[endedBy] !== undefined;
}

export interface PlanResult {
  readonly created: number;
  readonly changed: number;
}

/** The result of planning one subject, before any of it is stored. */
interface Planned {
  readonly fresh: readonly Change[];
  readonly moved: readonly Move[];
  readonly faults: readonly RuleFault[];
  /** Whether there may be drafts against its duties. */
  readonly escalated: boolean;
}

/** Plans one subject; see `planSubjects`. */
export const planSubject = (
  deps: Deps,
  context: Context,
  subject: SubjectRecord,
  by: Actor,
): Promise<PlanResult> => planSubjects(deps, context, [subject], by);

/**
 * Updates the obligations of subjects to match their facts, the rules, the calendar and the settings.
 * Repeatable. The writes for all subjects are batched, and other work gets a turn between two subjects. A
 * subject that cannot be planned does not delay the others; its error is thrown when they have been stored.
 */
export async function planSubjects(
  deps: Deps,
  context: Context,
  subjects: readonly SubjectRecord[],
  by: Actor,
): Promise<PlanResult> {
  const now = deps.clock.now();
  const read = await Promise.allSettled(subjects.map((subject) => readPlanned(deps, subject)));
  const plans: Planned[] = [];
  const settling: SubjectRecord[] = [];
  const failures: unknown[] = [];
  for (const [index, subject] of subjects.entries()) {
    try {
      const found = read[index];
      if (found?.status !== 'fulfilled') throw found?.reason;
      const plan = await planOf(deps, context, { subject, by, now, ...found.value });
      plans.push(plan);
      if (plan.escalated) settling.push(subject);
    } catch (error) {
      failures.push(error);
    }
    if (subjects.length > 1) await setImmediate();
  }
  const fresh = plans.flatMap((plan) => plan.fresh);
  const moved = plans.flatMap((plan) => plan.moved);
  const changed = await storePlanned(deps, fresh, moved, now);
  const faults = new Map(plans.flatMap((plan) => plan.faults).map((fault) => [fault.rule.ruleId, fault]));
  await tellFaults(deps, context, [...faults.values()]);
  for (const { jurisdiction, id } of settling) await settleEscalations(deps, jurisdiction, id);
  if (failures.length > 0) throw failures[0];
  return { created: fresh.length, changed };
}

interface Existing {
  readonly existing: ReadonlyMap<string, ObligationRecord>;
  /** By obligation: the due dates in notices that were sent or may have been sent. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
}

async function readPlanned(deps: Deps, subject: SubjectRecord): Promise<Existing> {
  const existing = await obligationsOf(deps, subject);
  return { existing, told: existing.size > 0 ? await toldDates(deps, subject) : new Map() };
}

async function planOf(
  deps: Deps,
  context: Context,
  {
    subject,
    by,
    now,
    existing,
    told,
  }: Existing & { readonly subject: SubjectRecord; readonly by: Actor; readonly now: Instant },
): Promise<Planned> {
  const planning: Planning = {
    policy: { calendar: context.calendar, settings: context.settings },
    subject,
    planSubject: planSubjectOf(subject),
    ruleVersion: context.rulebook.version,
    now,
    by,
  };
  const wanted = new Map<string, Occurrence>();
  const over = new Set<string>();
  const { owed, faults } = dutiesOf(context, subject, now, false);
  for (const occurrence of await withoutNilReturns(deps, context, owed)) {
    const id = obligationIdOf(subject.id, occurrence.rule.ruleId, occurrence.key);
    // A duty that a fact ends (the archives were accepted) needs no correction: what the notices said was
    // right.
    if (ended(occurrence, subject)) over.add(id);
    else if (existing.has(id) || occurrence.dates.dueOn <= horizonOf(now)) wanted.set(id, occurrence);
  }
  const broken = new Map(faults.map((fault) => [fault.rule.ruleId, fault]));
  const fresh: Change[] = [];
  const moved: Move[] = [];
  for (const id of new Set([...existing.keys(), ...wanted.keys()])) {
    const occurrence = wanted.get(id);
    // What a broken rule requires is not known, so its stored duties stay as they are.
    if (broken.has(occurrence?.rule.ruleId ?? existing.get(id)?.ruleId ?? '')) continue;
    const changeFrom = (known: ObligationRecord | undefined): Change | undefined =>
      changeOf(known, occurrence, over.has(id) ? undefined : told.get(id), planning);
    const found = attempted(occurrence, () => changeFrom(existing.get(id)));
    if ('error' in found) broken.set(found.rule.ruleId, found);
    else if (found.value && !existing.has(id)) fresh.push(found.value);
    else if (found.value) moved.push({ change: found.value, changeFrom });
  }
  const escalated = [...existing.values()].some((obligation) => mayBeEscalated(obligation, now));
  return { fresh, moved, faults: [...broken.values()], escalated };
}

/** When no rule requires the duty any more, no rule can be at fault: an exception is a bug of ours. */
function attempted<T>(occurrence: Occurrence | undefined, compute: () => T) {
  return occurrence ? attempt(occurrence.rule, compute) : { value: compute() };
}

function changeOf(
  existing: ObligationRecord | undefined,
  occurrence: Occurrence | undefined,
  told: ReadonlySet<string> | undefined,
  planning: Planning,
): Change | undefined {
  if (!existing) return occurrence && created(occurrence, planning);
  if (!occurrence) {
    const retired = planning.subject.retiredOn !== undefined;
    const reason = retired ? '监管对象已注销' : '根据现有事实不再承担';
    return superseded(existing, !retired && (told?.size ?? 0) > 0, planning, reason);
  }
  const elsewhere = told !== undefined && [...told].some((date) => date !== toldDateOf(occurrence));
  return changed(existing, occurrence, elsewhere, planning);
}

function toldDateOf(occurrence: Occurrence): string {
  const { dueAt, dueOn } = occurrence.dates;
  return dueAt === undefined ? dayText(dueOn) : formatInstant(dueAt);
}

const dayText = (value: Day): string => new Date(value * 86_400_000).toISOString().slice(0, 10);

interface Told {
  readonly at: Instant;
  readonly date: string;
  readonly sure: boolean;
}

/**
 * By obligation: the due date in the last notice that was certainly sent, and those in later notices that may
 * have been sent.
 */
async function toldDates(deps: Deps, subject: SubjectRecord): Promise<Map<string, Set<string>>> {
  const about = noticesAbout(subject.jurisdiction, subject.id);
  const items = await readAll(deps.store, { ...about, consistent: true });
  const told = new Map<string, Told[]>();
  for (const item of items) {
    const notice = noticeRecord.of(item);
    if (notice.obligationId === undefined || notice.toldDue === undefined) continue;
    if (!mayHaveLeft(notice)) continue;
    told.set(notice.obligationId, [
      ...(told.get(notice.obligationId) ?? []),
      { at: notice.createdAt, date: notice.toldDue, sure: hasLeft(notice.status) },
    ]);
  }
  return new Map([...told].map(([id, dates]) => [id, latest(dates)]));
}

function latest(dates: readonly Told[]): Set<string> {
  const ordered = [...dates].sort((a, b) => a.at - b.at);
  return new Set(
    ordered
      .slice(
        Math.max(
          0,
          ordered.findLastIndex(({ sure }) => sure),
        ),
      )
      .map(({ date }) => date),
  );
}
