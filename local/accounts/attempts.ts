import type { Clock } from '../../shared/ports.ts';

/** How tries are slowed down: after `free` failures each further one doubles the wait. */
interface Pace {
  readonly free: number;
  readonly firstSeconds: number;
}

/** A wait always ends: whoever guesses cannot shut out a person for good. */
const LONGEST_SECONDS = 15 * 60;
/** Without a failure for so long, all is forgotten. */
const FORGOTTEN_SECONDS = 60 * 60;
const MOST_KEYS = 10_000;

/** Four wrong passwords are free, then 5, 10, 20 … seconds. */
export const ofAccount: Pace = { free: 4, firstSeconds: 5 };
/** Many people may come from one address. */
export const ofAddress: Pace = { free: 30, firstSeconds: 30 };
/** Letters and SMS that anybody may ask for. */
export const ofSending: Pace = { free: 2, firstSeconds: 60 };

export interface Attempts {
  /** Counts a try. Returns the seconds to wait where it is too early; such a try is not counted. */
  readonly begin: (key: string, pace: Pace) => number;
  /** The try was right: the failures are forgotten. */
  readonly succeeded: (key: string) => void;
  /** The try was right, and says nothing about the others from there: it alone is not counted. */
  readonly uncounted: (key: string) => void;
}

interface Failures {
  readonly count: number;
  readonly last: number;
  readonly until: number;
}

/** Counts in memory: a restart forgets, which nobody outside can cause. */
export function createAttempts(clock: Clock): Attempts {
  const known = new Map<string, Failures>();
  return {
    begin: (key, { free, firstSeconds }) => {
      const now = clock.now();
      const before = known.get(key);
      const fresh = before !== undefined && now - before.last < FORGOTTEN_SECONDS * 1000 ? before : undefined;
      if (fresh !== undefined && fresh.until > now) return Math.ceil((fresh.until - now) / 1000);
      const count = (fresh?.count ?? 0) + 1;
      const over = count - free;
      const wait = over <= 0 ? 0 : Math.min(LONGEST_SECONDS, firstSeconds * 2 ** Math.min(over - 1, 20));
      known.delete(key);
      known.set(key, { count, last: now, until: now + wait * 1000 });
      const [oldest] = known.keys();
      if (known.size > MOST_KEYS && oldest !== undefined) known.delete(oldest);
      return 0;
    },
    succeeded: (key) => {
      known.delete(key);
    },
    uncounted: (key) => {
      const before = known.get(key);
      if (before !== undefined) known.set(key, { ...before, count: before.count - 1, until: 0 });
    },
  };
}
