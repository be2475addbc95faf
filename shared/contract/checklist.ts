import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { checklistWords, letterOutcomeWords } from '../vocabulary/value-words.ts';

/** What a bureau needs before the product can do its work, and what of it is there. */

const step = z.object({
  step: z.enum(keysOf(checklistWords)),
  done: z.boolean(),
});

export const checklist = z.object({
  items: z.array(step).describe('In the order in which they are best done'),
  done: z.boolean().describe('Whether nothing is missing'),
});

export const letterSent = z.object({
  outcome: z.enum(keysOf(letterOutcomeWords)).describe('`captured`: no mail server is connected'),
  to: z.string(),
  reason: z.string().optional().describe('What the mail server said'),
});

export const letterBody = z.strictObject({
  to: z.email().max(254).optional().describe('The caller’s own address where it is left out'),
});
