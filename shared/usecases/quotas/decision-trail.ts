import { signature } from '../../domain/actor.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import type { MadeDecision, Quota } from '../../domain/quotas/types.ts';
import type { QuotaDecisionRecord } from '../../records/quota.ts';

type Made = Pick<QuotaDecisionRecord, 'follow' | 'reason' | 'by' | 'at'>;

const made = ({ follow, reason, by, at }: Made): MadeDecision => ({
  follow,
  reason,
  by: signature(by),
  at: formatInstant(at),
});

/** Adds to each conflict who decided it and when, and the earlier decisions. */
export function withDecisions(quotas: readonly Quota[], decisions: readonly QuotaDecisionRecord[]): Quota[] {
  const byPeriod = new Map(decisions.map((one) => [`${one.ruleId} ${one.period}`, one]));
  return quotas.map((quota) => {
    const known = byPeriod.get(`${quota.ruleId} ${quota.period.key}`);
    if (!quota.conflict || !known) return quota;
    const last = made(known);
    const before = (known.earlier ?? []).map(made);
    // A decision made about another conflict of the period no longer applies.
    const followed = quota.conflict.follow !== undefined;
    const earlier = followed ? before : [...before, last];
    return { ...quota, conflict: { ...quota.conflict, ...(followed ? { decision: last } : {}), earlier } };
  });
}
