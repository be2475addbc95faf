import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { staffDutyWords } from '../vocabulary/value-words.ts';
import { officeName } from '../rules/schema.ts';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const dayText = z.string();

export const staffDuty = z.enum(keysOf(staffDutyWords));

const staffMember = stored({
  sub: z.string(),
  name: z.string(),
  role: z.string(),
  office: officeName.optional(),
  email: z.string().optional(),
  certificate: stored({ number: z.string(), validUntil: dayText }).optional(),
  deputyFor: stored({ sub: z.string(), from: dayText, to: dayText }).optional(),
  /** Beside the role: what the person is in a case. */
  duties: z.array(staffDuty).optional(),
});

export type StaffMember = z.infer<typeof staffMember>;

const shape = stored({ version: z.number(), members: z.array(staffMember) });

/** The people of a bureau, by jurisdiction. */
export const staffRecord = recordAt<string, z.infer<typeof shape>>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'STAFF'),
});
