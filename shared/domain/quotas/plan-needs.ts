import { addDays, dayFrom, parseDay, yearOf, type Day } from '../time/day.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import { visits } from './counting.ts';
import { governs, type QuotaRule } from './figures.ts';
import { checksIn, frameOf } from './frame.ts';
import type { Frame } from './period-frame.ts';
import { spansIn, type Span } from './period.ts';
import { directIn, kindOf, leftBy } from './population.ts';
import { benchOf, quotasOfRule, type Bench } from './quotas.ts';
import type { Quota, QuotaInput, UnmetQuota } from './types.ts';

/** What one quota of one period still needs, and the working days on which it can be done. */
interface Base {
  readonly rule: QuotaRule;
  readonly span: Span;
  readonly mode: string;
  readonly kind: SubjectKind;
  /** The remaining working days, in order; never empty. */
  readonly days: readonly Day[];
  /** Whether visits beyond the enterprises’ yearly cap are planned, because the leader decided so. */
  readonly beyondCap: boolean;
}

/** A number of checks, each with a number of targets from the pool. */
export interface CheckNeed extends Base {
  readonly style: 'checks';
  readonly checks: number;
  readonly perCheck: number;
  readonly pool: readonly string[];
}

/**
 * A number of targets from the pool, each once, some of them directly under the government. Used up while
 * planning.
 */
export interface CoverNeed extends Base {
  readonly style: 'cover';
  readonly pool: Set<string>;
  total: number;
  direct: number;
  /** The smallest number of checks, and of targets in each. */
  readonly checks: number;
  readonly perCheck: number;
  /** Subjects that can fill a check up to its smallest number of targets. */
  readonly others: readonly string[];
  /** Whether it may be done on a visit that is made for another regime. */
  readonly rides: boolean;
  /** Whether the whole pool must be reached, so that no subject can replace another. */
  readonly must: boolean;
  /** Whether each subject has the quota for itself. */
  readonly each: boolean;
  /** The subjects directly under the government when the population was counted. */
  readonly isDirect: (id: string) => boolean;
}

export type Need = CheckNeed | CoverNeed;

export interface Needs {
  readonly needs: Need[];
  readonly unmet: UnmetQuota[];
}

export function workingDays(calendar: WorkCalendar, from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let on = calendar.onOrAfter(from); on <= to; on = calendar.onOrAfter(addDays(on, 1))) days.push(on);
  return days;
}

/** The part of a list that one of several rounds gets; the whole list when it is too short. */
function share(days: readonly Day[], round: number, rounds: number): readonly Day[] {
  const part = days.slice(
    Math.floor((days.length * round) / rounds),
    Math.floor((days.length * (round + 1)) / rounds),
  );
  return part.length > 0 ? part : days;
}

const unmetOf = (quota: Quota, why: string): UnmetQuota => ({
  ruleId: quota.ruleId,
  period: quota.period.key,
  ...(quota.subjectId === undefined ? {} : { subjectId: quota.subjectId }),
  why,
});

const OPEN = ['on-track', 'at-risk'];
const LOST = ['missed', 'conflict', 'exceeded'];

/**
 * How often each subject of the pool must still be reached: once, or as often as each subject has to be
 * checked.
 */
function timesLeft(bench: Bench, frame: Frame, quotas: readonly Quota[]): Map<string, number> {
  const { rule, demand, population } = frame;
  if (rule.quota.perSubject || rule.quota.per === 'each') {
    return new Map(
      quotas.flatMap(({ subjectId, status, remaining }) =>
        subjectId === undefined || !OPEN.includes(status) ? [] : [[subjectId, remaining.checks ?? 0]],
      ),
    );
  }
  const every = rule.quota.form === 'all' || rule.quota.form === 'about';
  const often = every ? (demand.required.checks ?? 1) : 1;
  const reached = visits(checksIn(bench, frame));
  const left = new Map<string, number>();
  for (const id of population.ids) {
    const subject = bench.register.byId.get(id);
    const unlisted = rule.quota.form === 'about' && !subject?.traits.includes('key-monitored');
    const times = often - (reached.get(id) ?? 0);
    if (!unlisted && !leftBy(subject, bench.input.today) && times > 0) left.set(id, times);
  }
  return left;
}

/**
 * When subjects must be reached several times, each round takes the same ones: those with the fewest visits
 * left.
 */
function sameInEachRound(left: Map<string, number>, wanted: number): Map<string, number> {
  if (wanted >= left.size || Math.max(0, ...left.values()) < 2) return left;
  const order = [...left].sort(([a, times], [b, others]) => times - others || (a < b ? -1 : 1));
  return new Map(order.slice(0, wanted));
}

/** The population without subjects that have left the register since. */
const here = ({ input, register }: Bench, { population }: Frame): string[] =>
  [...population.ids].filter((id) => !leftBy(register.byId.get(id), input.today));

/**
 * One need for each round, for the whole demand: monthly patrols are two rounds, each in its half of the month.
 */
function coverNeeds(bench: Bench, frame: Frame, quotas: readonly Quota[], base: Base): Needs {
  const { rule, demand } = frame;
  const left = timesLeft(bench, frame, quotas);
  const [first] = quotas;
  const each = rule.quota.perSubject === true || rule.quota.per === 'each';
  const wanted = each ? left.size : (first?.remaining.targets ?? 0);
  const direct = first?.remaining.direct ?? 0;
  const isDirect = directIn(frame.population, bench.register);
  const directs = [...left.keys()].filter(isDirect).length;
  const unmet: UnmetQuota[] = [];
  if (first && (left.size < wanted || directs < direct)) {
    const why = `可以安排的对象只有${left.size}个，尚需${wanted}个（其中直属${direct}个，可安排${directs}个）`;
    unmet.push(unmetOf(first, why));
  }
  const minimum = rule.quota.form === 'minimum' && !each && demand.required.checks !== undefined;
  const others = here(bench, frame);
  const chosen = each ? left : sameInEachRound(left, wanted);
  const rounds = Math.max(0, ...chosen.values());
  const needs = Array.from({ length: rounds }, (_, round): CoverNeed => {
    const pool = new Set([...chosen].flatMap(([id, times]) => (times > round ? [id] : [])));
    return {
      ...base,
      days: share(base.days, round, rounds),
      style: 'cover',
      pool,
      total: Math.min(wanted, pool.size),
      must: wanted >= pool.size,
      each,
      isDirect,
      direct: Math.min(direct, directs),
      checks: minimum ? (first?.remaining.checks ?? 0) : 0,
      perCheck: demand.required.targetsPerCheck ?? 1,
      others,
      rides: !minimum && base.mode !== 'file',
    };
  });
  return { needs, unmet };
}

function checkNeeds(bench: Bench, frame: Frame, quota: Quota, base: Base): Needs {
  const perCheck = frame.demand.required.targetsPerCheck ?? 1;
  const pool = here(bench, frame);
  if (pool.length < perCheck) {
    return { needs: [], unmet: [unmetOf(quota, `可以安排的对象只有${pool.length}个，每次需${perCheck}个`)] };
  }
  return {
    needs: [{ ...base, style: 'checks', checks: quota.remaining.checks ?? 0, perCheck, pool }],
    unmet: [],
  };
}

/** What one rule needs in the period that contains `on`. */
function needsOn(input: QuotaInput, rule: QuotaRule, on: Day): Needs {
  const bench = benchOf({ ...input, on });
  const quotas = quotasOfRule(bench, rule, on);
  const unmet = quotas.flatMap((quota) =>
    LOST.includes(quota.status) ? [unmetOf(quota, quota.explanation)] : [],
  );
  const open = quotas.filter(({ status }) => OPEN.includes(status));
  const [first] = open;
  if (!first || rule.quota.form === 'cap') return { needs: [], unmet };
  const frame = frameOf(bench, rule, on);
  const { span } = frame;
  const { from, to } = span;
  const days = workingDays(input.calendar, from > input.today ? from : input.today, to);
  if (days.length === 0) {
    return { needs: [], unmet: [...unmet, ...open.map((one) => unmetOf(one, '期间内已没有工作日'))] };
  }
  const mode = rule.quota.modes?.[0] ?? 'on-site';
  const beyondCap = input.decisions.some(
    ({ ruleId, period, follow }) => ruleId === rule.ruleId && period === span.key && follow === 'quota',
  );
  const base: Base = { rule, span, mode, kind: kindOf(rule, input.choices), days, beyondCap };
  // By number: no targets are required, or all of them are reached and checks are still missing.
  const single = !rule.quota.perSubject && rule.quota.per !== 'each';
  const byNumber = single && (first.remaining.targets ?? 0) === 0;
  const found = byNumber ? checkNeeds(bench, frame, first, base) : coverNeeds(bench, frame, open, base);
  return { needs: found.needs, unmet: [...unmet, ...found.unmet] };
}

/** One day in each period of the year. A superior’s figures have a period of their own. */
function daysOf(rule: QuotaRule, input: QuotaInput, year: number): Day[] {
  // The decisions of a future year are not known yet.
  if (rule.quota.per === 'each' && year > yearOf(input.today)) return [];
  if (rule.quota.per !== 'superior-set') return spansIn(rule.quota.per, year).map(({ to }) => to);
  const [first, last] = [dayFrom(year, 1, 1), dayFrom(year, 12, 31)];
  return input.overrides.flatMap((record) => {
    const [from, to] = [parseDay(record.from), parseDay(record.to)];
    if (record.ruleId !== rule.ruleId || from === undefined || to === undefined || from > to) return [];
    return from > last || to < first ? [] : [to < last ? to : last];
  });
}

/** What every quota of the year still needs, and the quotas that can no longer be met. */
export function needsIn(input: QuotaInput, rules: readonly QuotaRule[], year: number): Needs {
  const all: Needs = { needs: [], unmet: [] };
  for (const rule of rules) {
    if (rule.quota.form === 'range') continue;
    for (const on of daysOf(rule, input, year)) {
      if (!governs(rule, on, input.rules)) continue;
      const { needs, unmet } = needsOn(input, rule, on);
      all.needs.push(...needs);
      all.unmet.push(...unmet);
    }
  }
  return all;
}
