import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const instantNumber = z.number().transform(toInstant);

const tries = stored({
  count: z.number(),
  last: instantNumber,
  /** No try is taken before. */
  until: instantNumber,
});

export type Tries = z.infer<typeof tries>;

const shape = stored({
  version: z.number(),
  /** By the hash of an account or of the address of a caller. */
  tries: z.record(z.string(), tries),
});

/** Failed tries to sign in on one machine, on a few shelves that never grow beyond a bound. */
export const triesRecord = recordAt<number, z.infer<typeof shape>>({
  shape,
  key: (shelf) => ({ pk: 'ACCOUNTS#TRIES', sk: String(shelf).padStart(2, '0') }),
});
