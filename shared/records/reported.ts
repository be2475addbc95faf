import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  version: z.number(),
  /** Before the first daily mail: the day from which it reports. */
  on: z.string(),
  /** Nobody need look at it before: a message has asked for the mail, or its provider wants to be asked then. */
  again: z.number().transform(toInstant).optional(),
});

export type ReportedRecord = z.infer<typeof shape>;

/** The day (`YYYY-MM-DD`) of a jurisdiction’s last daily mail. */
export const reportedRecord = recordAt<string, ReportedRecord>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'REPORTED'),
});
