import { z } from 'zod';
import { toInstant } from '../domain/instant.ts';

/** Inspections and what quotas keep. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

export const inspectionMode = z.enum(['on-site', 'written', 'joint', 'file']);
export const inspectionCause = z.enum(['planned', 'complaint', 'transfer', 'superior']);
export const severity = z.enum(['minor', 'serious', 'grave']);

/** What was recorded of one check. */
export const inspectionContent = z.object({
  regime: z.string(),
  ruleId: z.string().optional(),
  at: instantNumber,
  mode: inspectionMode,
  cause: inspectionCause,
  countsTowards: z.array(z.string()).optional(),
  targets: z.array(z.string()),
  officers: z.array(
    z.object({
      name: z.string(),
      certificate: z.string(),
      /** Not on the staff list: the certificate could not be seen to be valid. */
      unverified: z.boolean().optional(),
    }),
  ),
  checklist: z.array(z.object({ item: z.string(), result: z.string(), subjectId: z.string().optional() })),
  findings: z.array(
    z.object({
      subjectId: z.string(),
      text: z.string(),
      severity,
      handling: z.string(),
      rectifyBy: dayText.optional(),
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

export const inspectionRecord = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.literal(1),
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  content: inspectionContent,
  recordedAt: instantNumber,
  recordedBy: z.string(),
  /** What stood there before each correction, oldest first; never taken away. */
  originals: z.array(
    z.object({ content: inspectionContent, until: instantNumber, by: z.string(), reason: z.string() }),
  ),
});

/** The population of a quota on the first day of its period: counted once and kept. */
export const populationRecord = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.literal(1),
  ruleId: z.string(),
  period: z.string(),
  countedOn: dayText,
  subjectIds: z.array(z.string()),
});

/** Which of two readings that cannot both hold the bureau follows. */
export const quotaDecisionRecord = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.literal(1),
  version: z.number(),
  ruleId: z.string(),
  period: z.string(),
  follow: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instantNumber,
});

export type InspectionContent = z.infer<typeof inspectionContent>;
export type InspectionRecord = z.infer<typeof inspectionRecord>;
export type PopulationRecord = z.infer<typeof populationRecord>;
export type QuotaDecisionRecord = z.infer<typeof quotaDecisionRecord>;
