import {
  createCalendar,
  publishedText,
  type WorkCalendar,
  type YearArrangement,
} from '../domain/time/calendar.ts';
import { day, dayFrom, formatDay, yearOf, type Day } from '../domain/time/day.ts';
import { dayOf, toInstant, type Instant } from '../domain/time/instant.ts';
import { contentHash } from '../domain/ids.ts';
import {
  isServed,
  jurisdictionOf,
  rulebookOf,
  type Jurisdiction,
  type Rulebook,
} from '../rules/catalogue.ts';
import type { Item, Key, Store } from '../ports.ts';
import { answerKeyRecord } from '../records/answer-link.ts';
import { configPartition } from '../records/keys.ts';
import { holdRecord } from '../records/hold.ts';
import { movedRecord, type MovedRecord } from '../records/moved.ts';
import { plannedRecord, type PlannedRecord } from '../records/planned.ts';
import { reportedRecord, type ReportedRecord } from '../records/reported.ts';
import { settingsRecord, type SettingsRecord } from '../records/settings.ts';
import { staffRecord, type FormerMember, type StaffMember } from '../records/staff.ts';
import { yearRecord, type YearRecord } from '../records/year.ts';
import { overrideRecord, type OverrideRecord } from '../records/override.ts';
import { readAll } from '../store/read.ts';
import type { Deps } from './deps.ts';

/** Everything that planning and sending need to know about a jurisdiction, read in one query. */
export interface Context {
  readonly jurisdiction: Jurisdiction;
  readonly rulebook: Rulebook;
  readonly settings: SettingsRecord;
  readonly staff: readonly StaffMember[];
  /** Those who left: names in papers and records, nothing else. */
  readonly former: readonly FormerMember[];
  readonly staffVersion: number;
  readonly years: readonly YearRecord[];
  readonly overrides: readonly OverrideRecord[];
  readonly calendar: WorkCalendar;
  /** The basis of the last complete planning. */
  readonly plannedBasis: string | undefined;
  /** The complete planning that is under way, and when it last went on. */
  readonly planning?: PlannedRecord['underWay'];
  /** Since when nothing is sent, and why; undefined when notices are sent. */
  readonly held?: { readonly since: Instant; readonly reason: string } | undefined;
  /** It is leaving for another stage, has left, or is arriving: nothing is done for it here. */
  readonly moved?: MovedRecord | undefined;
  /** The secret behind the links of letters; undefined before the first of them. */
  readonly answerKey?: string | undefined;
  /** The record of the last daily mail. */
  readonly reported: ReportedRecord | undefined;
}

export const defaultSettings = (trackFrom: Day): SettingsRecord => ({
  version: 0,
  trackFrom: formatDay(trackFrom),
  sendHour: 9,
  quietHours: { from: '20:00', to: '08:00' },
  rectificationDays: 15,
  defenceWorkingDays: 5,
  reminderLeads: {},
  channels: {
    reminder: ['email'],
    'last-reminder': ['email', 'sms'],
    overdue: ['email', 'sms'],
    correction: ['email'],
    'report-returned': ['email'],
    'bureau-alert': ['email'],
    daily: ['email'],
  },
  alerts: {
    leaders: [],
    superiors: [],
    leaderAfterWorkingDays: 5,
    superiorAfterWorkingDays: 10,
    unservedAfterWorkingDays: 7,
  },
  figures: {},
  readings: {},
});

const calendars = new Map<string, WorkCalendar>();

/** Calendars are large and mostly identical, so one is kept for each set of entered years. */
function calendarFor(years: readonly YearRecord[]): WorkCalendar {
  const key = calendarKey(years);
  const known = calendars.get(key);
  if (known) return known;
  const calendar = createCalendar(
    years.map((year): YearArrangement => ({
      year: year.year,
      holidays: year.holidays.map(day),
      workdays: year.workdays.map(day),
      source: year.source,
    })),
  );
  if (calendars.size > 50) calendars.clear();
  calendars.set(key, calendar);
  return calendar;
}

function calendarKey(years: readonly YearRecord[]): string {
  return contentHash(JSON.stringify(years.map((year) => [year.year, year.holidays, year.workdays])));
}

/** The part of a context that does not come from the store. Reading one subject needs nothing else. */
export type Rules = Pick<Context, 'jurisdiction' | 'rulebook'>;

export function rulesOf(id: string): Rules | undefined {
  const jurisdiction = jurisdictionOf(id);
  return jurisdiction && { jurisdiction, rulebook: rulebookOf(id) };
}

/** Returns the context; undefined when the jurisdiction is unknown or was never set up. */
export async function loadContext(store: Store, id: string): Promise<Context | undefined> {
  const jurisdiction = jurisdictionOf(id);
  if (!jurisdiction) return undefined;
  const items = await readAll(store, { pk: configPartition(id), consistent: true });
  const found = ({ sk }: Key): Item | undefined => items.find((item) => item.sk === sk);
  const settingsItem = found(settingsRecord.key(id));
  if (settingsItem === undefined) return undefined;
  const staffItem = found(staffRecord.key(id));
  const staff = staffItem === undefined ? undefined : staffRecord.of(staffItem);
  const years = items.filter((item) => item.sk.startsWith('YEAR#')).map(yearRecord.of);
  const plannedItem = found(plannedRecord.key(id));
  const reportedItem = found(reportedRecord.key(id));
  const planned = plannedItem === undefined ? undefined : plannedRecord.of(plannedItem);
  const heldItem = found(holdRecord.key(id));
  const movedItem = found(movedRecord.key(id));
  const moved = movedItem === undefined ? undefined : movedRecord.of(movedItem);
  const answerKeyItem = found(answerKeyRecord.key(id));
  const reported = reportedItem === undefined ? undefined : reportedRecord.of(reportedItem);
  return {
    jurisdiction,
    rulebook: rulebookOf(id),
    settings: settingsRecord.of(settingsItem),
    staff: staff?.members ?? [],
    former: staff?.former ?? [],
    staffVersion: staff?.version ?? 0,
    years,
    overrides: items.filter((item) => item.sk.startsWith('OVERRIDE#')).map(overrideRecord.of),
    calendar: calendarFor(years),
    plannedBasis: planned === undefined || planned.basis === '' ? undefined : planned.basis,
    planning: planned?.underWay,
    held: heldItem === undefined ? moved && heldWhile(moved) : holdRecord.of(heldItem),
    moved,
    answerKey: answerKeyItem && answerKeyRecord.of(answerKeyItem).key,
    reported,
  };
}

/** Nothing is sent on either side of a move. */
const heldWhile = ({ at, from, to }: MovedRecord) => ({ since: at, reason: `moves from ${from} to ${to}` });

type Here = Pick<Deps, 'store' | 'serves'>;

/** The context for work that begins by itself; undefined where another stage does it. */
export async function workingContext({ store, serves }: Here, id: string): Promise<Context | undefined> {
  const context = isServed(serves, id) ? await loadContext(store, id) : undefined;
  return context?.moved === undefined ? context : undefined;
}

/** The context for what is due. Of what another stage serves nothing is sent, and nothing is lost. */
export async function sendingContext({ store, serves }: Here, id: string): Promise<Context | undefined> {
  const context = await loadContext(store, id);
  if (!context || isServed(serves, id)) return context;
  return { ...context, held: { since: toInstant(0), reason: 'another stage serves it' } };
}

/** Obligations are planned to the end of the next calendar year. */
export function horizonOf(now: Instant): Day {
  return dayFrom(yearOf(dayOf(now)) + 1, 12, 31);
}

let publishedHash: string | undefined;

/** Names everything that a complete planning depends on. When the name changes, everything is planned again. */
export function planningBasis(context: Context, now: Instant): string {
  const { settings } = context;
  return contentHash(
    JSON.stringify([
      context.rulebook.version,
      (publishedHash ??= contentHash(publishedText())),
      calendarKey(context.years),
      formatDay(horizonOf(now)),
      settings.trackFrom,
      settings.sendHour,
      settings.reminderLeads,
      settings.alerts.leaderAfterWorkingDays,
      settings.alerts.superiorAfterWorkingDays,
      settings.figures,
      settings.readings,
    ]),
  ).slice(0, 16);
}
