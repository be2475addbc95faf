import { z } from 'zod';
import { sides } from '../../vocabulary/kinds.ts';
import { keysOf } from '../../vocabulary/table.ts';
import { dayField, instantField } from '../../fields.ts';
import { line, officers, words, yuan } from './event-fields.ts';

/** A penalty on the spot (行政处罚法第五十一条、第五十二条): decided and handed over at once, filed with the organ afterwards. */
export const spotEvents = {
  'spot-decision': z.strictObject({
    event: z.literal('spot-decision'),
    at: instantField,
    place: line,
    officers: officers.describe('Two or more, who decide'),
    party: z.enum(keysOf(sides)),
    facts: words,
    evidence: words.optional(),
    provision: line.optional().describe('The provision that is applied, as the case offers it'),
    legalBasis: words.optional(),
    penalty: words.describe('A warning, or a fine of at most 200 yuan on a person, 3,000 on a unit'),
    fine: yuan.optional(),
    discretion: words.optional(),
    correction: words.optional().describe('What the party is ordered to put right at the same time'),
    correctBy: dayField.optional(),
    informed: z
      .literal(true)
      .describe('Certificates were shown; content, facts, grounds, basis and rights were told beforehand'),
    statement: words.describe('What the party said to it, or that it said nothing'),
    number: line.describe('Of the form, which bears a number beforehand'),
    receivedBy: line.optional(),
    refusal: words.optional().describe('That the signature was refused, as noted on the decision'),
  }),
  'spot-filing': z.strictObject({
    event: z.literal('spot-filing'),
    on: dayField,
    filedWith: line.describe('Who of the organ keeps it'),
  }),
} as const;
