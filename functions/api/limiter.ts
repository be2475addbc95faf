import type { Principal } from '../../shared/domain/principal.ts';
import { plus, type Instant } from '../../shared/domain/time/instant.ts';
import { KeptChanging } from '../../shared/records/record.ts';
import { rateRecord } from '../../shared/records/rate.ts';
import type { Clock, Store } from '../../shared/ports.ts';
import { filled, secondsUntil, type Bucket } from './bucket.ts';

/** Whose requests are counted together. */
type Asker = 'client' | 'bureau';

/** Requests a second; half a minute’s worth may come at once. */
export type Rates = Readonly<Partial<Record<Asker, number | undefined>>>;

/** What an asker may still ask, as the headers say it. */
interface Allowance {
  readonly allowed: boolean;
  readonly asker: Asker;
  readonly headers: Readonly<Record<string, string>>;
}

/** The narrowest limit that counts for the caller; undefined when none does. */
export type Limiter = (principal: Principal) => Promise<Allowance | undefined>;

/** Half a minute’s worth may come at once. */
const BURST_SECONDS = 30;

interface Counter {
  /** Takes one request; answers what is left, below 0 when there was none. */
  take(key: string, rate: number): Promise<number>;
}

/**
 * Limits of programs and bureaus. People are counted with their bureau alone. `counter` says where requests are
 * counted.
 */
export function createLimiter(rates: Rates, counter: Counter): Limiter {
  const one = async (asker: Asker, key: string): Promise<Allowance | undefined> => {
    const rate = rates[asker];
    if (rate === undefined) return undefined;
    const left = await counter.take(`${asker}#${key}`, rate);
    return { allowed: left >= 0, asker, headers: headersOf(left, rate) };
  };
  return async ({ role, jurisdiction, clientId, sub }) => {
    const client = role === 'machine' ? await one('client', clientId ?? `${jurisdiction} ${sub}`) : undefined;
    if (client?.allowed === false || jurisdiction === '') return client;
    const bureau = await one('bureau', jurisdiction);
    return bureau?.allowed === false ? bureau : client;
  };
}

function headersOf(left: number, rate: number): Record<string, string> {
  const burst = rate * BURST_SECONDS;
  return {
    'ratelimit-limit': String(burst),
    'ratelimit-remaining': String(Math.max(0, Math.floor(left))),
    'ratelimit-reset': String(secondsUntil(burst, Math.max(0, left), rate)),
    ...(left < 0 ? { 'retry-after': String(Math.max(1, secondsUntil(0, left, rate))) } : {}),
  };
}

/** Buckets that are kept; a full one says nothing and is forgotten. */
const KEPT = 10_000;

/**
 * In the memory of this process. `milliseconds` is a clock that only goes forward: a simulated clock may stand
 * still, and a program would wait for ever.
 */
export function countedHere(milliseconds: () => number): Counter {
  const buckets = new Map<string, Bucket>();
  return {
    take: async (key, rate) => {
      const now = milliseconds();
      const tokens = filled(buckets.get(key), rate, rate * BURST_SECONDS, now);
      buckets.delete(key);
      if (buckets.size >= KEPT)
        for (const [other, { at }] of buckets) if (now - at > BURST_SECONDS * 1000) buckets.delete(other);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      return tokens - 1;
    },
  };
}

/** Requests that a process takes from the shared count at once, so that it is written once for so many. */
export const PORTION = 20;

interface Share {
  taken: number;
  left: number;
  /** Nothing is taken before this moment. */
  shutUntil: Instant | undefined;
}

/**
 * Counted for all processes in one item of the table. A process takes a portion at a time, and asks the table
 * again when it is used up; while there is nothing, it refuses by itself.
 */
export function countedTogether(store: Store, clock: Clock): Counter {
  const shares = new Map<string, Share>();
  return {
    take: async (key, rate) => {
      const now = clock.now();
      const share = shares.get(key) ?? { taken: 0, left: 0, shutUntil: undefined };
      if (share.taken < 1 && (share.shutUntil === undefined || now >= share.shutUntil))
        await takePortion(store, key, rate, share, now);
      if (shares.size >= KEPT) shares.clear();
      shares.set(key, share);
      if (share.taken < 1) return ((now - (share.shutUntil ?? now)) * rate) / 1000;
      share.taken -= 1;
      return share.left + share.taken;
    },
  };
}

async function takePortion(
  store: Store,
  key: string,
  rate: number,
  share: Share,
  now: Instant,
): Promise<void> {
  let portion = 0;
  let tokens = 0;
  try {
    await rateRecord.change(store, key, (known) => {
      tokens = filled(known, rate, rate * BURST_SECONDS, now);
      portion = Math.min(PORTION, Math.floor(tokens));
      // It says nothing when it is full again.
      const ttl = Math.ceil(now / 1000) + 2 * BURST_SECONDS;
      return portion === 0 ? undefined : { version: 0, ...known, tokens: tokens - portion, at: now, ttl };
    });
  } catch (error) {
    if (!(error instanceof KeptChanging)) throw error;
    // Many processes ask at the same time: one request goes on.
    portion = 1;
  }
  share.taken = portion;
  share.left = tokens - portion;
  share.shutUntil = portion === 0 ? plus(now, Math.ceil(((1 - tokens) / rate) * 1000)) : undefined;
}
