import { emailOf } from './domain/address.ts';
import { z } from 'zod';
import { parseDay, type Day } from './domain/time/day.ts';
import { withinCalendar } from './domain/time/calendar.ts';
import { formatInstant, parseInstant } from './domain/time/instant.ts';
import { clean } from './domain/code.ts';
import { codeOf, issueOf } from './problems/issues.ts';

/** A day as `YYYY-MM-DD` for which `within` returns true. `code` is the problem for any other day. */
export const dayWithin = (
  within: (day: Day) => boolean,
  code: 'field.outside-calendar' | 'field.early-day',
): z.ZodString =>
  z
    .string()
    .refine((text) => parseDay(text) !== undefined, issueOf('field.day'))
    .refine((text) => {
      const parsed = parseDay(text);
      return parsed === undefined || within(parsed);
    }, issueOf(code))
    .meta({ description: 'A day, YYYY-MM-DD, in Asia/Shanghai', format: 'date' });

/** A day as `YYYY-MM-DD`; 30 February and the like are refused. */
export const dayField = dayWithin(withinCalendar, 'field.outside-calendar');

/** An instant in ISO 8601 with an offset; stored in +08:00. */
export const instantField = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, issueOf('field.instant'))
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
  .regex(z.regexes.email, codeOf('field.email'))
  .max(254)
  .meta({ format: 'email' });

/** A year as four digits, used as the name of a field. */
export const yearField = z.string().regex(/^\d{4}$/, codeOf('field.year'));
