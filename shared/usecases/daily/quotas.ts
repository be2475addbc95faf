import { workingDaysAfter } from '../../domain/time/dates.ts';
import { addDays, day, dayFrom, formatDay, yearMonthDay, type Day } from '../../domain/time/day.ts';
import { nameOf } from '../../domain/quotas/explain.ts';
import { isQuota, type QuotaRule } from '../../domain/quotas/figures.ts';
import { quotasOn } from '../../domain/quotas/quotas.ts';
import type { Quota, QuotaInput } from '../../domain/quotas/types.ts';
import type { QuotaLine } from '../../letters/types.ts';
import { dated } from '../../letters/wording.ts';
import type { OfficeName } from '../../rules/schema.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { keepPopulations, quotaInput } from '../quotas/list.ts';
import { periodText } from '../notices/wording.ts';

export interface OfficeQuota {
  readonly office: OfficeName;
  readonly line: QuotaLine;
}

export interface QuotaLines {
  /**
   * Quotas of periods that ended since the last mail, and that were missed or in a conflict that nobody
   * decided.
   */
  readonly missed: readonly OfficeQuota[];
  /** Missed quotas of which the superior has to be informed for the first time since the last mail. */
  readonly missedLong: readonly OfficeQuota[];
  /** Since the last mail: quotas with two figures that cannot both be met. */
  readonly newConflicts: readonly OfficeQuota[];
  /** Quotas that have reached their last safe day. */
  readonly atRisk: readonly OfficeQuota[];
  /** The quotas at risk that were not so when the last mail was sent. */
  readonly newlyAtRisk: readonly OfficeQuota[];
  /**
   * Quotas with checks still to do: all of them in the first mail of a month, afterwards those counted since
   * the last mail.
   */
  readonly owed: readonly OfficeQuota[];
}

/**
 * The lines of the daily mail about the bureau’s own checks. They follow from the records and from the day of
 * the last mail (`since`) alone, so that a mail that is made again has the same text.
 */
export async function quotaLines(deps: Deps, context: Context, since: Day, today: Day): Promise<QuotaLines> {
  const { superiorAfterWorkingDays } = context.settings.alerts;
  // Far enough back to include quotas missed then of which the superior is informed now.
  const before = addDays(since, -2 * superiorAfterWorkingDays - 31);
  const input = await quotaInput(deps, context, today, before);
  await keepPopulations(deps, context.jurisdiction.id, input);
  const names = new Map(input.subjects.map(({ id, name }) => [id, name]));
  const lines = (quotas: readonly Quota[]): OfficeQuota[] =>
    gathered(quotas).flatMap((alike): OfficeQuota[] => {
      const [first] = alike;
      const rule = first && context.rulebook.ruleOf(first.ruleId, first.period.from);
      if (!first || !rule || !isQuota(rule)) return [];
      return [{ office: rule.office, line: lineOf(first, rule, ownerOf(alike, names)) }];
    });
  const now = quotasOn(input);
  const atRisk = now.filter(({ status }) => status === 'at-risk');
  const isLater = (quota: Quota): boolean => isNewSince(quota, formatDay(since), formatDay(today));
  const told = (end: Day): Day => workingDaysAfter(context.calendar, end, superiorAfterWorkingDays).dueOn;
  const inNow = (on: Day): boolean => on > since && on <= today;
  return {
    missed: lines(endsOf(context, since, today).flatMap((end) => missedAt(input, end))),
    missedLong: lines(
      endsOf(context, before, today)
        .filter((end) => end >= day(context.settings.trackFrom) && inNow(told(end)))
        .flatMap((end) => missedAt(input, end)),
    ),
    newConflicts: lines(now.filter((quota) => quota.status === 'conflict' && isLater(quota))),
    atRisk: lines(atRisk),
    newlyAtRisk: lines(atRisk.filter((quota) => isNew(quota, formatDay(since)))),
    owed: lines(
      now.filter((quota) => isOwed(context, quota) && (monthBegan(since, today) || isLater(quota))),
    ),
  };
}

/**
 * True if the period began after the last mail, or if the quota was counted within its period on a day that has
 * ended since then. So each quota is new in exactly one mail, even when units are entered after that day’s mail
 * was sent.
 */
const isNewSince = ({ period, countedOn }: Quota, since: string, today: string): boolean =>
  period.from > since ||
  (countedOn !== undefined && countedOn > period.from && countedOn >= since && countedOn < today);

/** Whether a month began after the last mail. Populations are counted on its first day. */
export const monthBegan = (since: Day, today: Day): boolean =>
  formatDay(since).slice(0, 7) !== formatDay(today).slice(0, 7);

/** Whether its last safe day or the beginning of its period came after the last mail. */
const isNew = ({ latestSafeDay = '', period }: Quota, since: string): boolean =>
  latestSafeDay > since || period.from > since;

/** Whether checks remain to be done. A cap asks for none: it only limits them. */
const isOwed = ({ rulebook }: Context, { ruleId, status, period }: Quota): boolean =>
  (status === 'on-track' || status === 'conflict') &&
  rulebook.ruleOf(ruleId, period.from)?.quota?.form !== 'cap';

/**
 * The last days of periods between the day of the last mail and yesterday: of months, and of superiors’
 * instructions.
 */
function endsOf({ overrides, rulebook }: Context, since: Day, today: Day): Day[] {
  const instructed = overrides.flatMap(({ ruleId, to }) => {
    const end = day(to);
    return rulebook.ruleOf(ruleId)?.quota?.per === 'superior-set' && end >= since && end < today ? [end] : [];
  });
  return [...new Set([...monthEnds(since, today), ...instructed])].sort((a, b) => a - b);
}

/** The last days of months between the day of the last mail and yesterday. Periods end on them. */
function monthEnds(since: Day, today: Day): Day[] {
  const ends: Day[] = [];
  const { year, month } = yearMonthDay(since);
  for (let index = 1; ; index += 1) {
    const next = month + index - 1;
    const end = addDays(dayFrom(year + Math.floor(next / 12), (next % 12) + 1, 1), -1);
    if (end >= today) return ends;
    ends.push(end);
  }
}

/**
 * When nobody decided on a conflict, it is reported at the end of the period together with the missing checks.
 */
const missedAt = (input: QuotaInput, end: Day): Quota[] =>
  quotasOn({ ...input, on: end }).filter(
    (quota) =>
      (quota.status === 'missed' || (quota.status === 'conflict' && leftOf(quota) !== '')) &&
      quota.period.to === formatDay(end),
  );

function leftOf({ remaining }: Quota): string {
  return [
    ...(remaining.checks === undefined || remaining.checks === 0 ? [] : [`${remaining.checks}次`]),
    ...(remaining.targets === undefined || remaining.targets === 0 ? [] : [`${remaining.targets}个检查对象`]),
    ...(remaining.direct === undefined || remaining.direct === 0
      ? []
      : [`其中直属单位${remaining.direct}家`]),
  ].join('，');
}

/** Longer lists of subjects with the same line are reported as a number. */
const MOST_NAMED = 10;
const NAMED = 3;

/**
 * One group for each quota. Subjects that each have the quota for themselves share a group if the same is to be
 * said about them.
 */
function gathered(quotas: readonly Quota[]): (readonly Quota[])[] {
  const groups = new Map<string, Quota[]>();
  for (const quota of quotas) {
    const { ruleId, subjectId, period, status, latestSafeDay } = quota;
    const each = subjectId === undefined ? '' : leftOf(quota);
    const key = JSON.stringify([ruleId, period, status, latestSafeDay, each]);
    groups.set(key, [...(groups.get(key) ?? []), quota]);
  }
  return [...groups.values()].flatMap((alike) =>
    alike.length > MOST_NAMED ? [alike] : alike.map((quota) => [quota]),
  );
}

function ownerOf(alike: readonly Quota[], names: ReadonlyMap<string, string>): string | undefined {
  const found = alike.flatMap(({ subjectId = '' }) => names.get(subjectId) ?? []);
  if (alike.length === 1) return found[0];
  return `${found.slice(0, NAMED).join('、')}等${alike.length}个对象（逐个计算）`;
}

function lineOf(quota: Quota, rule: QuotaRule, owner: string | undefined): QuotaLine {
  const { latestSafeDay, period } = quota;
  return {
    title: nameOf(rule),
    period:
      rule.quota.per === 'superior-set'
        ? `${dated(day(period.from))}至${dated(day(period.to))}`
        : (periodText(period.key) ?? period.key),
    owner,
    left: leftOf(quota),
    conflict: quota.status === 'conflict',
    latestSafeDay: latestSafeDay === undefined ? undefined : day(latestSafeDay),
  };
}
