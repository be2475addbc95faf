import { z } from 'zod';
import { channelNames } from '../vocabulary/channels.ts';
import { dutyForms } from '../vocabulary/duty-forms.ts';
import { keysOf } from '../vocabulary/table.ts';
import { latenessWords, reportWords, ruleKindWords } from '../vocabulary/value-words.ts';
import { basisEntry, documentCode, officeName, subjectKind } from '../rules/schema.ts';
import { noticeStatus, statusName } from './bodies.ts';
import { dayText, dueDays, explanation, instantText } from './parts.ts';
import { problem } from './problem.ts';
import { leavingToday, summary } from './summary.ts';

export { problem, problemError } from './problem.ts';
export { subject, subjectDetail } from './subjects.ts';

/** The answers of the API. The OpenAPI document is made from them, and tests compare the answers with them. */

export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const health = z.object({ status: z.literal('ok'), version: z.string() });

export const jurisdiction = z.object({
  id: z.string(),
  name: z.string(),
  bureau: z.string(),
  division: z.string().describe('GB/T 2260 code, or the statistical code if there is none'),
  superior: z.string().nullable(),
  offices: z.array(z.object({ office: officeName, name: z.string() })),
  regulated: z.boolean().describe('Whether it has a rulebook here'),
});

const figureValues = z.record(z.string(), z.unknown());

export const rule = z.object({
  id: z.string(),
  regime: z.string(),
  regimeTitle: z.string(),
  office: officeName,
  kind: z.enum(keysOf(ruleKindWords)),
  title: z.string(),
  citation: z.object({ document: documentCode, section: z.string(), title: z.string() }),
  basis: z.array(basisEntry),
  covers: z.array(z.string()),
  figures: figureValues.describe('Statutory figures, from the source'),
  discretionary: figureValues.describe('Figures that the sources leave open, with the bureau’s values'),
  sources: z
    .record(z.string(), z.unknown())
    .describe('Unit, dated values and clause of each statutory figure'),
  defaults: z.record(z.string(), z.unknown()),
  readings: z.record(z.string(), z.unknown()).optional(),
  notes: z.array(z.string()),
  effectiveFrom: dayText.nullable(),
  effectiveTo: dayText.nullable(),
  override: z.unknown().optional(),
  deadline: z.unknown().optional(),
  quota: z.unknown().optional(),
  procedure: z.unknown().optional(),
  escalation: z.unknown().optional(),
});

export const obligation = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleVersion: z.string(),
  subjectId: z.string(),
  period: z.string().optional(),
  title: z.string().optional(),
  ...dueDays,
  overdueFrom: z.string().describe('The day from which it is late; the instant for a duty by the hour'),
  extendedTo: dayText.optional(),
  provisional: z.boolean(),
  pursuit: z
    .enum(['active', 'untracked', 'unconfirmed', 'none'])
    .describe(
      'untracked: due before trackFrom; unconfirmed: late when entered; none: the rule pursues nobody',
    ),
  status: statusName,
  lateness: z
    .enum(keysOf(latenessWords))
    .optional()
    .describe('How an overdue duty is counted; only `late` is reported as late'),
  report: z.enum(keysOf(reportWords)).optional(),
  reportedOn: z.string().optional(),
  returnReason: z.string().optional().describe('Why the bureau returned the unit’s report'),
  fulfilledOn: dayText.optional(),
  step: z.string().nullable(),
  nextActionAt: instantText.nullable(),
  handler: z.string().optional().describe('Whose work it is, where it is not the handler of the subject'),
  handlerName: z.string().optional(),
  version: z.number(),
});

export const notice = z.object({
  id: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  obligationId: z.string().optional(),
  escalationId: z.string().optional(),
  step: z.string(),
  to: z.string(),
  channel: z.enum(channelNames),
  subject: z.string(),
  late: z.boolean(),
  status: noticeStatus,
  passed: z
    .boolean()
    .optional()
    .describe('A withdrawn reminder that lost its use before the provider’s limits had room for it'),
  attempts: z.array(z.object({ at: instantText, provider: z.string(), outcome: z.string() })),
  nextTryAt: instantText.optional().describe('When it waits for another try: the earliest time of that try'),
  createdAt: instantText,
  version: z.number(),
});

/**
 * What a unit reported about its duty, and the bureau’s answer. It is removed when the duty is closed; the
 * history still has it.
 */
const unitReport = z.object({
  status: z.enum(keysOf(reportWords)),
  on: z.string().describe('The day on which the unit did it; the instant for a duty by the hour'),
  document: z.string().optional(),
  note: z.string().optional(),
  files: z.array(z.string()).describe('Ids of files; none are taken yet'),
  by: z.string().describe('Role and person; only the role for a unit'),
  byName: z.string().optional(),
  at: instantText,
  reason: z.string().optional().describe('Why it was returned'),
  receipt: z.string().optional().describe('The receipt of an answer by the link of a letter'),
});

/** The later day that a unit asks for, until the leader decides by …/extension or …/extension-refusal. */
const extensionRequest = z.object({
  until: dayText,
  reason: z.string(),
  by: z.string(),
  byName: z.string().optional(),
  at: instantText,
  receipt: z.string().optional(),
});

export const obligationDetail = obligation.extend({
  report: unitReport.optional(),
  extensionRequest: extensionRequest.optional(),
  explanation,
  history: z.array(
    z.object({
      at: instantText,
      by: z.string(),
      byName: z.string().optional().describe('Where the bureau knows the person'),
      decidedFor: z.string().optional().describe('The absent leader for whom a deputy did it'),
      decidedForName: z.string().optional(),
      what: z.string(),
      text: z.string(),
    }),
  ),
  notices: z.array(notice),
  forms: z
    .array(z.object({ form: z.enum(dutyForms), name: z.string() }))
    .optional()
    .describe('The forms of this duty that …/document.docx?form= makes; a unit sees those that it fills in'),
  cases: z
    .array(
      z.object({
        subjectId: z.string(),
        name: z.string(),
        decidedOn: dayText.optional(),
        number: z.string().optional(),
        fine: z.number().optional(),
      }),
    )
    .optional()
    .describe('The cases that the half-yearly list of major penalty decisions contains so far'),
});

export const resent = z.object({
  items: z.array(
    z.union([
      z.object({ id: z.string(), status: z.literal(200), notice }),
      z.object({ id: z.string(), status: z.number(), problem }),
    ]),
  ),
  nextCursor: z.null(),
});

export const noticeDetail = notice.extend({ text: z.string().nullable(), html: z.string().nullable() });

export const fulfilments = z.object({
  items: z.array(
    z.union([
      z.object({ obligationId: z.string(), status: z.literal(200), obligation }),
      z.object({ obligationId: z.string(), status: z.number(), problem }),
    ]),
  ),
  nextCursor: z.null(),
});

export { previewAnswer } from './preview.ts';

const standing = {
  summary,
  next: obligation.nullable(),
  overdue: z.array(obligation),
  asOf: instantText,
};

export const subjectStatus = z.object({
  subject: z.object({
    id: z.string(),
    kind: subjectKind,
    name: z.string(),
    code: z.string().optional(),
    retiredOn: dayText.optional(),
  }),
  ...standing,
  lastNotice: z.object({ id: z.string(), kind: z.string(), subject: z.string(), at: instantText }).nullable(),
});

export const jurisdictionStatus = z.object({
  jurisdiction: z.object({ id: z.string(), name: z.string(), bureau: z.string() }),
  ...standing,
  regimes: z.array(z.object({ regime: z.string(), title: z.string().optional(), summary })),
  leavingToday,
  watermark: dayText.describe('The day before which everything has been given to the delivery queue'),
});

export { nextNumber, settings, staff, workCalendar } from './configuration.ts';
