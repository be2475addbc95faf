import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { joiningWords } from '../vocabulary/visit-forms.ts';
import { keysOf } from '../vocabulary/table.ts';
import type { Query } from '../ports.ts';
import { actorRecord } from './actor.ts';
import { inspectionCause, inspectionMode } from './inspection.ts';
import { recordOf } from './record.ts';
import { stored } from './stored.ts';

/** Checks that are still to be made. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);
const officer = stored({ name: z.string(), certificate: z.string().optional() });

export const joining = z.enum(keysOf(joiningWords));

export const visitContent = stored({
  regime: z.string(),
  ruleIds: z.array(z.string()).optional(),
  on: dayText,
  until: dayText.optional(),
  mode: inspectionMode,
  cause: inspectionCause,
  targets: z.array(z.string()),
  officers: z.array(officer),
  drawId: z.string().optional(),
  place: z.string().optional(),
  /** What is looked at, and what is to be kept ready. */
  items: z.array(z.string()).optional(),
  materials: z.array(z.string()).optional(),
  /** Other bodies, and how each takes part. */
  joined: z
    .array(
      stored({
        body: z.string(),
        as: joining,
        part: z.string().optional(),
        officers: z.array(officer).optional(),
      }),
    )
    .optional(),
});

const shape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  content: visitContent,
  plannedAt: instantNumber,
  /** Who wrote what stands in it now: another person approves it. */
  plannedBy: actorRecord,
  approval: stored({
    decision: z.enum(['approve', 'reject']),
    reason: z.string(),
    at: instantNumber,
    by: actorRecord,
  }).optional(),
  notices: z.array(
    stored({ subjectId: z.string(), number: z.string(), on: dayText, at: instantNumber, by: actorRecord }),
  ),
  /** The records that were made of it. */
  inspections: z.array(z.string()),
  cancelled: stored({ reason: z.string(), at: instantNumber, by: actorRecord }).optional(),
});

export type VisitContent = z.infer<typeof visitContent>;
export type VisitRecord = z.infer<typeof shape>;

const partition = (jurisdiction: string): string => `${jurisdiction}#VISIT`;

/** Planned checks, by their day: `2026-09-15-…`. */
export const visitRecord = recordOf<{ jurisdiction: string; id: string }, VisitRecord>({
  shape,
  key: ({ jurisdiction, id }) => ({ pk: partition(jurisdiction), sk: id }),
});

export const visitsOf = (jurisdiction: string): Query => ({ pk: partition(jurisdiction) });
