import { hours, minutes, plus, type Instant } from '../../domain/time/instant.ts';
import type { ChannelName } from '../../vocabulary/channels.ts';
import { noticeAfter } from '../../domain/notices/state.ts';
import type { Item, Messages, SendOutcome } from '../../ports.ts';
import type { SuppressionRecord } from '../../records/receipt.ts';
import { noticeRecord, type NoticeRecord } from '../../records/notice.ts';
import type { Pointer } from '../../records/agenda.ts';
import { enterAgenda } from '../agenda.ts';
import { dailyItem } from './daily-line.ts';
import type { Deps } from '../deps.ts';
import { gatesOf, type Gate } from '../gate.ts';
import {
  claim,
  freshNotice,
  holdNotice,
  keptBack,
  takenOver,
  tried,
  type NoticeDraft,
  type Throttled,
} from './notice.ts';
import { slowDown } from '../pace.ts';
import type { LetterText } from './texts.ts';
import { sameEntry, suppressionOf, type Suppressions } from './receipts.ts';

/** The message that a channel sends. */
type MessageBy<Name extends ChannelName = ChannelName> = {
  readonly [Each in Name]: { readonly channel: Each; readonly content: Messages[Each] };
}[Name];

/** A letter ready to be sent. */
export interface Letter {
  readonly draft: NoticeDraft;
  /** The agenda’s pointer that brings the letter back; undefined when it belongs to no obligation. */
  readonly pointer: Pointer | undefined;
  readonly message: MessageBy;
  readonly stored: LetterText;
  /** What lets the link in it be opened. */
  readonly link?: Item;
}

/** The result for a letter. `again`: it is to be tried once more, at that time. */
export type Sent =
  | { readonly kind: 'accepted' }
  /** It was sent before, or will never be sent. */
  | { readonly kind: 'settled'; readonly leftAt: Instant | undefined }
  | { readonly kind: 'failed' }
  | { readonly kind: 'again'; readonly at: Instant };

/** What all letters of a batch share. */
export interface Batch {
  /** Whether there is time to send another letter. */
  readonly mayTry: () => boolean;
  readonly suppressed: Suppressions;
}

/**
 * Sends one notice: claims it, gives it to the provider, records the outcome. The turn ends with the provider’s
 * answer, so that the next letter is claimed while this outcome is recorded. On one machine the two then share
 * one write to the disk.
 */
export async function sendNotice(deps: Deps, letter: Letter, batch?: Batch): Promise<Sent> {
  const gate = gatesOf(deps.channels)[letter.draft.channel];
  const turn = await gate.turn(async () => {
    const now = deps.clock.now();
    const rest = gate.restsUntil(now) ?? (batch?.mayTry() === false ? plus(now, minutes(1)) : undefined);
    return rest === undefined ? tryNotice(deps, letter, gate, batch) : hold(deps, letter, rest);
  });
  return turn.kind === 'handed' ? record(deps, letter, turn) : turn;
}

/** Its provider is down: the notice is recorded, not tried, and comes back. */
async function hold(deps: Deps, letter: Letter, until: Instant): Promise<Sent> {
  const notice = await holdNotice(deps, letter.draft, until);
  if (!notice) return { kind: 'settled', leftAt: undefined };
  await comeBack(deps, letter.pointer, until);
  if (waitsLong(notice, deps.clock.now())) await store(deps, await toldLong(deps, notice));
  return { kind: 'again', at: until };
}

/** The provider’s answer about a letter, not recorded yet. */
interface Handed {
  readonly kind: 'handed';
  readonly notice: NoticeRecord;
  readonly at: Instant;
  readonly outcome: SendOutcome;
}

async function tryNotice(
  deps: Deps,
  letter: Letter,
  gate: Gate,
  batch: Batch | undefined,
): Promise<Sent | Handed> {
  const { draft } = letter;
  const claimed = await claim(deps, draft);
  if (claimed.kind === 'settled') return { kind: 'settled', leftAt: claimed.leftAt };
  if (claimed.kind === 'busy') {
    await comeBack(deps, letter.pointer, claimed.until);
    return { kind: 'again', at: claimed.until };
  }
  const { notice } = claimed;
  const at = deps.clock.now();
  const closed = batch ? batch.suppressed(draft) : await suppressionOf(deps, draft.jurisdiction, draft.to);
  if (closed) return leaveOut(deps, notice, closed);
  const outcome = await gate.hand(at, (signal) => hand(deps, letter, notice.createdAt, signal));
  // Where nobody counts turns, the provider is left alone for a while.
  if (outcome.kind === 'throttled' && !deps.pace?.limits[draft.channel]) gate.rest(plus(at, minutes(1)));
  await gate.together();
  return { kind: 'handed', notice, at, outcome };
}

/** Consequences are written first: another try, a line for the bureau. */
async function record(deps: Deps, letter: Letter, handed: Handed): Promise<Sent> {
  const { at, outcome } = handed;
  if (outcome.kind === 'throttled') return recordThrottled(deps, letter, handed.notice, outcome, at);
  const { notice, retryAt } = tried(handed.notice, outcome, at);
  if (retryAt !== undefined) await comeBack(deps, letter.pointer, retryAt);
  const untold = notice.status === 'failed' || (notice.status === 'unknown' && retryAt === undefined);
  if (untold) await tellBureau(deps, notice, at);
  const next = retryAt !== undefined && waitsLong(notice, at) ? await toldLong(deps, notice) : notice;
  await store(deps, next);
  // Captured because there is no channel: finished, and nobody was informed.
  if (outcome.kind === 'accepted')
    return outcome.captured ? { kind: 'settled', leftAt: undefined } : { kind: 'accepted' };
  deps.log('warn', 'SEND_FAILED', 'A provider did not take a notice.', {
    notice: notice.id,
    kind: outcome.kind,
  });
  return retryAt === undefined ? { kind: 'failed' } : { kind: 'again', at: retryAt };
}

/** The provider’s limits kept the notice back: it was not tried, and comes back when there is room. */
async function recordThrottled(
  deps: Deps,
  letter: Letter,
  held: NoticeRecord,
  { quota }: Throttled,
  at: Instant,
): Promise<Sent> {
  const until = await slowDown(deps, letter.draft.channel, quota, at);
  const { pointer } = letter;
  // The notice is recorded by now, which pointers of a first try do not expect.
  if (pointer)
    await enterAgenda(deps.store, [{ ...pointer, at: until, attempt: Math.max(1, pointer.attempt) }], at);
  const { notice } = keptBack(held, until);
  await store(deps, waitsLong(notice, at) ? await toldLong(deps, notice) : notice);
  deps.log('warn', 'SEND_THROTTLED', 'A provider’s limit is reached; the notice comes back, untried.', {
    notice: notice.id,
    quota,
  });
  return { kind: 'again', at: until };
}

/**
 * A notice may wait this long for its provider before the bureau is informed: longer than a restart, shorter
 * than a day.
 */
const LONG = hours(4);

const waitsLong = ({ createdAt, told }: NoticeRecord, now: Instant): boolean =>
  told !== true && now - createdAt >= LONG;

async function toldLong(deps: Deps, notice: NoticeRecord): Promise<NoticeRecord> {
  await tellBureau(deps, notice, deps.clock.now());
  return { ...notice, told: true };
}

/**
 * The address bounced or complained before: the notice is not sent, and the bureau is asked to correct the
 * contact.
 */
async function leaveOut(deps: Deps, notice: NoticeRecord, closed: SuppressionRecord): Promise<Sent> {
  const now = deps.clock.now();
  const outcome = `suppressed: ${closed.why === 'complained' ? '收件人曾投诉' : '该地址曾被退回'}，不再发送，请更正联系人`;
  await tellBureau(deps, notice, now);
  await store(deps, {
    ...notice,
    attempts: [...notice.attempts, { at: now, provider: 'none', outcome }],
    status: noticeAfter(notice.status, 'suppress') ?? notice.status,
    claim: undefined,
  });
  return { kind: 'failed' };
}

async function hand(deps: Deps, letter: Letter, at: Instant, signal: AbortSignal): Promise<SendOutcome> {
  const { id, jurisdiction } = letter.draft;
  const by = async <Name extends ChannelName>({ channel, content }: MessageBy<Name>): Promise<SendOutcome> =>
    deps.channels[channel].send(content, id, at, jurisdiction, signal);
  try {
    return await by(letter.message);
  } catch (error) {
    return {
      kind: 'temporary',
      provider: letter.message.channel,
      reason: error instanceof Error ? error.name : 'error',
    };
  }
}

async function comeBack(deps: Deps, pointer: Pointer | undefined, at: Instant): Promise<void> {
  if (!pointer) return;
  await enterAgenda(deps.store, [{ ...pointer, at, attempt: pointer.attempt + 1 }], deps.clock.now());
}

/** Records the outcome. When a receipt was faster, its state stays and the attempt is added. */
async function store(deps: Deps, notice: NoticeRecord): Promise<void> {
  if (await noticeRecord.put(deps.store, notice)) return;
  const known = await noticeRecord.read(deps.store, notice);
  if (!known) return;
  const status = known.status === 'queued' || known.status === 'unknown' ? notice.status : known.status;
  const receipts = known.attempts.filter((entry) => !notice.attempts.some((own) => sameEntry(own, entry)));
  await noticeRecord.put(deps.store, {
    ...known,
    attempts: [...notice.attempts, ...receipts],
    status,
    claim: undefined,
  });
}

async function tellBureau(deps: Deps, notice: NoticeRecord, now: Instant): Promise<void> {
  await deps.store.putMany([dailyItem(notice.jurisdiction, 'undelivered', notice.id, now)]);
}

/** A notice without any recipient. */
export interface Nobody {
  readonly draft: NoticeDraft;
  readonly what: string;
  readonly pointer: Pointer;
}

/** Records as failed the notices without a recipient. The bureau’s daily lines are written first. */
export async function recordUndeliverable(
  deps: Deps,
  unreachable: readonly Nobody[],
): Promise<readonly PromiseSettledResult<void>[]> {
  if (unreachable.length === 0) return [];
  const now = deps.clock.now();
  const lines = new Map(unreachable.map(({ draft: { id, jurisdiction } }) => [id, jurisdiction]));
  const told = [...lines].map(([id, jurisdiction]) => dailyItem(jurisdiction, 'undelivered', id, now));
  const [announced] = await Promise.allSettled([deps.store.putMany(told)]);
  if (announced.status === 'rejected') return [announced];
  return Promise.allSettled(unreachable.map((one) => recordFailed(deps, one, now)));
}

async function recordFailed(deps: Deps, { draft, what, pointer }: Nobody, now: Instant): Promise<void> {
  const failed = { kind: 'permanent', provider: 'none', reason: 'no contact' } as const;
  const nobody = { ...draft, subject: what, toldDue: undefined };
  // Nothing is sent, so there is nothing to claim: the first record takes one write.
  const fresh = tried(freshNotice(nobody, now), failed, now).notice;
  if (await noticeRecord.put(deps.store, fresh)) return;
  const claimed = await claim(deps, nobody);
  if (claimed.kind === 'busy') await comeBack(deps, pointer, claimed.until);
  if (claimed.kind === 'mine') await store(deps, tried(claimed.notice, failed, now).notice);
}

/**
 * Withdraws a queued notice, because its duty was fulfilled before it was sent. One that a run was just sending
 * may have left: it is `unknown`, unless that run still says what came of it.
 */
export async function withdrawQueued(
  deps: Deps,
  draft: Pick<NoticeDraft, 'jurisdiction' | 'id'>,
): Promise<void> {
  const known = await noticeRecord.read(deps.store, draft);
  const status = known && noticeAfter(known.status, 'withdraw');
  if (!known || status === undefined) return;
  const next = known.claim ? takenOver(known, deps.clock.now()) : { ...known, status };
  await noticeRecord.put(deps.store, { ...next, claim: undefined, notBefore: undefined });
}
