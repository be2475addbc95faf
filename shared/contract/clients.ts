import { z } from 'zod';
import { dayField, lineField } from '../fields.ts';
import { scope } from '../rules/schema.ts';
import { dayText, instantText } from './parts.ts';

/** Programs of others that ask by themselves: requests and answers. */

export const clientBody = z.strictObject({
  name: lineField.min(1).max(100).describe('What it is and whose: 市档案监管平台'),
  scopes: z
    .array(scope)
    .min(1)
    .max(10)
    .overwrite((scopes) => [...new Set(scopes)])
    .describe('What it may do; nothing else'),
  expiresOn: dayField.describe('The last day on which it may be used'),
});

export const client = z.object({
  clientId: z.string(),
  name: z.string(),
  scopes: z.array(scope),
  expiresOn: dayText,
  status: z.enum(['active', 'expired', 'revoked']),
  createdAt: instantText,
  createdBy: z.string(),
  createdByName: z.string().optional(),
  revokedAt: instantText.optional(),
});

export const clientMade = client.extend({
  clientSecret: z.string().describe('Shown only in this answer; whoever has it acts as the program'),
});

export type ClientBody = z.output<typeof clientBody>;
