import { z } from 'zod';
import { reportedRecord, type ReportedRecord } from '../../records/reported.ts';
import { messageVersion } from '../../records/stored.ts';
import { addDays, day, formatDay, type Day } from '../../domain/time/day.ts';
import { at, dayOf, hours, minutes, plus, type Instant } from '../../domain/time/instant.ts';
import type { DailyLetter, DailyLine, QuotaLine } from '../../letters/types.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { workingContext, type Context } from '../context.ts';
import { channelLines } from '../notices/channels.ts';
import type { Deps } from '../deps.ts';
import { openTime, heldUntil } from '../notices/judge.ts';
import { leaders, officers } from '../notices/recipients.ts';
import { quotaAlerts, withdrawQuotaAlerts, type OfQuotas } from './quota-alerts.ts';
import { withdrawQueued, type Sent } from '../notices/send.ts';
import { dailyId, onlyLegal, recipientsOf, sendDaily, sendLegal } from './send.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { monthBegan, quotaLines, type OfficeQuota, type QuotaLines } from './quotas.ts';
import { outlookLines } from './outlook.ts';
import { AFTER_NOTICES, gather, type Gathered, type Line } from './lines.ts';
import { subjectRecord } from '../../records/subject.ts';

/** When the next daily mail of a jurisdiction is due, given the day of the last one. Never within quiet hours. */
export function nextReportAt(context: Context, now: Instant): Instant {
  const { calendar, settings, reported } = context;
  const today = dayOf(now);
  const from =
    reported !== undefined && reported.on >= formatDay(today) ? addDays(day(reported.on), 1) : today;
  const due = at(calendar.onOrAfter(from), settings.sendHour, AFTER_NOTICES);
  return due <= now ? openTime(context, now) : due;
}

/** A message of the queue `report`: bureaus whose daily mails are due. */
export const reportMessage = z.object({ v: messageVersion, jurisdictions: z.array(z.string()) });

/**
 * Sends the daily mails of these bureaus, together; once a day, even when repeated. If a provider could not take
 * a mail, the day is not marked, and the mail is asked for again. If a jurisdiction fails, the others still get
 * theirs, and the message comes again. Returns the number of mails that were sent.
 */
export async function report(
  deps: Deps,
  { jurisdictions }: { readonly jurisdictions: readonly string[] },
): Promise<number> {
  const results = await Promise.allSettled(jurisdictions.map((id) => reportTo(deps, id)));
  throwFailures(results, 'had no daily mail');
  return results.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0);
}

/** Throws at the end what some bureaus met, when the others have what they need. */
export function throwFailures(results: readonly PromiseSettledResult<unknown>[], what: string): void {
  const failures = results.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} bureaus ${what}`);
}

async function reportTo(deps: Deps, id: string): Promise<number> {
  const context = await workingContext(deps, id);
  if (!context || nextReportAt(context, deps.clock.now()) > deps.clock.now()) return 0;
  return reportFor(deps, context);
}

/** The first mail reports everything since tracking began, however late it is sent. */
function beforeFirst(context: Context, now: Instant): Day {
  const tracked = day(context.settings.trackFrom);
  const today = dayOf(now);
  return addDays(tracked < today ? tracked : today, -1);
}

/** Returns the number of mails that were sent. */
async function reportFor(deps: Deps, context: Context): Promise<number> {
  const now = deps.clock.now();
  if (heldUntil(context, now) !== undefined) return 0;
  const since = context.reported === undefined ? beforeFirst(context, now) : day(context.reported.on);
  const today = dayOf(now);
  const offices = await officesOf(deps, context, today);
  if (!offices.some((office) => hasPeople(context, office))) {
    // No mail is sent, but populations are counted all the same.
    if (monthBegan(since, today)) await quotaLines(deps, context, since, today);
    await markReported(deps, context, today);
    return 0;
  }
  await withdrawEarlier(deps, context, offices, since, today);
  const lines = await gather(deps, context, since, now);
  const quotas = await quotaLines(deps, context, since, today);
  const channels = [
    ...(await channelLines(deps.store, at(since, context.settings.sendHour, AFTER_NOTICES))),
    ...(await outlookLines(deps, today)),
  ];
  const results: Sent[] = [];
  for (const of of offices) {
    const letter = { ...letterFor(lines, quotas, of.office, of.name, today), channels };
    results.push(...(await sendDaily(deps, context, of, letter)));
    results.push(...(await sendLegal(deps, context, of, letter)));
    results.push(...(await quotaAlerts(deps, context, of, quotas)));
  }
  const again = waitsUntil(context, now, results);
  if (again === undefined) await markReported(deps, context, today);
  else await markWaiting(deps, context, again);
  return results.filter((result) => result.kind === 'accepted').length;
}

/**
 * Counted from the send hour. After this time a mail that still waits for its provider no longer delays the
 * next day’s mail.
 */
const PATIENCE = hours(9);

/**
 * When to try again. Undefined when everything is done, or when it is evening and somebody of the bureau got
 * the mail.
 */
function waitsUntil(context: Context, now: Instant, results: readonly Sent[]): Instant | undefined {
  const waiting = results.flatMap((result) => (result.kind === 'again' ? [result.at] : []));
  if (waiting.length === 0) return undefined;
  const told = results.some(
    (result) => result.kind === 'accepted' || (result.kind === 'settled' && result.leftAt !== undefined),
  );
  const evening = plus(at(dayOf(now), context.settings.sendHour, 0), PATIENCE);
  return told && now >= evening ? undefined : waiting.reduce((a, b) => (a < b ? a : b));
}

/** The number of past days whose mail may still wait for its provider. */
const WAITING_DAYS = 60;

/** Withdraws earlier mails that could not be sent: this mail contains everything that they said. */
async function withdrawEarlier(
  deps: Deps,
  context: Context,
  offices: readonly OfQuotas[],
  since: Day,
  today: Day,
): Promise<void> {
  const oldest = addDays(today, -WAITING_DAYS);
  const first = since < oldest ? oldest : since;
  for (let earlier = first; earlier < today; earlier = addDays(earlier, 1)) {
    for (const of of offices) {
      const ids = [...recipientsOf(context, of), ...onlyLegal(context, of)].map((to) =>
        dailyId(context, of.bureauId, to, formatDay(earlier)),
      );
      for (const id of ids) await withdrawQueued(deps, { jurisdiction: context.jurisdiction.id, id });
      await withdrawQuotaAlerts(deps, context, of, formatDay(earlier));
    }
  }
}

async function officesOf(deps: Deps, context: Context, today: Day): Promise<OfQuotas[]> {
  const jurisdiction = context.jurisdiction.id;
  const own = context.jurisdiction.offices ?? [];
  const keys = own.map(({ office }) =>
    subjectRecord.key({ jurisdiction, id: bureauSubjectId(jurisdiction, office) }),
  );
  const items = (await deps.store.getMany(keys)).map(subjectRecord.of);
  return own.map(({ office, name }) => {
    const bureauId = bureauSubjectId(jurisdiction, office);
    return { office, name, bureauId, bureau: items.find(({ id }) => id === bureauId), today };
  });
}

/** Staff without addresses count as people: then somebody must learn that nobody can be reached. */
const hasPeople = (context: Context, { office, bureau }: OfQuotas): boolean =>
  context.staff.length > 0 ||
  officers(context, office, bureau).length > 0 ||
  leaders(context, office).length > 0;

function letterFor(
  lines: Gathered,
  quotas: QuotaLines,
  office: OfficeName,
  bureau: string,
  today: Day,
): Omit<DailyLetter, 'channels'> {
  const owed = (list: readonly OfficeQuota[]): QuotaLine[] =>
    list.filter((entry) => entry.office === office).map((entry) => entry.line);
  const of = (list: readonly Line[]): DailyLine[] =>
    list.filter((entry) => entry.office === office).map((entry) => entry.line);
  const documents = lines.documents.filter((entry) => entry.office === office);
  return {
    bureau,
    today,
    becameOverdue: of(lines.overdue),
    stillOverdue: of(lines.still),
    dueThisWeek: of(lines.week),
    lateEntries: of(lines.late),
    reports: of(lines.reports),
    extensions: of(lines.extensions),
    contacts: lines.contacts.filter((entry) => entry.office === office).map((entry) => entry.line),
    documents: documents.map((entry) => entry.line),
    legal: documents.filter(({ legal }) => legal === true).map((entry) => entry.line),
    quotasMissed: owed(quotas.missed),
    quotasAtRisk: owed(quotas.atRisk),
    quotasOwed: owed(quotas.owed),
    undelivered: lines.undelivered.filter((entry) => entry.office === office).map((entry) => entry.line),
    passed: lines.passed.filter((entry) => entry.office === office).map((entry) => entry.line),
    rules: lines.rules.filter((entry) => entry.office === office).map((entry) => entry.line),
  };
}

/**
 * The mark only moves forward. If two runs overlap, both use the same notice ids, so the second finds that
 * everything has been sent.
 */
async function markReported({ store }: Deps, { jurisdiction }: Context, today: Day): Promise<void> {
  const on = formatDay(today);
  await reportedRecord.change(store, jurisdiction.id, (known) =>
    known !== undefined && known.on >= on ? undefined : { version: 0, ...known, on, again: undefined },
  );
}

async function markWaiting({ store, clock }: Deps, context: Context, again: Instant): Promise<void> {
  const now = clock.now();
  await reportedRecord.change(store, context.jurisdiction.id, (known) => ({
    ...(known ?? neverReported(context, now)),
    again: again > now ? again : plus(now, minutes(1)),
  }));
}

/** The record before the first daily mail. */
export const neverReported = (context: Context, now: Instant): ReportedRecord => ({
  version: 0,
  on: formatDay(beforeFirst(context, now)),
});
