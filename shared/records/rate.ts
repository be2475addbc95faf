import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  version: z.number(),
  /** Requests that were free at `at`. */
  tokens: z.number(),
  at: z.number().transform(toInstant),
  /** In seconds; the item is full and says nothing by then. */
  ttl: z.number(),
});

/** What a program or a bureau may still ask, over all processes: `client#…`, `bureau#…`. */
export const rateRecord = recordAt<string, z.infer<typeof shape>>({
  shape,
  key: (asker) => ({ pk: `RATE#${asker}`, sk: '0' }),
});
