import type { RuleFault } from '../../domain/duties/duties.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import type { OfficeName } from '../../rules/schema.ts';
import type { Context } from '../context.ts';
import { dailyItem } from './daily-line.ts';
import type { Deps } from '../deps.ts';

/** The faults that this process has reported: a large register meets the same rule thousands of times. */
const told = new WeakMap<DeadlineRule, Set<string>>();

/** Reports once, in the log and in the bureau’s next daily mail, that a rule cannot be computed. */
export async function tellFaults(deps: Deps, context: Context, faults: readonly RuleFault[]): Promise<void> {
  const jurisdiction = context.jurisdiction.id;
  for (const { rule, error } of faults) {
    const bureaus = told.get(rule) ?? new Set();
    if (bureaus.has(jurisdiction)) continue;
    deps.log(
      'error',
      'RULE_FAULTY',
      'A rule cannot be computed: what it has asked for before stays as it is.',
      {
        jurisdiction,
        ruleId: rule.ruleId,
        error,
      },
    );
    await deps.store.putMany([dailyItem(jurisdiction, 'rule-fault', rule.ruleId, deps.clock.now())]);
    told.set(rule, bureaus.add(jurisdiction));
  }
}

/** The rules that could not be computed since the last daily mail, with the titles that the bureau knows. */
export function faultLines(
  { rulebook }: Context,
  lines: readonly { readonly type: string; readonly id: string }[],
): { readonly office: OfficeName; readonly line: string }[] {
  const ids = new Set(lines.flatMap(({ type, id }) => (type === 'rule-fault' ? [id] : [])));
  return [...ids].flatMap((ruleId) => {
    const rule = rulebook.ruleOf(ruleId);
    return rule
      ? [{ office: rule.office, line: `${rule.regimeTitle}：${rule.title}（${rule.ruleId}）` }]
      : [];
  });
}
