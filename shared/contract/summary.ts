import { z } from 'zod';

/** The numbers of a status: of one subject, of a regime, or of a jurisdiction. */

export const summary = z.object({
  open: z.number(),
  overdue: z.number().describe('Past their day and pursued: late and unconfirmed together'),
  late: z.number().describe('Late as reported in pages, tables and mails'),
  unconfirmed: z.number().describe('Late when entered, to be confirmed by an officer'),
  dueSoon: z.number().describe('Due within 30 days'),
  fulfilled: z.number(),
  fulfilledLate: z.number(),
  notPursued: z.number(),
});

export const leavingToday = z
  .object({
    notices: z.number(),
    from: z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' }).nullable(),
  })
  .describe(
    'Letters and text messages still to be sent today, and when the first is; daily mails are not counted',
  );
