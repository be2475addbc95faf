import { z } from 'zod';
import { dayField, lineField } from '../fields.ts';
import { serviceMethod } from '../records/escalation.ts';

/** What is recorded of the hearing of a permit’s holder. */

const words = z.string().trim().min(1).max(20_000);
const line = lineField.min(1).max(500);

export const hearingBody = z.strictObject({
  notice: z
    .strictObject({
      servedOn: dayField,
      method: serviceMethod,
      number: line.optional(),
      receivedBy: line.optional(),
      text: words.optional().describe('The facts and reasons as told; by default those of the draft'),
    })
    .optional()
    .describe('How the holder was told of the intended revocation. A new one asks for a new statement'),
  statement: z
    .discriminatedUnion('received', [
      z.strictObject({
        received: z.literal(true),
        on: dayField,
        text: words,
        outcome: words.describe('What the bureau found when it looked into the statement'),
      }),
      z.strictObject({ received: z.literal(false) }),
    ])
    .optional()
    .describe('What the holder said; received: false, once the period has passed, if nothing came'),
});
