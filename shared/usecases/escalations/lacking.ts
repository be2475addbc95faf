import { problem, type FieldError } from '../../outcome.ts';
import { failedOrder, waitsFor, type OrderOnPaper } from '../../domain/escalations/earlier.ts';
import { missingOf } from '../../domain/escalations/missing.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import type { Rule } from '../../rules/rule.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import { dutiesAt } from './escalated.ts';
import { footingFor } from './grounds.ts';
import { hearingMissing } from './hearing.ts';
import { escalationsOf, type FoundEscalation } from './list.ts';
import { partyFor, partyMissing } from './party.ts';
import type { Request } from '../request.ts';
import { callsForReports } from './reports.ts';
import { groundAfter } from './settle.ts';
import { unsentNotice, unsentNoticeMissing } from './unsent-notice.ts';

/** What a proposal still lacks, with what to do about each. */
export async function lacking(request: Request, found: FoundEscalation): Promise<FieldError[]> {
  const { escalation } = found;
  const duties = await dutiesAt(request.deps, escalation);
  const each = await Promise.all(duties.map((duty) => unsentNotice(request.deps, escalation, duty)));
  const unsent = each.find((one) => one !== undefined);
  return [...(await lackingStill(request, found)), ...unsentNoticeMissing(unsent, escalation)];
}

/** What an approval and an issue ask for once more. Whether the notice before it left was answered by the proposal. */
export async function lackingStill(request: Request, found: FoundEscalation): Promise<FieldError[]> {
  const { escalation, rule } = found;
  const awaited = waitsFor(rule, escalation.step);
  const order = await orderBehind(request, found);
  const footing = footingFor(request, found, await partyFor(request.deps, found));
  const reportsAtOnce = callsForReports(escalation, rule);
  return [
    ...(await partyMissing(request.deps, found)),
    ...missingOf(escalation, { ...footing, awaited, order, reportsAtOnce }),
    ...hearingMissing(request, found, footing),
  ];
}

interface Measured {
  readonly escalation: EscalationRecord;
  readonly rule: Rule;
}

/** The order whose period passed without effect, for a step that waits for one: the product's, else one on paper. */
export async function orderBehind(
  request: Request,
  measured: Measured,
): Promise<EscalationRecord | OrderOnPaper | undefined> {
  const awaited = waitsFor(measured.rule, measured.escalation.step);
  if (awaited === undefined) return undefined;
  return (await recordedOrder(request, measured)) ?? measured.escalation.earlierOnPaper;
}

/** The same, of the product’s own records alone. */
export async function recordedOrder(
  { deps }: Request,
  { escalation, rule }: Measured,
): Promise<EscalationRecord | undefined> {
  const awaited = waitsFor(rule, escalation.step);
  if (awaited === undefined) return undefined;
  const all = await escalationsOf(deps, escalation.jurisdiction, escalation.subjectId);
  return failedOrder(escalation, awaited, all, deps.clock.now());
}

/** A duty that is met, or whose report waits for an answer, is not proceeded against; nor on an order that has ended. */
export async function heldBack(request: Request, escalation: EscalationRecord) {
  const { jurisdiction, previousId } = escalation;
  const previous =
    previousId === undefined
      ? undefined
      : await escalationRecord.read(request.deps.store, { jurisdiction, id: previousId });
  const ended = previous && groundAfter(previous);
  if (ended !== undefined) return problem('escalation.ground-gone', { how: ended.how });
  for (const duty of await dutiesAt(request.deps, escalation)) {
    const held = heldByDuty(request, duty);
    if (held) return held;
  }
  return undefined;
}

function heldByDuty({ deps }: Request, { closed, report, provisional, overdueFrom }: ObligationRecord) {
  if (closed) return problem('escalation.duty-closed', { how: closed.how, on: closed.on });
  if (report?.state === 'pending') return problem('escalation.duty-reported');
  if (provisional) return problem('escalation.duty-provisional');
  return deps.clock.now() < overdueFrom ? problem('escalation.duty-moved') : undefined;
}
