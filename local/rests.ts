const [SECOND, MINUTE] = [1000, 60_000];

/**
 * How long a message rests after each failure, the last for every further one. The first is less than the time between
 * two looks: it is tried again at the next one.
 */
const RESTS = [5 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE] as const;
const LONGEST = RESTS[3];

interface Failed {
  readonly received: number;
  readonly failedAt: number;
}

/** A clock that was set back keeps no message longer. */
export function hasRested({ received, failedAt }: Failed, now: number): boolean {
  return now < failedAt || now - failedAt >= (RESTS[received - 1] ?? LONGEST);
}
