import { dayFrom, yearOf, type Day } from '../time/day.ts';
import { reachOf } from './counting.ts';
import type { QuotaRule } from './figures.ts';
import type { Frame } from './period-frame.ts';
import type { Span } from './period.ts';
import { answeringOf, leftBy, type Register } from './population.ts';
import type { Demand } from './required.ts';
import type { CountInput, QuotaConflict, QuotaSubject, Required } from './types.ts';

/** The trait that the bureau’s yearly cap protects (国办发〔2024〕54号). */
export const ENTERPRISE = 'enterprise';
export const ON_SITE = 'on-site';

interface Capped {
  readonly cap: number;
  readonly input: CountInput;
  readonly register: Register;
  readonly ref: Day;
}

/** How often each subject was visited on site in the year before the period, in any regime. */
function visitedBefore({ input, register }: Capped, from: Day): Map<string, number> {
  const days = new Map<string, Set<Day>>();
  const first = dayFrom(yearOf(from), 1, 1);
  for (const { on, mode, targets } of input.inspections) {
    if (mode !== ON_SITE || on < first || on >= from) continue;
    // A visit of a work or a project is a visit of whoever answers for it.
    const seen = targets.flatMap((id) => [id, ...answeringOf(id, register)]);
    // A joint visit makes a record for each regime. On one day it is one visit.
    for (const id of seen) days.set(id, (days.get(id) ?? new Set<Day>()).add(on));
  }
  return new Map([...days].map(([id, set]) => [id, set.size]));
}

/** How many more visits of a subject the cap allows in the period. No limit if it is not an enterprise. */
function allowances(capped: Capped, { from, to }: Span): (subject: QuotaSubject) => number {
  const visited = visitedBefore(capped, from);
  // A superior’s period may run into another year, which has its own allowance.
  const further = capped.cap * (yearOf(to) - yearOf(from));
  return ({ id, traits }) =>
    traits.includes(ENTERPRISE)
      ? Math.max(0, capped.cap - (visited.get(id) ?? 0)) + further
      : Number.POSITIVE_INFINITY;
}

/**
 * Every subject that a check of the period can reach: the population, and, when that counts, subjects that
 * joined it since.
 */
function reachable(capped: Capped, { rule, span, figures, population }: Frame): QuotaSubject[] {
  const { input, register, ref } = capped;
  const reach = reachOf(rule, figures, population, input, register);
  const last = ref < span.from ? span.from : ref > span.to ? span.to : ref;
  return input.subjects.filter(
    (subject) => reach(subject.id, last).includes(subject.id) && !leftBy(subject, span.from),
  );
}

/** The visits that this many checks can contain: one check reaches a subject once. */
const held = (allowed: readonly number[], checks: number): number =>
  allowed.reduce((sum, times) => sum + Math.min(times, checks), 0);

function possibleChecks(allowed: readonly number[], checks: number, each: number): number {
  let possible = checks;
  while (possible > 0 && held(allowed, possible) < possible * each) possible -= 1;
  return possible;
}

const often = (checks: number, each: number | undefined, unit: string): string =>
  each === undefined ? `检查不少于${checks}次` : `检查不少于${checks}次、每次不少于${each}${unit}`;

/** The two readings. `short` is the number of missing visits. */
function readingsOf(required: Required, possible: Required, short: string, unit: string) {
  const [checks, left] = [required.checks ?? 0, possible.checks ?? 0];
  const capped = left === 0 ? '不再要求检查' : often(left, possible.targetsPerCheck, unit);
  return [
    {
      follow: 'cap' as const,
      required: possible,
      text: `按企业年度检查频次上限执行：本期${capped}，比规定的${checks}次少${checks - left}次`,
    },
    {
      follow: 'quota' as const,
      required,
      text: `按检查次数执行：本期${often(checks, required.targetsPerCheck, unit)}，对企业的检查至少有${short}超出年度上限`,
    },
  ];
}

function settled(
  demand: Demand,
  open: QuotaConflict,
  { input }: Capped,
  rule: QuotaRule,
  span: Span,
): Demand {
  const decision = input.decisions.find((one) => one.ruleId === rule.ruleId && one.period === span.key);
  const chosen = open.readings.find(({ follow }) => follow === decision?.follow);
  if (!chosen || !decision) return { ...demand, conflict: open };
  const conflict = { ...open, follow: chosen.follow, reason: decision.reason };
  return { ...demand, required: chosen.required, conflict };
}

const BETWEEN = ['enterpriseYearlyCap', 'checks'];

/** Whether the cap can limit the quota at all. */
function bound({ rule, demand }: Frame): boolean {
  const { form, modes } = rule.quota;
  const onSite = !modes || modes.some((mode) => mode === ON_SITE);
  return form === 'minimum' && onSite && demand.required.checks !== undefined;
}

function cappedOf(input: CountInput, register: Register, ref: Day): Capped | undefined {
  const { enterpriseYearlyCap: cap } = input;
  return cap === undefined ? undefined : { cap, input, register, ref };
}

/** The demand, marked as in conflict when the enterprises’ yearly cap leaves fewer visits than it needs. */
export function underYearlyCap(input: CountInput, register: Register, ref: Day, frame: Frame): Demand {
  const { rule, span, demand, unit } = frame;
  const { required } = demand;
  const capped = cappedOf(input, register, ref);
  if (!capped || !bound(frame) || rule.quota.perSubject) return demand;
  const [checks, each] = [required.checks ?? 0, required.targetsPerCheck ?? 1];
  const allowance = allowances(capped, span);
  const allowed = reachable(capped, frame).map(allowance);
  const [demanded, room] = [checks * each, held(allowed, checks)];
  if (room >= demanded) return demand;
  const visitable = allowed.filter((times) => times > 0).length;
  const possible: Required = {
    ...required,
    checks: possibleChecks(allowed, checks, each),
    ...(required.targets?.min === undefined
      ? {}
      : { targets: { ...required.targets, min: Math.min(required.targets.min, visitable) } }),
  };
  const bounded = allowed.filter(Number.isFinite).length;
  const text =
    `本期应${often(checks, required.targetsPerCheck, unit)}，共${demanded}${unit}次；` +
    `可检查的${allowed.length}${unit}中有${bounded}${unit}为企业，同一企业每年检查不超过${capped.cap}次，扣除本年度期前已实地检查的次数，` +
    `本期至多可检查${room}${unit}次，两项不能同时满足`;
  const readings = readingsOf(required, possible, `${demanded - room}${unit}次`, unit);
  return settled(demand, { between: BETWEEN, text, readings }, capped, rule, span);
}

/** The same for a quota that each subject has for itself: its demand for one of them. */
export function underYearlyCapEach(
  input: CountInput,
  register: Register,
  ref: Day,
  frame: Frame,
): (subject: QuotaSubject) => Demand {
  const { rule, span, demand, unit } = frame;
  const { required } = demand;
  const capped = cappedOf(input, register, ref);
  if (!capped || !bound(frame)) return () => demand;
  const allowance = allowances(capped, span);
  const checks = required.checks ?? 0;
  return (subject) => {
    const room = allowance(subject);
    if (room >= checks) return demand;
    const text =
      `本期对${subject.name}应检查不少于${checks}次；该单位为企业，同一企业每年检查不超过${capped.cap}次，` +
      `扣除本年度期前已实地检查的次数，本期至多可检查${room}次，两项不能同时满足`;
    const readings = readingsOf(required, { ...required, checks: room }, `${checks - room}次`, unit);
    return settled(demand, { between: BETWEEN, text, readings }, capped, rule, span);
  };
}
