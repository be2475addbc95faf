import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { quotaStatusWords, readingWords } from '../vocabulary/value-words.ts';
import { dayField } from '../fields.ts';

/** Requests and answers about quotas. Unknown fields are refused. */

const words = z.string().trim().min(1).max(4000);

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
