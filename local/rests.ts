const [SECOND, MINUTE] = [1000, 60_000];

/**
 * How long a message rests after each failure; the last value repeats. The first is shorter than the time
 * between two looks, so that the message is tried again at the next one.
 */
const RESTS = [5 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;
const LONGEST = RESTS[3];

interface Failed {
  readonly received: number;
  readonly failedAt: number;
}

/** A clock that was set back does not make a message wait longer. */
export function hasRested({ received, failedAt }: Failed, now: number): boolean {
  return now < failedAt || now - failedAt >= (RESTS[received - 1] ?? LONGEST);
}
