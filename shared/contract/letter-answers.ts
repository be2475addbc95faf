import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { answerActWords, reportWords } from '../vocabulary/value-words.ts';
import { dayField } from '../fields.ts';
import { contact, fulfilmentBody } from './bodies.ts';
import { dayText, instantText } from './parts.ts';

/** What the link of a letter shows, and what can be answered there without an account. */

const reason = z.string().trim().min(1).max(2000);

export const letterAnswerBody = z.discriminatedUnion('act', [
  fulfilmentBody.extend({ act: z.literal('report') }),
  z.strictObject({ act: z.literal('extension'), until: dayField, reason }),
  z.strictObject({
    act: z.literal('contact'),
    contacts: z.array(contact).min(1).max(10).describe('Who is written to in place of the recipient'),
  }),
  z.strictObject({ act: z.literal('acknowledge') }),
]);

export type LetterAnswer = z.output<typeof letterAnswerBody>;

export const contactDecisionBody = z.strictObject({ decision: z.enum(['confirm', 'refuse']) });

export const letterAnswered = z.object({
  receipt: z.string().describe('The number under which the bureau finds the answer'),
});

export const answerable = z.object({
  subject: z.string().describe('The name of the subject of the duty'),
  bureau: z.string(),
  duty: z.object({
    what: z.string(),
    dueOn: dayText.describe('The due day in effect'),
    clause: z.string(),
    text: z.string(),
  }),
  acts: z.array(z.enum(keysOf(answerActWords))).describe('What can be answered now'),
  expiresAt: instantText,
  report: z
    .object({
      status: z.enum(keysOf(reportWords)),
      on: z.string(),
      document: z.string().optional(),
      note: z.string().optional(),
      reason: z.string().optional().describe('Why it was returned'),
    })
    .optional(),
  extension: z
    .object({ until: dayText, reason: z.string() })
    .optional()
    .describe('The request that waits for the leader'),
  contact: contact.describe('The recipient, as the bureau knows them'),
});
