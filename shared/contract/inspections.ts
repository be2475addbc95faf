import { z } from 'zod';
import { checkForms } from '../vocabulary/check-forms.ts';
import { inspectionCause, inspectionMode, recheckResult, severity } from '../records/inspection.ts';
import { pageQuery } from './bodies.ts';
import { dayField, instantField, lineField } from '../fields.ts';
import { codeOf } from '../problems/issues.ts';

export { planQuery, quota, quotaDecisionBody, quotaPlan, quotas, quotasQuery } from './quotas.ts';

/** Requests and answers about inspections. Unknown fields are refused. */

const line = lineField.min(1).max(500);
const words = z.string().trim().min(1).max(4000);
const id = z.string().min(1).max(100);
const ruleId = z.string().min(1).max(200);
const MAX_TARGETS = 100;

const fields = {
  regime: z.string().min(1).max(100),
  ruleId: ruleId
    .optional()
    .describe('The quota for which it is made; without one it counts for the periodic quota'),
  at: instantField.describe('Day and hour of the check; not in the future'),
  mode: inspectionMode,
  cause: inspectionCause,
  countsTowards: z
    .array(ruleId)
    .max(20)
    .optional()
    .describe('Further quotas for which it counts, even if a complaint or a transfer prompted it'),
  targets: z.array(id).min(1, codeOf('check.no-targets')).max(MAX_TARGETS),
  officers: z
    .array(
      z.strictObject({
        name: line,
        certificate: lineField.max(100).optional(),
        recuse: z
          .array(id)
          .max(MAX_TARGETS)
          .optional()
          .describe('Subjects from which the officer is recused'),
      }),
    )
    .min(1, codeOf('check.no-officers'))
    .max(30),
  checklist: z.array(z.strictObject({ item: line, result: words, subjectId: id.optional() })).max(1000),
  findings: z
    .array(
      z.strictObject({
        subjectId: id,
        text: words,
        severity,
        handling: words,
        rectifyBy: dayField.optional(),
      }),
    )
    .max(500),
  signatures: z
    .array(
      z.union([
        z.strictObject({ subjectId: id, by: line }),
        z.strictObject({ subjectId: id, refused: z.literal(true), note: words }),
      ]),
    )
    .max(MAX_TARGETS),
  sites: z
    .array(
      z.strictObject({
        subjectId: id,
        place: line.optional(),
        until: instantField.optional().describe('When the check ended there'),
        host: line.optional().describe('Who was there for those that were checked: name and post'),
      }),
    )
    .max(MAX_TARGETS)
    .optional(),
  certificatesShown: z.boolean().optional().describe('Whether the officers showed their certificates'),
  rightsTold: z
    .boolean()
    .optional()
    .describe('Whether the officers told the basis of the check, and the right to ask for recusal'),
  joined: z
    .array(
      z.strictObject({
        body: line,
        part: words.optional().describe('What it answers for in the check'),
        officers: z
          .array(z.strictObject({ name: line, certificate: lineField.max(100).optional() }))
          .max(30)
          .optional(),
      }),
    )
    .max(20)
    .optional()
    .describe('For a joint check: the bodies that took part, each under its own power'),
  rechecked: z
    .array(
      z.strictObject({
        obligationId: z.string().min(1).max(200).describe('The duty that the earlier finding became'),
        result: recheckResult,
        note: words.optional(),
      }),
    )
    .max(100)
    .optional()
    .describe('Problems found by an earlier check, and what was seen of them now'),
  visitId: id.optional().describe('The planned check that it was made of'),
};

export const inspectionBody = z.strictObject({
  ...fields,
  checklist: fields.checklist.default([]),
  findings: fields.findings.default([]),
  signatures: fields.signatures.default([]),
});
export type InspectionBody = z.infer<typeof inspectionBody>;

export const correctionBody = z.strictObject({
  reason: words,
  ...z.strictObject(fields).partial().shape,
  ruleId: ruleId
    .nullable()
    .optional()
    .describe('null removes it: the record then counts for the periodic quota'),
});
export type CorrectionBody = z.infer<typeof correctionBody>;

export const inspectionsQuery = z.strictObject({
  ...pageQuery,
  regime: z.string().max(100).optional(),
  ruleId: ruleId.optional(),
  subjectId: id.optional(),
  from: dayField.optional(),
  to: dayField.optional(),
});

const content = z.object({
  regime: z.string(),
  ruleId: z.string().optional(),
  at: z.string(),
  mode: inspectionMode,
  cause: inspectionCause,
  countsTowards: z.array(z.string()).optional(),
  targets: z.array(z.string()),
  outsideScope: z
    .array(z.string())
    .optional()
    .describe('Targets that the register does not show to be regulated: a trait or a fact is missing'),
  officers: z.array(
    z.object({
      name: z.string(),
      certificate: z.string().optional(),
      recuse: z
        .array(z.string())
        .optional()
        .describe('Subjects from which the officer is recused; not shown to units'),
      unverified: z
        .boolean()
        .optional()
        .describe('The officer is not on the staff list, so the certificate could not be checked'),
    }),
  ),
  checklist: z.array(z.object({ item: z.string(), result: z.string(), subjectId: z.string().optional() })),
  findings: z.array(
    z.object({
      subjectId: z.string(),
      text: z.string(),
      severity,
      handling: z.string(),
      rectifyBy: z.string().optional(),
    }),
  ),
  signatures: z.array(
    z.object({
      subjectId: z.string(),
      by: z.string().optional(),
      refused: z.boolean().optional(),
      note: z.string().optional(),
    }),
  ),
  sites: z
    .array(
      z.object({
        subjectId: z.string(),
        place: z.string().optional(),
        until: z.string().optional(),
        host: z.string().optional(),
      }),
    )
    .optional(),
  certificatesShown: z.boolean().optional(),
  rightsTold: z.boolean().optional(),
  joined: z
    .array(
      z.object({
        body: z.string(),
        part: z.string().optional(),
        officers: z.array(z.object({ name: z.string(), certificate: z.string().optional() })).optional(),
      }),
    )
    .optional(),
  rechecked: z
    .array(z.object({ obligationId: z.string(), result: recheckResult, note: z.string().optional() }))
    .optional(),
  visitId: z.string().optional(),
  coordinatingBodies: z
    .array(z.string())
    .optional()
    .describe(
      'Joining bodies that only coordinate (重点办) and may check no firm: the competent department takes part in their place',
    ),
  withoutNotice: z
    .array(z.string())
    .optional()
    .describe(
      'Firms that were checked on the spot without an approval and a notice beforehand (国办发〔2024〕54号); not shown to units',
    ),
});

export const inspection = content.extend({
  id: z.string(),
  findings: z.array(
    content.shape.findings.element.extend({
      obligationId: z.string().optional().describe('The duty to put it right by `rectifyBy`'),
      followUp: z
        .object({ inspectionId: z.string(), on: z.string() })
        .optional()
        .describe(
          'The first later check of the same regime and subject, on or after the day on which it was put right or, until that is known, has to be',
        ),
    }),
  ),
  counted: z.array(z.object({ ruleId: z.string(), period: z.string(), subjectId: z.string().optional() })),
  form: z.string().optional().describe('The name of the record in the source'),
  promptedBy: z
    .object({ ruleId: z.string(), title: z.string(), section: z.string() })
    .optional()
    .describe('The clause under which a complaint or a transfer prompted the check'),
  system: z.string().optional().describe('Where else the source wants it to be kept'),
  documents: z
    .array(z.enum(checkForms))
    .describe('The papers that can be had now: the `form` of document.docx'),
  recordedAt: z.string(),
  recordedBy: z.string(),
  recordedByName: z.string().optional(),
  originals: z
    .array(
      content.extend({
        until: z.string(),
        by: z.string(),
        byName: z.string().optional(),
        reason: z.string(),
      }),
    )
    .describe('The earlier versions, oldest first'),
  version: z.number(),
});
