import { z } from 'zod';
import { sortableInstant, toInstant } from '../domain/time/instant.ts';
import { officeName } from '../rules/schema.ts';
import { actorRecord, actorsAt } from './actor.ts';
import { pendingLink } from './records.ts';
import { listOf } from './keys.ts';
import { plainAt, recordOf } from './record.ts';
import { stored } from './stored.ts';

/** A draw from its commitment on; only added to. Days are `YYYY-MM-DD`, instants milliseconds. */

const instantNumber = z.number().transform(toInstant);
const badge = stored({ name: z.string(), certificate: z.string() });

const shape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  ruleId: z.string(),
  office: officeName,
  period: z.string(),
  number: z.number(),
  algorithm: z.string(),
  size: z.number(),
  ratio: z.number().optional(),
  rosterSize: z.number(),
  rosterHash: z.string(),
  commitment: z.string(),
  /** Where the units lie: the hash of roster and exclusions, and into how many chunks they are cut. */
  list: stored({ hash: z.string(), chunks: z.number() }),
  officers: z.array(
    stored({
      name: z.string(),
      certificate: z.string(),
      unverified: z.boolean().optional(),
      recuse: z.array(z.string()),
    }),
  ),
  beacon: z.discriminatedUnion('kind', [
    stored({
      kind: z.literal('drand'),
      chain: z.literal('quicknet'),
      chainHash: z.string(),
      round: z.number(),
      publicAt: z.string(),
    }),
    stored({
      kind: z.literal('dice'),
      witnesses: z.array(z.string()),
      leastThrows: z.number(),
      advisedThrows: z.number(),
    }),
    stored({ kind: z.literal('local'), secretHash: z.string() }),
  ]),
  /** The secret of a local draw; published by the reveal alone. */
  secret: z.string().optional(),
  committedAt: instantNumber,
  committedBy: actorRecord,
  /** The same for a repeated request; so in what follows. */
  key: z.string().optional(),
  result: stored({
    value: z.string(),
    seed: z.string(),
    drawn: z.array(z.string()),
    at: instantNumber,
    by: actorRecord,
    hash: z.string(),
    key: z.string().optional(),
  }).optional(),
  replacements: z.array(
    stored({
      out: z.string(),
      reason: z.string(),
      in: z.string(),
      officers: z.array(badge),
      at: instantNumber,
      by: actorRecord,
      hash: z.string(),
      key: z.string().optional(),
    }),
  ),
  abandoned: stored({
    reason: z.string(),
    at: instantNumber,
    by: actorRecord,
    afterBeacon: z.boolean(),
    hash: z.string(),
    key: z.string().optional(),
  }).optional(),
  links: z.array(pendingLink),
});

const chunkShape = stored({
  entries: z.array(stored({ subjectId: z.string(), name: z.string(), reason: z.string().optional() })),
});

export type DrawRecord = z.infer<typeof shape>;

const partition = (jurisdiction: string): string => `${jurisdiction}#DRAW`;

/** Draws, in the list by the moment of the commitment. */
export const drawRecord = recordOf<{ jurisdiction: string; id: string }, DrawRecord>({
  shape,
  key: ({ jurisdiction, id }) => ({ pk: partition(jurisdiction), sk: `D#${id}` }),
  list: ({ jurisdiction, id, committedAt }) => ({
    lp: listOf(jurisdiction, 'DRAW'),
    ls: `${sortableInstant(committedAt)}#${id}`,
  }),
  steps: [actorsAt('committedBy', 'result.by', 'replacements.by', 'abandoned.by')],
});
export type ListedUnit = z.infer<typeof chunkShape>['entries'][number];

interface ChunkPlace {
  readonly jurisdiction: string;
  /** Of the whole list. */
  readonly hash: string;
  readonly chunk: number;
}

/** Part of a list of units, in the order of their ids; those with a reason are excluded. */
export const rosterChunk = plainAt<ChunkPlace, z.infer<typeof chunkShape>>({
  shape: chunkShape,
  key: ({ jurisdiction, hash, chunk }) => ({
    pk: partition(jurisdiction),
    sk: `R#${hash}#${String(chunk).padStart(3, '0')}`,
  }),
});
