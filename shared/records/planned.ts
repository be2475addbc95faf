import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  version: z.number(),
  /** Empty before the first planning is complete. */
  basis: z.string(),
  /** The planning under way, and when it last went on. */
  underWay: stored({ basis: z.string(), at: z.number().transform(toInstant) }).optional(),
});

export type PlannedRecord = z.infer<typeof shape>;

/** What the last complete planning of a jurisdiction was made from, and which one is under way. */
export const plannedRecord = recordAt<string, PlannedRecord>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'PLANNED'),
});
