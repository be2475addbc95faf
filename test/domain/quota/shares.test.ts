import { describe, expect, test } from 'vitest';
import { about, atLeast, atMost } from '../../../shared/domain/quotas/required.ts';
import { many, quotaInput, quotaOf } from '../../support/quotas/quota-input.ts';

const SPOT = 'electronic-archives/spot-check';

/** Population, least (6%, up), most (10%, down, never below the least), about 1% (nearest, at least 1). */
const BANDS = [
  [1, 1, 1, 1],
  [9, 1, 1, 1],
  [10, 1, 1, 1],
  [59, 4, 5, 1],
  [60, 4, 6, 1],
  [99, 6, 9, 1],
  [100, 6, 10, 1],
  [101, 7, 10, 1],
  [149, 9, 14, 1],
  [150, 9, 15, 2],
  [166, 10, 16, 2],
  [167, 11, 16, 2],
] as const;

describe('shares of a population', () => {
  test('a minimum rounds up, a maximum down, about to the nearest with half up', () => {
    expect([atLeast(100, 6), atLeast(101, 6), atLeast(0, 6)]).toEqual([6, 7, 0]);
    expect([atMost(9, 10), atMost(10, 10), atMost(19, 10), atMost(0, 10)]).toEqual([0, 1, 1, 0]);
    expect([about(0, 1), about(1, 1), about(149, 1), about(150, 1), about(250, 1)]).toEqual([0, 1, 1, 2, 3]);
  });

  test('decimal percentages do not slip beside whole numbers', () => {
    expect(atLeast(1000, 0.7)).toBe(7);
    expect(atMost(1000, 0.7)).toBe(7);
    expect(atLeast(100, 55)).toBe(55);
    expect(atMost(300, 0.57 * 100)).toBe(171);
  });

  test.each(BANDS)('%i units without direct ones: at least %i, at most %i', (units, min, max, listed) => {
    const input = quotaInput('hongjiang', '2026-03-02', { subjects: many(units) });
    const spot = quotaOf(input, SPOT);
    expect(spot).toMatchObject({
      population: units,
      required: { targets: { min, max } },
      status: 'on-track',
    });
    expect(quotaOf(input, 'electronic-archives/key-monitored').required.targets).toEqual({ min: listed });
  });

  test('9 units: the band is empty, the minimum counts, and the explanation says so', () => {
    const spot = quotaOf(quotaInput('luquan', '2026-03-02', { subjects: many(9) }), SPOT);
    expect(spot.required.targets).toEqual({ min: 1, max: 1 });
    expect(spot.explanation).toContain('下限为1家、上限为0家，取整后区间为空，按下限执行');
  });

  test('no unit at all: not applicable, and nothing is required', () => {
    for (const jurisdiction of ['hongjiang', 'shexian', 'luquan', 'baixiang']) {
      const spot = quotaOf(quotaInput(jurisdiction, '2026-03-02'), SPOT);
      expect(spot).toMatchObject({ status: 'not-applicable', required: {}, population: 0 });
      expect(spot.explanation).toContain('没有登记应检查的单位，不适用');
    }
  });
});

describe('6–10% against at least 10 direct units', () => {
  const direct = (units: number, directs: number) =>
    many(units, (index) => ({ traits: index < directs ? ['direct'] : [] }));

  test.each([
    [59, 5],
    [60, 6],
    [99, 9],
  ])('%i units, of them 10 direct: 10%% is %i, a conflict', (units, max) => {
    const quota = quotaOf(quotaInput('baixiang', '2026-03-02', { subjects: direct(units, 10) }), SPOT);
    expect(quota.status).toBe('conflict');
    expect(quota.conflict).toMatchObject({
      between: ['maxPercent', 'direct'],
      readings: [
        { follow: 'ratio', required: { targets: { max } } },
        { follow: 'direct', required: { targets: { min: 10 }, direct: 10 } },
      ],
    });
    expect(quota.conflict?.follow).toBeUndefined();
  });

  test.each([100, 101, 166, 167])('%i units: 10 direct ones fit the band', (units) => {
    const quota = quotaOf(quotaInput('baixiang', '2026-03-02', { subjects: direct(units, 12) }), SPOT);
    expect(quota.conflict).toBeUndefined();
    expect(quota).toMatchObject({ required: { direct: 10 }, status: 'on-track' });
  });

  test('fewer direct units than 10: the requirement becomes what is possible, and says so', () => {
    const six = quotaOf(quotaInput('hongjiang', '2026-03-02', { subjects: direct(60, 6) }), SPOT);
    expect(six).toMatchObject({ required: { direct: 6 }, status: 'on-track' });
    expect(six.explanation).toContain('直属单位应不少于10家，但登记的只有6家，按6家执行');
    const seven = quotaOf(quotaInput('hongjiang', '2026-03-02', { subjects: direct(60, 7) }), SPOT);
    expect(seven.status).toBe('conflict');
  });

  test.each([
    ['ratio', { targets: { min: 4, max: 6 } }],
    ['direct', { targets: { min: 10 }, direct: 10 }],
  ])(
    'settled by the bureau for %s: its reading is required, the conflict stays in view',
    (follow, required) => {
      const decisions = [{ ruleId: SPOT, period: '2026', follow, reason: '省局答复' }];
      const input = quotaInput('hongjiang', '2026-03-02', { subjects: direct(60, 20), decisions });
      const quota = quotaOf(input, SPOT);
      expect(quota.required).toEqual(required);
      expect(quota).toMatchObject({ status: 'on-track', conflict: { follow, reason: '省局答复' } });
      expect(quota.explanation).toContain('省局答复');
    },
  );

  test('a decision of another year, or one that names neither reading, settles nothing', () => {
    const decide = (period: string, follow: string) =>
      quotaOf(
        quotaInput('hongjiang', '2026-03-02', {
          subjects: direct(60, 20),
          decisions: [{ ruleId: SPOT, period, follow, reason: '理由' }],
        }),
        SPOT,
      ).status;
    expect(decide('2025', 'ratio')).toBe('conflict');
    expect(decide('2026', 'neither')).toBe('conflict');
    expect(decide('2026', 'ratio')).toBe('on-track');
  });
});
