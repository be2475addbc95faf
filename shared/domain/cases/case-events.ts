import { z } from 'zod';
import { sides } from '../../vocabulary/kinds.ts';
import { keysOf } from '../../vocabulary/table.ts';
import { serviceMethod } from '../../records/escalation.ts';
import { dayField, instantField } from '../../fields.ts';
import { spotEvents } from './case-events-spot.ts';
import { eventsAfterDecision } from './case-events-after.ts';
import {
  documents,
  line,
  listed,
  listedMany,
  officer,
  officers,
  paperNumber,
  words,
  yuan,
} from './event-fields.ts';

/** What a measure of evidence holds; entered with the measure, else with what follows it. */
const evidenceItems = words.optional().describe('Names, kinds and numbers of what is registered');
const keptAt = line.optional().describe('Where it is kept');

/** Events of a penalty case, in the order in which they come. */
export const caseEvents = {
  'discovery-record': z.strictObject({
    event: z.literal('discovery-record'),
    at: instantField,
    officers,
    place: line.optional().describe('Where it was looked at'),
    documents,
    text: words.optional(),
  }),
  'evidence-secured': z.strictObject({
    event: z.literal('evidence-secured'),
    number: paperNumber,
    at: instantField.describe('Its 24 hours run from here'),
    kind: z.enum(['registration', 'sealing', 'seizure']),
    agreedBy: line.optional().describe('The person in charge who agreed beforehand'),
    legalBasis: words.optional().describe('The law or regulation that allows sealing or seizure'),
    items: evidenceItems,
    place: keptAt,
  }),
  'evidence-formalities': z.strictObject({
    event: z.literal('evidence-formalities'),
    at: instantField,
    document: line,
    items: evidenceItems,
    place: keptAt,
  }),
  'evidence-decision': z.strictObject({
    event: z.literal('evidence-decision'),
    number: paperNumber,
    on: dayField,
    outcome: words,
    items: evidenceItems,
    place: keptAt,
  }),
  ...spotEvents,
  'no-case': z.strictObject({ event: z.literal('no-case'), reason: words }),
  inquiry: z.strictObject({
    event: z.literal('inquiry'),
    at: instantField,
    until: instantField.optional().describe('When it ended'),
    place: line.optional(),
    person: line.describe('Who was asked'),
    identity: words.optional().describe('Number of the identity card, unit and post'),
    officers,
    text: words.describe('Questions and answers'),
  }),
  transfer: z.strictObject({
    event: z.literal('transfer'),
    number: paperNumber,
    on: dayField.describe('The day on which the leader approves it'),
    kind: z
      .enum(['department', 'crime'])
      .describe('To the organ that has the power, or for a suspected crime'),
    to: line.describe('The organ that receives it: for a crime the police of the same level'),
    reason: words,
    materials: z.array(line).max(30).default([]).describe('What goes with it'),
  }),
  'filing-proposal': z.strictObject({
    event: z.literal('filing-proposal'),
    on: dayField,
    conditions: listedMany.describe('The conditions for filing that are met: all of them'),
    source: line.optional().describe('How the case came to be known'),
    legalBasis: words.optional().describe('On what it is to be filed'),
    situation: listed.optional().describe('The situation that obliges to file, where the rulebook has any'),
    officers,
    documents,
    text: words.optional(),
  }),
  'filing-review': z.strictObject({ event: z.literal('filing-review'), opinion: words }),
  'filing-legal-review': z.strictObject({ event: z.literal('filing-legal-review'), opinion: words }),
  'filing-return': z.strictObject({ event: z.literal('filing-return'), reason: words }),
  'filing-approval': z.strictObject({
    event: z.literal('filing-approval'),
    on: dayField,
    reason: words,
    officers: officers.optional().describe('The case officers, where not those of the proposal'),
  }),
  'filing-refusal': z.strictObject({ event: z.literal('filing-refusal'), reason: words }),
  recusal: z.strictObject({
    event: z.literal('recusal'),
    person: line.describe('The name on the case, or the sub of the token'),
    reason: words,
    replacement: officer.optional(),
  }),
  'investigation-report': z.strictObject({
    event: z.literal('investigation-report'),
    on: dayField,
    evidence: words.optional().describe('What proves the facts, piece by piece'),
    legalBasis: words.optional().describe('What the act violates, and on what it is punished'),
    discretion: words.optional().describe('The circumstances and reasons of discretion'),
    recommendation: words.optional().describe('What is suggested: kinds and amount'),
    documents,
    text: words.optional(),
  }),
  'prior-notice': z.strictObject({
    event: z.literal('prior-notice'),
    number: paperNumber,
    servedOn: dayField,
    method: serviceMethod,
    penalty: words.describe('The penalty that is intended, with facts, grounds and basis'),
    facts: words.optional().describe('Facts and evidence, where no investigation report says them'),
    legalBasis: words.optional(),
    fine: yuan.optional(),
    newFacts: words.optional().describe('What was found since, where a further notice is heavier'),
    documents,
  }),
  statement: z.strictObject({
    event: z.literal('statement'),
    received: z.boolean(),
    at: instantField.optional().describe('When it was stated'),
    place: line.optional().describe('Where it was stated'),
    text: words.optional(),
    outcome: words.optional().describe('What the review of what was stated came to'),
    points: z
      .array(z.strictObject({ point: line, adopted: z.boolean(), reason: words }))
      .max(20)
      .default([])
      .describe('Each point that was stated, whether it is adopted, and why'),
  }),
  'hearing-request': z.strictObject({ event: z.literal('hearing-request'), on: dayField }),
  'hearing-notice': z.strictObject({
    event: z.literal('hearing-notice'),
    number: paperNumber,
    servedOn: dayField,
    method: serviceMethod,
    hearingAt: instantField,
    place: line,
    presider: line.describe('Nobody who investigates the case'),
    recorder: line.optional(),
    documents,
  }),
  'hearing-held': z.strictObject({
    event: z.literal('hearing-held'),
    noticeServedOn: dayField.optional().describe('Where the notice itself is not on record'),
    on: dayField,
    place: line.optional().describe('Where the notice is not on record, or it was held elsewhere'),
    presider: line.optional(),
    recorder: line.optional(),
    attendees: words.optional().describe('Who came for the party, and others'),
    issues: words.optional().describe('What was in dispute'),
    outcome: words,
    text: words.optional().describe('What was said, for the minutes'),
  }),
  'hearing-withdrawn': z.strictObject({
    event: z.literal('hearing-withdrawn'),
    on: dayField,
    reason: words,
  }),
  'decision-proposal': z.strictObject({
    event: z.literal('decision-proposal'),
    on: dayField,
    penalty: words,
    legalBasis: words.optional(),
    party: z.enum(keysOf(sides)).optional(),
    fine: yuan.optional(),
    fineMaximum: yuan.optional().describe('The highest fine of the provision that is applied'),
    provision: line.optional().describe('The provision that is applied, as the case offers it'),
    grade: line.optional().describe('The grade of the benchmark of discretion, as the case offers it'),
    discretion: words
      .optional()
      .describe('The reasons of discretion; needed where no grade is chosen, or where it is left'),
    major: z.boolean().optional(),
    complex: z.boolean().optional(),
    publicInterest: z
      .boolean()
      .optional()
      .describe('Touches a major public interest: a legal review comes first'),
    documents,
    text: words.optional(),
  }),
  'decision-review': z.strictObject({
    event: z.literal('decision-review'),
    opinion: words,
    collective: z.boolean().optional().describe('Sends it to collective discussion where no rule does'),
  }),
  'decision-legal-review': z.strictObject({
    event: z.literal('decision-legal-review'),
    opinion: words,
    collective: z.boolean().optional(),
  }),
  'collective-discussion': z.strictObject({
    event: z.literal('collective-discussion'),
    on: dayField,
    participants: z.array(line).max(50),
    place: line.optional(),
    presider: line.optional(),
    recorder: line.optional(),
    opinions: words.optional().describe('What those who took part said'),
    conclusion: words,
    parts: listedMany.describe('What the minutes hold'),
    filedWith: listedMany.describe('Where the result was filed'),
    documents,
  }),
  'decision-return': z.strictObject({ event: z.literal('decision-return'), reason: words }),
  'decision-approval': z.strictObject({
    event: z.literal('decision-approval'),
    on: dayField,
    number: line,
    reason: words,
  }),
  ...eventsAfterDecision,
} as const;
