import { z } from 'zod';
import { natureWords, relationWords } from '../vocabulary/parties.ts';
import { keysOf } from '../vocabulary/table.ts';
import { stored } from './stored.ts';

export const nature = z.enum(keysOf(natureWords));
export const partyRelation = z.enum(keysOf(relationWords));

/** Who answers for a subject. A `subjectId` names a unit of the register and stands for the rest. */
export const partyRecord = stored({
  relation: partyRelation,
  subjectId: z.string().optional(),
  name: z.string().optional(),
  code: z.string().optional(),
  nature: nature.optional(),
  address: z.string().optional(),
  representative: z.string().optional(),
  telephone: z.string().optional(),
});

export type PartyRecord = z.infer<typeof partyRecord>;
