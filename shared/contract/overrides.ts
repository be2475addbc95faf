import { z } from 'zod';
import { pageQuery } from './bodies.ts';
import { dayField } from '../fields.ts';

/** Superiors’ instructions on the figures of quotas, including those no longer in force. */

export const overridesQuery = z.strictObject({
  ...pageQuery,
  ruleId: z.string().max(200).optional(),
  on: dayField.optional().describe('Only those in force on this day'),
});

const instantText = z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' });

const instruction = z.object({
  figures: z.record(z.string(), z.number()),
  issuedBy: z.string(),
  documentNumber: z.string(),
  from: z.string(),
  to: z
    .string()
    .describe('The last day on which it is in force; before `from` if it was withdrawn before it began'),
  enteredBy: z.string(),
  enteredAt: instantText,
});

export const override = instruction.extend({
  ruleId: z.string(),
  title: z.string(),
  state: z
    .enum(['in-force', 'to-come', 'ended', 'withdrawn'])
    .describe('Its state today; withdrawn: it was never in force'),
  before: z
    .array(instruction.extend({ until: instantText, by: z.string() }))
    .describe('Its earlier versions, and who replaced or ended them when; oldest first'),
  version: z.number(),
});
