import { z } from 'zod';
import { sides } from '../../vocabulary/kinds.ts';
import { keysOf } from '../../vocabulary/table.ts';
import { serviceMethod } from '../../records/escalation.ts';
import { dayField, instantField, lineField } from '../../fields.ts';
import { codeOf } from '../../problems/issues.ts';

/** What happened to a case or to an acceptance, event by event. Unknown fields are refused. */

const words = z.string().trim().min(1).max(2000);
const line = lineField.min(1).max(300);

const officer = z.strictObject({ name: line, certificate: line });
const officers = z.array(officer).max(20);
const documents = z.array(line).max(20).default([]).describe('Titles of the papers that were made');
/** Something that the rulebook lists: by its number, from 1, or by the beginning of its words. */
const listed = z.union([z.number().int().min(1), line]);
const listedMany = z.array(listed).max(30).default([]);
const yuan = z.number().min(0);

/** Events of a penalty case, in the order in which they come. */
export const caseEvents = {
  'discovery-record': z.strictObject({
    event: z.literal('discovery-record'),
    at: instantField,
    officers,
    documents,
    text: words.optional(),
  }),
  'evidence-secured': z.strictObject({
    event: z.literal('evidence-secured'),
    at: instantField.describe('Its 24 hours run from here'),
    kind: z.enum(['registration', 'sealing', 'seizure']),
    agreedBy: line.optional().describe('The person in charge who agreed beforehand'),
    legalBasis: words.optional().describe('The law or regulation that allows sealing or seizure'),
    items: words.optional(),
  }),
  'evidence-formalities': z.strictObject({
    event: z.literal('evidence-formalities'),
    at: instantField,
    document: line,
  }),
  'evidence-decision': z.strictObject({
    event: z.literal('evidence-decision'),
    on: dayField,
    outcome: words,
  }),
  'no-case': z.strictObject({ event: z.literal('no-case'), reason: words }),
  'filing-proposal': z.strictObject({
    event: z.literal('filing-proposal'),
    on: dayField,
    conditions: listedMany.describe('The conditions for filing that are met: all of them'),
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
    documents,
    text: words.optional(),
  }),
  'prior-notice': z.strictObject({
    event: z.literal('prior-notice'),
    servedOn: dayField,
    method: serviceMethod,
    penalty: words.describe('The penalty that is intended, with facts, grounds and basis'),
    legalBasis: words.optional(),
    fine: yuan.optional(),
    newFacts: words.optional().describe('What was found since, where a further notice is heavier'),
    documents,
  }),
  statement: z.strictObject({
    event: z.literal('statement'),
    received: z.boolean(),
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
    servedOn: dayField,
    method: serviceMethod,
    documents,
  }),
  'court-application': z.strictObject({
    event: z.literal('court-application'),
    on: dayField,
    court: line.optional(),
    reason: words,
    documents,
  }),
  execution: z.strictObject({ event: z.literal('execution'), on: dayField, text: words }),
  closing: z.strictObject({ event: z.literal('closing'), on: dayField, text: words.optional() }),
  'withdraw-case': z.strictObject({ event: z.literal('withdraw-case'), reason: words }),
} as const;

/** Events of the acceptance of a key project’s archives. */
export const acceptanceEvents = {
  application: z.strictObject({
    event: z.literal('application'),
    on: dayField,
    parts: listedMany.describe('The parts of the report: all that the rulebook names'),
    selfScore: z.number().optional(),
  }),
  'withdraw-application': z.strictObject({ event: z.literal('withdraw-application'), reason: words }),
  group: z.strictObject({
    event: z.literal('group'),
    chair: line,
    members: z
      .array(z.strictObject({ name: line, from: line }))
      .min(1, codeOf('acceptance.no-members'))
      .max(50),
  }),
  meeting: z.strictObject({
    event: z.literal('meeting'),
    on: dayField,
    steps: listedMany,
    reports: listedMany,
  }),
  score: z.strictObject({ event: z.literal('score'), score: z.number() }),
  opinion: z.strictObject({ event: z.literal('opinion'), on: dayField, text: words.optional() }),
} as const;

export const eventBody = z.discriminatedUnion('event', [
  caseEvents['discovery-record'],
  caseEvents['evidence-secured'],
  caseEvents['evidence-formalities'],
  caseEvents['evidence-decision'],
  caseEvents['no-case'],
  caseEvents['filing-proposal'],
  caseEvents['filing-review'],
  caseEvents['filing-legal-review'],
  caseEvents['filing-return'],
  caseEvents['filing-approval'],
  caseEvents['filing-refusal'],
  caseEvents.recusal,
  caseEvents['investigation-report'],
  caseEvents['prior-notice'],
  caseEvents.statement,
  caseEvents['hearing-request'],
  caseEvents['hearing-notice'],
  caseEvents['hearing-held'],
  caseEvents['hearing-withdrawn'],
  caseEvents['decision-proposal'],
  caseEvents['decision-review'],
  caseEvents['decision-legal-review'],
  caseEvents['collective-discussion'],
  caseEvents['decision-return'],
  caseEvents['decision-approval'],
  caseEvents.service,
  caseEvents.payment,
  caseEvents['deferral-request'],
  caseEvents['deferral-decision'],
  caseEvents['remedy-begun'],
  caseEvents['remedy-ended'],
  caseEvents.demand,
  caseEvents['court-application'],
  caseEvents.execution,
  caseEvents.closing,
  caseEvents['withdraw-case'],
  acceptanceEvents.application,
  acceptanceEvents['withdraw-application'],
  acceptanceEvents.group,
  acceptanceEvents.meeting,
  acceptanceEvents.score,
  acceptanceEvents.opinion,
]);

type Bodies<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Schemas]: z.output<Schemas[Name]>;
};
export type CaseBodies = Bodies<typeof caseEvents>;
export type CaseBody = CaseBodies[keyof CaseBodies];
export type AcceptanceBodies = Bodies<typeof acceptanceEvents>;
export type AcceptanceBody = AcceptanceBodies[keyof AcceptanceBodies];
export type EventBody = z.output<typeof eventBody>;
export type CaseOfficer = z.output<typeof officer>;

export const isCase = (body: { readonly event: string }): body is CaseBody => body.event in caseEvents;
export const isAcceptance = (body: { readonly event: string }): body is AcceptanceBody =>
  body.event in acceptanceEvents;
