import { SYSTEM } from '../../domain/actor.ts';
import { paperIn, periodOf } from '../../vocabulary/measures.ts';
import { isOut, isPending } from '../../domain/escalations/state.ts';
import { dutyIdsOf, escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import { enterAgenda } from '../agenda.ts';
import type { Deps } from '../deps.ts';
import { pointerTo } from './pointer.ts';
import { escalationsOf } from './list.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import { dutiesAt } from './escalated.ts';
import { narrowed } from './lapsed-together.ts';

/**
 * Whether something may have been drafted against the duty, by its present date or an earlier one: a run may
 * have ended between a change of the date and what follows from it.
 */
export function mayBeEscalated({ steps, datedAt, enteredAt }: ObligationRecord, now: number): boolean {
  return datedAt > enteredAt || steps.some((step) => step.kind === 'draft' && step.at <= now);
}

/**
 * Withdraws what was drafted, proposed or approved against duties of the subject that are met, waived, no longer
 * owed or not overdue any more. What was issued stays; repeatable.
 */
export async function settleEscalations(
  deps: Deps,
  jurisdiction: string,
  subjectId: string,
): Promise<number> {
  const all = await escalationsOf(deps, jurisdiction, subjectId);
  const now = deps.clock.now();
  let withdrawn = 0;
  for (const escalation of all) {
    if (escalation.obligationId === undefined) continue;
    if (!isPending(escalation.status) && !isOut(escalation.status)) continue;
    const duties = await dutiesAt(deps, escalation);
    const standing = duties.filter((duty) => groundOf(duty, now) === undefined);
    const ended = duties.filter((duty) => !standing.includes(duty));
    const reason = groundOf(ended[0], now) ?? '';
    if (standing.length === dutyIdsOf(escalation).length) {
      await resume(deps, escalation);
    } else if (standing.length > 0) {
      if (isPending(escalation.status)) await narrow(deps, escalation, standing, reason);
      else await resume(deps, escalation);
    } else {
      const last = ended.findLast(({ closed }) => closed?.how.startsWith('fulfilled')) ?? ended[0];
      const settled = await changeEach(deps, escalation, (known) => settledBy(deps, known, reason, last));
      if (settled && isPending(escalation.status)) withdrawn += 1;
    }
  }
  return withdrawn;
}

/** Some of its duties are met: what has not left goes on about the others. */
async function narrow(
  deps: Deps,
  escalation: EscalationRecord,
  standing: readonly ObligationRecord[],
  reason: string,
): Promise<void> {
  await escalationRecord.change(deps.store, escalation, async (known) =>
    known && isPending(known.status) && dutyIdsOf(known).length > standing.length
      ? narrowed(deps, known, standing, reason)
      : undefined,
  );
}

/** A duty that facts had met and that is open again: its order runs on. */
async function resume(deps: Deps, escalation: EscalationRecord): Promise<void> {
  if (escalation.complied?.by.role !== SYSTEM.role) return;
  const now = deps.clock.now();
  await enterAgenda(deps.store, [pointerTo(escalation, 'next', now)], now);
  await changeEach(deps, escalation, (known) => ({ ...known, complied: undefined }));
  // Once more: a sweep may have met the first pointer before the record was changed.
  await enterAgenda(deps.store, [pointerTo(escalation, 'next', now)], now);
}

/** What is pending is withdrawn; an order that is out is complied with where its duty was fulfilled. */
function settledBy(
  deps: Deps,
  known: EscalationRecord,
  reason: string,
  obligation: ObligationRecord | undefined,
): EscalationRecord | undefined {
  const at = deps.clock.now();
  const by = SYSTEM;
  if (isPending(known.status)) {
    const text = `自动撤回：${reason}`;
    return {
      ...known,
      status: 'withdrawn',
      withdrawal: { reason, at, by },
      history: [...known.history, { at, by, what: 'withdrawn', text }],
    };
  }
  const on = obligation?.closed?.how.startsWith('fulfilled') ? obligation.closed.on : undefined;
  if (
    on === undefined ||
    !isOut(known.status) ||
    known.complied ||
    periodOf(known.step, paperIn(known)) === undefined
  )
    return undefined;
  return {
    ...known,
    complied: { on, at, by },
    history: [...known.history, { at, by, what: 'complied', text: reason }],
  };
}

const closings = {
  fulfilled: '义务已经履行',
  'fulfilled-late': '义务已经履行',
  waived: '义务已经免除',
  superseded: '义务不再适用',
} as const;

/** Why nothing is to be undertaken any more; undefined where the default goes on. */
function groundOf(obligation: ObligationRecord | undefined, now: number): string | undefined {
  if (!obligation) return '义务不再存在';
  if (obligation.closed) return `${closings[obligation.closed.how]}（${obligation.closed.on}）`;
  return now < obligation.overdueFrom ? '期限已经变更，尚未届满' : undefined;
}

async function changeEach(
  deps: Deps,
  escalation: EscalationRecord,
  change: (known: EscalationRecord) => EscalationRecord | undefined,
): Promise<boolean> {
  const { written } = await escalationRecord.change(
    deps.store,
    escalation,
    (known) => known && change(known),
  );
  return written;
}

/** Why nothing follows from a document any more; undefined where it holds. */
export function groundAfter({ status, complied }: EscalationRecord) {
  if (status === 'withdrawn') return { how: 'withdrawn', reason: '所依据的文书已经撤回' };
  return complied ? { how: 'complied with', reason: '所依据的文书要求的事项已经改正' } : undefined;
}

/** Withdraws what was drafted on a document that was withdrawn or complied with, and has not left; repeatable. */
export async function withdrawFollowing(deps: Deps, escalation: EscalationRecord): Promise<void> {
  const ended = groundAfter(escalation);
  if (!ended) return;
  const all = await escalationsOf(deps, escalation.jurisdiction, escalation.subjectId);
  for (const other of all.filter(({ previousId }) => previousId === escalation.id))
    await withdrawPending(deps, other, ended.reason);
}

/** Withdraws one that has not left, where it no longer has a ground; what is out stays. */
export async function withdrawPending(
  deps: Deps,
  escalation: EscalationRecord,
  reason: string,
): Promise<boolean> {
  return changeEach(deps, escalation, (known) =>
    isPending(known.status) ? settledBy(deps, known, reason, undefined) : undefined,
  );
}
