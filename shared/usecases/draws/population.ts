import { holds, membership, populationOf, registerOf } from '../../domain/quotas/population.ts';
import type { QuotaRule } from '../../domain/quotas/figures.ts';
import type { Span } from '../../domain/quotas/period.ts';
import type { CountInput, QuotaSubject } from '../../domain/quotas/types.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { owedReports, registerOfSubjects } from '../register/population.ts';

/**
 * The units among which a rule’s draw is made today: the register or the flow that its quota names, without
 * retired units. It follows the register, while the quota’s base number is counted once, on the first day of
 * the period.
 */
export async function drawPopulation(
  deps: Deps,
  context: Context,
  rule: QuotaRule,
  span: Span,
): Promise<QuotaSubject[]> {
  const jurisdiction = context.jurisdiction.id;
  const today = dayOf(deps.clock.now());
  const subjects = await registerOfSubjects(deps, jurisdiction);
  const register = registerOf(subjects);
  const choices = context.settings;
  if (!rule.quota.population.flow)
    return subjects.filter((subject) => {
      const held = membership(rule, subject, choices, register);
      return held !== undefined && holds(held, today);
    });
  const input: CountInput = {
    rules: context.rulebook.rules,
    choices,
    overrides: context.overrides,
    on: today,
    today,
    subjects,
    inspections: [],
    owed: rule.quota.population.oweRule === undefined ? [] : await owedReports(deps, jurisdiction, today),
    kept: [],
    decisions: [],
  };
  const { ids } = populationOf(rule, span, today, input, register);
  return subjects.filter(
    ({ id, retiredOn }) => ids.has(id) && (retiredOn === undefined || retiredOn > today),
  );
}
