import { describe, expect, test } from 'vitest';
import { planFor } from '../../../shared/domain/quotas/plan.ts';
import { leftOpen } from '../../support/quotas/carry-out.ts';
import { check, many, override, quotaInput, quotaOf } from '../../support/quotas/quota-input.ts';

const QUARTERLY = 'key-project-archives/quarterly-check';
const FULL = 'key-project-archives/full-check';
const SPECIAL = 'key-project-archives/special-check';
const subjects = many(20, { kind: 'project' }, 'p');

describe('a superior’s figures', () => {
  test('prevail while they hold, and the rule’s own stay in view', () => {
    const overrides = [override(QUARTERLY, { checks: 2, targetsPerCheck: 3 }, '2026-07-01', '2026-09-30')];
    const at = (on: string) => quotaOf(quotaInput('hongjiang', on, { subjects, overrides }), QUARTERLY);
    expect(at('2026-06-30')).toMatchObject({ required: { checks: 1, targetsPerCheck: 2 } });
    expect(at('2026-06-30').override).toBeUndefined();
    const inForce = at('2026-07-01');
    expect(inForce).toMatchObject({
      required: { checks: 2, targetsPerCheck: 3 },
      override: {
        figures: { checks: 2, targetsPerCheck: 3 },
        original: { checks: 1, targetsPerCheck: 2 },
        issuedBy: '怀化市档案局',
        documentNumber: '怀档发〔2026〕3号',
        from: '2026-07-01',
        to: '2026-09-30',
      },
    });
    expect(inForce.explanation).toContain('按怀化市档案局（怀档发〔2026〕3号）下达的指标执行');
    expect(at('2026-10-01').required).toEqual({ checks: 1, targetsPerCheck: 2 });
  });

  test('a period has one demand: that of its last day, or of today while it runs', () => {
    const overrides = [override(QUARTERLY, { checks: 3 }, '2026-07-01', '2026-08-15')];
    const at = (on: string, today: string) =>
      quotaOf(quotaInput('hongjiang', on, { subjects, overrides }, today), QUARTERLY).required.checks;
    expect([at('2026-07-06', '2026-07-06'), at('2026-07-06', '2026-08-15')]).toEqual([3, 3]);
    expect([at('2026-07-06', '2026-08-16'), at('2026-09-30', '2026-10-08')]).toEqual([1, 1]);
  });

  test('a figure that the superior does not touch stays', () => {
    const overrides = [override(FULL, { minPercent: 25 }, '2026-01-01', '2026-12-31')];
    const quota = quotaOf(quotaInput('hongjiang', '2026-05-06', { subjects, overrides }), FULL);
    expect(quota).toMatchObject({
      required: { checks: 1, targets: { min: 5 } },
      override: { original: { checks: 1, minPercent: 10 } },
    });
  });

  test('a share in place of all permit files', () => {
    const permits = many(5, { kind: 'permit', facts: { grantedOn: '2026-05-06' } });
    const overrides = [
      override('archives-disposal/file-check', { minPercent: 50 }, '2026-04-01', '2026-06-30'),
    ];
    const input = quotaInput('baixiang', '2026-06-01', { subjects: permits, overrides });
    expect(quotaOf(input, 'archives-disposal/file-check').required).toEqual({
      checks: 1,
      targets: { min: 3 },
    });
  });
});

describe('each file twice, where a superior asks for it', () => {
  const permits = many(2, { kind: 'permit', facts: { grantedOn: '2026-05-06' } });
  const overrides = [override('archives-disposal/file-check', { checks: 2 }, '2026-04-01', '2026-06-30')];
  const file = (on: string, ...ids: string[]) => check(on, 'archives-disposal', ids, { mode: 'file' });

  test('a file counts once it was checked as often, and the plan goes through the files as often', () => {
    const parts = { subjects: permits, overrides };
    const once = [file('2026-05-07', 'u0', 'u1')];
    const quota = (inspections: ReturnType<typeof check>[]) =>
      quotaOf(
        quotaInput('baixiang', '2026-06-01', { ...parts, inspections }),
        'archives-disposal/file-check',
      );
    expect(quota(once)).toMatchObject({
      done: { checks: 1, targets: 0 },
      remaining: { checks: 1, targets: 2 },
    });
    const twice = [...once, file('2026-05-08', 'u0')];
    expect(quota(twice)).toMatchObject({ done: { checks: 2, targets: 1 }, status: 'on-track' });
    expect(quota([...twice, file('2026-05-09', 'u1')]).status).toBe('met');
    const input = quotaInput('baixiang', '2026-06-01', parts);
    expect(leftOpen(input, planFor(input, 2026))).toEqual([]);
  });

  test('where two of three are asked for, the plan goes through the same two each time', () => {
    const three = many(3, { kind: 'permit', facts: { grantedOn: '2026-05-06' } });
    const figures = { checks: 2, targets: 2 };
    const asked = [override('archives-disposal/file-check', figures, '2026-04-01', '2026-06-30')];
    const input = quotaInput('baixiang', '2026-06-01', { subjects: three, overrides: asked });
    expect(leftOpen(input, planFor(input, 2026))).toEqual([]);
    // Who was seen once is seen again.
    const inspections = [file('2026-05-07', 'u2')];
    const begun = quotaInput('baixiang', '2026-06-01', { subjects: three, overrides: asked, inspections });
    const quarter = planFor(begun, 2026).visits.filter(({ day }) => day <= '2026-06-30');
    expect(quarter.flatMap(({ targets }) => targets).sort()).toEqual(['u0', 'u0', 'u2']);
  });
});

describe('special checks as the superior sets', () => {
  test.each(['hongjiang', 'shexian', 'baixiang'])(
    '%s: without an instruction nothing is required',
    (jurisdiction) => {
      const inspections = [
        check('2026-03-03', 'key-project-archives', ['p1'], { ruleId: SPECIAL, mode: 'joint' }),
      ];
      const quota = quotaOf(quotaInput(jurisdiction, '2026-05-06', { subjects, inspections }), SPECIAL);
      expect(quota).toMatchObject({
        status: 'not-applicable',
        required: {},
        done: { checks: 1, targets: 1 },
      });
      expect(quota.explanation).toContain('指标由上级下达');
      expect(quota.explanation).toContain('已检查1次');
    },
  );

  test('with one: its figures, in its own days, joint checks alone', () => {
    const overrides = [override(SPECIAL, { checks: 2, targetsPerCheck: 2 }, '2026-03-15', '2026-05-15')];
    const record = (on: string, mode = 'joint') =>
      check(on, 'key-project-archives', ['p1', 'p2'], { ruleId: SPECIAL, mode });
    const inspections = [
      record('2026-03-14'),
      record('2026-03-15'),
      record('2026-05-15'),
      record('2026-05-16'),
      record('2026-04-01', 'on-site'),
    ];
    const input = quotaInput('shexian', '2026-05-15', { subjects, overrides, inspections });
    expect(quotaOf(input, SPECIAL)).toMatchObject({
      period: { key: '2026', from: '2026-03-15', to: '2026-05-15' },
      required: { checks: 2, targetsPerCheck: 2 },
      done: { checks: 2 },
      status: 'met',
    });
  });
});

describe('no figure in the source', () => {
  test.each([
    ['hongjiang', 'gazetteer-compilation/progress-check'],
    ['shexian', 'archives-disposal/file-check'],
    ['shexian', 'archives-disposal/site-recheck'],
  ])('%s %s: no requirement, and none from the neighbours', (jurisdiction, ruleId) => {
    const tasks = [
      ...many(3, { kind: 'compilation-task' }),
      ...many(3, { kind: 'permit', facts: { grantedOn: '2026-02-03' } }, 'x'),
    ];
    const quota = quotaOf(quotaInput(jurisdiction, '2026-05-06', { subjects: tasks }), ruleId);
    expect(quota).toMatchObject({ status: 'not-applicable', required: {}, remaining: {} });
    expect(quota.explanation).toContain('原文没有次数要求');
  });

  test('checks made all the same are counted', () => {
    const tasks = many(2, { kind: 'compilation-task' });
    const inspections = [
      check('2026-02-03', 'gazetteer-compilation', ['u0'], { mode: 'written' }),
      check('2026-03-03', 'gazetteer-compilation', ['u0', 'u1'], { mode: 'joint' }),
    ];
    const input = quotaInput('hongjiang', '2026-05-06', { subjects: tasks, inspections });
    expect(quotaOf(input, 'gazetteer-compilation/progress-check').done).toEqual({ checks: 2, targets: 2 });
  });

  test('a figure that the bureau adopts for itself is required', () => {
    const choices = { figures: { 'archives-disposal/site-recheck': { checks: 2 } }, readings: {} };
    const permits = many(3, { kind: 'permit', facts: { grantedOn: '2026-02-03' } });
    const input = quotaInput('shexian', '2026-05-06', { subjects: permits, choices });
    expect(quotaOf(input, 'archives-disposal/site-recheck')).toMatchObject({
      required: { checks: 2 },
      status: 'on-track',
    });
  });
});
