import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import type { Query } from '../ports.ts';
import { officeName, scope } from '../rules/schema.ts';
import { actorRecord } from './actor.ts';
import { recordOf } from './record.ts';
import { stored } from './stored.ts';

const instantNumber = z.number().transform(toInstant);

const shape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  name: z.string(),
  scopes: z.array(scope),
  /** It sees this office alone: that of the administrator who let it in. */
  office: officeName.optional(),
  /** The last day on which it may be used. */
  expiresOn: z.string(),
  /** SHA-256 of the secret, which is random: the secret itself is kept nowhere. */
  secretHash: z.string(),
  /** The request that made it; a repetition replaces it. */
  request: z.string().optional(),
  createdAt: instantNumber,
  createdBy: actorRecord,
  revokedAt: instantNumber.optional(),
});

export type ClientRecord = z.infer<typeof shape>;

const partition = (jurisdiction: string): string => `${jurisdiction}#CLIENT`;

/** A program of somebody else that asks by itself. Its id contains the jurisdiction: a token request names nothing else. */
export const clientRecord = recordOf<{ jurisdiction: string; id: string }, ClientRecord>({
  shape,
  key: ({ jurisdiction, id }) => ({ pk: partition(jurisdiction), sk: id }),
});

export const clientsOf = (jurisdiction: string): Query => ({ pk: partition(jurisdiction) });
