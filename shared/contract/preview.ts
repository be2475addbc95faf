import { z } from 'zod';
import { dueDays, explanation, instantText } from './parts.ts';

/** What a subject would owe. Nothing is stored. */
export const previewAnswer = z.object({
  obligations: z.array(
    z.object({
      ruleId: z.string(),
      period: z.string().optional(),
      title: z.string().optional(),
      ...dueDays,
      overdueFrom: z.string(),
      provisional: z.boolean(),
      reminders: z.array(instantText),
      escalations: z.array(
        z.object({
          step: z.string(),
          at: instantText.optional(),
          after: z.string().optional().describe('“15 days from service”'),
          daysFromService: z.number().optional().describe('The same as a number'),
          approval: z.string(),
        }),
      ),
      explanation,
    }),
  ),
});
