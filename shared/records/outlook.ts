import { z } from 'zod';
import { systemKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  version: z.number(),
  /** The day (`YYYY-MM-DD`) on which it was looked ahead. */
  on: z.string(),
  /** Days on which more falls due than the provider takes. */
  short: z.array(stored({ day: z.string(), due: z.number(), fits: z.number() })),
});

export type OutlookRecord = z.infer<typeof shape>;

/** What will not fit into the mail provider’s limits in the days ahead. */
export const outlookRecord = recordAt<'email', OutlookRecord>({
  shape,
  key: () => systemKey('OUTLOOK'),
});
