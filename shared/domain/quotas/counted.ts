import { addDays, type Day } from '../time/day.ts';
import { checkOf, countsFor, reachOf } from './counting.ts';
import { governs, type QuotaRule } from './figures.ts';
import { frameOf, scopeOf, type QuotaScope } from './frame.ts';
import { spanOf } from './period.ts';
import { directIn, flowDay, flows, populationOf, quotaRules } from './population.ts';
import { spanOfDecision } from './quotas.ts';
import type { CountedInspection, CountedTo, CountInput, Kept, QuotaInput, QuotaSubject } from './types.ts';
import type { Rule } from '../../rules/rule.ts';

const RHYTHM = ['month', 'quarter', 'half-year', 'year'];

function decisionsOf(scope: QuotaScope, rule: QuotaRule, inspection: CountedInspection): CountedTo[] {
  return [...new Set(inspection.targets)].flatMap((id): CountedTo[] => {
    const subject = scope.register.byId.get(id);
    const decidedOn = subject && flows(rule, subject) ? flowDay(subject) : undefined;
    if (decidedOn === undefined || decidedOn > inspection.on) return [];
    return [{ ruleId: rule.ruleId, period: spanOfDecision(decidedOn).key, subjectId: id }];
  });
}

function countsInRule(scope: QuotaScope, rule: QuotaRule, inspection: CountedInspection): CountedTo[] {
  if (!countsFor(rule, inspection) || rule.quota.form === 'range') return [];
  if (rule.quota.per === 'each') return decisionsOf(scope, rule, inspection);
  const { span, figures, population, demand } = frameOf(scope, rule, inspection.on);
  const reach = reachOf(rule, figures, population, scope.input, scope.register);
  const check = checkOf(inspection, reach, demand.required.targetsPerCheck ?? 1);
  if (!check) return [];
  const counted = { ruleId: rule.ruleId, period: span.key };
  return rule.quota.perSubject ? check.reached.map((subjectId) => ({ ...counted, subjectId })) : [counted];
}

/**
 * The quotas for which a record counts, each with the period of its day. With `more` (a superior’s figures,
 * readings, stored populations, reports owed) the answer is exact.
 */
export function countedTo(
  inspection: CountedInspection,
  rules: readonly Rule[],
  subjects: readonly QuotaSubject[],
  more: Partial<QuotaInput> = {},
): readonly CountedTo[] {
  const input: CountInput = {
    choices: { figures: {}, readings: {} },
    overrides: [],
    owed: [],
    kept: [],
    decisions: [],
    inspections: [],
    today: inspection.on,
    ...more,
    on: inspection.on,
    rules,
    subjects,
  };
  const scope = scopeOf(input);
  return quotaRules(input)
    .filter((rule) => rule.regime === inspection.regime && governs(rule, inspection.on, rules))
    .flatMap((rule) => countsInRule(scope, rule, inspection));
}

/**
 * The populations that can be stored now: of registers, for the periods of today and of yesterday, when the day
 * of counting is over and nothing is stored yet.
 */
export function populationsFrom(input: QuotaInput): readonly Kept[] {
  const { register } = scopeOf(input);
  const found = new Map<string, Kept>();
  const keep = (rule: QuotaRule, on: Day): void => {
    const span = spanOf(rule.quota.per, on);
    const known = input.kept.some((kept) => kept.ruleId === rule.ruleId && kept.period === span.key);
    if (known || !governs(rule, on, input.rules)) return;
    const { ids, countedOn } = populationOf(rule, span, span.from, input, register);
    if (countedOn === undefined || countedOn >= input.today) return;
    const subjectIds = [...ids].sort();
    const directIds = subjectIds.filter(directIn({ ids, countedOn }, register));
    const kept = { ruleId: rule.ruleId, period: span.key, countedOn, subjectIds, directIds };
    found.set(`${rule.ruleId} ${span.key}`, kept);
  };
  for (const rule of quotaRules(input)) {
    const { per, population } = rule.quota;
    if (population.flow || !RHYTHM.includes(per)) continue;
    for (const on of [addDays(input.today, -1), input.today]) keep(rule, on);
  }
  return [...found.values()];
}
