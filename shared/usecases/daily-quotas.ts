import { addDays, day, dayFrom, formatDay, yearMonthDay, type Day } from '../domain/day.ts';
import { quotasOn } from '../domain/quota/quotas.ts';
import type { Quota, QuotaInput } from '../domain/quota/types.ts';
import type { QuotaLine } from '../letters/types.ts';
import type { OfficeName } from '../rules/schema.ts';
import type { Context } from './context.ts';
import type { Deps } from './deps.ts';
import { keepPopulations, quotaInput } from './quotas.ts';
import { periodText } from './wording.ts';

export interface OfficeQuota {
  readonly office: OfficeName;
  readonly line: QuotaLine;
}

export interface QuotaLines {
  /** Periods that ended since the last mail without what they required. */
  readonly missed: readonly OfficeQuota[];
  /** On and after the last safe day. */
  readonly atRisk: readonly OfficeQuota[];
  /** Those that were not so when the last mail left. */
  readonly newlyAtRisk: readonly OfficeQuota[];
  /** In the first mail of a month: what must still be done in its periods. */
  readonly owed: readonly OfficeQuota[];
}

/**
 * What the daily mail says of the bureau’s own checks. Nothing is remembered: the lines follow from the records
 * and from the day of the last mail (`since`), so that a mail that is made again says the same.
 */
export async function quotaLines(deps: Deps, context: Context, since: Day, today: Day): Promise<QuotaLines> {
  const input = await quotaInput(deps, context, today, since);
  await keepPopulations(deps, context.jurisdiction.id, input);
  const names = new Map(input.subjects.map(({ id, name }) => [id, name]));
  const lines = (quotas: readonly Quota[]): OfficeQuota[] =>
    quotas.flatMap((quota): OfficeQuota[] => {
      const rule = context.rulebook.ruleOf(quota.ruleId);
      return rule ? [{ office: rule.office, line: lineOf(quota, rule.title, names) }] : [];
    });
  const now = quotasOn(input);
  const atRisk = now.filter(({ status }) => status === 'at-risk');
  return {
    missed: lines(monthEnds(since, today).flatMap((end) => missedAt(input, end))),
    atRisk: lines(atRisk),
    newlyAtRisk: lines(atRisk.filter((quota) => isNew(quota, formatDay(since)))),
    owed: monthBegan(since, today) ? lines(now.filter((quota) => isOwed(context, quota))) : [],
  };
}

/** Whether a month began after the last mail: its first day counts the populations. */
export const monthBegan = (since: Day, today: Day): boolean =>
  formatDay(since).slice(0, 7) !== formatDay(today).slice(0, 7);

/** Its last safe day, or its period, came after the last mail. */
const isNew = ({ latestSafeDay = '', period }: Quota, since: string): boolean =>
  latestSafeDay > since || period.from > since;

/** Something is to be done yet; a cap only leaves room. */
const isOwed = ({ rulebook }: Context, { ruleId, status }: Quota): boolean =>
  (status === 'on-track' || status === 'conflict') && rulebook.ruleOf(ruleId)?.quota?.form !== 'cap';

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

const missedAt = (input: QuotaInput, end: Day): Quota[] =>
  quotasOn({ ...input, on: end }).filter(
    ({ status, period }) => status === 'missed' && period.to === formatDay(end),
  );

function lineOf(quota: Quota, title: string, names: ReadonlyMap<string, string>): QuotaLine {
  const { remaining, subjectId, latestSafeDay } = quota;
  const left = [
    ...(remaining.checks === undefined || remaining.checks === 0 ? [] : [`${remaining.checks}次`]),
    ...(remaining.targets === undefined || remaining.targets === 0 ? [] : [`${remaining.targets}个检查对象`]),
    ...(remaining.direct === undefined || remaining.direct === 0
      ? []
      : [`其中直属单位${remaining.direct}家`]),
  ].join('，');
  return {
    title,
    period: periodText(quota.period.key) ?? quota.period.key,
    owner: subjectId === undefined ? undefined : names.get(subjectId),
    left,
    conflict: quota.status === 'conflict',
    latestSafeDay: latestSafeDay === undefined ? undefined : day(latestSafeDay),
  };
}
