import { z } from 'zod';
import { dayField, lineField } from '../fields.ts';
import { codeOf } from '../problems/issues.ts';
import { inspectionCause, inspectionMode } from '../records/inspection.ts';
import { joining } from '../records/visit.ts';
import { keysOf } from '../vocabulary/table.ts';
import { visitForms, visitStatusWords } from '../vocabulary/visit-forms.ts';
import { pageQuery } from './bodies.ts';

/** Checks that are still to be made: requests and answers. */

const line = lineField.min(1).max(500);
const words = z.string().trim().min(1).max(4000);
const id = z.string().min(1).max(100);
const officer = z.strictObject({ name: line, certificate: lineField.max(100).optional() });
const MAX_TARGETS = 100;

const fields = {
  regime: z.string().min(1).max(100),
  ruleIds: z.array(z.string().min(1).max(200)).max(20).optional().describe('The quotas that it serves'),
  on: dayField.describe('The day of the check'),
  until: dayField.optional().describe('The last day, for a check of several days'),
  mode: inspectionMode,
  cause: inspectionCause,
  targets: z.array(id).min(1, codeOf('check.no-targets')).max(MAX_TARGETS),
  officers: z.array(officer).min(1, codeOf('check.no-officers')).max(30),
  drawId: z.string().min(1).max(100).optional().describe('The draw that chose the targets'),
  place: line.optional(),
  items: z.array(line).max(50).optional().describe('What is looked at; without it the regime’s checklist'),
  materials: z.array(line).max(50).optional().describe('What those that are checked keep ready'),
  joined: z
    .array(
      z.strictObject({
        body: line,
        as: joining.describe('joint: it checks under its own power; assistance: it lends a hand'),
        part: words.optional(),
        officers: z.array(officer).max(30).optional(),
      }),
    )
    .max(20)
    .optional()
    .describe('Other bodies that take part'),
};

export const visitBody = z.strictObject({
  ...fields,
  cause: inspectionCause.default('planned'),
});
export type VisitBody = z.infer<typeof visitBody>;

export const visitPatch = z.strictObject({
  ...z.strictObject(fields).partial().shape,
  // Null removes what need not be there.
  ruleIds: fields.ruleIds.nullable(),
  until: fields.until.nullable(),
  drawId: fields.drawId.nullable(),
  place: fields.place.nullable(),
  items: fields.items.nullable(),
  materials: fields.materials.nullable(),
  joined: fields.joined.nullable(),
  status: z.literal('cancelled').optional(),
  reason: words.optional().describe('Why it is cancelled'),
});
export type VisitPatch = z.infer<typeof visitPatch>;

export const visitDecisionBody = z.strictObject({ decision: z.enum(['approve', 'reject']), reason: words });

export const visitNoticeBody = z.strictObject({
  subjectId: id.optional().describe('Who is told, if several are checked'),
  number: line,
  on: dayField,
});

export const visitsQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(keysOf(visitStatusWords)).optional(),
  from: dayField.optional(),
  to: dayField.optional(),
});

const dayText = z.string().meta({ format: 'date', description: 'Day in Asia/Shanghai' });
const instantText = z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' });
const officerAnswer = z.object({ name: z.string(), certificate: z.string().optional() });

export const visit = z.object({
  id: z.string(),
  status: z.enum(keysOf(visitStatusWords)),
  regime: z.string(),
  ruleIds: z.array(z.string()).optional(),
  on: dayText,
  until: dayText.optional(),
  mode: inspectionMode,
  cause: inspectionCause,
  targets: z.array(z.string()),
  officers: z.array(officerAnswer),
  drawId: z.string().optional(),
  place: z.string().optional(),
  items: z.array(z.string()).optional(),
  materials: z.array(z.string()).optional(),
  joined: z
    .array(
      z.object({
        body: z.string(),
        as: joining,
        part: z.string().optional(),
        officers: z.array(officerAnswer).optional(),
      }),
    )
    .optional(),
  firms: z
    .array(z.string())
    .describe('The targets that are firms: their check needs an approval and a notice beforehand'),
  plannedAt: instantText,
  plannedBy: z.string(),
  plannedByName: z.string().optional(),
  approval: z
    .object({
      decision: z.enum(['approve', 'reject']),
      reason: z.string(),
      at: instantText,
      by: z.string(),
      byName: z.string().optional(),
      decidedFor: z.string().optional().describe('The absent leader for whom a deputy decided'),
      decidedForName: z.string().optional(),
    })
    .optional(),
  notices: z.array(z.object({ subjectId: z.string(), number: z.string(), on: dayText })),
  inspections: z.array(z.string()).describe('The records that were made of it'),
  cancelled: z
    .object({ reason: z.string(), at: instantText, by: z.string(), byName: z.string().optional() })
    .optional(),
  documents: z
    .array(z.enum(visitForms))
    .describe('The papers that can be had now: the `form` of document.docx'),
  version: z.number(),
});
