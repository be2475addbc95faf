import { z } from 'zod';
import type { Query } from '../ports.ts';
import { toInstant } from '../domain/time/instant.ts';
import { actorRecord, actorsAt } from './actor.ts';
import { pendingLink } from './records.ts';
import { plainAt, recordAt } from './record.ts';
import { stored } from './stored.ts';

/** What quotas keep, by rule and period. Days are `YYYY-MM-DD`, instants milliseconds. */

const instantNumber = z.number().transform(toInstant);

interface OfQuota {
  readonly jurisdiction: string;
  readonly ruleId: string;
  readonly period: string;
}

const partition = (jurisdiction: string): string => `${jurisdiction}#QUOTA`;

export const populationsOf = (jurisdiction: string): Query => ({
  pk: partition(jurisdiction),
  from: 'POP#',
  to: 'POP#~',
});

export const decisionsOf = (jurisdiction: string): Query => ({
  pk: partition(jurisdiction),
  from: 'DECISION#',
  to: 'DECISION#~',
});

const populationShape = stored({
  ruleId: z.string(),
  period: z.string(),
  countedOn: z.string(),
  subjectIds: z.array(z.string()).readonly(),
  /** Of these, directly under the government that day; absent in older records. */
  directIds: z.array(z.string()).readonly().optional(),
});

/** The population of a quota on the first day of its period: counted once and kept. */
export const populationRecord = plainAt<OfQuota, z.infer<typeof populationShape>>({
  shape: populationShape,
  key: ({ jurisdiction, ruleId, period }) => ({
    pk: partition(jurisdiction),
    sk: `POP#${ruleId}#${period}`,
  }),
});

const madeDecision = {
  follow: z.string(),
  reason: z.string(),
  by: actorRecord,
  at: instantNumber,
  /** Of the request that made it: the same request decides once. */
  key: z.string().optional(),
};

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

export type QuotaDecisionRecord = z.infer<typeof decisionShape>;

/** Which of two readings that cannot both hold the bureau follows, and what it followed before. */
export const quotaDecisionRecord = recordAt<OfQuota, QuotaDecisionRecord>({
  shape: decisionShape,
  key: ({ jurisdiction, ruleId, period }) => ({
    pk: partition(jurisdiction),
    sk: `DECISION#${ruleId}#${period}`,
  }),
  steps: [actorsAt('by', 'earlier.by')],
});
