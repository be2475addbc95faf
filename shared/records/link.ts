import { z } from 'zod';
import type { Query } from '../ports.ts';
import { plainAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  id: z.string(),
  number: z.number(),
  previous: z.string(),
  contentHash: z.string(),
  hash: z.string(),
  /** It is hashed: what stands in it keeps its form for ever. */
  content: z.record(z.string(), z.unknown()),
});

export type LinkRecord = z.infer<typeof shape>;

const partition = (jurisdiction: string): string => `${jurisdiction}#LEDGER`;

/** The chain of a jurisdiction’s decisions, link by link; never changed. */
export const linkRecord = plainAt<{ jurisdiction: string; number: number }, LinkRecord>({
  shape,
  key: ({ jurisdiction, number }) => ({
    pk: partition(jurisdiction),
    sk: String(number).padStart(10, '0'),
  }),
});

/** The links in their order. */
export const linksOf = (jurisdiction: string): Query => ({ pk: partition(jurisdiction) });
