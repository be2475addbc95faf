import { grant, nothingSpent, refused, type Limits, type Rank, type Spent } from '../domain/notices/pace.ts';
import { minutes, plus, toInstant, type Instant } from '../domain/time/instant.ts';
import { paceRecord } from '../records/pace.ts';
import { KeptChanging } from '../records/record.ts';
import type { ChannelName } from '../vocabulary/channels.ts';
import type { Deps, Pace } from './deps.ts';

/** When a message may be sent; `later`: it has no turn yet, and asks again then. */
export type Turn = { readonly at: Instant } | { readonly later: Instant };

interface Asking {
  readonly count: number;
  readonly rank: Rank;
  readonly resolve: (turns: Turn[]) => void;
  readonly reject: (error: unknown) => void;
}

interface Desk {
  waiting: Asking[];
  busy: boolean;
}

const desks = new WeakMap<Pace, Map<ChannelName, Desk>>();

function deskOf(pace: Pace, channel: ChannelName): Desk {
  const own = desks.get(pace) ?? new Map<ChannelName, Desk>();
  desks.set(pace, own);
  const desk = own.get(channel) ?? { waiting: [], busy: false };
  own.set(channel, desk);
  return desk;
}

/**
 * Turns for so many messages; undefined when the channel has no limits. All processes take their turns from one
 * item of the table. A process takes those of all its messages that ask at the same time in one write.
 */
export function turnsFor(
  deps: Deps,
  channel: ChannelName,
  count: number,
  rank: Rank = 'urgent',
): Promise<readonly Turn[]> | undefined {
  const { pace } = deps;
  const limits = pace?.limits[channel];
  if (!pace || !limits || count === 0) return undefined;
  const desk = deskOf(pace, channel);
  return new Promise((resolve, reject) => {
    desk.waiting.push({ count, rank, resolve, reject });
    if (!desk.busy) void serve(deps, desk, channel, limits);
  });
}

async function serve(deps: Deps, desk: Desk, channel: ChannelName, limits: Limits): Promise<void> {
  desk.busy = true;
  try {
    while (desk.waiting.length > 0) {
      const rank = desk.waiting[0]?.rank ?? 'urgent';
      const served = desk.waiting.filter((one) => one.rank === rank);
      desk.waiting = desk.waiting.filter((one) => one.rank !== rank);
      await serveAll(deps, served, rank, channel, limits);
    }
  } finally {
    desk.busy = false;
  }
}

async function serveAll(
  deps: Deps,
  served: readonly Asking[],
  rank: Rank,
  channel: ChannelName,
  limits: Limits,
): Promise<void> {
  try {
    const count = served.reduce((sum, one) => sum + one.count, 0);
    const turns = await taken(deps, channel, limits, count, rank);
    let from = 0;
    for (const one of served) {
      one.resolve(turns.slice(from, from + one.count));
      from += one.count;
    }
  } catch (error) {
    for (const one of served) one.reject(error);
  }
}

async function taken(
  deps: Deps,
  channel: ChannelName,
  limits: Limits,
  count: number,
  rank: Rank,
): Promise<Turn[]> {
  const now = deps.clock.now();
  let found = grant(nothingSpent(limits, now), limits, 0, rank, now);
  try {
    await paceRecord.change(deps.store, channel, (known) => {
      found = grant(known ?? nothingSpent(limits, now), limits, count, rank, now);
      return found.granted === 0 ? undefined : { version: 0, ...known, ...found.spent };
    });
  } catch (error) {
    if (!(error instanceof KeptChanging)) throw error;
    deps.log('warn', 'PACE_BUSY', 'Too many asked for turns at once; the messages ask again.', { channel });
    return Array.from({ length: count }, () => ({ later: plus(now, minutes(1)) }));
  }
  const { granted, from, gap, later } = found;
  return Array.from({ length: count }, (_, index): Turn =>
    index < granted ? { at: toInstant(Math.floor(from + index * gap)) } : { later },
  );
}

/** Until when this process knows that a provider takes nothing more of the day. */
const shut = new WeakMap<Pace, Map<ChannelName, Instant>>();

/** When to ask again, if the limit of the day was reached since a turn was taken. */
export function shutSince({ pace, clock }: Deps, channel: ChannelName): Instant | undefined {
  const until = pace && shut.get(pace)?.get(channel);
  return until !== undefined && until > clock.now() ? until : undefined;
}

/** A provider did not take a message because of its limits: all processes slow down. Returns when to ask again. */
export async function slowDown(
  deps: Deps,
  channel: ChannelName,
  quota: 'rate' | 'day',
  now: Instant,
): Promise<Instant> {
  const { pace } = deps;
  const limits = pace?.limits[channel];
  if (!limits) return plus(now, quota === 'day' ? minutes(60) : minutes(2));
  try {
    const { record } = await paceRecord.change(deps.store, channel, (known) => {
      const spent = refused(known ?? nothingSpent(limits, now), limits, quota, now);
      return spent && { version: 0, ...known, ...spent };
    });
    const { later } = grant(record ?? nothingSpent(limits, now), limits, 0, 'later', now);
    if (quota === 'day') shut.set(pace, new Map([[channel, later]]));
    return later;
  } catch (error) {
    if (!(error instanceof KeptChanging)) throw error;
    return plus(now, minutes(1));
  }
}

/** What is given away of a channel’s limits; undefined when it has none. */
export async function spentOf(
  { store, pace }: Pick<Deps, 'store' | 'pace'>,
  channel: ChannelName,
  now: Instant,
): Promise<{ readonly limits: Limits; readonly spent: Spent } | undefined> {
  const limits = pace?.limits[channel];
  if (!limits) return undefined;
  return { limits, spent: (await paceRecord.read(store, channel)) ?? nothingSpent(limits, now) };
}
