import { plus, type Instant } from '../../domain/time/instant.ts';
import { sweepRecord, type SweepRecord } from '../../records/sweep.ts';
import type { Deps } from '../deps.ts';
import { firstSweep } from '../shards.ts';

/** A run that ends without a word holds up the next ones this long: less than the minute between two runs. */
const LEASE = 55_000;
/** A run that takes longer says so again before its time is over. */
const RENEW = 25_000;

export type Taken =
  | { readonly kind: 'mine'; readonly record: SweepRecord }
  /** Another run sweeps, at the longest until then. */
  | { readonly kind: 'busy'; readonly until: Instant };

/** Makes sure that only one run sweeps: two would hand everything over twice. */
export async function takeSweep(deps: Deps, now: Instant): Promise<Taken> {
  const known = await sweepRecord.read(deps.store, 'agenda');
  const { owner } = deps.lease;
  if (known?.owner === owner && known.until > plus(now, RENEW)) return { kind: 'mine', record: known };
  const free = !known || known.owner === '' || known.owner === owner || deps.lease.isVoid(known, now);
  if (!free) return { kind: 'busy', until: known.until };
  const next = { ...(known ?? firstSweep(now)), owner, until: plus(now, LEASE) };
  const record = await sweepRecord.put(deps.store, 'agenda', next);
  return record ? { kind: 'mine', record } : { kind: 'busy', until: next.until };
}

/** Stores how far this run has come; undefined when another run has taken over. */
export const storeSweep = (deps: Deps, record: SweepRecord, now: Instant): Promise<SweepRecord | undefined> =>
  sweepRecord.put(deps.store, 'agenda', {
    ...record,
    until: record.until > plus(now, RENEW) ? record.until : plus(now, LEASE),
  });

/**
 * Stores how far this run has come, and lets the next one begin. Where one process does everything, it keeps the
 * lease, and writes only what changed.
 */
export async function endSweep(
  deps: Deps,
  taken: SweepRecord,
  record: SweepRecord,
  now: Instant,
): Promise<void> {
  const { inTable } = deps.queue;
  if (inTable !== true) await sweepRecord.put(deps.store, 'agenda', { ...record, owner: '', until: now });
  else if (record.behind !== taken.behind) await storeSweep(deps, record, now);
}

export const mustRenew = ({ until }: SweepRecord, now: Instant): boolean => until <= plus(now, RENEW);
