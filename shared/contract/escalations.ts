import { z } from 'zod';
import { paperWords, powers, provisionStateWords } from '../vocabulary/papers.ts';
import { supervisionChoices, transferWords } from '../vocabulary/supervision.ts';
import { keysOf } from '../vocabulary/table.ts';
import { nature } from '../records/party.ts';
import { escalationStep } from '../rules/schema.ts';
import { circularForm, escalationStatus, serviceMethod } from '../records/escalation.ts';
import { problemError } from './answers.ts';
import { pageQuery, party } from './bodies.ts';
import { legalWordView } from './legal.ts';
import { emailField, dayField, instantField, lineField } from '../fields.ts';

/** Requests about escalations. Unknown fields are refused. */

const words = z.string().trim().min(1).max(20_000);
const line = lineField.min(1).max(500);

const named = z.strictObject({ name: line, certificate: line.optional() });
const officer = z.union([line, named]);

const orderOnPaper = z.strictObject({
  name: line.describe('The title of the document'),
  number: line,
  on: dayField.describe('The day of its issue'),
  servedOn: dayField,
  until: dayField.describe('The last day of its period, which has passed without effect'),
});

export const escalationBody = z.strictObject({
  step: escalationStep,
  subjectId: z.string().min(1).max(100),
  inspectionId: z.string().min(1).max(200).optional(),
  ruleId: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('The rule that provides for it, if there are several'),
  text: words,
  takenOnTheSpot: z
    .strictObject({ at: instantField, officers: z.array(officer).min(1).max(20) })
    .optional()
    .describe('A measure already taken: it is recorded as issued and waits for nobody'),
});

export const escalationPatch = z.strictObject({
  text: words.optional(),
  rectifyBy: dayField.nullable().optional(),
  refusal: z.strictObject({ text: words }).nullable().optional(),
  legalBasis: z.string().trim().max(2000).nullable().optional(),
  form: circularForm.nullable().optional(),
  priorNotice: z
    .unknown()
    .optional()
    .describe('Belongs to the penalty case: refused here, its events take it'),
  statement: z.unknown().optional().describe('Belongs to the penalty case: refused here, its events take it'),
  redraft: z.literal(true).optional().describe('Drafts the text anew, as the paper that it is now'),
  legalReview: z.strictObject({ by: line, opinion: words }).nullable().optional(),
  unsentNoticeReason: words
    .nullable()
    .optional()
    .describe('The reason to go on although the notice before it was never sent'),
  earlierOnPaper: orderOnPaper
    .nullable()
    .optional()
    .describe('The order that must come first, if it was made outside of the product'),
  circulation: z
    .array(z.strictObject({ name: line, email: emailField.optional() }))
    .max(500)
    .optional()
    .describe('The recipients besides the party; a letter is addressed to the first'),
  officers: z
    .array(named)
    .max(20)
    .optional()
    .describe('The officers, if no check names them; certificates come from the staff list'),
  evidence: words.nullable().optional(),
  discovery: z
    .strictObject({ on: dayField.optional(), source: line.optional() })
    .nullable()
    .optional()
    .describe('For a filing: when and how the facts became known'),
  interview: z.strictObject({ at: instantField, place: line, attendees: line }).nullable().optional(),
  investigation: z
    .strictObject({ on: dayField, text: words })
    .nullable()
    .optional()
    .describe('For a recommendation: what an investigation found, if no check is named'),
  transfer: z
    .enum(keysOf(transferWords))
    .nullable()
    .optional()
    .describe('For a transfer: crime goes to the police (涉嫌犯罪案件移送书), violation to another organ'),
  supervision: z
    .enum(supervisionChoices)
    .nullable()
    .optional()
    .describe('Supervision of enforcement: 督办函 or the government’s 监督决定书 in place of the step’s own'),
});

export const decisionBody = z.strictObject({
  decision: z.enum(['approve', 'reject']),
  reason: words,
});

export const issueBody = z.strictObject({ number: line, on: dayField });

export const serviceBody = z.strictObject({
  on: dayField,
  method: serviceMethod,
  receivedBy: line.optional(),
  witnesses: z.array(line).max(20).optional(),
  electronicConsent: z
    .union([z.boolean(), line])
    .optional()
    .describe('Where the party’s signed consent is filed'),
  place: line.optional(),
  deliverers: z.array(named).max(20).optional().describe('The people who delivered it: at least two'),
});

export const changeBody = z.strictObject({ reason: words, text: words.optional() });

export const complianceBody = z.strictObject({ on: dayField, note: words.optional() });

export const escalationsQuery = z.strictObject({
  ...pageQuery,
  status: escalationStatus.optional(),
  step: escalationStep.optional(),
  subjectId: z.string().optional(),
  obligationId: z.string().optional(),
});

/** Answers about escalations. */

const dayText = z.string().meta({ format: 'date', description: 'Day in Asia/Shanghai' });
const instantText = z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' });

const officerAnswer = z.object({ name: z.string(), certificate: z.string().optional() });

export const partyAnswer = party.partial({ relation: true }).strip();

const provision = z.object({
  id: z.string(),
  instrument: z.string().describe('Without title marks'),
  article: z.string().optional(),
  says: z.string().describe('In our own words'),
  gives: z.array(z.enum(powers)).describe('What it carries; duty: what is owed, without a power'),
  conditions: z.array(z.string()).optional(),
  against: z.array(nature),
  from: dayText.optional().describe('First day in force; missing where it was not seen'),
  to: dayText.optional(),
  state: z.enum(keysOf(provisionStateWords)),
  division: z.string().optional().describe('In force only where the division’s code begins like this'),
  note: z.string().optional(),
  applies: z.boolean().describe('Seen, in force on the day, and against a party of this nature'),
});

export const escalation = z.object({
  id: z.string(),
  subjectId: z.string(),
  subjectName: z.string().describe('What it is about, also for a reader who may not open the subject'),
  obligationId: z.string().optional(),
  alongside: z
    .array(z.string())
    .optional()
    .describe('The other duties that it is about: problems of the same check with the same day'),
  inspectionId: z.string().optional(),
  previousId: z.string().optional(),
  caseId: z.string().optional().describe('The case that the approval of a filing proposal opened'),
  ruleId: z.string(),
  step: escalationStep,
  name: z.string().describe('What the document is called'),
  party: partyAnswer.optional().describe('Whom it is directed against; missing while nobody is known'),
  paper: z.enum(keysOf(paperWords)).describe('What the step is made as, by the party and the law'),
  provisions: z
    .array(provision)
    .describe(
      'The provisions on which the measure rests; the list of responsibilities is the bureau’s own procedure (citation)',
    ),
  status: escalationStatus,
  draftedAt: instantText,
  draftedBy: z.string().optional(),
  draftedByName: z.string().optional(),
  citation: z.object({ document: z.string(), section: z.string(), title: z.string() }),
  text: z.string(),
  rectifyBy: dayText.optional(),
  rectifyUntil: dayText.optional().describe('The last day of the period, counted from service'),
  approval: z.object({
    role: z.string(),
    proposedBy: z.string().optional(),
    proposedByName: z.string().optional(),
    proposedAt: instantText.optional(),
    decidedBy: z.string().optional(),
    decidedByName: z.string().optional(),
    decidedFor: z.string().optional().describe('The absent leader for whom a deputy decided'),
    decidedForName: z.string().optional(),
    at: instantText.optional(),
    reason: z.string().optional(),
    textHash: z.string().optional(),
  }),
  missing: z.array(z.string()).describe('What is still missing for a proposal, by field'),
  lacks: z.array(problemError).optional(),
  refusal: z
    .object({ text: z.string(), by: z.string(), byName: z.string().optional(), at: instantText })
    .optional(),
  legalBasis: z.string().optional(),
  unsentNoticeReason: z.string().optional(),
  earlierOnPaper: z
    .object({ name: z.string(), number: z.string(), on: dayText, servedOn: dayText, until: dayText })
    .optional()
    .describe('The order before it, made outside of the product'),
  form: circularForm.optional(),
  priorNotice: z
    .object({
      servedOn: dayText,
      method: serviceMethod,
      number: z.string().optional(),
      receivedBy: z.string().optional(),
      text: z.string().optional(),
      basis: z.string().optional().describe('The legal basis as it was when the holder was told'),
    })
    .optional(),
  defenceUntil: dayText.optional().describe('The last day for statement and defence'),
  statement: z
    .object({
      received: z.boolean(),
      on: dayText.optional(),
      text: z.string().optional(),
      outcome: z.string().optional(),
    })
    .optional(),
  hearing: z
    .boolean()
    .optional()
    .describe('Whether the holder is to be heard first: a revocation by the bureau that gave the permit'),
  legalReview: z.object({ by: z.string(), opinion: z.string() }).optional(),
  legalWord: legalWordView
    .optional()
    .describe('The word of the legal officer, asked for before the issue if a provision is not beyond doubt'),
  circulation: z.array(z.object({ name: z.string(), email: z.string().optional() })).optional(),
  officers: z.array(officerAnswer).optional(),
  evidence: z.string().optional(),
  discovery: z.object({ on: dayText.optional(), source: z.string().optional() }).optional(),
  interview: z.object({ at: instantText, place: z.string(), attendees: z.string() }).optional(),
  investigation: z.object({ on: dayText, text: z.string() }).optional(),
  transfer: z.enum(keysOf(transferWords)).optional(),
  supervision: z.enum(supervisionChoices).optional(),
  openPlaces: z
    .array(problemError)
    .optional()
    .describe(
      'Before the issue: what is still missing in the document, each with the place where it is entered',
    ),
  nextNumber: z.string().optional().describe('The next free number of the pattern for such documents'),
  recipients: z
    .array(z.object({ name: z.string(), to: z.string(), why: z.string() }))
    .optional()
    .describe(
      'The people to whom the issue was mailed; before the issue, those to whom it would be mailed now',
    ),
  unreached: z
    .array(z.enum(['unit', 'supervising', 'superior', 'circulation']))
    .optional()
    .describe('Before the issue: people who should be informed and have no address'),
  issue: z.object({ number: z.string(), on: dayText, at: instantText, by: z.string().optional() }).optional(),
  service: z
    .object({
      on: dayText,
      method: serviceMethod,
      receivedBy: z.string().optional(),
      witnesses: z.array(z.string()).optional(),
      electronicConsent: z.string().optional(),
      place: z.string().optional(),
      deliverers: z.array(officerAnswer).optional(),
      at: instantText,
      by: z.string().optional(),
    })
    .optional(),
  complied: z.object({ on: dayText, note: z.string().optional(), at: instantText }).optional(),
  withdrawal: z.object({ reason: z.string(), text: z.string().optional(), at: instantText }).optional(),
  corrections: z.array(z.object({ reason: z.string(), text: z.string().optional(), at: instantText })),
  takenOnTheSpot: z.object({ at: instantText, officers: z.array(z.string()) }).optional(),
  history: z
    .array(
      z.object({
        at: instantText,
        by: z.string(),
        byName: z.string().optional(),
        what: z.string(),
        text: z.string(),
      }),
    )
    .optional(),
  version: z.number(),
});

export const link = z.object({
  number: z.number(),
  previous: z.string(),
  contentHash: z.string(),
  hash: z.string(),
  content: z.record(z.string(), z.unknown()).optional(),
});
