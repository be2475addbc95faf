import { fail, notFound, ok, problem, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { escalationAfter, type EscalationEvent } from '../../domain/escalations/state.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import type { PendingLink } from '../../records/records.ts';
import type { Pointer } from '../../records/agenda.ts';
import { enterAgenda } from '../agenda.ts';
import type { Deps } from '../deps.ts';
import { pointerTo } from './pointer.ts';
import { findEscalation, type FoundEscalation } from './list.ts';
import { LINK_STEP, checkAt, pendingOf, settleLinks } from '../ledger/append.ts';
import { staleVersion, type Request } from '../request.ts';

/** What a person’s act makes of an escalation. */
export interface Act {
  readonly change: Partial<EscalationRecord>;
  /** For the history: a word, and a sentence that people read. */
  readonly what: string;
  readonly text: string;
  /** What of it goes into the chain of decisions; undefined where nothing was decided. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  /** What is to be done later or at once. */
  readonly pointers?: readonly Pointer[] | undefined;
}

/** Finds, checks the version and the transition, and leaves the rest to `decide`. */
export async function actOn(
  request: Request,
  id: string,
  named: EscalationEvent | ((escalation: EscalationRecord) => EscalationEvent),
  decide: (found: FoundEscalation) => Outcome<Act> | Promise<Outcome<Act>>,
): Promise<Outcome<FoundEscalation>> {
  const found = await findEscalation(request, id);
  if (!found) return notFound;
  const stale = staleVersion(request, found.escalation.version);
  if (stale) return fail(stale);
  const event = typeof named === 'string' ? named : named(found.escalation);
  const status = escalationAfter(found.escalation.status, event);
  if (status === undefined) return problem('escalation.state', { status: found.escalation.status, event });
  const decided = await decide(found);
  if (!decided.ok) return decided;
  const stored = await storeAct(
    request,
    found.escalation,
    { status, ...decided.value.change },
    decided.value,
  );
  return stored ? ok({ ...found, escalation: stored }) : changedMeanwhile;
}

const changedMeanwhile = problem('escalation.changed');

/** What is to be done at once is entered for a little later too: a sweep may meet the first before the record is there. */
function twice({ pointers = [] }: Act, now: Instant): Pointer[] {
  const soon = pointers.filter((pointer) => pointer.at <= now);
  return [...pointers, ...soon.map((pointer) => ({ ...pointer, at: checkAt(now) }))];
}

/** The pointers first, so that a stop after the record leaves nothing undone; undefined where somebody was faster. */
async function storeAct(
  request: Request,
  before: EscalationRecord,
  change: Partial<EscalationRecord>,
  act: Act,
): Promise<EscalationRecord | undefined> {
  const { deps, principal } = request;
  const now = deps.clock.now();
  const by = actorOf(principal);
  const link = linkFor(request, before, act);
  const next: EscalationRecord = {
    ...before,
    ...change,
    links: [...before.links, ...link],
    history: [...before.history, { at: now, by, what: act.what, text: act.text }],
  };
  await enterAgenda(
    deps.store,
    [...(link.length > 0 ? [pointerTo(before, LINK_STEP, checkAt(now))] : []), ...twice(act, now)],
    now,
  );
  const stored = await escalationRecord.put(deps.store, next);
  return stored && link.length > 0 ? linked(deps, stored) : stored;
}

function linkFor({ principal, deps }: Request, before: EscalationRecord, act: Act): PendingLink[] {
  if (!act.facts) return [];
  const { id, subjectId, version, step, obligationId, office } = before;
  const target = { kind: 'escalation', id, subjectId, version };
  const facts = { step, obligationId, office, ...act.facts };
  return [pendingOf(principal, deps.clock.now(), target, act.what, facts)];
}

/** Links what a record’s decisions wait for, and answers the record as it is then. */
export async function linked(deps: Deps, record: EscalationRecord): Promise<EscalationRecord> {
  const item = await settleLinks(deps, record.jurisdiction, escalationRecord.key(record));
  return item ? escalationRecord.of(item) : record;
}
