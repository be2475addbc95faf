import { chineseDay, day, formatDay, type Day } from '../time/day.ts';
import type { QuotaRule } from './figures.ts';
import { latestSafeDay, type Pace } from './progress.ts';
import type { Quota } from './types.ts';

/** The most targets of one visit, unless one check alone asks for more (our figure, not a source’s). */
export const TARGETS_A_VISIT = 4;

/** The quotas of one rule that end on one day: one, or one for each subject. */
interface Batch {
  readonly rule: QuotaRule;
  readonly from: Day;
  readonly to: Day;
  readonly outings: number;
}

/** The number of visits that the rest of a quota takes, each to as many targets as possible. */
function outingsOf(rule: QuotaRule, { required, remaining }: Quota): number {
  const { checks, targets = 0 } = remaining;
  const { form, population } = rule.quota;
  if (form === 'cap') return 0;
  // All files of the period are reviewed in one sitting.
  if (form === 'all' && population.flow) return checks ?? 1;
  const often = form === 'all' || form === 'about' ? (required.checks ?? 1) : 1;
  const each = Math.max(TARGETS_A_VISIT, required.targetsPerCheck ?? 1);
  return Math.max(checks ?? 0, Math.ceil((targets * often) / each));
}

/** Plans quotas that hold for each subject: in rounds of one visit each, until no subject has a visit left. */
function roundsOf(quotas: readonly Quota[]): number {
  const left = quotas.map(({ remaining }) => remaining.checks ?? 0);
  let outings = 0;
  for (let round = 0; round < Math.max(0, ...left); round += 1)
    outings += Math.ceil(left.filter((checks) => checks > round).length / TARGETS_A_VISIT);
  return outings;
}

const isOpen = ({ status }: Quota): boolean => status === 'on-track' || status === 'at-risk';

function batchesOf(quotas: readonly Quota[], rules: readonly QuotaRule[]): Batch[] {
  const byId = new Map(rules.map((rule) => [rule.ruleId, rule]));
  const groups = new Map<string, Quota[]>();
  for (const quota of quotas.filter(isOpen)) {
    const key = `${quota.ruleId} ${quota.period.to}`;
    const group = groups.get(key);
    if (group) group.push(quota);
    else groups.set(key, [quota]);
  }
  return [...groups.values()].flatMap((group): Batch[] => {
    const [first] = group;
    const rule = first && byId.get(first.ruleId);
    if (!first || !rule) return [];
    const outings = first.subjectId === undefined ? outingsOf(rule, first) : roundsOf(group);
    const from = group.map(({ period }) => day(period.from)).reduce((a, b) => (a > b ? a : b));
    return [{ rule, from, to: day(first.period.to), outings }];
  });
}

/** Everything that an office has to do until a day, and the last day on which it can begin. */
interface Load {
  readonly to: Day;
  readonly outings: number;
  readonly safe: Day;
}

function loadUntil(batches: readonly Batch[], to: Day, pace: Pace): Load | undefined {
  const due = batches.filter((batch) => batch.to <= to);
  const outings = due.reduce((sum, batch) => sum + batch.outings, 0);
  // Before the last of the periods began, not all of it was known.
  const from = due.map((batch) => batch.from).reduce((a, b) => (a > b ? a : b), due[0]?.from ?? to);
  const safe = latestSafeDay(pace, { from, to }, outings);
  return safe === undefined ? undefined : { to, outings, safe };
}

function sentenceOf({ to, outings, safe }: Load, ref: Day, { checksPerWorkingDay }: Pace): string {
  const all = `但本部门${chineseDay(to)}前到期的各项检查合计尚需出行${outings}次`;
  const pace = `按每次至多${TARGETS_A_VISIT}个对象、每个工作日${checksPerWorkingDay}次计算`;
  const risk = ref >= safe ? '，自该日起有不能全部按期完成的风险' : '';
  return `${all}，${pace}，最迟应于${chineseDay(safe)}开始${risk}。`;
}

/**
 * The quotas, judged together with all other work of their office: what is feasible alone may not be feasible
 * together. What ends first is done first, so a quota is judged together with everything that ends with it or
 * earlier.
 */
export function underAllWork(
  quotas: readonly Quota[],
  rules: readonly QuotaRule[],
  ref: Day,
  pace: Pace,
): Quota[] {
  const batches = batchesOf(quotas, rules);
  const offices = new Map(rules.map(({ ruleId, office }) => [ruleId, office]));
  const known = new Map<string, Load | undefined>();
  const loadOf = ({ ruleId, period }: Quota): Load | undefined => {
    const office = offices.get(ruleId);
    const key = `${office ?? ''} ${period.to}`;
    const own = batches.filter(({ rule }) => rule.office === office);
    if (!known.has(key)) known.set(key, loadUntil(own, day(period.to), pace));
    return known.get(key);
  };
  return quotas.map((quota) => {
    const { latestSafeDay: alone } = quota;
    if (!isOpen(quota) || alone === undefined) return quota;
    const load = loadOf(quota);
    if (!load || load.safe >= day(alone)) return quota;
    return {
      ...quota,
      latestSafeDay: formatDay(load.safe),
      status: ref >= load.safe ? 'at-risk' : quota.status,
      explanation: `${quota.explanation}${sentenceOf(load, ref, pace)}`,
    };
  });
}
