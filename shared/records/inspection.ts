import { z } from 'zod';
import { recheckWords } from '../vocabulary/check-forms.ts';
import { keysOf } from '../vocabulary/table.ts';
import { causeWords, modeWords, severityWords } from '../vocabulary/value-words.ts';
import { toInstant } from '../domain/time/instant.ts';
import { actorRecord, actorsAt } from './actor.ts';
import type { Query } from '../ports.ts';
import { recordOf } from './record.ts';
import { stored } from './stored.ts';

/** Inspections. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

export const inspectionMode = z.enum(keysOf(modeWords));
export const inspectionCause = z.enum(keysOf(causeWords));
export const severity = z.enum(keysOf(severityWords));

export const recheckResult = z.enum(keysOf(recheckWords));

const officer = stored({ name: z.string(), certificate: z.string().optional() });

/** What was recorded of one check. */
export const inspectionContent = stored({
  regime: z.string(),
  ruleId: z.string().optional(),
  at: instantNumber,
  mode: inspectionMode,
  cause: inspectionCause,
  countsTowards: z.array(z.string()).optional(),
  targets: z.array(z.string()),
  /** Targets that the register did not show to be regulated. */
  outsideScope: z.array(z.string()).optional(),
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
  /** Where each was checked, until when, and who was there for it. */
  sites: z
    .array(
      stored({
        subjectId: z.string(),
        place: z.string().optional(),
        until: instantNumber.optional(),
        host: z.string().optional(),
      }),
    )
    .optional(),
  certificatesShown: z.boolean().optional(),
  rightsTold: z.boolean().optional(),
  /** Bodies that checked at the same time, each under its own power. */
  joined: z
    .array(stored({ body: z.string(), part: z.string().optional(), officers: z.array(officer).optional() }))
    .optional(),
  /** The planned check that it was made of. */
  visitId: z.string().optional(),
  /** Firms that were checked on the spot without an approval and a notice beforehand. */
  withoutNotice: z.array(z.string()).optional(),
  /** Joining bodies that only coordinate, although a firm was checked. */
  coordinatingBodies: z.array(z.string()).optional(),
  /** Problems found before, and what was seen of them now. */
  rechecked: z
    .array(stored({ obligationId: z.string(), result: recheckResult, note: z.string().optional() }))
    .optional(),
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

export type InspectionContent = z.infer<typeof inspectionContent>;
export type InspectionRecord = z.infer<typeof inspectionShape>;

const partition = (jurisdiction: string): string => `${jurisdiction}#INSPECTION`;

/** The records of inspections, by the time of the check: `202609150930-…`. */
export const inspectionRecord = recordOf<{ jurisdiction: string; id: string }, InspectionRecord>({
  shape: inspectionShape,
  key: ({ jurisdiction, id }) => ({ pk: partition(jurisdiction), sk: id }),
  steps: [actorsAt('recordedBy', 'originals.by')],
});

export const inspectionsOf = (jurisdiction: string): Query => ({ pk: partition(jurisdiction) });
