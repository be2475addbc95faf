import { signature } from '../../domain/actor.ts';
import { assign } from '../../domain/draws/officers.ts';
import { bytesOf } from '../../domain/draws/hash.ts';
import type { PublishedDraw, Replacement, Result, Terms } from '../../domain/draws/types.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import type { DrawRecord } from '../../records/draw.ts';
import type { Deps } from '../deps.ts';
import { frozenOf, type Frozen } from './roster.ts';

export type DrawStatus = PublishedDraw['status'];

export function statusOf({ result, abandoned }: DrawRecord): DrawStatus {
  if (abandoned) return 'abandoned';
  return result ? 'drawn' : 'committed';
}

/**
 * The number of acts in the record, which the API shows as the version. Linking an act to the ledger does not
 * increase it.
 */
export const actsOf = ({ result, replacements, abandoned }: DrawRecord): number =>
  1 + (result ? 1 : 0) + replacements.length + (abandoned ? 1 : 0);

/** What was fixed before the draw. */
export function termsOf(record: DrawRecord, { roster, excluded }: Frozen): Terms {
  const { id, jurisdiction, ruleId, period, number, algorithm, size, ratio } = record;
  const { officers, beacon, committedAt, committedBy } = record;
  return {
    id,
    jurisdiction,
    ruleId,
    period,
    number,
    algorithm,
    size,
    ...(ratio === undefined ? {} : { ratio }),
    roster,
    excluded,
    officers,
    beacon,
    committedAt: formatInstant(committedAt),
    committedBy: signature(committedBy),
  };
}

export function resultOf({ result, officers }: DrawRecord): Result | undefined {
  if (!result) return undefined;
  const { value, seed, drawn, at, by, hash } = result;
  const assigned = assign(bytesOf(seed) ?? new Uint8Array(), officers, drawn);
  return {
    value,
    seed,
    drawn,
    assigned,
    revealedAt: formatInstant(at),
    revealedBy: signature(by),
    resultHash: hash,
  };
}

export const publishedReplacement = ({
  out,
  reason,
  in: next,
  officers,
  at,
  by,
  hash,
}: DrawRecord['replacements'][number]): Replacement => ({
  out,
  reason,
  in: next,
  officers,
  at: formatInstant(at),
  by: signature(by),
  hash,
});

/** The draw as it is published: enough to recompute it, without the secret before the reveal. */
function publishedOf(record: DrawRecord, frozen: Frozen): PublishedDraw {
  const { rosterHash, commitment, replacements, abandoned } = record;
  return {
    ...termsOf(record, frozen),
    status: statusOf(record),
    version: actsOf(record),
    provable: record.beacon.kind !== 'local',
    rosterHash,
    commitment,
    ...resultOf(record),
    replacements: replacements.map(publishedReplacement),
    ...(abandoned
      ? {
          abandoned: {
            reason: abandoned.reason,
            at: formatInstant(abandoned.at),
            by: signature(abandoned.by),
            afterBeacon: abandoned.afterBeacon,
            hash: abandoned.hash,
          },
        }
      : {}),
  };
}

export async function drawView(deps: Deps, record: DrawRecord): Promise<PublishedDraw> {
  return publishedOf(record, await frozenOf(deps.store, record));
}

/** One line of the list. It names no unit. */
export function drawSummary(record: DrawRecord): object {
  const { id, ruleId, period, number, commitment, committedAt, size, rosterHash, rosterSize } = record;
  const { beacon, result, abandoned, replacements } = record;
  return {
    id,
    ruleId,
    period,
    number,
    status: statusOf(record),
    provable: beacon.kind !== 'local',
    commitment,
    committedAt: formatInstant(committedAt),
    size,
    rosterHash,
    rosterSize,
    beacon: beacon.kind,
    ...(beacon.kind === 'drand' ? { publicAt: beacon.publicAt } : {}),
    ...(result ? { revealedAt: formatInstant(result.at) } : {}),
    ...(abandoned ? { abandonedAt: formatInstant(abandoned.at) } : {}),
    replacements: replacements.length,
  };
}
