import { hours, minutes, plus, toInstant, type Instant } from '../time/instant.ts';

/** What a provider takes: so many messages a second, and so many in 24 hours. */
export interface Limits {
  readonly perSecond: number;
  /** Undefined: as many as the rate allows. */
  readonly perDay?: number | undefined;
}

/** What has been given away of a provider’s limits, by all processes together. */
export interface Spent {
  /** The turns up to this moment are given away. */
  readonly through: Instant;
  /** Messages a second at present: lower than the limit after the provider said that they come too fast. */
  readonly rate: number;
  /** When the rate was last changed. */
  readonly changedAt: Instant;
  /** Turns given away in the last 24 hours, by portions of ten minutes. */
  readonly portions: { readonly from: Instant; readonly count: number }[];
  /** The provider takes nothing before this moment. */
  readonly shutUntil?: Instant | undefined;
}

/** Who asks for turns. What can wait leaves a part of the day’s limit to what cannot. */
export type Rank = 'urgent' | 'later' | 'daily';

const DAY = hours(24);
const PORTION = minutes(10);
/**
 * The part of a day’s limit that is left to others: reminders leave the most, so that duties by the hour, overdue
 * notices, and the mail that tells a bureau of all that still leave.
 */
const reserves: Readonly<Record<Rank, number>> = { urgent: 0, daily: 0.05, later: 0.1 };
/** No turn is given away further ahead than this: a process waits for it while it holds its message. */
const AHEAD = 100_000;
/** Daily mails only take a turn that comes soon. */
const AHEAD_OF_DAILY = 20_000;
/** A rate that was lowered rises by a quarter after each minute without a refusal. */
const RISE = 1.25;
const RISE_AFTER = minutes(1);
/** Refusals within this time are one: they answer messages that were sent at the old rate. */
const ONE_REFUSAL = 5_000;
const LOWEST = 1 / 64;

export const nothingSpent = ({ perSecond }: Limits, now: Instant): Spent => ({
  through: now,
  rate: perSecond,
  changedAt: now,
  portions: [],
});

/** Turns: the first is at `from`, each next one `gap` milliseconds later. */
export interface Turns {
  readonly spent: Spent;
  readonly granted: number;
  readonly from: Instant;
  readonly gap: number;
  /** When to ask for those that were not granted. */
  readonly later: Instant;
}

/** Gives away up to `wanted` turns. */
export function grant(known: Spent, limits: Limits, wanted: number, rank: Rank, now: Instant): Turns {
  const spent = risen(known, limits, now);
  const from = spent.through > now ? spent.through : now;
  const gap = 1000 / spent.rate;
  const later = askAgainAt(spent, limits, rank, now);
  const ahead = rank === 'daily' ? AHEAD_OF_DAILY : AHEAD;
  const soon = Math.floor((plus(now, ahead) - from) / gap);
  const shut = spent.shutUntil !== undefined && spent.shutUntil > now;
  const granted = shut ? 0 : Math.max(0, Math.min(wanted, soon, leftToday(spent, limits, rank, now)));
  if (granted === 0) return { spent, granted, from, gap, later };
  return { spent: withTurns(spent, from, granted, gap, now), granted, from, gap, later };
}

function withTurns(spent: Spent, from: Instant, count: number, gap: number, now: Instant): Spent {
  const portions = recent(spent, now);
  const last = portions.at(-1);
  const current = last && now < plus(last.from, PORTION) ? last : { from: now, count: 0 };
  return {
    ...spent,
    through: toInstant(Math.ceil(from + count * gap)),
    portions: [
      ...(current === last ? portions.slice(0, -1) : portions),
      { ...current, count: current.count + count },
    ],
  };
}

/** Portions of which a part was sent within the last 24 hours. */
const recent = ({ portions }: Spent, now: Instant): Spent['portions'] =>
  portions.filter(({ from }) => plus(from, DAY + PORTION) > now);

/** How many more messages may be sent before the limit of 24 hours is reached. */
export function leftToday(spent: Spent, { perDay }: Limits, rank: Rank, now: Instant): number {
  if (perDay === undefined) return Infinity;
  const used = recent(spent, now).reduce((sum, { count }) => sum + count, 0);
  return Math.floor(perDay * (1 - reserves[rank])) - used;
}

function askAgainAt(spent: Spent, limits: Limits, rank: Rank, now: Instant): Instant {
  const soon = plus(now, minutes(1));
  const rested = latest(soon, spent.shutUntil ?? soon);
  const [oldest] = recent(spent, now);
  if (leftToday(spent, limits, rank, now) > 0 || !oldest) return latest(rested, spent.through);
  return latest(rested, plus(oldest.from, DAY + PORTION));
}

const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);

function risen(spent: Spent, { perSecond }: Limits, now: Instant): Spent {
  // A limit that was lowered in the stage holds at once.
  if (spent.rate > perSecond) return { ...spent, rate: perSecond, changedAt: now };
  if (spent.rate === perSecond || now < plus(spent.changedAt, RISE_AFTER)) return spent;
  return { ...spent, rate: Math.min(perSecond, spent.rate * RISE), changedAt: now };
}

/** How long nothing is sent after the provider said that the limit of 24 hours is reached; longer when it says so again. */
const SHUT = minutes(15);
const SHUT_AGAIN = hours(1);

/**
 * The provider did not take a message because of its limits: the rate is halved, or nothing is sent for a while.
 * Undefined when an earlier answer led to that already.
 */
export function refused(
  known: Spent,
  { perSecond }: Limits,
  quota: 'rate' | 'day',
  now: Instant,
): Spent | undefined {
  if (quota === 'day') {
    const { shutUntil } = known;
    if (shutUntil !== undefined && shutUntil > now) return undefined;
    const again = shutUntil !== undefined && now < plus(shutUntil, SHUT_AGAIN);
    return { ...known, shutUntil: plus(now, again ? SHUT_AGAIN : SHUT) };
  }
  if (known.rate < perSecond && now < plus(known.changedAt, ONE_REFUSAL)) return undefined;
  return { ...known, rate: Math.max(perSecond * LOWEST, known.rate / 2), changedAt: now };
}

/** So much work lies ready for the processes that send, in milliseconds: more than passes between two sweeps. */
const READY = 90_000;

/**
 * The moment up to which those who send have work, where work was `handed` over up to a moment. When they have
 * nothing left, steps that were no longer due made no letters.
 */
export const busyUntil = ({ through }: Spent, handed: Instant, now: Instant): Instant =>
  through > now ? latest(through, handed) : now;

/**
 * How many steps may be handed over now, so that the queue holds a minute and a half of work and no more. What
 * is not handed over keeps its order in the agenda. What cannot wait is handed over even when the provider takes
 * nothing: some of it makes no letters.
 */
export function roomFor(spent: Spent, limits: Limits, busy: Instant, rank: Rank, now: Instant): number {
  const soon = Math.max(0, Math.floor(((plus(now, READY) - busy) / 1000) * spent.rate));
  if (rank === 'urgent') return soon;
  if (spent.shutUntil !== undefined && spent.shutUntil > now) return 0;
  return Math.max(0, Math.min(soon, leftToday(spent, limits, rank, now)));
}

/** The moment up to which they have work after some more was handed over. */
export const busyAfter = ({ rate }: Spent, busy: Instant, count: number): Instant =>
  toInstant(Math.ceil(busy + (count * 1000) / rate));
