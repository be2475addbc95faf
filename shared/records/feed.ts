import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { officeName, role } from '../rules/schema.ts';
import type { Query } from '../ports.ts';
import { recordOf } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  name: z.string(),
  /** Whose it is: it shows what this person sees. */
  sub: z.string(),
  role,
  unitId: z.string().optional(),
  office: officeName.optional(),
  subjectId: z.string().optional(),
  /** The request that made it; a repetition replaces it. */
  request: z.string().optional(),
  createdAt: z.number().transform(toInstant),
});

export type FeedRecord = z.infer<typeof shape>;

const partition = (jurisdiction: string): string => `${jurisdiction}#FEED`;

/** A calendar feed, under the hash of its token: the token itself is kept nowhere. */
export const feedRecord = recordOf<{ jurisdiction: string; id: string }, FeedRecord>({
  shape,
  key: ({ jurisdiction, id }) => ({ pk: partition(jurisdiction), sk: id }),
});

export const feedsOf = (jurisdiction: string): Query => ({ pk: partition(jurisdiction) });
