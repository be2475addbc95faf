import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { staffDutyWords } from '../vocabulary/value-words.ts';
import { emailOf, placedNumbers } from '../domain/address.ts';
import { toInstant } from '../domain/time/instant.ts';
import { officeName } from '../rules/schema.ts';
import { actorRecord, personRecord } from './actor.ts';
import { channelName } from './channel.ts';
import { paperSettings } from './papers.ts';
import { stored } from './stored.ts';

/** The items of the table, as they are written and read. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

const record = { pk: z.string(), sk: z.string(), v: z.literal(1) };
const versioned = { ...record, version: z.number() };

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
});

export const pointer = stored({
  jurisdiction: z.string(),
  /** Empty where an escalation, a draw or a decision on a quota calls for the step. */
  obligationId: z.string(),
  escalationId: z.string().optional(),
  drawId: z.string().optional(),
  /** The decision between readings of a quota. */
  quota: stored({ ruleId: z.string(), period: z.string() }).optional(),
  /** The settings of the jurisdiction. */
  settings: z.boolean().optional(),
  step: z.string(),
  at: instantNumber,
  /** Times that this step was tried before. */
  attempt: z.number(),
});

export const agendaPage = stored({ ...record, pointers: z.array(pointer) });

export const settingsRecord = stored({
  ...versioned,
  trackFrom: dayText,
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
  /** What papers say of who acts; absent where nothing was entered. */
  papers: paperSettings.optional(),
  /** Changes of it that the chain of decisions does not hold yet. */
  links: z.array(pendingLink).optional(),
});

export const staffDuty = z.enum(keysOf(staffDutyWords));

export const staffMember = stored({
  sub: z.string(),
  name: z.string(),
  role: z.string(),
  office: officeName.optional(),
  email: z.string().optional(),
  certificate: stored({ number: z.string(), validUntil: dayText }).optional(),
  deputyFor: stored({ sub: z.string(), from: dayText, to: dayText }).optional(),
  /** Beside the role: what the person is in a case. */
  duties: z.array(staffDuty).optional(),
});

export const staffRecord = stored({ ...versioned, members: z.array(staffMember) });

export const yearRecord = stored({
  ...versioned,
  year: z.number(),
  holidays: z.array(dayText),
  workdays: z.array(dayText),
  source: z.string(),
});

/** What the last complete planning of the jurisdiction was made from, and when the daily mail last went. */
export const plannedRecord = stored({ ...versioned, basis: z.string() });
export const reportedRecord = stored({ ...versioned, on: dayText });

/** Nothing of the jurisdiction leaves until a person lifts it: after a restore, what was sent since is not known. */
export const holdRecord = stored({ ...versioned, since: instantNumber, reason: z.string() });

/** Older code wrote lines of other types too: what they told stands in the records themselves. */
export const dailyLine = stored({ ...record, type: z.string(), id: z.string() });

/** What only its moment tells: it did not arrive, was decided, cannot be computed. */
export type DailyLineType = 'undelivered' | 'decided' | 'rule-fault';
export type PendingLink = z.infer<typeof pendingLink>;
export type FindingRecord = z.infer<typeof findingRecord>;
export type HistoryEntry = z.infer<typeof historyEntry>;
export type Pointer = z.infer<typeof pointer>;
export type SettingsRecord = z.infer<typeof settingsRecord>;
export type StaffMember = z.infer<typeof staffMember>;
export type YearRecord = z.infer<typeof yearRecord>;
export type ContactRecord = z.infer<typeof contactRecord>;
export type FactValue = z.infer<typeof factValue>;
