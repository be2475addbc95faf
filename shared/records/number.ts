import { z } from 'zod';
import type { Query } from '../ports.ts';
import { toInstant } from '../domain/time/instant.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

/** What can bear a number: a document that is issued, the decision of a penalty case, the notice of a check. */
const shape = stored({
  version: z.number(),
  kind: z.enum(['escalation', 'case', 'visit']),
  id: z.string(),
  at: z.number().transform(toInstant),
});

const partition = (jurisdiction: string): string => `${jurisdiction}#NUMBER`;

/** Numbers of documents (文号), each borne by one. */
export const numberRecord = recordAt<{ jurisdiction: string; number: string }, z.infer<typeof shape>>({
  shape,
  key: ({ jurisdiction, number }) => ({ pk: partition(jurisdiction), sk: number }),
});

/** The numbers that begin so. */
export const numbersFrom = (jurisdiction: string, stem: string): Query => ({
  pk: partition(jurisdiction),
  from: stem,
  to: `${stem}~`,
});
