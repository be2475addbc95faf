import type { z } from 'zod';
import type { quotaDecisionBody } from '../../contract/inspections.ts';
import { fail, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { seesOffice } from '../../domain/principal.ts';
import { day, type Day } from '../../domain/time/day.ts';
import { quotasOn } from '../../domain/quotas/quotas.ts';
import type { Quota } from '../../domain/quotas/types.ts';
import { isQuota, type QuotaRule } from '../../domain/quotas/figures.ts';
import { quotaDecisionRecord, type QuotaDecisionRecord } from '../../records/quota.ts';
import type { PendingLink } from '../../records/records.ts';
import { enterAgenda } from '../agenda.ts';
import { withDecisions } from './decision-trail.ts';
import { checkAt, LINK_STEP, pendingOf, settleLinks } from '../ledger/append.ts';
import { quotaInput, type StoredInput } from './list.ts';
import { staleVersion, type Request } from '../request.ts';
import { bureauSubjectId } from '../bureau-subject.ts';

type Body = z.infer<typeof quotaDecisionBody>;

const starts = [
  [/^(\d{4})$/, () => '01'],
  [/^(\d{4})-H([12])$/, (part: string) => (part === '1' ? '01' : '07')],
  [/^(\d{4})-Q([1-4])$/, (part: string) => String(Number(part) * 3 - 2).padStart(2, '0')],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, (part: string) => part],
] as const;

/** The first day of a period as the contract writes it. */
function dayIn(period: string): Day | undefined {
  for (const [form, month] of starts) {
    const [, year, part = ''] = form.exec(period) ?? [];
    if (year !== undefined) return day(`${year}-${month(part)}-01`);
  }
  return undefined;
}

/** When each subject has the quota for itself, one decision applies to all that are in conflict. */
function quotaIn(input: StoredInput, ruleId: string, period: string): Quota | undefined {
  const quotas = quotasOn(input).filter((one) => one.ruleId === ruleId && one.period.key === period);
  return quotas.find(({ conflict: open }) => open) ?? quotas[0];
}

/** The quota whose conflict may be decided in the way that the body says. */
function decidable(input: StoredInput, ruleId: string, { period, follow }: Body): Outcome<Quota> {
  const found = quotaIn(input, ruleId, period);
  if (!found) return problemAt('period', 'quota.no-period', { ruleId, period });
  if (!found.conflict)
    return problemAt('period', 'quota.no-conflict', { period, explanation: found.explanation });
  const follows: readonly string[] = found.conflict.readings.map((reading) => reading.follow);
  if (follows.includes(follow)) return ok(found);
  return problemAt('follow', 'quota.no-reading', { follows });
}

/**
 * Decides which of two readings that cannot both be met applies in a period, and links the decision into the
 * chain. Earlier decisions stay beside it. 422 when there is no conflict.
 */
export async function decideQuota(request: Request, ruleId: string, body: Body): Promise<Outcome<Quota>> {
  const { deps, context, principal } = request;
  const rule = context.rulebook.ruleOf(ruleId);
  if (!rule || !isQuota(rule) || !seesOffice(principal, rule.office)) return notFound;
  const on = dayIn(body.period);
  if (on === undefined) return problemAt('period', 'quota.period');
  const input = await quotaInput(deps, context, on);
  const found = decidable(input, ruleId, body);
  if (!found.ok) return found;
  const decided = await decide(request, rule, body);
  if (!decided.ok) return decided;
  const others = input.decisions.filter((one) => one.ruleId !== ruleId || one.period !== body.period);
  const decisions: readonly QuotaDecisionRecord[] = [...others, decided.value];
  const settled = quotaIn({ ...input, decisions }, ruleId, body.period);
  const [shown] = settled ? withDecisions([settled], decisions) : [];
  return shown ? ok(shown) : notFound;
}

/** The decision of a period, after its pending links were added to the chain. */
async function linked(
  request: Request,
  place: Parameters<typeof quotaDecisionRecord.key>[0],
): Promise<QuotaDecisionRecord | undefined> {
  const item = await settleLinks(request.deps, place.jurisdiction, quotaDecisionRecord.key(place));
  return item && quotaDecisionRecord.of(item);
}

/** Order: the pointer that links the decision after a stop, then the decision, then its link. */
async function decide(
  request: Request,
  rule: QuotaRule,
  { period, follow, reason }: Body,
): Promise<Outcome<QuotaDecisionRecord>> {
  const { deps, context, principal, repeatable } = request;
  const { ruleId } = rule;
  const jurisdiction = context.jurisdiction.id;
  const place = { jurisdiction, ruleId, period };
  const known = await linked(request, place);
  if (known && known.key !== undefined && known.key === repeatable) return ok(known);
  const earlier = known ? [...(known.earlier ?? []), before(known)] : [];
  const stale = staleVersion(request, earlier.length);
  if (stale) return fail(stale);
  const at = deps.clock.now();
  const record: QuotaDecisionRecord = {
    version: known?.version ?? 0,
    ruleId,
    period,
    follow,
    reason,
    by: actorOf(principal),
    at,
    ...(repeatable === undefined ? {} : { key: repeatable }),
    earlier,
    links: [linkFor(request, rule, { period, follow, reason }, known)],
  };
  const pointer = { jurisdiction, obligationId: '', quota: { ruleId, period }, step: LINK_STEP };
  await enterAgenda(deps.store, [{ ...pointer, at: checkAt(at), attempt: 0 }], at);
  const stored = await quotaDecisionRecord.put(deps.store, place, record);
  return stored ? ok((await linked(request, place)) ?? stored) : problem('quota.decided');
}

function before({ follow, reason, by, at, key }: QuotaDecisionRecord) {
  return { follow, reason, by, at, ...(key === undefined ? {} : { key }) };
}

/** The content of the decision’s link in the jurisdiction’s chain. */
function linkFor(
  { principal, deps, context }: Request,
  { ruleId, office }: QuotaRule,
  { period, follow, reason }: Body,
  known: QuotaDecisionRecord | undefined,
): PendingLink {
  const subjectId = bureauSubjectId(context.jurisdiction.id, office);
  const target = { kind: 'quota', id: `${ruleId} ${period}`, subjectId, version: known?.version ?? 0 };
  const replaces = known ? { replaces: known.follow } : {};
  const facts = { office, ruleId, period, follow, reason, ...replaces };
  return pendingOf(principal, deps.clock.now(), target, 'quota-decided', facts);
}
