import type { Clock, Store } from '../../shared/ports.ts';
import { toInstant } from '../../shared/domain/time/instant.ts';
import { triesRecord, type Tries } from '../../shared/records/tries.ts';
import { hashOf } from './secret.ts';

/** How tries are slowed down: after `free` failures each further one doubles the wait. */
interface Pace {
  readonly free: number;
  readonly firstSeconds: number;
}

/** A wait always ends: whoever guesses cannot shut out a person for good. */
const LONGEST_SECONDS = 15 * 60;
/** Without a failure for so long, all is forgotten. */
const FORGOTTEN_SECONDS = 60 * 60;
/** The counts lie in so many items, of so many keys at most. */
const SHELVES = 64;
const MOST_KEYS = 150;

/** Four wrong passwords are free, then 5, 10, 20 … seconds. */
export const ofAccount: Pace = { free: 4, firstSeconds: 5 };
/** Many people may come from one address. */
export const ofAddress: Pace = { free: 30, firstSeconds: 30 };
/** Letters and SMS that anybody may ask for. */
export const ofSending: Pace = { free: 2, firstSeconds: 60 };

export interface Attempts {
  /** Counts a try. Returns the seconds to wait where it is too early; such a try is not counted. */
  readonly begin: (key: string, pace: Pace) => Promise<number>;
  /** The try was right: the failures are forgotten. */
  readonly succeeded: (key: string) => Promise<void>;
  /** The try was right, and says nothing about the others from there: it alone is not counted. */
  readonly uncounted: (key: string) => Promise<void>;
}

/**
 * Counts in the data, so that a restart forgets nothing: by the hash of the account or of the caller’s address, in a
 * bounded number of items. Where there is no room, the key with the fewest failures is forgotten.
 */
export function createAttempts(store: Store, clock: Clock): Attempts {
  const change = async (
    key: string,
    next: (known: Tries | undefined, now: number) => Tries | undefined | 'same',
  ): Promise<void> => {
    const id = hashOf(key).slice(0, 22);
    const shelf = Buffer.from(id, 'base64url').readUInt8(0) % SHELVES;
    await triesRecord.change(store, shelf, (kept) => {
      const now = clock.now();
      const fresh = Object.entries(kept?.tries ?? {}).filter(([, tries]) => isFresh(tries, now));
      const others = fresh.filter(([known]) => known !== id);
      const wanted = next(fresh.find(([known]) => known === id)?.[1], now);
      if (wanted === 'same') return undefined;
      const tries = wanted === undefined ? others : [...fewestGone(others), [id, wanted] as const];
      return { version: kept?.version ?? 0, tries: Object.fromEntries(tries) };
    });
  };
  return {
    begin: async (key, { free, firstSeconds }) => {
      let wait = 0;
      await change(key, (known, now) => {
        wait = known !== undefined && known.until > now ? Math.ceil((known.until - now) / 1000) : 0;
        if (wait > 0) return 'same';
        const count = (known?.count ?? 0) + 1;
        const over = count - free;
        const seconds = over <= 0 ? 0 : Math.min(LONGEST_SECONDS, firstSeconds * 2 ** Math.min(over - 1, 20));
        return { count, last: toInstant(now), until: toInstant(now + seconds * 1000) };
      });
      return wait;
    },
    succeeded: (key) => change(key, (known) => (known === undefined ? 'same' : undefined)),
    uncounted: (key) =>
      change(key, (known) =>
        known === undefined ? 'same' : { ...known, count: known.count - 1, until: toInstant(0) },
      ),
  };
}

/** Not forgotten yet. A clock that was set back leaves no wait that is longer than the longest. */
const isFresh = ({ last, until }: Tries, now: number): boolean =>
  now - last < FORGOTTEN_SECONDS * 1000 && until - now <= LONGEST_SECONDS * 1000 && last <= now + 1000;

type Entry = readonly [string, Tries];

function fewestGone(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length < MOST_KEYS) return entries;
  const kept = entries.toSorted(([, a], [, b]) => b.count - a.count || b.last - a.last);
  return kept.slice(0, MOST_KEYS - 1);
}
