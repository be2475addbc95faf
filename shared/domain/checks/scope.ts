import type { Rule } from '../../rules/rule.ts';
import type { SubjectKind } from '../../rules/schema.ts';

/** Whom a regime regulates, and what has prompted a check of it: the clauses of its source. */

interface Checked {
  readonly id: string;
  readonly traits: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
}

const named = (rules: readonly Rule[], regime: string, id: 'scope' | 'complaint-check'): Rule | undefined =>
  rules.find(({ ruleId }) => ruleId === `${regime}/${id}`);

/** The kinds that a check of the regime may have as targets; `counted` are those that its quotas count. */
export function kindsInScope(
  rules: readonly Rule[],
  regime: string,
  counted: readonly SubjectKind[],
): ReadonlySet<SubjectKind> {
  const scope = named(rules, regime, 'scope')?.procedure?.scope;
  const owing = rules.flatMap(({ deadline }) => (deadline ? [deadline.owedBy.kind] : []));
  return new Set([...counted, ...(scope?.kinds ?? owing)].filter((kind) => kind !== 'bureau'));
}

/** The targets that the register does not show to be regulated: the trait or the fact that says so is missing. */
export function outsideScope(
  rules: readonly Rule[],
  regime: string,
  targets: readonly Checked[],
): readonly string[] {
  const scope = named(rules, regime, 'scope')?.procedure?.scope;
  if (!scope) return [];
  const { anyTrait, fact } = scope;
  return targets
    .filter(
      ({ traits, facts }) =>
        (anyTrait !== undefined && !anyTrait.some((trait) => traits.includes(trait))) ||
        (fact !== undefined && facts[fact] === undefined),
    )
    .map(({ id }) => id);
}

/** The clause under which a complaint or a transfer prompts a check; undefined where the source has none. */
export function promptedBy(rules: readonly Rule[], regime: string, cause: string): Rule | undefined {
  const rule = named(rules, regime, 'complaint-check');
  return rule?.procedure?.causes?.some((one) => one === cause) === true ? rule : undefined;
}
