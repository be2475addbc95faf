import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/domain/time/day.ts';
import { populationsFrom } from '../../../shared/domain/quotas/counted.ts';
import { check, many, quotaInput, quotaOf, subject } from '../../support/quotas/quota-input.ts';

const SPOT = 'electronic-archives/spot-check';
const DAILY = 'archives-security/daily-check';

describe('the population of a register', () => {
  const counts = (on: string, subjects: ReturnType<typeof many>) => {
    const { population, countedOn } = quotaOf(quotaInput('hongjiang', on, { subjects }), SPOT);
    return [population, countedOn];
  };

  test('is that of the first day: later entries and earlier exits do not change it', () => {
    const subjects = [
      ...many(20),
      subject('late', { created: '2026-02-01' }),
      subject('first', { created: '2026-01-01' }),
      subject('gone', { retired: '2026-01-01' }),
      subject('leaves', { retired: '2026-01-02' }),
    ];
    expect(counts('2026-06-01', subjects)).toEqual([22, '2026-01-01']);
  });

  test('or that of the day of the register’s first entry, where that is later', () => {
    const subjects = [
      ...many(9, { created: '2026-07-06' }),
      subject('next', { created: '2026-07-07' }),
      subject('mistaken', { created: '2026-07-03', retired: '2026-07-03' }),
    ];
    expect(counts('2026-07-20', subjects)).toEqual([9, '2026-07-06']);
    expect(counts('2027-01-04', subjects)).toEqual([10, '2027-01-01']);
    expect(counts('2025-12-31', subjects)).toEqual([0, undefined]);
  });

  test('the catalogue has a first entry of its own, and a unit stands in it from its day', () => {
    const subjects = [
      ...many(5),
      subject('a', {
        traits: ['professional-archives'],
        facts: { professionalCatalogueSince: '2026-07-09' },
      }),
      subject('b', { traits: ['professional-archives'], created: '2026-07-10' }),
    ];
    const quota = quotaOf(quotaInput('hongjiang', '2026-07-20', { subjects }), DAILY);
    expect([quota.population, quota.countedOn]).toEqual([1, '2026-07-09']);
  });

  test('what was kept prevails, unless it was counted under the other reading', () => {
    const subjects = [...many(20), ...many(3, { kind: 'equipment' }, 'e')];
    const kept = [
      {
        ruleId: SPOT,
        period: '2026',
        countedOn: day('2026-01-01'),
        subjectIds: many(100).map(({ id }) => id),
      },
      {
        ruleId: 'electronic-archives/key-monitored',
        period: '2026',
        countedOn: day('2026-01-01'),
        subjectIds: ['u1'],
      },
    ];
    const parts = { subjects, kept };
    expect(quotaOf(quotaInput('hongjiang', '2026-06-01', parts), SPOT).population).toBe(100);
    const readings = { 'electronic-archives/key-monitored': { population: 'equipment' } };
    const other = { ...parts, choices: { figures: {}, readings } };
    const monitored = (of: typeof parts) =>
      quotaOf(quotaInput('hongjiang', '2026-06-01', of), 'electronic-archives/key-monitored').population;
    expect([monitored(parts), monitored(other)]).toEqual([1, 3]);
  });
});

describe('a kept population', () => {
  const units = many(100, (index) => ({ traits: index < 11 ? ['direct'] : [] }));
  const inspections = units
    .slice(0, 11)
    .map(({ id }) => check('2026-03-03', 'electronic-archives', [id], { ruleId: SPOT }));
  const later = units.map((unit, index) => (index < 5 ? { ...unit, traits: [] } : unit));
  const figures = { required: { direct: 10 }, done: { direct: 11 }, status: 'met' };

  test('keeps who was direct that day: traits taken later change neither what is asked nor what is done', () => {
    const before = quotaInput('hongjiang', '2026-03-04', { subjects: units, inspections });
    expect(quotaOf(before, SPOT)).toMatchObject(figures);
    const kept = populationsFrom({ ...before, on: day('2026-01-05'), today: day('2026-01-05') });
    const autumn = quotaInput('hongjiang', '2026-10-12', { subjects: later, inspections, kept });
    expect(quotaOf(autumn, SPOT)).toMatchObject(figures);
  });

  test('that is too old to say who was direct is read with today’s traits', () => {
    const subjectIds = units.map(({ id }) => id);
    const kept = [{ ruleId: SPOT, period: '2026', countedOn: day('2026-01-01'), subjectIds }];
    const autumn = quotaInput('hongjiang', '2026-10-12', { subjects: later, inspections, kept });
    expect(quotaOf(autumn, SPOT)).toMatchObject({ required: { direct: 6 }, done: { direct: 6 } });
  });
});

describe('the population of a flow', () => {
  const permit = (id: string, grantedOn: string, parts = {}) =>
    subject(id, { kind: 'permit', facts: { grantedOn }, ...parts });
  const permits = [
    permit('a', '2026-07-01'),
    permit('b', '2026-09-30'),
    permit('c', '2026-06-30'),
    permit('d', '2026-10-01'),
    permit('e', '2026-08-03', { retired: '2026-08-05' }),
    subject('f', { kind: 'permit' }),
  ];
  const file = (on: string, ids: string[]) => check(on, 'archives-disposal', ids, { mode: 'file' });

  test('is what the period has brought so far, by the day on which it was granted', () => {
    const size = (on: string) =>
      quotaOf(quotaInput('baixiang', on, { subjects: permits }), 'archives-disposal/file-check').population;
    expect([size('2026-07-01'), size('2026-08-04'), size('2026-08-05'), size('2026-09-30')]).toEqual([
      1, 2, 1, 2,
    ]);
  });

  test('every permit file of the quarter is checked once, and those of another quarter do not count', () => {
    const quota = (...inspections: ReturnType<typeof check>[]) =>
      quotaOf(
        quotaInput('baixiang', '2026-09-30', { subjects: permits, inspections }),
        'archives-disposal/file-check',
      );
    expect(quota()).toMatchObject({
      required: { targets: { min: 2 } },
      status: 'at-risk',
      remaining: { targets: 2 },
    });
    expect(quota(file('2026-09-28', ['a', 'c'])).remaining).toEqual({ checks: 1, targets: 1 });
    expect(quota(file('2026-09-28', ['a']), file('2026-09-30', ['b'])).status).toBe('met');
    expect(quota(check('2026-09-28', 'archives-disposal', ['a', 'b'])).done.checks).toBe(0);
  });

  test.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [9, 5],
    [10, 5],
  ])('of %i permits of the year at least half, %i, are rechecked on site', (granted, least) => {
    const subjects = many(granted, { kind: 'permit', facts: { grantedOn: '2026-05-06' } });
    const quota = quotaOf(
      quotaInput('baixiang', '2026-06-01', { subjects }),
      'archives-disposal/site-recheck',
    );
    expect(quota.required).toEqual({ targets: { min: least } });
  });

  test('a quarter without a permit: not applicable', () => {
    const input = quotaInput('baixiang', '2026-02-02', { subjects: permits });
    const quota = quotaOf(input, 'archives-disposal/file-check');
    expect(quota).toMatchObject({ status: 'not-applicable', population: 0 });
    expect(quota.explanation).toContain('截至2026年2月2日没有应检查的许可，不适用');
  });

  test('penalty files of the half-year are those of the office that were filed in it', () => {
    const filed = (id: string, filedOn: string, office?: string) =>
      subject(id, { kind: 'case', facts: office === undefined ? { filedOn } : { filedOn, office } });
    const subjects = [
      filed('a', '2026-01-01'),
      filed('b', '2026-06-30', 'archives'),
      filed('c', '2026-06-30', 'civil-defence'),
      filed('d', '2026-07-01', 'archives'),
      subject('e', { kind: 'case', facts: { discoveredOn: '2026-03-03' } }),
    ];
    const size = (regime: string) =>
      quotaOf(quotaInput('baixiang', '2026-06-30', { subjects }), `${regime}/file-quality-review`).population;
    expect([size('archives-cases'), size('civil-defence-cases')]).toEqual([2, 1]);
  });
});

describe('populations to keep', () => {
  const kept = (on: string, parts = {}) =>
    populationsFrom(
      quotaInput('hongjiang', on, { subjects: many(3, { traits: ['professional-archives'] }), ...parts }),
    );

  test('once the day on which they are counted is over, of the periods that have begun', () => {
    const ofDaily = (on: string) => kept(on).flatMap((one) => (one.ruleId === DAILY ? [one.period] : []));
    expect(ofDaily('2026-07-15')).toEqual(['2026-07']);
    expect(ofDaily('2026-08-01')).toEqual(['2026-07']);
    expect(ofDaily('2026-08-02')).toEqual(['2026-08']);
    expect(kept('2026-07-02').find((one) => one.ruleId === DAILY)).toEqual({
      ruleId: DAILY,
      period: '2026-07',
      countedOn: day('2026-07-01'),
      subjectIds: ['u0', 'u1', 'u2'],
      directIds: [],
    });
  });

  test('not twice, not of flows, not of what has no register yet', () => {
    const first = kept('2026-07-15');
    expect(first.length).toBeGreaterThan(3);
    expect(kept('2026-07-15', { kept: first })).toEqual([]);
    expect(first.map(({ ruleId }) => ruleId)).not.toContain('archives-security/report-spot-check');
    expect(first.map(({ ruleId }) => ruleId)).not.toContain('key-project-archives/full-check');
    expect(kept('2026-07-06', { subjects: many(3, { created: '2026-07-06' }) })).toEqual([]);
  });
});
