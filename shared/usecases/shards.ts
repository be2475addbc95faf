import { toInstant, type Instant } from '../domain/time/instant.ts';
import { LEAST_SHARDS, MOST_SHARDS } from '../records/agenda.ts';
import { sweepRecord, type SweepRecord } from '../records/sweep.ts';
import type { Deps } from './deps.ts';

/** The record of the sweep before the first one. */
export const firstSweep = (now: Instant): SweepRecord => ({
  version: 0,
  owner: '',
  until: toInstant(0),
  shards: LEAST_SHARDS,
  handed: now,
  behind: false,
  looked: now,
});

/** Bureaus to a shard: about 200 writes a second where each has 100 units on one morning. */
const BUREAUS = 50;

/** The number of shards for so many bureaus: a power of two. */
export function shardsFor(bureaus: number): number {
  let shards = LEAST_SHARDS;
  while (shards < MOST_SHARDS && shards * BUREAUS < bureaus) shards *= 2;
  return shards;
}

/** Raises the number of shards where there are more bureaus than before. It never falls: pages stand in all of them. */
export async function growAgenda(deps: Deps, bureaus: number, now: Instant): Promise<void> {
  const wanted = shardsFor(bureaus);
  await sweepRecord.change(deps.store, 'agenda', (known) =>
    (known?.shards ?? LEAST_SHARDS) >= wanted ? undefined : { ...(known ?? firstSweep(now)), shards: wanted },
  );
}
