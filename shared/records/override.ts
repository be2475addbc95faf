import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { actorRecord, actorsAt } from './actor.ts';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

const instruction = {
  figures: z.record(z.string(), z.number()),
  issuedBy: z.string(),
  documentNumber: z.string(),
  from: dayText,
  to: dayText,
  enteredAt: instantNumber,
  enteredBy: actorRecord,
};

const shape = stored({
  version: z.number(),
  ruleId: z.string(),
  ...instruction,
  /** What stood there until it was replaced or ended, by whom and when; absent in older records. */
  before: z.array(stored({ ...instruction, until: instantNumber, by: actorRecord })).optional(),
});

export type OverrideRecord = z.infer<typeof shape>;

interface Place {
  readonly jurisdiction: string;
  readonly ruleId: string;
  readonly from: string;
}

/** A superior’s figures in place of a rule’s own for a time; ended, never erased. */
export const overrideRecord = recordAt<Place, OverrideRecord>({
  shape,
  key: ({ jurisdiction, ruleId, from }) => configKey(jurisdiction, `OVERRIDE#${ruleId}#${from}`),
  steps: [actorsAt('enteredBy', 'before.enteredBy', 'before.by')],
});
