import { z } from 'zod';
import { sortableInstant, toInstant, type Instant } from '../domain/time/instant.ts';
import { pointer } from './agenda.ts';
import { plainAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  pointers: z.array(pointer),
  /** When it was first handed over. */
  since: z.number().transform(toInstant),
  /** How often it was put back into the agenda, because nobody had worked on it. */
  returned: z.number(),
});

export type HandedRecord = z.infer<typeof shape>;

/** Partitions of what was handed over. */
export const HANDED_SHARDS = 8;

export const handedPartition = (shard: number): string => `HANDED#${shard}`;

/** A message to the queue `deliver`, until it was worked on: a queue that loses it loses nothing. */
export const handedRecord = plainAt<
  { readonly at: Instant; readonly shard: number; readonly name: string },
  HandedRecord
>({
  shape,
  key: ({ at, shard, name }) => ({ pk: handedPartition(shard), sk: `${sortableInstant(at)}#${name}` }),
});
