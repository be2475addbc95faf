import { addressKey } from '../../domain/address.ts';
import type { ChannelName } from '../../vocabulary/channels.ts';
import { idOf } from '../../domain/ids.ts';
import { masked } from '../../domain/masked.ts';
import {
  ACCEPTED,
  CAPTURED,
  UNKNOWN,
  isDoubtful,
  mayHaveLeft,
  noticeAfter,
  type NoticeEvent,
} from '../../domain/notices/state.ts';
import { waitAfter } from '../../domain/notices/tries.ts';
import { minutes, plus, type Instant } from '../../domain/time/instant.ts';
import { noticeRecord, type NoticeKind, type NoticeRecord } from '../../records/notice.ts';
import type { SendOutcome } from '../../ports.ts';
import type { Deps } from '../deps.ts';

/** Longer than any provider’s time-out. An older claim is void. */
const CLAIM = minutes(5);

/**
 * The wait in milliseconds before the second, third … try of a notice that a provider could not take; ±10 %
 * derived from its id.
 */
export function retryDelay(attempts: number, noticeId: string): number {
  const spread = (noticeId.charCodeAt(noticeId.length - 1) % 21) - 10;
  return Math.round(waitAfter(attempts) * (1 + spread / 100));
}

/** What identifies a notice. A second notice with the same meaning is never sent. */
export interface NoticeMeaning {
  readonly jurisdiction: string;
  readonly subjectId: string;
  readonly rule: string;
  readonly period: string;
  readonly step: string;
  readonly due: string;
  readonly to: string;
  readonly channel: ChannelName;
}

/** `<subject>.<hash>`: the address is hashed, so the id does not reveal it. */
export function noticeIdOf(meaning: NoticeMeaning): string {
  const { jurisdiction, subjectId, rule, period, step, due, to, channel } = meaning;
  return `${subjectId}.${idOf('notice', jurisdiction, rule, period, step, due, addressKey(to), channel)}`;
}

export interface NoticeDraft {
  readonly id: string;
  readonly jurisdiction: string;
  readonly subjectId: string;
  readonly kind: NoticeKind;
  readonly obligationId?: string | undefined;
  readonly escalationId?: string | undefined;
  readonly ruleId?: string | undefined;
  readonly step: string;
  readonly to: string;
  readonly toName: string;
  /** True if it goes to somebody other than the subject’s own people or those who read for them. */
  readonly others?: boolean | undefined;
  /** The unit against which the document is directed, if that is not the subject. */
  readonly against?: string | undefined;
  readonly channel: ChannelName;
  readonly subject: string;
  readonly textHash: string;
  /** Set when the text has been stored. */
  readonly textIn?: string | undefined;
  readonly toldDue?: string | undefined;
  readonly late: boolean;
}

export function freshNotice(draft: NoticeDraft, now: Instant): NoticeRecord {
  return {
    version: 0,
    ...draft,
    status: 'queued',
    attempts: [],
    createdAt: now,
  };
}

export type Claim =
  | { readonly kind: 'mine'; readonly notice: NoticeRecord }
  /** Another run is sending it; look again at `until`. */
  | { readonly kind: 'busy'; readonly until: Instant }
  /** It was sent, or will never be sent. */
  | { readonly kind: 'settled'; readonly leftAt: Instant | undefined };

/**
 * Claims a notice before it is sent: the first run to write its record sends it. A claim left by a run that
 * stopped is taken over. Whether that run’s mail left cannot be known, so the provider gets the same token
 * again.
 */
export async function claim(deps: Deps, draft: NoticeDraft): Promise<Claim> {
  const now = deps.clock.now();
  const own = { owner: deps.lease.owner, until: plus(now, CLAIM) };
  const fresh: NoticeRecord = { ...freshNotice(draft, now), claim: own };
  const made = await noticeRecord.put(deps.store, fresh);
  if (made) return { kind: 'mine', notice: made };
  const stored = await noticeRecord.read(deps.store, draft);
  if (!stored) return { kind: 'busy', until: own.until };
  const known = recalled(stored);
  if (!isWaiting(known)) {
    return {
      kind: 'settled',
      leftAt: known.attempts.findLast((attempt) => attempt.outcome === ACCEPTED)?.at,
    };
  }
  if (known.notBefore !== undefined && known.notBefore > now) return { kind: 'busy', until: known.notBefore };
  if (known.claim && !deps.lease.isVoid(known.claim, now)) return { kind: 'busy', until: known.claim.until };
  const taken = await noticeRecord.put(deps.store, { ...takenOver(asNow(known, draft), now), claim: own });
  return taken ? { kind: 'mine', notice: taken } : { kind: 'busy', until: own.until };
}

/** A withdrawn notice that cannot have left is queued again when a letter is needed after all. */
const recalled = (known: NoticeRecord): NoticeRecord =>
  known.status === 'withdrawn' && !mayHaveLeft(known)
    ? { ...known, status: noticeAfter(known.status, 'recall') ?? known.status, notBefore: undefined }
    : known;

/**
 * The run that left its claim stopped in the middle of a try. That try may have been sent, so it counts as one
 * with an unknown outcome.
 */
export function takenOver(known: NoticeRecord, now: Instant): NoticeRecord {
  if (!known.claim) return known;
  const stopped = { at: now, provider: known.channel, outcome: `${UNKNOWN}: 发送中途停机` };
  const { attempts, left } = firstAndLast([...known.attempts, stopped], known.left ?? 0);
  return {
    ...known,
    status: noticeAfter(known.status, 'doubt') ?? known.status,
    attempts,
    ...(left === 0 ? {} : { left }),
    doubts: doubtsOf(known) + 1,
  };
}

/**
 * A notice whose outcome is unknown is tried once more when a time for that is set, or when its try was cut
 * short.
 */
export const isWaiting = ({ status, notBefore, claim: held }: NoticeRecord): boolean =>
  status === 'queued' || (status === 'unknown' && (notBefore !== undefined || held !== undefined));

/** The notice with the letter as it reads at this try: it may be late by now, or have another date. */
const asNow = (
  known: NoticeRecord,
  { subject, textHash, textIn, toldDue, late }: NoticeDraft,
): NoticeRecord => ({
  ...known,
  subject,
  textHash,
  textIn,
  toldDue,
  late: known.late || late,
});

/**
 * Records a notice that is not tried now because its provider is down, so that people see that it waits.
 * Returns the record; undefined when the notice is not waiting.
 */
export async function holdNotice(
  deps: Deps,
  draft: NoticeDraft,
  until: Instant,
): Promise<NoticeRecord | undefined> {
  const fresh: NoticeRecord = { ...freshNotice(draft, deps.clock.now()), notBefore: until };
  const made = await noticeRecord.put(deps.store, fresh);
  if (made) return made;
  const known = await noticeRecord.read(deps.store, draft);
  return known && isWaiting(known) ? known : undefined;
}

/** The result of a try. `retryAt` is set when there will be another. */
export interface Tried {
  readonly notice: NoticeRecord;
  readonly retryAt: Instant | undefined;
}

/**
 * The most tries with an unknown outcome. A receipt may still come; and two copies of a letter are better than
 * none, but three are not.
 */
const DOUBTS = 2;

export function tried(notice: NoticeRecord, outcome: Answered, now: Instant): Tried {
  const text = saidOf(outcome);
  const made = [...notice.attempts, { at: now, provider: outcome.provider, outcome: text }];
  const { attempts, left } = firstAndLast(made, notice.left ?? 0);
  const count = made.length + (notice.left ?? 0) - (notice.before ?? 0);
  const again = outcome.kind === 'temporary' || (outcome.kind === 'unknown' && doubtsOf(notice) + 1 < DOUBTS);
  const wait = outcome.kind === 'unknown' ? minutes(30) : retryDelay(count, notice.id);
  const retryAt = again ? plus(now, wait) : undefined;
  return {
    notice: {
      ...notice,
      attempts,
      ...(left === 0 ? {} : { left }),
      ...(outcome.kind === 'unknown' ? { doubts: doubtsOf(notice) + 1 } : {}),
      status: noticeAfter(notice.status, eventOf(outcome)) ?? notice.status,
      claim: undefined,
      notBefore: retryAt,
    },
    retryAt,
  };
}

export type Throttled = Extract<SendOutcome, { readonly kind: 'throttled' }>;
/** An answer that makes a try. */
export type Answered = Exclude<SendOutcome, Throttled>;

/** The provider’s limits kept the notice back: that is no try, and it comes back. */
export const keptBack = (notice: NoticeRecord, until: Instant): Tried => ({
  notice: { ...notice, claim: undefined, notBefore: until },
  retryAt: until,
});

function saidOf(outcome: Answered): string {
  if (outcome.kind === 'accepted') return outcome.captured ? CAPTURED : ACCEPTED;
  return `${outcome.kind}: ${masked(outcome.reason)}`;
}

const doubtsOf = ({ doubts = 0 }: NoticeRecord): number => doubts;

function eventOf(outcome: Answered): NoticeEvent {
  switch (outcome.kind) {
    case 'accepted':
      return outcome.captured ? 'capture' : 'accept';
    case 'temporary':
      return 'retry';
    case 'unknown':
      return 'doubt';
    case 'permanent':
      return 'fail';
  }
}

/**
 * A long outage leads to many tries. The first and the last ten are stored, and every one that may have been
 * sent.
 */
const KEPT = 10;

function firstAndLast(attempts: NoticeRecord['attempts'], left: number) {
  const over = attempts.length - 2 * KEPT;
  if (over <= 0) return { attempts, left };
  const doubtful = attempts.slice(KEPT, -KEPT).filter(({ outcome }) => isDoubtful(outcome));
  const kept = [...attempts.slice(0, KEPT), ...doubtful, ...attempts.slice(-KEPT)];
  return { attempts: kept, left: left + attempts.length - kept.length };
}
