import { z } from 'zod';
import { emailOf, placedNumbers } from '../domain/address.ts';
import { toInstant } from '../domain/time/instant.ts';
import { actorRecord, personRecord } from './actor.ts';
import { stored } from './stored.ts';

/** The items of the table, as they are written and read. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

/** Numbers come out in their places, also where they were stored before there was a place for a telephone. */
export const contactRecord = stored({
  name: z.string(),
  email: z.string().overwrite(emailOf).optional(),
  mobile: z.string().optional(),
  telephone: z.string().optional(),
  role: z.string().optional(),
}).overwrite(({ mobile, telephone, ...others }) => ({
  ...others,
  ...placedNumbers({ mobile, telephone }),
}));

export const factValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.record(z.string(), z.number()),
]);

/** A decision that the jurisdiction’s chain does not hold yet; `number` once a place in it was chosen. */
export const pendingLink = stored({
  id: z.string(),
  number: z.number().optional(),
  content: z.record(z.string(), z.unknown()),
});

/** What happened to a case or an acceptance, event by event; the stage follows from it. */
export const stageRecord = stored({
  kind: z.enum(['case', 'acceptance']),
  entries: z.array(
    stored({
      at: instantNumber,
      by: personRecord,
      /** As the contract’s event; read anew by its schema. */
      body: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** A problem that a check found in the subject, where its record sets a day for putting it right. */
export const findingRecord = stored({
  id: z.string(),
  inspectionId: z.string(),
  regime: z.string(),
  /** The day of the check. */
  on: dayText,
  rectifyBy: dayText,
  /** Shortened: all of it stands in the record of the check. */
  text: z.string(),
});

export const historyEntry = stored({
  at: instantNumber,
  by: actorRecord,
  what: z.string(),
  text: z.string(),
  /** The number that whoever answered by the link of a letter was given. */
  receipt: z.string().optional(),
});

export type PendingLink = z.infer<typeof pendingLink>;
export type FindingRecord = z.infer<typeof findingRecord>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type ContactRecord = z.infer<typeof contactRecord>;
export type FactValue = z.infer<typeof factValue>;
