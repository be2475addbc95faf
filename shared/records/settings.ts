import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { channelName } from './channel.ts';
import { configKey } from './keys.ts';
import { paperSettings } from './papers.ts';
import { pendingLink } from './records.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

/** What a jurisdiction has chosen. Days are `YYYY-MM-DD`. */

const shape = stored({
  version: z.number(),
  trackFrom: z.string(),
  sendHour: z.number(),
  quietHours: stored({ from: z.string(), to: z.string() }),
  rectificationDays: z.number(),
  defenceWorkingDays: z.number(),
  /** What the bureau itself chose of the two; absent where nobody chose. */
  own: stored({
    rectificationDays: z.number().optional(),
    defenceWorkingDays: z.number().optional(),
  }).optional(),
  /** Checks that an office makes on a working day; 1 where nobody set it. */
  checksPerWorkingDay: z.number().optional(),
  /** The most checks a calendar year at one enterprise. */
  enterpriseYearlyCap: z.number().optional(),
  reminderLeads: stored({
    long: z.array(z.number()).optional(),
    upTo30Days: z.array(z.number()).optional(),
    upTo7Days: z.array(z.number()).optional(),
    hours: z.array(z.number()).optional(),
  }).default({}),
  channels: z.record(z.string(), z.array(channelName)),
  alerts: stored({
    leaders: z.array(z.string()),
    superiors: z.array(z.string()),
    leaderAfterWorkingDays: z.number(),
    superiorAfterWorkingDays: z.number(),
    /** Working days after its issue from which a document that was not served raises an alert. */
    unservedAfterWorkingDays: z.number().default(7),
  }),
  figures: z.record(
    z.string(),
    z.record(
      z.string(),
      z.union([z.number(), z.string(), z.boolean(), z.array(z.union([z.number(), z.string(), z.boolean()]))]),
    ),
  ),
  readings: z.record(z.string(), z.record(z.string(), z.string())),
  /** The roles whose people sign in with a second factor; none where nobody set it. */
  secondFactor: z.array(z.string()).optional(),
  /** When a mail server first took a test letter. */
  mailTriedAt: z.number().transform(toInstant).optional(),
  /** What papers say of who acts; absent where nothing was entered. */
  papers: paperSettings.optional(),
  /** Changes of it that the chain of decisions does not hold yet. */
  links: z.array(pendingLink).optional(),
});

export type SettingsRecord = z.infer<typeof shape>;

/** By jurisdiction. */
export const settingsRecord = recordAt<string, SettingsRecord>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'SETTINGS'),
});
