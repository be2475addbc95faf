import { z } from 'zod';
import { serviceMethod } from '../../records/escalation.ts';
import { dayField } from '../../fields.ts';
import { documents, line, paperNumber, words, yuan } from './event-fields.ts';

/** Events of a penalty case after its decision. */
export const eventsAfterDecision = {
  service: z.strictObject({
    event: z.literal('service'),
    on: dayField,
    method: serviceMethod,
    receivedBy: line.optional(),
    witnesses: z.array(line).max(20).optional(),
    electronicConsent: line.optional().describe('Where the party’s signed consent is on file'),
    documents,
  }),
  payment: z.strictObject({
    event: z.literal('payment'),
    on: dayField,
    amount: yuan.gt(0),
    receipt: line.describe('Number of the receipt'),
  }),
  'deferral-request': z.strictObject({ event: z.literal('deferral-request'), on: dayField, reason: words }),
  'deferral-decision': z.strictObject({
    event: z.literal('deferral-decision'),
    on: dayField,
    granted: z.boolean(),
    reason: words,
    instalments: z
      .array(z.strictObject({ dueOn: dayField, amount: yuan.gt(0) }))
      .max(24)
      .default([])
      .describe('The days and amounts; one where the whole is deferred'),
  }),
  'remedy-begun': z.strictObject({
    event: z.literal('remedy-begun'),
    on: dayField,
    kind: z.enum(['reconsideration', 'litigation']),
    acceptedBy: line,
  }),
  'remedy-ended': z.strictObject({
    event: z.literal('remedy-ended'),
    on: dayField,
    result: z.enum(['upheld', 'withdrawn', 'changed', 'revoked']),
    fine: yuan.optional().describe('As it was changed'),
    text: words.optional(),
  }),
  demand: z.strictObject({
    event: z.literal('demand'),
    number: paperNumber,
    servedOn: dayField,
    method: serviceMethod,
    documents,
  }),
  'court-application': z.strictObject({
    event: z.literal('court-application'),
    number: paperNumber,
    on: dayField,
    court: line.optional(),
    reason: words,
    documents,
  }),
  execution: z.strictObject({ event: z.literal('execution'), on: dayField, text: words }),
  closing: z.strictObject({ event: z.literal('closing'), on: dayField, text: words.optional() }),
  'withdraw-case': z.strictObject({ event: z.literal('withdraw-case'), reason: words }),
} as const;
