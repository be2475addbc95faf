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
  /** Periods that ended since the last mail without what they required, or with nobody’s decision on a conflict. */
  readonly missed: readonly OfficeQuota[];
  /** Those missed whose time for telling the superior came since the last mail. */
  readonly missedLong: readonly OfficeQuota[];
  /** Two figures that cannot both hold, since the last mail. */
  readonly newConflicts: readonly OfficeQuota[];
  /** On and after the last safe day. */
  readonly atRisk: readonly OfficeQuota[];
  /** Those that were not so when the last mail left. */
  readonly newlyAtRisk: readonly OfficeQuota[];
  /** What must still be done: all of it in the first mail of a month, later what was counted since the last mail. */
  readonly owed: readonly OfficeQuota[];
}

/**
 * What the daily mail says of the bureau’s own checks. Nothing is remembered: the lines follow from the records
 * and from the day of the last mail (`since`), so that a mail that is made again says the same.
 */
export async function quotaLines(deps: Deps, context: Context, since: Day, today: Day): Promise<QuotaLines> {
  const { superiorAfterWorkingDays } = context.settings.alerts;
  // Far enough back for the superior to hear of what was missed then.
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
 * Its period began after the last mail; or it was counted within its period, on a day that is over since then. So
 * each is new in one mail alone, also where units were entered after the mail of their day had left.
 */
const isNewSince = ({ period, countedOn }: Quota, since: string, today: string): boolean =>
  period.from > since ||
  (countedOn !== undefined && countedOn > period.from && countedOn >= since && countedOn < today);

/** Whether a month began after the last mail: its first day counts the populations. */
export const monthBegan = (since: Day, today: Day): boolean =>
  formatDay(since).slice(0, 7) !== formatDay(today).slice(0, 7);

/** Its last safe day, or its period, came after the last mail. */
const isNew = ({ latestSafeDay = '', period }: Quota, since: string): boolean =>
  latestSafeDay > since || period.from > since;

/** Something is to be done yet; a cap only leaves room. */
const isOwed = ({ rulebook }: Context, { ruleId, status, period }: Quota): boolean =>
  (status === 'on-track' || status === 'conflict') &&
  rulebook.ruleOf(ruleId, period.from)?.quota?.form !== 'cap';

/** The last days of periods from the day of the last mail until yesterday: of months, and of instructions. */
function endsOf({ overrides, rulebook }: Context, since: Day, today: Day): Day[] {
  const instructed = overrides.flatMap(({ ruleId, to }) => {
    const end = day(to);
    return rulebook.ruleOf(ruleId)?.quota?.per === 'superior-set' && end >= since && end < today ? [end] : [];
  });
  return [...new Set([...monthEnds(since, today), ...instructed])].sort((a, b) => a - b);
}

/** The last days of months from the day of the last mail until yesterday: on each of them periods end. */
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

/** Where nobody decided on a conflict, it is told with what is lacking at the end. */
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

/** More of whom the same can be said are told in one line. */
const MOST_NAMED = 10;
const NAMED = 3;

/** One each; of a quota that many subjects have for themselves, those of whom the same is to be said together. */
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
