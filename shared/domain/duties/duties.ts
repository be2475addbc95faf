import type { PlanSubject } from '../register/facts.ts';
import { occurrencesOf } from './occurrences.ts';
import type { Occurrence, OccurrenceContext } from './due/occurrence.ts';
import type { DeadlineRule } from '../../rules/rule.ts';

/** A rule that cannot be computed, with what was thrown. */
export interface RuleFault {
  readonly rule: DeadlineRule;
  readonly error: string;
}

export interface Duties {
  readonly owed: readonly Occurrence[];
  /** Rules whose result is not known now: there may or may not be a duty. */
  readonly faults: readonly RuleFault[];
}

/**
 * Every duty that the rules put on a subject, in the order of the rules. Each period of a rule occurs once,
 * whatever versions the rule has. A rule that cannot be computed does not affect the others.
 */
export function dutiesUnder(
  rules: readonly DeadlineRule[],
  subject: PlanSubject,
  context: OccurrenceContext,
): Duties {
  const owed = new Map<string, Occurrence>();
  const faults: RuleFault[] = [];
  for (const rule of rules) {
    const found = attempt(rule, () => occurrencesOf(rule, subject, context));
    if ('error' in found) faults.push(found);
    else for (const one of found.value) owed.set(nameOf(one), earlier(owed.get(nameOf(one)), one));
  }
  return { owed: [...owed.values()], faults };
}

const nameOf = ({ rule, key }: Occurrence): string => `${rule.ruleId} ${key}`;

const earlier = (known: Occurrence | undefined, one: Occurrence): Occurrence =>
  known !== undefined && known.arisesOn <= one.arisesOn ? known : one;

/** The result of a rule, or why it cannot be computed. */
export function attempt<T>(rule: DeadlineRule, compute: () => T): { readonly value: T } | RuleFault {
  try {
    return { value: compute() };
  } catch (error) {
    return { rule, error: error instanceof Error ? error.message : String(error) };
  }
}
