import { dayFrom, day, yearOf, type Day } from '../domain/day.ts';
import { attempt, dutiesUnder, type Duties } from '../domain/duties.ts';
import type { Occurrence, OccurrenceContext } from '../domain/occurrences.ts';
import { changed, created, superseded, type Change, type Planning } from '../domain/reconcile.ts';
import { choicesOf, stepId } from '../domain/schedule.ts';
import { obligationIdOf } from '../domain/ids.ts';
import { planSubjectOf } from '../domain/subject-facts.ts';
import { dayOf, formatInstant, type Instant } from '../domain/instant.ts';
import type { Item } from '../ports.ts';
import { obligationKey, subjectPartition } from '../store/keys.ts';
import {
  noticeRecord,
  obligationRecord,
  type ObligationRecord,
  type Pointer,
  type SubjectRecord,
} from '../store/records.ts';
import { readAll } from '../store/read.ts';
import { enterAgenda, imminent } from './agenda.ts';
import { dailyItem } from './daily-line.ts';
import { horizonOf, type Context } from './context.ts';
import type { Deps } from './deps.ts';
import { mayBeEscalated, settleEscalations } from './escalation-settle.ts';
import { withoutNilReturns } from './nil-return.ts';
import { tellFaults } from './rule-faults.ts';

/** The duties of a subject as the rules and facts now say, with or without the steps of their dates. */
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

/** Yearly duties that no fact begins are listed from the year of `trackFrom`, or of the subject’s entry. */
function yearlyFrom(context: Context, subject: SubjectRecord): Day {
  const tracked = yearOf(day(context.settings.trackFrom));
  const entered = yearOf(dayOf(subject.createdAt));
  return dayFrom(Math.min(tracked, entered), 1, 1);
}

/** The duties that a fact has ended without fulfilling them are as good as none. */
function ended(occurrence: Occurrence, subject: SubjectRecord): boolean {
  const { endedBy } = occurrence.rule.deadline;
  return endedBy !== undefined && subject.facts[endedBy] !== undefined;
}

export interface PlanResult {
  readonly created: number;
  readonly changed: number;
}

const CONFLICTS = 5;

/**
 * Brings the obligations of a subject into line with its facts, the rules, the calendar and the settings.
 * Repeatable; the agenda is written before the obligation, so that a stop in between leaves only a pointer
 * that finds nothing to do.
 */
export async function planSubject(
  deps: Deps,
  context: Context,
  subject: SubjectRecord,
  by: string,
): Promise<PlanResult> {
  const existing = await obligationsOf(deps, subject);
  const now = deps.clock.now();
  const planning: Planning = {
    policy: { calendar: context.calendar, settings: context.settings },
    subject,
    planSubject: planSubjectOf(subject),
    ruleVersion: context.rulebook.version,
    now,
    by,
  };
  const wanted = new Map<string, Occurrence>();
  const told = existing.size > 0 ? await toldDates(deps, subject) : new Map<string, Set<string>>();
  const { owed, faults } = dutiesOf(context, subject, now, false);
  for (const occurrence of await withoutNilReturns(deps, context, owed)) {
    const id = obligationIdOf(subject.id, occurrence.rule.ruleId, occurrence.key);
    // What a fact ends (the archives were accepted) needs no correction: nobody was told anything wrong.
    if (ended(occurrence, subject)) told.delete(id);
    else if (existing.has(id) || occurrence.dates.dueOn <= horizonOf(now)) wanted.set(id, occurrence);
  }
  const broken = new Map(faults.map((fault) => [fault.rule.ruleId, fault]));
  const fresh: Change[] = [];
  let moved = 0;
  for (const id of new Set([...existing.keys(), ...wanted.keys()])) {
    const occurrence = wanted.get(id);
    // What a broken rule asks for is not known: what it has asked for before stays as it is.
    if (broken.has(occurrence?.rule.ruleId ?? existing.get(id)?.ruleId ?? '')) continue;
    const found = attempted(occurrence, () => changeOf(existing.get(id), occurrence, told.get(id), planning));
    if ('error' in found) broken.set(found.rule.ruleId, found);
    else if (found.value && !existing.has(id)) fresh.push(found.value);
    else if (found.value && (await applyChange(deps, found.value, id, occurrence, told.get(id), planning)))
      moved += 1;
  }
  await storeFresh(deps, fresh, planning);
  await tellFaults(deps, context, [...broken.values()]);
  if ([...existing.values()].some((obligation) => mayBeEscalated(obligation, now)))
    await settleEscalations(deps, subject.jurisdiction, subject.id);
  return { created: fresh.length, changed: moved };
}

/** A duty that no rule asks for any more is changed by no rule: there what is thrown is a bug of ours. */
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

/** What a notice tells of a due date: the day, or the instant for a duty by the hour. */
export function toldDate(obligation: Pick<ObligationRecord, 'dueOn' | 'extendedTo' | 'dueAt'>): string {
  if (obligation.extendedTo !== undefined) return obligation.extendedTo;
  return obligation.dueAt === undefined ? obligation.dueOn : formatInstant(obligation.dueAt);
}

function toldDateOf(occurrence: Occurrence): string {
  const { dueAt, dueOn } = occurrence.dates;
  return dueAt === undefined ? dayText(dueOn) : formatInstant(dueAt);
}

const dayText = (value: Day): string => new Date(value * 86_400_000).toISOString().slice(0, 10);

export async function obligationsOf(
  deps: Deps,
  subject: SubjectRecord,
): Promise<Map<string, ObligationRecord>> {
  const pk = subjectPartition(subject.jurisdiction, subject.id);
  const items = await readAll(deps.store, { pk, from: '2#', to: '2#~', consistent: true });
  return new Map(items.map((item) => obligationRecord.parse(item)).map((record) => [record.id, record]));
}

/** By obligation, the due dates that notices which left have told. */
async function toldDates(deps: Deps, subject: SubjectRecord): Promise<Map<string, Set<string>>> {
  const pk = subjectPartition(subject.jurisdiction, subject.id);
  const items = await readAll(deps.store, { pk, from: 'N#', to: 'N#~', consistent: true });
  const told = new Map<string, { at: Instant; date: string }[]>();
  for (const item of items) {
    const notice = noticeRecord.parse(item);
    if (notice.obligationId === undefined || notice.toldDue === undefined) continue;
    if (notice.status === 'withdrawn' || notice.status === 'failed') continue;
    told.set(notice.obligationId, [
      ...(told.get(notice.obligationId) ?? []),
      { at: notice.createdAt, date: notice.toldDue },
    ]);
  }
  return new Map([...told].map(([id, dates]) => [id, new Set([latest(dates)])]));
}

function latest(dates: readonly { readonly at: Instant; readonly date: string }[]): string {
  return [...dates].sort((a, b) => b.at - a.at)[0]?.date ?? '';
}

export function pointersOf(record: ObligationRecord, steps: Change['schedule']): Pointer[] {
  return steps.map((step) => ({
    jurisdiction: record.jurisdiction,
    obligationId: record.id,
    step: stepId(step),
    at: step.at,
    attempt: 0,
  }));
}

const lateLine = ({ record }: Change, now: Instant): Item =>
  dailyItem(record.jurisdiction, 'late-entry', record.id, now);

async function storeFresh(deps: Deps, fresh: readonly Change[], planning: Planning): Promise<void> {
  if (fresh.length === 0) return;
  const { now } = planning;
  const pointers = fresh.flatMap((change) => pointersOf(change.record, change.schedule));
  await enterAgenda(deps.store, pointers, now);
  const lines = fresh.filter((change) => change.lateEntry).map((change) => lateLine(change, now));
  if (lines.length > 0) await deps.store.putMany(lines);
  await Promise.all(fresh.map((change) => deps.store.put(change.record, 'absent')));
  await enterAgenda(deps.store, imminent(pointers, now), now);
}

/** Stores a change; where somebody was faster, what they stored is read and reconciled again. */
async function applyChange(
  deps: Deps,
  change: Change,
  id: string,
  occurrence: Occurrence | undefined,
  told: ReadonlySet<string> | undefined,
  planning: Planning,
): Promise<boolean> {
  let next: Change | undefined = change;
  for (let attempt = 0; next && attempt < CONFLICTS; attempt += 1) {
    if (await storeChange(deps, next, planning.now)) return true;
    const item = await deps.store.get(obligationKey(planning.subject.jurisdiction, id));
    next = item && changeOf(obligationRecord.parse(item), occurrence, told, planning);
  }
  if (next) throw new Error(`obligation ${id} kept changing`);
  return false;
}

/**
 * Agenda first, then the daily line, then the obligation under the condition that nobody changed it. What is
 * due within minutes is entered once more: a sweep may have met its pointer before the obligation was there.
 */
export async function storeChange(deps: Deps, change: Change, now: Instant): Promise<boolean> {
  const pointers = pointersOf(change.record, change.schedule);
  await enterAgenda(deps.store, pointers, now);
  if (change.lateEntry) await deps.store.putMany([lateLine(change, now)]);
  const stored = await deps.store.put(change.record, { version: change.record.version - 1 });
  if (stored) await enterAgenda(deps.store, imminent(pointers, now), now);
  return stored;
}
