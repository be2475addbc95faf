import type { Day } from '../time/day.ts';
import type { QuotaFigures, QuotaRule } from './figures.ts';
import { answeringOf, holds, membership, type Population, type Register } from './population.ts';
import type { CountedInspection, CountInput } from './types.ts';

const KEY_MONITORED = 'key-monitored';

/**
 * A check that was prompted from outside counts for no periodic quota, unless the officer says so on the
 * record.
 */
const prompted = (inspection: CountedInspection): boolean =>
  inspection.cause === 'complaint' || inspection.cause === 'transfer';

/**
 * Whether the record counts for the rule, before its targets are considered. A record without `ruleId` counts
 * only for the regime’s periodic quota; the other quotas count only records that name them.
 */
export function countsFor(rule: QuotaRule, inspection: CountedInspection): boolean {
  const { counts, modes } = rule.quota;
  if (inspection.regime !== rule.regime) return false;
  if (modes && !modes.some((mode) => mode === inspection.mode)) return false;
  if (inspection.countsTowards?.includes(rule.ruleId)) return true;
  if (counts === 'regime' && prompted(inspection)) return false;
  return inspection.ruleId === undefined ? counts === 'regime' : inspection.ruleId === rule.ruleId;
}

/** The subjects that a check of this target reaches in the sense of the rule. */
export type Reach = (target: string, on: Day) => readonly string[];

/**
 * Shares and lists count only members of the population. Checks by number also count subjects that joined the
 * register since.
 */
export function reachOf(
  rule: QuotaRule,
  figures: QuotaFigures,
  population: Population,
  input: CountInput,
  register: Register,
): Reach {
  const { form, perSubject, population: selector } = rule.quota;
  if (perSubject) return (target) => ownersOf(target, population, register);
  if (form === 'about') {
    return (target) =>
      population.ids.has(target) && register.byId.get(target)?.traits.includes(KEY_MONITORED) ? [target] : [];
  }
  const { minPercent, maxPercent } = figures.values;
  const share = form === 'all' || form === 'cap' || minPercent !== undefined || maxPercent !== undefined;
  if (share || selector.flow) return (target) => (population.ids.has(target) ? [target] : []);
  return (target, on) => {
    if (population.ids.has(target)) return [target];
    const subject = register.byId.get(target);
    const held = subject && membership(rule, subject, input.choices, register);
    return held && holds(held, on) ? [target] : [];
  };
}

/** A check of a work counts for each unit that is responsible for it. */
function ownersOf(target: string, population: Population, register: Register): readonly string[] {
  if (population.ids.has(target)) return [target];
  const subject = register.byId.get(target);
  return subject?.kind === 'civil-defence-work'
    ? answeringOf(target, register).filter((unit) => population.ids.has(unit))
    : [];
}

/** A record that counts as a check, with the subjects that it reached. */
export interface Check {
  readonly on: Day;
  readonly reached: readonly string[];
}

/** A record is one check if it has at least the required number of targets. */
export function checkOf(inspection: CountedInspection, reach: Reach, least: number): Check | undefined {
  const reached = new Set<string>();
  for (const target of inspection.targets)
    for (const subject of reach(target, inspection.on)) reached.add(subject);
  return reached.size < Math.max(1, least) ? undefined : { on: inspection.on, reached: [...reached] };
}

/** The checks of the rule between two days, both included. */
export function checksOf(
  rule: QuotaRule,
  from: Day,
  to: Day,
  reach: Reach,
  least: number,
  inspections: readonly CountedInspection[],
): Check[] {
  return inspections.flatMap((inspection) => {
    if (inspection.on < from || inspection.on > to || !countsFor(rule, inspection)) return [];
    const check = checkOf(inspection, reach, least);
    return check ? [check] : [];
  });
}

/** How often each subject was reached. */
export function visits(checks: readonly Check[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const check of checks) for (const id of check.reached) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}
