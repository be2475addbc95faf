import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, formatDay } from '../../../shared/domain/time/day.ts';
import { countedTo } from '../../../shared/domain/quotas/counted.ts';
import { planFor } from '../../../shared/domain/quotas/plan.ts';
import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import type { CountedInspection, QuotaSubject } from '../../../shared/domain/quotas/types.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import { leftOpen } from '../../support/quotas/carry-out.ts';
import { many, override, quotaInput, subject } from '../../support/quotas/quota-input.ts';

const JURISDICTIONS = ['hongjiang', 'shexian', 'luquan', 'baixiang', 'liaoning'] as const;
const jurisdiction = fc.constantFrom(...JURISDICTIONS);
const NEW_YEAR = day('2026-01-01');
const onDay = fc.integer({ min: 0, max: 364 }).map((days) => formatDay(addDays(NEW_YEAR, days)));

const unit = (traits: readonly string[], created: string, leaves: boolean, index: number) =>
  subject(`u${index}`, { traits, created, ...(leaves ? { retired: '2026-08-03' } : {}) });
const traits = fc.subarray(['direct', 'professional-archives', 'key-monitored', 'civil-defence-responsible']);
const created = fc.constantFrom('2025-03-03', '2026-01-01', '2026-02-10', '2026-07-01', '2026-11-11');

/** Registers of every kind: units with any marks, projects, works, organs, permits, decisions. */
const subjects: fc.Arbitrary<QuotaSubject[]> = fc
  .record({
    units: fc.array(fc.tuple(traits, created, fc.boolean()), { maxLength: 130, size: 'max' }),
    projects: fc.nat(12),
    works: fc.nat(5),
    organs: fc.nat(6),
    permits: fc.nat(8),
    decisions: fc.nat(3),
  })
  .map(({ units, projects, works, organs, permits, decisions }) => [
    ...units.map(([marks, since, leaves], index) => unit(marks, since, leaves, index)),
    ...many(projects, { kind: 'project' }, 'p'),
    ...many(works, { kind: 'civil-defence-work', ...(units.length > 0 ? { parentId: 'u0' } : {}) }, 'w'),
    ...many(organs, { kind: 'enforcement-organ' }, 'o'),
    ...many(permits, { kind: 'permit', facts: { grantedOn: '2026-01-01' } }, 'x'),
    ...many(
      decisions,
      { kind: 'reconsideration-decision', facts: { decidedOn: '2026-01-01', outcome: 'revoked' } },
      'd',
    ),
  ]);

const ruleIds = [...new Set(JURISDICTIONS.flatMap((id) => rulebookOf(id).rules.map((rule) => rule.ruleId)))];
const ids = ['u', 'p', 'w', 'o', 'x', 'd'].flatMap((prefix) => many(9, {}, prefix).map(({ id }) => id));

const inspections: fc.Arbitrary<CountedInspection[]> = fc.array(
  fc
    .record({
      on: onDay,
      ruleId: fc.constantFrom(...ruleIds),
      named: fc.boolean(),
      towards: fc.boolean(),
      mode: fc.constantFrom('on-site', 'written', 'joint', 'file'),
      cause: fc.constantFrom('planned', 'complaint', 'transfer', 'superior'),
      targets: fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 6 }),
    })
    .map(({ on, ruleId, named, towards, ...rest }): CountedInspection => ({
      id: 'i',
      on: day(on),
      regime: ruleId.split('/')[0] ?? '',
      ...(named ? { ruleId } : {}),
      ...(towards ? { countsTowards: [ruleId] } : {}),
      ...rest,
    })),
  { maxLength: 40 },
);

/** What a superior may set: any figures, for any days of the year. */
const overrides = fc
  .tuple(
    fc.constantFrom(
      ...['quarterly-check', 'full-check', 'special-check'].map((id) => `key-project-archives/${id}`),
      ...['file-check', 'site-recheck', 'special-check'].map((id) => `archives-disposal/${id}`),
    ),
    fc.record(
      {
        checks: fc.nat(3),
        targetsPerCheck: fc.nat(3),
        targets: fc.nat(6),
        minPercent: fc.constantFrom(0, 10, 50, 100),
      },
      { requiredKeys: [] },
    ),
    onDay,
    onDay,
  )
  .map(([ruleId, figures, a, b]) => [override(ruleId, figures, a < b ? a : b, a < b ? b : a)]);

const SETTLED = ['ratio', 'direct'].map((follow) => ({
  ruleId: 'electronic-archives/spot-check',
  period: '2026',
  follow,
  reason: '测试',
}));

describe('quotas', () => {
  test('what is required never falls when the population grows', () => {
    fc.assert(
      fc.property(
        jurisdiction,
        fc.nat(200),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(40),
        (where, size, more, direct) => {
          const register = (count: number) =>
            quotasOn(
              quotaInput(where, '2026-05-06', {
                subjects: many(count, (index) => ({
                  traits: ['professional-archives', ...(index < direct ? ['direct'] : [])],
                })),
              }),
            );
          const larger = new Map(register(size + more).map((quota) => [quota.ruleId, quota]));
          for (const { ruleId, required } of register(size)) {
            const grown = larger.get(ruleId)?.required;
            expect(grown?.checks ?? 0).toBeGreaterThanOrEqual(required.checks ?? 0);
            expect(grown?.targets?.min ?? 0).toBeGreaterThanOrEqual(required.targets?.min ?? 0);
            expect(grown?.targets?.max ?? 0).toBeGreaterThanOrEqual(required.targets?.max ?? 0);
            expect(grown?.direct ?? 0).toBeGreaterThanOrEqual(required.direct ?? 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what is done never exceeds the records, and agrees with what each record was told to count to', () => {
    fc.assert(
      fc.property(jurisdiction, onDay, subjects, inspections, (where, on, register, records) => {
        const input = quotaInput(where, on, { subjects: register, inspections: records }, '2027-01-04');
        const told = records.map((record) =>
          countedTo(record, input.rules, register, { ...input, on: record.on }),
        );
        for (const { ruleId, subjectId, period, done } of quotasOn(input)) {
          const counting = told.filter((list) =>
            list.some(
              (one) => one.ruleId === ruleId && one.period === period.key && one.subjectId === subjectId,
            ),
          );
          expect(done.checks).toBe(counting.length);
          expect(done.targets).toBeLessThanOrEqual(
            records.reduce((sum, { targets }) => sum + targets.length, 0),
          );
          expect(done.direct ?? 0).toBeLessThanOrEqual(done.targets);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('one more record never makes a quota that is no cap worse', () => {
    fc.assert(
      fc.property(jurisdiction, onDay, subjects, inspections, (where, on, register, records) => {
        const left = (list: readonly CountedInspection[]) =>
          quotasOn(quotaInput(where, on, { subjects: register, inspections: list }, '2027-01-04'));
        const before = left(records.slice(1));
        left(records).forEach((quota, index) => {
          const { checks = 0, targets = 0, direct = 0 } = before[index]?.remaining ?? {};
          expect(quota.remaining.checks ?? 0).toBeLessThanOrEqual(checks);
          expect(quota.remaining.targets ?? 0).toBeLessThanOrEqual(targets);
          expect(quota.remaining.direct ?? 0).toBeLessThanOrEqual(direct);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('the plan, carried out, meets every quota that it does not name as unmet', () => {
    const settled = fc.constantFrom(...SETTLED);
    fc.assert(
      fc.property(
        jurisdiction,
        onDay,
        subjects,
        inspections,
        settled,
        overrides,
        (where, on, register, records, decision, superior) => {
          const made = records.filter((record) => record.on <= day(on));
          const parts = { subjects: register, inspections: made, decisions: [decision], overrides: superior };
          const input = quotaInput(where, on, parts);
          const plan = planFor(input, 2026);
          expect(leftOpen(input, plan)).toEqual([]);
          expect(
            plan.visits.every((visit) => visit.day >= on && !input.calendar.isRest(day(visit.day))),
          ).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
