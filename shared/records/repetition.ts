import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  request: z.string(),
  version: z.number(),
  /**
   * Seconds since 1970. An engine that does not delete expired items keeps the entry, but the entry no longer
   * counts.
   */
  ttl: z.number(),
  claim: stored({ owner: z.string(), until: z.number().transform(toInstant) }).optional(),
  answer: z
    .object({ status: z.number(), body: z.record(z.string(), z.unknown()), version: z.number().optional() })
    .optional(),
});

export type RepetitionRecord = z.infer<typeof shape>;

/** A request with an `Idempotency-Key`, and its answer for a repetition. */
export const repetitionRecord = recordAt<{ jurisdiction: string; hash: string }, RepetitionRecord>({
  shape,
  key: ({ jurisdiction, hash }) => ({ pk: `${jurisdiction}#IDEMPOTENCY#${hash}`, sk: '0' }),
});
