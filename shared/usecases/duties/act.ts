import { fail, notFound, ok, problem, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { after, stateOf, type ObligationEvent } from '../../domain/duties/state.ts';
import type { Change } from '../../domain/duties/planning.ts';
import { enterAgenda } from '../agenda.ts';
import { LINK_STEP, checkAt, pendingOf, settleLinks } from '../ledger/append.ts';
import { storeChange } from './plan-store.ts';
import { staleVersion, type Request } from '../request.ts';

import { mayBeEscalated, settleEscalations } from '../escalations/settle.ts';
import { promisePlanning } from '../promise.ts';
import { findObligation, type Found } from '../register/find-obligation.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
interface Entry {
  readonly what: string;
  readonly text: string;
}

export function withHistory(record: ObligationRecord, request: Request, entry: Entry): ObligationRecord {
  const { receipt, deps, principal } = request;
  const text = receipt === undefined ? entry.text : `${entry.text}（回执号${receipt}）`;
  const added = { at: deps.clock.now(), by: actorOf(principal), what: entry.what, text, receipt };
  return { ...record, history: [...record.history, added] };
}

/** Decisions about a duty that a named person makes. They go into the jurisdiction’s chain. */
const decisions: ReadonlySet<ObligationEvent> = new Set([
  'waive',
  'extend',
  'refuse-extension',
  'confirm',
  'confirm-report',
  'return-report',
]);

/** The change with its pending link. The pointer that would link it after a stop is entered first. */
async function linkedChange(request: Request, found: Found, change: Change): Promise<Change> {
  const { deps, principal, context } = request;
  const { obligation, rule } = found;
  const now = deps.clock.now();
  const entry = change.record.history.at(-1);
  const { id, subjectId, version } = obligation;
  const facts = { ruleId: rule.ruleId, office: rule.office, text: entry?.text };
  const link = pendingOf(
    principal,
    now,
    { kind: 'obligation', id, subjectId, version },
    entry?.what ?? '',
    facts,
  );
  const check = { obligationId: id, step: LINK_STEP, at: checkAt(now), attempt: 0 };
  await enterAgenda(deps.store, [{ ...check, jurisdiction: context.jurisdiction.id }], now);
  return { ...change, record: { ...change.record, links: [...(change.record.links ?? []), link] } };
}

/** Finds the obligation, checks version and transition, and lets `change` do the rest. */
export async function act(
  request: Request,
  id: string,
  event: ObligationEvent,
  change: (found: Found) => Outcome<Change> | Promise<Outcome<Change>>,
): Promise<Outcome<Found>> {
  const found = await findObligation(request, id);
  if (!found) return notFound;
  const stale = staleVersion(request, found.obligation.version);
  if (stale) return fail(stale);
  const state = stateOf(found.obligation);
  if (after(state, event) === undefined)
    return problem('duty.state', { state: found.obligation.closed?.how ?? state, event });
  const changed = await change(found);
  if (!changed.ok) return changed;
  const { deps, context } = request;
  const { jurisdiction } = context;
  const escalated = mayBeEscalated(found.obligation, deps.clock.now());
  // If this process stops half way, the planning withdraws the drafts.
  if (escalated) await promisePlanning(deps, jurisdiction.id, found.subject.id);
  const linking = decisions.has(event) ? await linkedChange(request, found, changed.value) : changed.value;
  const stored = await storeChange(deps, linking, deps.clock.now());
  if (!stored) return problem('duty.changed');
  if (escalated) await settleEscalations(deps, jurisdiction.id, found.subject.id);
  const item = decisions.has(event)
    ? await settleLinks(deps, jurisdiction.id, obligationRecord.key({ jurisdiction: jurisdiction.id, id }))
    : undefined;
  return ok({ ...found, obligation: item ? obligationRecord.of(item) : stored });
}

export const plain = (record: ObligationRecord): Change => ({ record, schedule: [] });

export type Closed = NonNullable<ObligationRecord['closed']>;

export function closedBy(
  request: Request,
  obligation: ObligationRecord,
  closed: Pick<Closed, 'how' | 'on'>,
): ObligationRecord {
  return {
    ...obligation,
    report: undefined,
    extensionRequest: undefined,
    closed: { ...closed, at: request.deps.clock.now(), by: actorOf(request.principal) },
  };
}
