import { describe, expect, test } from 'vitest';
import { populationsFrom } from '../../../shared/domain/quotas/counted.ts';
import { planFor } from '../../../shared/domain/quotas/plan.ts';
import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import type { Rule } from '../../../shared/rules/rule.ts';
import { many, override, quotaInput } from '../../support/quotas/quota-input.ts';

const QUARTERLY = 'key-project-archives/quarterly-check';
const subjects = many(20, { kind: 'project' }, 'p');
const known = rulebookOf('hongjiang').ruleOf(QUARTERLY);
if (!known) throw new Error(`no rule ${QUARTERLY}`);

const checks = (...values: readonly { from: string | null; to?: string; value: number }[]) => ({
  checks: { unit: 'check', values: values.map((value) => ({ ...value, cite: '三' })) },
});

const versionOf = (change: Partial<Rule>): Rule => ({
  ...known,
  ...change,
  figures: { ...known.figures, ...change.figures },
});

function asked(
  on: string,
  versions: readonly Rule[],
  today = on,
  overrides: readonly ReturnType<typeof override>[] = [],
) {
  const rules = [...rulebookOf('hongjiang').rules.filter(({ ruleId }) => ruleId !== QUARTERLY), ...versions];
  const input = { ...quotaInput('hongjiang', on, { subjects, overrides }, today), rules };
  return quotasOn(input).flatMap(({ ruleId, period, required }) =>
    ruleId === QUARTERLY ? [`${period.key}: ${required.checks ?? 0}`] : [],
  );
}

describe('the figures of a quota', () => {
  const dated = [
    versionOf({
      figures: checks({ from: null, to: '2026-08-15', value: 1 }, { from: '2026-08-16', value: 3 }),
    }),
  ];

  test('are those of the day on which its period begins, whichever day is asked for', () => {
    expect(asked('2026-07-01', dated)).toEqual(['2026-Q3: 1']);
    expect(asked('2026-09-30', dated)).toEqual(['2026-Q3: 1']);
    expect(asked('2026-07-01', dated, '2026-09-30')).toEqual(['2026-Q3: 1']);
    expect(asked('2026-10-01', dated)).toEqual(['2026-Q4: 3']);
  });

  test('of a superior stand above them from the superior’s day on', () => {
    const set = [override(QUARTERLY, { checks: 5 }, '2026-08-01', '2026-12-31')];
    expect(asked('2026-07-31', dated, '2026-07-31', set)).toEqual(['2026-Q3: 1']);
    expect(asked('2026-08-01', dated, '2026-08-01', set)).toEqual(['2026-Q3: 5']);
  });
});

describe('the days of a quota’s rule', () => {
  test('a rule that ended has its last period to its end, and none after it', () => {
    const ended = [versionOf({ to: '2026-08-15' })];
    expect(asked('2026-09-30', ended)).toEqual(['2026-Q3: 1']);
    expect(asked('2026-10-01', ended)).toEqual([]);
  });

  test('a rule whose last day is the first of a period has that period', () => {
    expect(asked('2026-07-01', [versionOf({ to: '2026-07-01' })])).toEqual(['2026-Q3: 1']);
    expect(asked('2026-07-01', [versionOf({ to: '2026-06-30' })])).toEqual([]);
    const versions = [
      versionOf({ to: '2026-07-01', figures: checks({ from: null, value: 1 }) }),
      versionOf({ from: '2026-07-02', figures: checks({ from: '2026-07-02', value: 3 }) }),
    ];
    expect(asked('2026-08-20', versions)).toEqual(['2026-Q3: 1']);
  });

  test('a rule that begins within a period is asked for from its first day on', () => {
    const begins = [versionOf({ from: '2026-08-16', figures: checks({ from: '2026-08-16', value: 2 }) })];
    expect(asked('2026-08-15', begins)).toEqual([]);
    expect(asked('2026-08-16', begins)).toEqual(['2026-Q3: 2']);
  });

  test('two versions give each period once, the one that is in force when it begins', () => {
    const versions = [
      versionOf({ to: '2026-08-15', figures: checks({ from: null, value: 1 }) }),
      versionOf({ from: '2026-08-16', figures: checks({ from: '2026-08-16', value: 3 }) }),
    ];
    expect(asked('2026-08-20', versions)).toEqual(['2026-Q3: 1']);
    expect(asked('2026-10-01', versions)).toEqual(['2026-Q4: 3']);
    const input = { ...quotaInput('hongjiang', '2026-01-05', { subjects }), rules: versions };
    const planned = planFor(input, 2026).visits.flatMap(({ serves }) => serves.map(({ period }) => period));
    expect([...new Set(planned)].sort()).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(planned.filter((period) => period === '2026-Q3')).toHaveLength(1);
    expect(planned.filter((period) => period === '2026-Q4')).toHaveLength(3);
  });

  test('the population of a period is kept once', () => {
    const versions = [versionOf({ to: '2026-08-15' }), versionOf({ from: '2026-08-16' })];
    const input = { ...quotaInput('hongjiang', '2026-08-20', { subjects }), rules: versions };
    expect(populationsFrom(input).map(({ ruleId, period }) => `${ruleId} ${period}`)).toEqual([
      `${QUARTERLY} 2026-Q3`,
    ]);
  });
});
