import { z } from 'zod';
import { dayField } from '../../fields.ts';
import { codeOf } from '../../problems/issues.ts';
import { line, listedMany, words } from './event-fields.ts';

/** Events of the acceptance of a key project’s archives. */
export const acceptanceEvents = {
  application: z.strictObject({
    event: z.literal('application'),
    on: dayField,
    parts: listedMany.describe('The parts of the report: all that the rulebook names'),
    selfScore: z.number().optional(),
  }),
  'withdraw-application': z.strictObject({ event: z.literal('withdraw-application'), reason: words }),
  group: z.strictObject({
    event: z.literal('group'),
    chair: line,
    members: z
      .array(z.strictObject({ name: line, from: line }))
      .min(1, codeOf('acceptance.no-members'))
      .max(50),
  }),
  meeting: z.strictObject({
    event: z.literal('meeting'),
    on: dayField,
    steps: listedMany,
    reports: listedMany,
  }),
  score: z.strictObject({ event: z.literal('score'), score: z.number() }),
  opinion: z.strictObject({
    event: z.literal('opinion'),
    on: dayField,
    inFavour: z
      .int()
      .min(0)
      .max(50)
      .optional()
      .describe('How many members of the group find the archives up to standard: it takes more than half'),
    problems: z
      .array(z.strictObject({ text: words, rectifyBy: dayField.optional() }))
      .max(20)
      .optional()
      .describe('What was found, each with the day by which it is put right'),
    recheckBy: dayField.optional().describe('When the group looks again'),
    text: words.optional(),
  }),
} as const;
