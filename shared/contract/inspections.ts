import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { quotaStatusWords, readingWords } from '../vocabulary/value-words.ts';
import { inspectionCause, inspectionMode, severity } from '../records/inspection.ts';
import { pageQuery } from './bodies.ts';
import { dayField, instantField, lineField } from '../fields.ts';
import { codeOf } from '../problems/issues.ts';

/** Requests and answers about inspections and quotas. Unknown fields are refused. */

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

export const quotasQuery = z.strictObject({ on: dayField.optional() });
export const planQuery = z.strictObject({
  year: z.coerce.number().int().optional().describe('A year of the calendar, 1990 to 2070; any other is 422'),
});
/**
 * ratio, direct: a share against a number of direct units; cap, quota: the enterprises’ yearly cap against the
 * quota’s checks.
 */
const follow = z.enum(keysOf(readingWords));

export const quotaDecisionBody = z.strictObject({
  period: z.string().min(1).max(20),
  follow,
  reason: words,
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
  recordedAt: z.string(),
  recordedBy: z.string(),
  originals: z
    .array(content.extend({ until: z.string(), by: z.string(), reason: z.string() }))
    .describe('The earlier versions, oldest first'),
  version: z.number(),
});

const counts = z.object({
  checks: z.number().optional(),
  targetsPerCheck: z.number().optional(),
  targets: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
  direct: z.number().optional(),
  amount: z.object({ volumes: z.number(), min: z.number(), max: z.number() }).optional(),
});

const madeDecision = z.object({
  follow,
  reason: z.string(),
  by: z.string().describe('role:sub'),
  at: z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' }),
});

export const quota = z.object({
  ruleId: z.string(),
  title: z.string(),
  regime: z.string(),
  citation: z.object({ document: z.string(), section: z.string(), title: z.string() }),
  subjectId: z.string().optional(),
  period: z.object({ key: z.string(), from: z.string(), to: z.string() }),
  population: z.number().optional(),
  countedOn: z.string().optional(),
  required: counts,
  done: z.object({ checks: z.number(), targets: z.number(), direct: z.number().optional() }),
  remaining: z.object({
    checks: z.number().optional(),
    targets: z.number().optional(),
    direct: z.number().optional(),
  }),
  latestSafeDay: z.string().optional(),
  status: z.enum(keysOf(quotaStatusWords)),
  explanation: z.string(),
  override: z
    .object({
      figures: z.record(z.string(), z.number()),
      original: z.record(z.string(), z.number()),
      issuedBy: z.string(),
      documentNumber: z.string(),
      from: z.string(),
      to: z.string(),
    })
    .optional(),
  conflict: z
    .object({
      between: z.array(z.string()),
      text: z.string(),
      readings: z.array(z.object({ follow, required: counts, text: z.string() })),
      follow: follow.optional(),
      reason: z.string().optional(),
      decision: madeDecision.optional().describe('Who decided which reading applies, and when'),
      earlier: z
        .array(madeDecision)
        .optional()
        .describe('Decisions of the period that no longer apply, oldest first'),
    })
    .optional(),
});

export const quotas = z.object({ on: z.string(), items: z.array(quota), nextCursor: z.null() });

export const quotaPlan = z.object({
  year: z.number(),
  provisional: z.boolean().describe('The year’s holidays are not published yet, so days may move'),
  visits: z.array(
    z.object({
      day: z.string(),
      mode: z.string(),
      targets: z.array(z.string()),
      serves: z.array(
        z.object({
          ruleId: z.string(),
          period: z.string(),
          mode: z.string(),
          targets: z.array(z.string()),
        }),
      ),
      followUps: z
        .array(
          z.object({
            inspectionId: z.string().describe('The record of the check that made the finding'),
            subjectId: z.string(),
            regime: z.string(),
            rectifyBy: z.string(),
          }),
        )
        .describe(
          'Earlier findings whose rectification is checked on this visit; `serves` may then be empty',
        ),
      note: z.string(),
    }),
  ),
  unmet: z.array(
    z.object({
      ruleId: z.string(),
      period: z.string(),
      subjectId: z.string().optional(),
      why: z.string(),
    }),
  ),
  notes: z.array(z.string()),
});
