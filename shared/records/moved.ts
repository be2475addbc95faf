import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  version: z.number(),
  /** `leaving` and `left` are at the stage of before, `arriving` is at the new one until everything is there. */
  state: z.enum(['leaving', 'left', 'arriving']),
  from: z.string(),
  to: z.string(),
  /** When the move began. */
  at: z.number().transform(toInstant),
});

export type MovedRecord = z.infer<typeof shape>;

/** A jurisdiction moves between two stages: nothing is entered, planned or sent where this stands. */
export const movedRecord = recordAt<string, MovedRecord>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'MOVED'),
});
