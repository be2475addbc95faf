import { z } from 'zod';

/** Parts of many answers. */

export const dayText = z.string().meta({ format: 'date', description: 'Day in Asia/Shanghai' });
export const instantText = z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' });

/** The computed days of a duty. A duty by the hour has `dueAt` instead of `dueOn`. */
export const dueDays = {
  arisesOn: dayText,
  dueOn: dayText.optional(),
  dueAt: instantText.optional(),
  actBy: dayText,
};

/** How a date was computed, step by step. */
export const explanation = z.array(z.object({ rule: z.string(), day: dayText, text: z.string() }));
