import { emailOf } from './domain/address.ts';
import { z } from 'zod';
import { parseDay, type Day } from './domain/time/day.ts';
import { withinCalendar } from './domain/time/calendar.ts';
import { formatInstant, parseInstant } from './domain/time/instant.ts';
import { clean } from './domain/code.ts';

/** A day as `YYYY-MM-DD` for which `within` holds; `message` says what is wrong with another. */
export const dayWithin = (within: (day: Day) => boolean, message: string): z.ZodString =>
  z
    .string()
    .refine((text) => parseDay(text) !== undefined, {
      message: 'no such day: write YYYY-MM-DD, for instance 2026-09-30',
    })
    .refine(
      (text) => {
        const parsed = parseDay(text);
        return parsed === undefined || within(parsed);
      },
      { message },
    )
    .meta({ description: 'A day, YYYY-MM-DD, in Asia/Shanghai', format: 'date' });

/** A day as `YYYY-MM-DD`; 30 February and the like are refused. */
export const dayField = dayWithin(
  withinCalendar,
  'outside the calendar: days from 1990-01-01 to 2070-12-31 are known',
);

/** An instant in ISO 8601 with an offset; kept in +08:00. */
export const instantField = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, {
    message: 'no such instant: write ISO 8601 with an offset, for instance 2026-09-30T09:00:00+08:00',
  })
  .overwrite((text) => {
    const parsed = parseInstant(text);
    return parsed === undefined ? text : formatInstant(parsed);
  })
  .meta({ description: 'An instant, ISO 8601 with an offset', format: 'date-time' });

/** On one line, as a spreadsheet reads it back: line breaks and runs of spaces become one space. */
export const lineField = z.string().overwrite(clean);

/** A text of one line, 1 to 500 characters. */
export const text = lineField.min(1).max(500);

export const emailField = z
  .string()
  .overwrite(emailOf)
  .regex(z.regexes.email, 'no e-mail address')
  .max(254)
  .meta({ format: 'email' });
