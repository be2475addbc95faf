import { z } from 'zod';
import { lineField } from '../fields.ts';

/** Calendar feeds: requests and answers. */

export const feedBody = z.strictObject({
  name: lineField
    .min(1)
    .max(100)
    .optional()
    .describe('The name of the calendar; by default that of the subject or bureau whose duties it shows'),
  subjectId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Only the duties of this subject and of the subjects below it; for a unit, itself by default'),
});

export const feed = z.object({
  id: z.string(),
  name: z.string(),
  subjectId: z.string().optional(),
  role: z.string(),
  sub: z.string().describe('The person who made it'),
  createdAt: z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' }),
});

export const feedMade = feed.extend({
  url: z
    .string()
    .describe(
      'Relative to the address of the API. Anybody who has it can read the calendar. Shown only in this answer',
    ),
});

export type FeedBody = z.output<typeof feedBody>;
