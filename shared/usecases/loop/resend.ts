import type { z } from 'zod';
import { closeAgain } from '../../usecases/notices/receipts.ts';
import type { resendBody } from '../../contract/bodies.ts';
import { fail, notFound, ok, problem, type Outcome } from '../../outcome.ts';
import { addressKey } from '../../domain/address.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { dayOf, instant } from '../../domain/time/instant.ts';
import { noticeAfter } from '../../domain/notices/state.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { type NoticeRecord, noticeRecord } from '../../records/notice.ts';
import type { Pointer } from '../../records/agenda.ts';
import { recipientsOf } from '../notices/addressing.ts';
import { enterAgenda } from '../agenda.ts';
import { chunks } from '../../domain/chunks.ts';
import { dutiesFor } from '../notices/duty.ts';
import type { Deps } from '../deps.ts';
import { alertedBy } from '../escalations/letters.ts';
import { loadEscalated } from '../escalations/escalated.ts';
import { gatesOf } from '../gate.ts';
import { judge } from '../notices/judge.ts';
import { findNotice, listNotices } from '../notices/list.ts';
import { liftSuppression, suppressionOf } from '../notices/receipts.ts';
import { staleVersion, type Request } from '../request.ts';

/**
 * Sends a notice again that could not be delivered, and at once one that waits for its provider. It goes to the
 * subject’s present contacts, without those who have it already. Refused when the duty no longer calls for it.
 */
export async function resend(request: Request, id: string): Promise<Outcome<NoticeRecord>> {
  const { deps } = request;
  const notice = await findNotice(request, id);
  if (!notice) return notFound;
  const stale = staleVersion(request, notice.version);
  if (stale) return fail(stale);
  if (noticeAfter(notice.status, 'resend') === undefined)
    return problem('notice.state', { status: notice.status });
  if (notice.claim && !deps.lease.isVoid(notice.claim, deps.clock.now())) return problem('notice.being-sent');
  const place =
    notice.escalationId === undefined ? await placeOfDuty(deps, notice) : await placeOfPaper(deps, notice);
  return place.ok ? queueAgain(deps, notice, place.value) : place;
}

/** The pointer that brings the notice back, and whether notices still go to its own address. */
interface Place {
  readonly pointer: Pointer;
  readonly current: boolean;
}

async function placeOfDuty(deps: Deps, notice: NoticeRecord): Promise<Outcome<Place>> {
  if (notice.obligationId === undefined) return problem('notice.daily');
  const now = deps.clock.now();
  const { jurisdiction, obligationId, step, attempts } = notice;
  const pointer: Pointer = { jurisdiction, obligationId, step, at: now, attempt: attempts.length };
  const [duty] = await dutiesFor(deps, [pointer]);
  if (duty?.obligation.report?.state === 'pending') return problem('notice.report-waits');
  const verdict = duty && judge(duty, now);
  if (!duty || verdict?.kind === 'drop' || verdict?.kind === 'withdraw')
    return problem('notice.not-called-for');
  const { recipients } = await recipientsOf(deps, duty);
  if (recipients.length === 0) return problem('notice.nobody');
  return ok({ pointer, current: recipients.some(({ to }) => sameAddress(to, notice.to)) });
}

/**
 * The mail of a document goes to the people whom the document names; an alert about it goes to the bureau’s own
 * people.
 */
async function placeOfPaper(deps: Deps, notice: NoticeRecord): Promise<Outcome<Place>> {
  const { jurisdiction, escalationId, step, to } = notice;
  const now = deps.clock.now();
  const pointer: Pointer = { jurisdiction, obligationId: '', escalationId, step, at: now, attempt: 0 };
  const found = await loadEscalated(deps, pointer);
  const people = found && (alertedBy(found, step) ?? namedBy(found.escalation, step));
  if (!people) return problem('notice.document-past');
  const current = people.some((one) => sameAddress(one.to, to));
  if (!current && notice.kind !== 'bureau-alert') return problem('notice.not-named');
  if (people.length === 0) return problem('notice.nobody');
  return ok({ pointer, current });
}

/** The people whom the document names; undefined when the document no longer calls for the step. */
function namedBy(
  { status, issue, withdrawal, corrections, recipients }: EscalationRecord,
  step: string,
): readonly { readonly to: string }[] | undefined {
  const [what = '', which = ''] = step.split(':');
  const stands = status !== 'withdrawn';
  const calls =
    (what === 'withdraw' && withdrawal !== undefined) ||
    (what === 'issue' && stands && issue !== undefined) ||
    (what === 'correct' && stands && corrections[Number(which)] !== undefined);
  return calls ? recipients : undefined;
}

const sameAddress = (a: string, b: string): boolean => addressKey(a) === addressKey(b);

async function queueAgain(
  deps: Deps,
  notice: NoticeRecord,
  { pointer, current }: Place,
): Promise<Outcome<NoticeRecord>> {
  const now = deps.clock.now();
  const closed = await suppressionOf(deps, notice.jurisdiction, notice.to);
  if (closed?.why === 'complained') return problem('notice.complained');
  await enterAgenda(deps.store, [pointer], now);
  const next: NoticeRecord = {
    ...notice,
    status: current ? 'queued' : notice.status,
    claim: undefined,
    notBefore: undefined,
    before: notice.attempts.length + (notice.left ?? 0),
    doubts: undefined,
    told: undefined,
  };
  // Before the notice is queued, because a delivery that reads it earlier would find its address closed.
  if (closed) await liftSuppression(deps, notice.jurisdiction, notice.to);
  const stored = await noticeRecord.put(deps.store, next);
  if (!stored) {
    if (closed) await closeAgain(deps, notice.jurisdiction, closed);
    return problem('notice.changed');
  }
  // A person who sends again has checked that the provider works, so the pause ends.
  gatesOf(deps.channels)[notice.channel].open();
  // A second time, because a sweep may have read the first pointer before the notice was queued again.
  await enterAgenda(deps.store, [pointer], now);
  return ok(stored);
}

/** The result for one of the notices that were to be sent again. */
export interface Resent {
  readonly id: string;
  readonly outcome: Outcome<NoticeRecord>;
}

/** How many are handled in parallel. */
const AT_ONCE = 10;
/** The most notices that one request sends again. Further ones need another request. */
const MOST_RESENT = 500;

/**
 * Sends many notices again, with a result for each: the ones named, or all of a state made within a span of
 * days. A span of failed notices includes those that wait because their provider was down.
 */
export async function resendMany(request: Request, body: z.output<typeof resendBody>): Promise<Resent[]> {
  const ids = 'ids' in body ? [...new Set(body.ids)] : await idsWithin(request, body);
  const results: Resent[] = [];
  for (const group of chunks(ids, AT_ONCE)) {
    const each = { ...request, ifMatch: undefined };
    results.push(...(await Promise.all(group.map(async (id) => ({ id, outcome: await resend(each, id) })))));
  }
  return results;
}

type Span = Exclude<z.output<typeof resendBody>, { readonly ids: readonly string[] }>;

async function idsWithin(request: Request, span: Span): Promise<string[]> {
  const { status } = span;
  const [from, to] = [dayWithin(span.from), dayWithin(span.to)];
  const states = status === 'failed' ? (['failed', 'queued'] as const) : ([status] as const);
  const ids: string[] = [];
  for (const state of states) {
    let cursor: string | undefined;
    do {
      const query = { limit: 200, status: state, from, to, ...(cursor === undefined ? {} : { cursor }) };
      const page = await listNotices(request, query);
      ids.push(...page.items.filter(isStopped).map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined && ids.length < MOST_RESENT);
  }
  return ids.slice(0, MOST_RESENT);
}

/** A span is of whole days. */
const dayWithin = (text: string): string => formatDay(parseDay(text) ?? dayOf(instant(text)));

/** Of the queued notices, the ones that were tried or held back; the others are about to be sent. */
const isStopped = ({ status, notBefore }: NoticeRecord): boolean =>
  status !== 'queued' || notBefore !== undefined;
