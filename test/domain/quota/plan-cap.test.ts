import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/domain/time/day.ts';
import { planFor } from '../../../shared/domain/quotas/plan.ts';
import type { QuotaPlan } from '../../../shared/domain/quotas/types.ts';
import { leftOpen } from '../../support/quotas/carry-out.ts';
import { check, many, quotaInput, subject, type InputParts } from '../../support/quotas/quota-input.ts';

const DAILY = 'archives-security/daily-check';
const KEY = 'electronic-archives/key-monitored';
const PATROLS = 'civil-defence-works/patrol';

/** On how many days of the plan each is visited on site, at itself or at what belongs to it. */
function visited(plan: QuotaPlan, ownerOf: (id: string) => string = (id) => id): Map<string, number> {
  const days = new Map<string, Set<string>>();
  for (const visit of plan.visits.filter(({ mode }) => mode === 'on-site'))
    for (const id of visit.targets.map(ownerOf)) days.set(id, (days.get(id) ?? new Set()).add(visit.day));
  return new Map([...days].map(([id, on]) => [id, on.size]));
}
const most = (plan: QuotaPlan, prefix: string): number =>
  Math.max(0, ...[...visited(plan)].flatMap(([id, times]) => (id.startsWith(prefix) ? [times] : [])));
const served = (plan: QuotaPlan, ruleId: string) =>
  plan.visits.filter(({ serves }) => serves.some((one) => one.ruleId === ruleId));

/** Catalogue units: so many enterprises `e`, so many others `o`. */
const mixed = (enterprises: number, others: number) => [
  ...many(enterprises, { traits: ['professional-archives', 'enterprise'] }, 'e'),
  ...many(others, { traits: ['professional-archives'] }, 'o'),
];
const plan = (subjects: ReturnType<typeof mixed>, parts: InputParts = {}, today = '2026-01-01') =>
  planFor(quotaInput('hongjiang', today, { subjects, ...parts }), 2026);

describe('the plan under the yearly cap on checks of one enterprise', () => {
  test('visits no enterprise more often where others can serve, and still meets every quota', () => {
    const subjects = mixed(20, 4);
    expect(most(plan(subjects), 'e')).toBeGreaterThan(2);
    const capped = plan(subjects, { enterpriseYearlyCap: 2 });
    expect(most(capped, 'e')).toBe(2);
    expect(capped.unmet.filter(({ ruleId }) => ruleId === DAILY)).toEqual([]);
    const input = quotaInput('hongjiang', '2026-01-01', { subjects, enterpriseYearlyCap: 2 });
    expect(leftOpen(input, capped).filter(({ ruleId }) => ruleId === DAILY)).toEqual([]);
  });

  test('counts the visits on site that were made this year, one a day', () => {
    const subjects = mixed(6, 4);
    const ids = subjects.slice(0, 6).map(({ id }) => id);
    const inspections = [
      check('2026-01-08', 'archives-security', ids),
      check('2026-01-08', 'electronic-archives', ids),
      check('2025-12-08', 'archives-security', ids),
    ];
    const one = plan(subjects, { enterpriseYearlyCap: 2, inspections }, '2026-02-02');
    expect(most(one, 'e')).toBe(1);
  });

  test('says what it makes impossible, and why', () => {
    // Three checks a month of two each are 72 visits; four enterprises are open to two each.
    const capped = plan(mixed(4, 0), { enterpriseYearlyCap: 2 });
    expect(most(capped, 'e')).toBe(2);
    const lacking = capped.unmet.filter(({ ruleId }) => ruleId === DAILY);
    expect(lacking.map(({ period }) => period)).toEqual(
      Array.from({ length: 11 }, (_, index) => `2026-${String(index + 2).padStart(2, '0')}`),
    );
    expect(lacking.at(-1)?.why).toBe(
      '同一企业每年检查不超过2次，扣除本年度已实地检查和已安排的次数，本期尚有3次检查没有可以安排的对象',
    );
  });

  test('goes beyond it in a period for which the leader decided so', () => {
    const decisions = [{ ruleId: DAILY, period: '2026-12', follow: 'quota', reason: '局务会议决定' }];
    const capped = plan(mixed(4, 0), { enterpriseYearlyCap: 2, decisions });
    expect(capped.unmet.filter(({ period }) => period === '2026-12')).toEqual([]);
    expect(served(capped, DAILY).filter((visit) => visit.day.startsWith('2026-12'))).toHaveLength(3);
  });

  test('keeps the one visit of an enterprise for the quota that nobody else can serve', () => {
    const subjects = [
      subject('e0', { traits: ['professional-archives', 'enterprise', 'key-monitored'] }),
      ...many(5, { traits: ['professional-archives'] }, 'o'),
    ];
    const capped = plan(subjects, { enterpriseYearlyCap: 1 });
    expect(
      served(capped, KEY).flatMap(({ serves }) => serves.find((one) => one.ruleId === KEY)?.targets),
    ).toEqual(['e0']);
    expect(visited(capped).get('e0')).toBe(1);
  });

  test('names each whose own quota it makes impossible', () => {
    const traits = ['civil-defence-responsible'];
    const subjects = [subject('e0', { traits: [...traits, 'enterprise'] }), subject('o0', { traits })];
    const input = quotaInput('baixiang', '2026-01-01', { subjects, enterpriseYearlyCap: 3 });
    const capped = planFor(input, 2026);
    const lacking = capped.unmet.filter(({ ruleId }) => ruleId === PATROLS);
    expect(new Set(lacking.map(({ subjectId }) => subjectId))).toEqual(new Set(['e0']));
    expect(lacking).toHaveLength(11);
    expect(lacking[0]?.why).toContain('该单位本期不能再安排检查');
    expect(visited(capped).get('e0')).toBe(3);
    expect(leftOpen(input, capped).filter(({ ruleId }) => ruleId === PATROLS)).toEqual([]);
  });

  test('a project counts for whoever it belongs to', () => {
    const subjects = [
      subject('e0', { traits: ['enterprise'] }),
      ...many(3, { kind: 'project', parentId: 'e0' }, 'p'),
      ...many(3, { kind: 'project' }, 'q'),
    ];
    const ownerOf = (id: string) => (id.startsWith('p') ? 'e0' : id);
    expect(visited(plan(subjects, { enterpriseYearlyCap: 2 }), ownerOf).get('e0')).toBeLessThanOrEqual(2);
  });
});

test('the plan takes who was direct when the population was kept, not who is today', () => {
  const SPOT = 'electronic-archives/spot-check';
  const subjects = many(120, (index) => ({ traits: index >= 100 ? ['direct'] : [] }));
  const subjectIds = subjects.map(({ id }) => id);
  const directIds = subjectIds.slice(0, 12);
  const kept = [{ ruleId: SPOT, period: '2026', countedOn: day('2026-01-01'), subjectIds, directIds }];
  const input = quotaInput('luquan', '2026-03-02', { subjects, kept });
  const targets = served(planFor(input, 2026), SPOT).flatMap(({ serves }) =>
    serves.flatMap((one) => (one.ruleId === SPOT ? one.targets : [])),
  );
  expect(targets.filter((id) => directIds.includes(id)).length).toBeGreaterThanOrEqual(10);
  expect(leftOpen(input, planFor(input, 2026)).filter(({ ruleId }) => ruleId === SPOT)).toEqual([]);
});
