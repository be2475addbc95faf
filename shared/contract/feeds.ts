import { z } from 'zod';
import { lineField } from '../fields.ts';

/** Calendar feeds: requests and answers. */

export const feedBody = z.strictObject({
  name: lineField
    .min(1)
    .max(100)
    .optional()
    .describe('What the calendar is called; without it by whose duties it shows'),
  subjectId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('Only the duties of this subject and of what belongs to it; for a unit, itself unless said'),
});

export const feed = z.object({
  id: z.string(),
  name: z.string(),
  subjectId: z.string().optional(),
  role: z.string(),
  sub: z.string().describe('Whose it is'),
  createdAt: z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' }),
});

export const feedMade = feed.extend({
  url: z
    .string()
    .describe('Relative to the address of the API; whoever has it reads the calendar. Shown this once'),
});

export type FeedBody = z.output<typeof feedBody>;
