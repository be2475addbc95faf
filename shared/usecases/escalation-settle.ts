import { isPending } from '../domain/escalation-state.ts';
import { formatDay } from '../domain/day.ts';
import { dayOf } from '../domain/instant.ts';
import { escalationRecord, type EscalationRecord } from '../store/escalation-record.ts';
import { obligationRecord, type ObligationRecord } from '../store/records.ts';
import { escalationKey, obligationKey } from '../store/keys.ts';
import type { Deps } from './deps.ts';
import { escalationsOf } from './escalations.ts';

const CONFLICTS = 5;

/** Whether something may have been drafted against the duty. */
export function mayBeEscalated(obligation: ObligationRecord, now: number): boolean {
  return obligation.steps.some((step) => step.kind === 'draft' && step.at <= now);
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
  const pending = (await escalationsOf(deps, jurisdiction, subjectId)).filter(
    (escalation) => isPending(escalation.status) && escalation.obligationId !== undefined,
  );
  let withdrawn = 0;
  for (const escalation of pending) {
    const item = await deps.store.get(obligationKey(jurisdiction, escalation.obligationId ?? ''));
    const reason = groundOf(item && obligationRecord.parse(item), deps.clock.now());
    if (reason !== undefined && (await withdrawnFor(deps, escalation, reason))) withdrawn += 1;
  }
  return withdrawn;
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

async function withdrawnFor(deps: Deps, escalation: EscalationRecord, reason: string): Promise<boolean> {
  let known = escalation;
  for (let attempt = 0; attempt < CONFLICTS; attempt += 1) {
    if (!isPending(known.status)) return false;
    const now = deps.clock.now();
    const next: EscalationRecord = {
      ...known,
      status: 'withdrawn',
      version: known.version + 1,
      withdrawal: { reason, at: now, by: 'system' },
      history: [
        ...known.history,
        { at: now, by: 'system', what: 'withdrawn', text: `自动撤回：${reason}，${formatDay(dayOf(now))}` },
      ],
    };
    if (await deps.store.put(next, { version: known.version })) return true;
    const item = await deps.store.get(escalationKey(known.jurisdiction, known.id));
    if (!item) return false;
    known = escalationRecord.parse(item);
  }
  throw new Error(`escalation ${escalation.id} kept changing`);
}
