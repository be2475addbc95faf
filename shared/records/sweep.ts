import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { systemKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const instantNumber = z.number().transform(toInstant);

const shape = stored({
  version: z.number(),
  /** The run that sweeps, until its time is over. */
  owner: z.string(),
  until: instantNumber,
  /** The shards of each lane of a day’s agenda. The number only grows. */
  shards: z.number(),
  /** The moment up to which work was handed over, at the provider’s rate. */
  handed: instantNumber,
  /** Whether something that is due was left in the agenda, because the provider takes no more. */
  behind: z.boolean(),
  /** When it was last looked for what was handed over and not worked on. */
  looked: instantNumber,
  /** The day (`YYYY-MM-DD`) on which it was last looked ahead. */
  lookedAheadOn: z.string().optional(),
});

export type SweepRecord = z.infer<typeof shape>;

/** Who sweeps, and how far the work is ahead of the provider. */
export const sweepRecord = recordAt<'agenda', SweepRecord>({
  shape,
  key: () => systemKey('SWEEP'),
});
