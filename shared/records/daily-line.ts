import { z } from 'zod';
import { sortableInstant, type Instant } from '../domain/time/instant.ts';
import type { Query } from '../ports.ts';
import { plainAt } from './record.ts';
import { stored } from './stored.ts';

/**
 * What only its moment tells: a notice did not arrive, or lost its use before it could leave; something was decided;
 * a rule cannot be computed; contacts were corrected.
 */
export type DailyLineType = 'undelivered' | 'passed' | 'decided' | 'rule-fault' | 'contacts';

/** Older code wrote lines of other types too: what they told stands in the records themselves. */
const shape = stored({ type: z.string(), id: z.string() });

interface Place {
  readonly jurisdiction: string;
  readonly at: Instant;
  readonly type: DailyLineType;
  readonly id: string;
}

const partition = (jurisdiction: string): string => `${jurisdiction}#DAILY`;

/** Lines for the bureau’s daily mail, by the moment at which they came up. */
export const dailyLine = plainAt<Place, z.infer<typeof shape>>({
  shape,
  key: ({ jurisdiction, at, type, id }) => ({
    pk: partition(jurisdiction),
    sk: `${sortableInstant(at)}#${type}#${id}`,
  }),
});

/** The lines that came up after one moment and up to another. */
export const linesBetween = (jurisdiction: string, after: Instant, until: Instant): Query => ({
  pk: partition(jurisdiction),
  from: `${sortableInstant(after)}#~`,
  to: `${sortableInstant(until)}#~`,
});
