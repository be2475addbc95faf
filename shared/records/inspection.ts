import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { causeWords, modeWords, severityWords } from '../vocabulary/value-words.ts';
import { toInstant } from '../domain/time/instant.ts';
import { actorRecord, actorsAt } from './actor.ts';
import { pendingLink } from './records.ts';
import { inspectionPartition, quotaKey } from './keys.ts';
import { recordAt, recordOf } from './record.ts';
import { stored } from './stored.ts';

/** Inspections and what quotas keep. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

export const inspectionMode = z.enum(keysOf(modeWords));
export const inspectionCause = z.enum(keysOf(causeWords));
export const severity = z.enum(keysOf(severityWords));

/** What was recorded of one check. */
export const inspectionContent = stored({
  regime: z.string(),
  ruleId: z.string().optional(),
  at: instantNumber,
  mode: inspectionMode,
  cause: inspectionCause,
  countsTowards: z.array(z.string()).optional(),
  targets: z.array(z.string()),
  officers: z.array(
    stored({
      name: z.string(),
      certificate: z.string().optional(),
      recuse: z.array(z.string()).optional(),
      /** Not on the staff list: the certificate could not be seen to be valid. */
      unverified: z.boolean().optional(),
    }),
  ),
  checklist: z.array(stored({ item: z.string(), result: z.string(), subjectId: z.string().optional() })),
  findings: z.array(
    stored({
      subjectId: z.string(),
      text: z.string(),
      severity,
      handling: z.string(),
      rectifyBy: dayText.optional(),
    }),
  ),
  signatures: z.array(
    stored({
      subjectId: z.string(),
      by: z.string().optional(),
      refused: z.boolean().optional(),
      note: z.string().optional(),
    }),
  ),
});

const inspectionShape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  content: inspectionContent,
  recordedAt: instantNumber,
  recordedBy: actorRecord,
  /** What stood there before each correction, oldest first; never taken away. */
  originals: z.array(
    stored({ content: inspectionContent, until: instantNumber, by: actorRecord, reason: z.string() }),
  ),
});

/** The population of a quota on the first day of its period: counted once and kept. */
export const populationRecord = stored({
  pk: z.string(),
  sk: z.string(),
  v: z.literal(1),
  ruleId: z.string(),
  period: z.string(),
  countedOn: dayText,
  subjectIds: z.array(z.string()),
  /** Of these, directly under the government that day; absent in older records. */
  directIds: z.array(z.string()).optional(),
});

const madeDecision = {
  follow: z.string(),
  reason: z.string(),
  by: actorRecord,
  at: instantNumber,
  /** Of the request that made it: the same request decides once. */
  key: z.string().optional(),
};

/** Which of two readings that cannot both hold the bureau follows, and what it followed before. */
const decisionShape = stored({
  version: z.number(),
  ruleId: z.string(),
  period: z.string(),
  ...madeDecision,
  /** The decisions before, oldest first; absent in older records, which kept none. */
  earlier: z.array(stored(madeDecision)).optional(),
  /** Decisions that the chain does not hold yet. */
  links: z.array(pendingLink).optional(),
});

export type InspectionContent = z.infer<typeof inspectionContent>;
export type InspectionRecord = z.infer<typeof inspectionShape>;

export const inspectionRecord = recordOf<{ jurisdiction: string; id: string }, InspectionRecord>({
  shape: inspectionShape,
  key: ({ jurisdiction, id }) => ({ pk: inspectionPartition(jurisdiction), sk: id }),
  steps: [actorsAt('recordedBy', 'originals.by')],
});
export type QuotaDecisionRecord = z.infer<typeof decisionShape>;

interface OfQuota {
  readonly jurisdiction: string;
  readonly ruleId: string;
  readonly period: string;
}

export const quotaDecisionRecord = recordAt<OfQuota, QuotaDecisionRecord>({
  shape: decisionShape,
  key: ({ jurisdiction, ruleId, period }) => quotaKey(jurisdiction, 'DECISION', ruleId, period),
  steps: [actorsAt('by', 'earlier.by')],
});
