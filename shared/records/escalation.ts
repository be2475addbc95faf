import { z } from 'zod';
import { legalWordWords } from '../vocabulary/legal.ts';
import { paperWords } from '../vocabulary/papers.ts';
import { supervisionChoices, transferWords } from '../vocabulary/supervision.ts';
import { keysOf } from '../vocabulary/table.ts';
import { escalationStatusWords, serviceMethodWords } from '../vocabulary/value-words.ts';
import { sortableInstant, toInstant } from '../domain/time/instant.ts';
import { escalationStep, officeName, role } from '../rules/schema.ts';
import { actorRecord, actorsAt } from './actor.ts';
import { nature, partyRelation } from './party.ts';
import { historyEntry, pendingLink } from './records.ts';
import { listOf, partOf } from './keys.ts';
import { recordOf } from './record.ts';
import { stored } from './stored.ts';

/** What is undertaken against a default, from draft to service. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

export const escalationStatus = z.enum(keysOf(escalationStatusWords));

export const serviceMethod = z.enum(keysOf(serviceMethodWords));
export const circularForm = z.enum(['penalty', 'internal-circular']);

export const addressee = stored({
  name: z.string(),
  to: z.string(),
  /** Why it goes to them: unit, competent, supervising, superior, circulation. */
  why: z.enum(['unit', 'parent', 'supervising', 'superior', 'circulation']),
});

const officer = stored({ name: z.string(), certificate: z.string().optional() });

const desk = stored({
  name: z.string(),
  delegation: z.string().optional(),
  address: z.string().optional(),
  telephone: z.string().optional(),
  contact: z.string().optional(),
  reconsiderationBody: z.string().optional(),
  court: z.string().optional(),
});

const shape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  subjectId: z.string(),
  step: escalationStep,
  status: escalationStatus,
  /** The rule that provides for the step: the duty’s own, or an `escalation` rule. */
  ruleId: z.string(),
  /** The day on which its duty arose: the version of the rule is that of this day, else of the day of the draft. */
  ruleOn: dayText.optional(),
  office: officeName,
  obligationId: z.string().optional(),
  /** The other duties that it is about: problems of one check, with one day. */
  alongside: z.array(z.string()).optional(),
  inspectionId: z.string().optional(),
  /** The escalation whose period passed without effect. */
  previousId: z.string().optional(),
  /** The due day that was missed: a duty that was extended since is another default. */
  due: z.string().optional(),
  /** The party that was proposed against, as the register had it then; before that it is read anew. */
  party: stored({
    name: z.string(),
    code: z.string().optional(),
    nature: nature.optional(),
    address: z.string().optional(),
    representative: z.string().optional(),
    telephone: z.string().optional(),
    relation: partyRelation.optional(),
    subjectId: z.string().optional(),
  }).optional(),
  /** The case that its approval opened. */
  caseId: z.string().optional(),
  draftedAt: instantNumber,
  draftedBy: actorRecord,
  /** The paper that the text was written for; missing in records of the first release. */
  paper: z.enum(keysOf(paperWords)).optional(),
  /** Whether a reminder letter went before it. */
  again: z.boolean().optional(),
  text: z.string(),
  /** The day set by a person; without it the period is the bureau’s days from service. */
  rectifyBy: dayText.optional(),
  /** The last day of the period, once served. */
  rectifyUntil: dayText.optional(),
  refusal: stored({ text: z.string(), by: actorRecord, at: instantNumber }).optional(),
  legalBasis: z.string().optional(),
  /** Those who act, where no check names them. */
  officers: z.array(officer).optional(),
  evidence: z.string().optional(),
  /** How and when the facts came to be known. */
  discovery: stored({ on: dayText.optional(), source: z.string().optional() }).optional(),
  supervision: z.enum(supervisionChoices).optional(),
  transfer: z.enum(keysOf(transferWords)).optional(),
  investigation: stored({ on: dayText, text: z.string() }).optional(),
  interview: stored({ at: instantNumber, place: z.string(), attendees: z.string() }).optional(),
  /** Why it goes on although the notice before it never left. */
  unsentNoticeReason: z.string().optional(),
  /** The order before it, where that was made outside of the product: it stands for one of the product. */
  earlierOnPaper: stored({
    name: z.string(),
    number: z.string(),
    on: dayText,
    servedOn: dayText,
    until: dayText,
  }).optional(),
  form: circularForm.optional(),
  /** What the party was told before the decision, and on which basis as it was entered then. */
  priorNotice: stored({
    servedOn: dayText,
    method: serviceMethod,
    number: z.string().optional(),
    receivedBy: z.string().optional(),
    text: z.string().optional(),
    basis: z.string().optional(),
  }).optional(),
  statement: stored({
    received: z.boolean(),
    on: dayText.optional(),
    text: z.string().optional(),
    outcome: z.string().optional(),
  }).optional(),
  legalReview: stored({ by: z.string(), opinion: z.string() }).optional(),
  /** The legal officer’s words, each on the text and the provisions as they stood, by their hash. */
  legalWords: z
    .array(
      stored({
        about: z.string(),
        word: z.enum(keysOf(legalWordWords)),
        reason: z.string(),
        /** The provisions that stood open. */
        provisions: z.array(z.string()),
        by: actorRecord,
        at: instantNumber,
      }),
    )
    .optional(),
  circulation: z.array(stored({ name: z.string(), email: z.string().optional() })),
  approval: stored({
    role,
    proposedBy: z.string().optional(),
    proposedAt: instantNumber.optional(),
    decidedBy: z.string().optional(),
    /** The absent leader for whom it was decided. */
    decidedFor: z.string().optional(),
    at: instantNumber.optional(),
    reason: z.string().optional(),
    /** The very text that was approved, by its hash: a later change needs a new approval. */
    textHash: z.string().optional(),
  }),
  issue: stored({
    number: z.string(),
    on: dayText,
    at: instantNumber,
    by: actorRecord,
    /** In whose name it left and what it said of where to go, as it was entered then; absent in older records. */
    desk: desk.optional(),
  }).optional(),
  service: stored({
    on: dayText,
    method: serviceMethod,
    receivedBy: z.string().optional(),
    witnesses: z.array(z.string()).optional(),
    electronicConsent: z.string().optional(),
    place: z.string().optional(),
    deliverers: z.array(officer).optional(),
    at: instantNumber,
    by: actorRecord,
  }).optional(),
  complied: stored({
    on: dayText,
    note: z.string().optional(),
    at: instantNumber,
    by: actorRecord,
  }).optional(),
  withdrawal: stored({
    reason: z.string(),
    text: z.string().optional(),
    at: instantNumber,
    by: actorRecord,
  }).optional(),
  corrections: z.array(
    stored({
      reason: z.string(),
      text: z.string().optional(),
      at: instantNumber,
      by: actorRecord,
      /** The same for a repeated request. */
      key: z.string().optional(),
    }),
  ),
  takenOnTheSpot: stored({ at: instantNumber, officers: z.array(z.string()) }).optional(),
  /** Whom the issue was mailed to: a withdrawal or correction reaches the same. */
  recipients: z.array(addressee),
  links: z.array(pendingLink),
  history: z.array(historyEntry),
});

export type EscalationRecord = z.infer<typeof shape>;

/** Escalations, in the list by the moment of the draft. */
export const escalationRecord = recordOf<{ jurisdiction: string; id: string }, EscalationRecord>({
  shape,
  key: ({ jurisdiction, id }) => partOf(jurisdiction, id, 'E'),
  list: ({ jurisdiction, id, draftedAt }) => ({
    lp: listOf(jurisdiction, 'ESCALATION'),
    ls: `${sortableInstant(draftedAt)}#${id}`,
  }),
  steps: [
    actorsAt(
      'draftedBy',
      'refusal.by',
      'issue.by',
      'service.by',
      'complied.by',
      'withdrawal.by',
      'corrections.by',
      'history.by',
    ),
  ],
});

/** Every duty that a document is about. */
export const dutyIdsOf = ({
  obligationId,
  alongside = [],
}: Pick<EscalationRecord, 'obligationId' | 'alongside'>): readonly string[] =>
  obligationId === undefined ? [] : [obligationId, ...alongside];

export type Addressee = z.infer<typeof addressee>;
