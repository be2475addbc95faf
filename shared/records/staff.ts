import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { staffDutyWords } from '../vocabulary/value-words.ts';
import { toInstant } from '../domain/time/instant.ts';
import { officeName, role } from '../rules/schema.ts';
import { configKey, subjectPartition } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

/** Nobody on a list of people is a program, or above all lists. */
export const staffRole = role.exclude(['operator', 'machine']);
export type StaffRole = z.infer<typeof staffRole>;

export const staffDuty = z.enum(keysOf(staffDutyWords));

/** The last invitation of a person: when it left and until when it holds, or why it did not leave. */
const invited = stored({
  at: instantNumber,
  until: instantNumber.optional(),
  outcome: z.enum(['sent', 'by-hand', 'captured', 'failed']),
});

const staffMember = stored({
  sub: z.string(),
  name: z.string(),
  role: z.string(),
  office: officeName.optional(),
  email: z.string().optional(),
  mobile: z.string().optional(),
  certificate: stored({ number: z.string(), validUntil: dayText }).optional(),
  deputyFor: stored({ sub: z.string(), from: dayText, to: dayText }).optional(),
  /** Beside the role: what the person is in a case. */
  duties: z.array(staffDuty).optional(),
  /** The version of this person alone; 1 without it. */
  revision: z.number().optional(),
  invited: invited.optional(),
});

export type StaffMember = z.infer<typeof staffMember>;

const formerMember = staffMember.extend({
  leftOn: dayText,
  /** Who has taken over what was open. */
  handedTo: z.string().optional(),
});

export type FormerMember = z.infer<typeof formerMember>;

const shape = stored({
  version: z.number(),
  members: z.array(staffMember),
  /** Those who left: names for the papers of before. They have no rights and get no letters. */
  former: z.array(formerMember).optional(),
});

export type PeopleRecord = z.infer<typeof shape>;

/** The people of a bureau or a superior, by jurisdiction. */
export const staffRecord = recordAt<string, PeopleRecord>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'STAFF'),
});

/** The people of a unit. */
export const unitPeopleRecord = recordAt<{ jurisdiction: string; unitId: string }, PeopleRecord>({
  shape,
  key: ({ jurisdiction, unitId }) => ({ pk: subjectPartition(jurisdiction, unitId), sk: 'P' }),
});
