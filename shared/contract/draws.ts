import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { drawStatusWords } from '../vocabulary/value-words.ts';
import { pageQuery } from './bodies.ts';
import { lineField } from '../fields.ts';
import { codeOf } from '../problems/issues.ts';

/** Requests about draws. Unknown fields are refused. */

const line = lineField.min(1).max(200);
const reason = z.string().trim().min(1).max(300);
const id = z.string().min(1).max(100);

/** More units than the register of any bureau has. The result of a draw fits into one item of the table. */
export const MAX_ROSTER = 5000;
const MAX_OFFICERS = 30;
const MAX_RECUSALS = 100;

export const drawBody = z.strictObject({
  ruleId: z.string().min(1).max(200).describe('The quota from whose population the units are drawn'),
  size: z.int().min(1).max(MAX_ROSTER).optional(),
  ratio: z
    .number()
    .gt(0, codeOf('draw.ratio'))
    .max(1, codeOf('draw.ratio'))
    .optional()
    .describe('A share of the roster instead of a size: rounded up, for a cap rounded down'),
  exclude: z
    .array(z.strictObject({ subjectId: id, reason }))
    .max(MAX_ROSTER)
    .default([])
    .describe('Published with the draw, including the reasons'),
  officers: z
    .array(
      z.strictObject({
        name: line,
        certificate: line,
        recuse: z.array(id).max(MAX_RECUSALS).default([]).describe('Units from which the officer is recused'),
      }),
    )
    .max(MAX_OFFICERS)
    .optional(),
  beacon: z.discriminatedUnion(
    'kind',
    [
      z.strictObject({
        kind: z.literal('drand'),
        round: z.int().min(1).max(10_000_000_000).describe('A future round of quicknet'),
      }),
      z.strictObject({
        kind: z.literal('dice'),
        witnesses: z.array(line).min(2, codeOf('draw.two-witnesses')).max(2, codeOf('draw.two-witnesses')),
      }),
      z.strictObject({ kind: z.literal('local') }),
    ],
    { error: codeOf('draw.beacon') },
  ),
});

export const revealBody = z.strictObject({
  value: z
    .union([z.string().max(2000), z.array(z.int()).max(1000)])
    .optional()
    .describe('drand: the signature of the round; dice: the throws in their order; local: nothing'),
});

export const replacementBody = z.strictObject({ subjectId: id, reason });
export const abandonmentBody = z.strictObject({ reason });

export const drawsQuery = z.strictObject({
  ...pageQuery,
  ruleId: z.string().optional(),
  status: z.enum(keysOf(drawStatusWords)).optional(),
});

export const drawHistoryQuery = z.strictObject({ ruleId: z.string().optional() });

/**
 * Answers about draws. They are strict, so that whoever checks a published draw sees anything that was added to
 * it.
 */

const instantText = z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' });
const hash = z.string().meta({ description: 'SHA-256, hexadecimal' });
const badge = z.strictObject({ name: z.string(), certificate: z.string() });

export const draw = z.strictObject({
  id: z.string(),
  jurisdiction: z.string(),
  ruleId: z.string(),
  period: z.string(),
  number: z.number().describe('From 1: counts the draws of this rule and period, including abandoned ones'),
  status: z.enum(keysOf(drawStatusWords)),
  version: z.number().describe('The number of acts in the record'),
  provable: z.boolean().describe('False when the bureau’s own server made the random value'),
  algorithm: z.string(),
  commitment: hash,
  committedAt: instantText,
  committedBy: z.string(),
  size: z.number(),
  ratio: z.number().optional(),
  rosterHash: hash,
  roster: z.array(z.strictObject({ subjectId: z.string(), name: z.string() })),
  excluded: z.array(z.strictObject({ subjectId: z.string(), name: z.string(), reason: z.string() })),
  officers: z.array(
    z.strictObject({
      name: z.string(),
      certificate: z.string(),
      unverified: z.boolean().optional().describe('Not on the staff list'),
      recuse: z.array(z.string()),
    }),
  ),
  beacon: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('drand'),
      chain: z.literal('quicknet'),
      chainHash: hash,
      round: z.number(),
      publicAt: instantText,
    }),
    z.strictObject({
      kind: z.literal('dice'),
      witnesses: z.array(z.string()),
      leastThrows: z.number().describe('Fewer throws are refused'),
      advisedThrows: z.number().describe('With fewer, a unit’s chance may be off by a few per cent'),
    }),
    z.strictObject({ kind: z.literal('local'), secretHash: hash }),
  ]),
  value: z.string().optional().describe('The value of the beacon'),
  seed: hash.optional(),
  drawn: z.array(z.string()).optional().describe('In the order in which they were drawn'),
  assigned: z
    .array(z.strictObject({ subjectId: z.string(), officers: z.array(badge) }))
    .optional()
    .describe('The pair of officers for each; empty when no officers were named'),
  revealedAt: instantText.optional(),
  revealedBy: z.string().optional(),
  resultHash: hash.optional(),
  replacements: z.array(
    z.strictObject({
      out: z.string(),
      reason: z.string(),
      in: z.string(),
      officers: z.array(badge),
      at: instantText,
      by: z.string(),
      hash,
    }),
  ),
  abandoned: z
    .strictObject({
      reason: z.string(),
      at: instantText,
      by: z.string(),
      afterBeacon: z.boolean(),
      hash,
    })
    .optional(),
});

export const drawSummary = draw
  .pick({
    id: true,
    ruleId: true,
    period: true,
    number: true,
    status: true,
    provable: true,
    commitment: true,
    committedAt: true,
    size: true,
    rosterHash: true,
  })
  .extend({
    rosterSize: z.number(),
    beacon: z.enum(['drand', 'dice', 'local']),
    publicAt: instantText.optional().describe('When the named round becomes public'),
    revealedAt: instantText.optional(),
    abandonedAt: instantText.optional(),
    replacements: z.number(),
  });

export const drawShare = z.strictObject({
  subjectId: z.string(),
  name: z.string().describe('The name on the last roster'),
  rosters: z.number().describe('The number of draws with the unit on the roster'),
  drawn: z.number().describe('How often it was drawn, including as a replacement'),
  expected: z
    .number()
    .describe(
      'Its fair share: the sum, over those draws, of the number drawn divided by the size of the roster',
    ),
});
