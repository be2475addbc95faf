import { z } from 'zod';
import { lawFlawWords, legalCheckWords, legalWordWords } from '../vocabulary/legal.ts';
import { powers, provisionStateWords } from '../vocabulary/papers.ts';
import { keysOf } from '../vocabulary/table.ts';
import { nature } from '../records/party.ts';
import { pageQuery } from './bodies.ts';

/** The legal officer’s view of the papers. */

const words = z.string().trim().min(1).max(2000);

const wordName = z.enum(keysOf(legalWordWords));

export const legalWordBody = z.strictObject({
  word: wordName.describe('agree: it may be issued as it stands; object: it may not'),
  reason: words,
});

export const legalPapersQuery = z.strictObject({
  ...pageQuery,
  waiting: z.enum(['true']).optional().describe('Only documents that wait for the word of the legal officer'),
  subjectId: z.string().optional(),
});

const dayText = z.string().meta({ format: 'date', description: 'Day in Asia/Shanghai' });
const instantText = z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' });

const law = z.object({
  id: z.string().optional().describe('Its entry in the list of instruments; missing if the list has none'),
  instrument: z.string().describe('Without title marks'),
  article: z.string().optional(),
  says: z.string().optional().describe('In our own words'),
  gives: z.array(z.enum(powers)),
  conditions: z.array(z.string()),
  against: z.array(nature),
  state: z.enum(keysOf(provisionStateWords)),
  from: dayText.optional(),
  to: dayText.optional(),
  note: z.string().optional(),
  named: z.enum(['rule', 'officer']).describe('Who named it: the rule, or an officer as the legal basis'),
  flaws: z.array(z.enum(keysOf(lawFlawWords))),
  reaches: z.boolean().describe('Whether it applies to a party of this nature'),
  isOpen: z.boolean().describe('The document depends on it although it has a flaw'),
});

const check = z.object({
  what: z.enum(keysOf(legalCheckWords)),
  result: z.enum(['holds', 'lacks', 'none']),
  found: z.array(z.string()).describe('Names, numbers, days, places'),
  by: z.string().optional().describe('The name of the person at whose act it was checked last'),
  at: instantText.optional(),
});

const given = z.object({
  word: wordName,
  reason: z.string(),
  by: z.string(),
  byName: z.string().optional(),
  at: instantText,
});

/** What the escalation itself says of it. */
export const legalWordView = z.object({
  asked: z.boolean().describe('The word on the text and the provisions as they are is still missing'),
  open: z.array(z.string()).describe('The provisions for which it is asked'),
  officers: z.array(z.string()).describe('The people who may give it; empty if the bureau has named nobody'),
  yours: z.boolean().describe('Whether this person may give it'),
  word: given.optional(),
});

export const legalPaper = z.object({
  id: z.string(),
  kind: z.enum(['escalation', 'case']),
  form: z.string().optional().describe('The document of a case'),
  subjectId: z.string(),
  subject: z.string(),
  name: z.string(),
  status: z.string(),
  number: z.string().optional(),
  issuedOn: dayText.optional(),
  actOn: dayText.describe('The day of the act of the party'),
  paperOn: dayText.describe('The day of the document; today while it is not issued'),
  procedure: z.object({
    title: z.string(),
    instruments: z.array(
      z.object({ instrument: z.string(), status: z.string(), note: z.string().optional() }),
    ),
  }),
  laws: z.array(law),
  checks: z.array(check),
  asked: z.boolean(),
  words: z.array(given.extend({ provisions: z.array(z.string()), current: z.boolean() })),
});
