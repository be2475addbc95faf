import { describe, expect, test } from 'vitest';
import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import { check, many, quotaInput, quotaOf, type InputParts } from '../../support/quotas/quota-input.ts';

const PATROLS = 'civil-defence-works/patrol';
const WORKS = 'civil-defence-works/special-check';

const responsible = (count: number) => many(count, { traits: ['civil-defence-responsible'] });
const patrols = (on: string, count: number, parts: InputParts = {}) =>
  quotasOn(quotaInput('baixiang', on, { subjects: responsible(count), ...parts })).filter(
    ({ ruleId }) => ruleId === PATROLS,
  );

describe('patrols of many units, each twice a month', () => {
  test('three hundred: at risk from the first working day, though each alone would have until the last but one', () => {
    const quotas = patrols('2026-07-01', 300);
    expect(new Set(quotas.map(({ status }) => status))).toEqual(new Set(['at-risk']));
    expect(quotas).toHaveLength(300);
    expect(quotas[0]).toMatchObject({ remaining: { checks: 2 }, latestSafeDay: '2026-07-01' });
    expect(quotas[0]?.explanation).toContain(
      '尚需检查2次，按每个工作日检查1次计算，最迟应于2026年7月30日开始。' +
        '但本部门2026年7月31日前到期的各项检查合计尚需出行150次，按每次至多4个对象、每个工作日1次计算，' +
        '最迟应于2026年7月1日开始，自该日起有不能全部按期完成的风险。',
    );
  });

  test('a bureau that can make more checks a day has as much more time: 75 outings a round at ten a day', () => {
    // 150 outings at ten a day take the last 15 of 23 working days.
    const parts = { checksPerWorkingDay: 10 };
    expect(patrols('2026-07-10', 300, parts)[0]).toMatchObject({
      status: 'on-track',
      latestSafeDay: '2026-07-13',
    });
    expect(patrols('2026-07-13', 300, parts)[0]?.status).toBe('at-risk');
    expect(patrols('2026-07-10', 300, parts)[0]?.explanation).toContain('每个工作日10次计算');
  });

  test('a dozen: as many outings as hold four each, in two rounds', () => {
    expect(patrols('2026-07-23', 12)[0]).toMatchObject({ status: 'on-track', latestSafeDay: '2026-07-24' });
    expect(patrols('2026-07-24', 12)[0]?.status).toBe('at-risk');
  });

  test('what is done takes no more time, and who is done with is not at risk', () => {
    const subjects = responsible(300);
    const done = subjects.slice(0, 296).map(({ id }) => id);
    const inspections = ['2026-07-01', '2026-07-02'].map((on) => check(on, 'civil-defence-works', done));
    const quotas = patrols('2026-07-06', 300, { subjects, inspections });
    expect(quotas[0]?.status).toBe('met');
    expect(quotas[299]).toMatchObject({ status: 'on-track', latestSafeDay: '2026-07-30' });
  });
});

describe('the work of an office as a whole', () => {
  /** At the year’s end eight units are patrolled twice, and two special checks are made besides. */
  const december = (on: string, parts: InputParts = {}) =>
    quotaInput('baixiang', on, {
      subjects: [
        ...responsible(8),
        ...many(2, { kind: 'civil-defence-work', parentId: 'u0' }, 'w'),
        ...many(2, { kind: 'enforcement-organ' }, 'o'),
      ],
      ...parts,
    });

  test('quotas that end on the same day are added up', () => {
    // Four outings for the patrols and two special checks: the last six working days.
    expect(quotaOf(december('2026-12-01'), WORKS)).toMatchObject({
      status: 'on-track',
      latestSafeDay: '2026-12-24',
    });
    expect(quotaOf(december('2026-12-24'), WORKS)).toMatchObject({ status: 'at-risk' });
    expect(quotaOf(december('2026-12-24'), PATROLS, 'u3')).toMatchObject({ status: 'at-risk' });
  });

  test('what ends later does not hasten what ends before it', () => {
    // In November the special checks of the year are open too; the patrols of the month come first.
    expect(quotaOf(december('2026-11-02'), PATROLS, 'u3')).toMatchObject({ latestSafeDay: '2026-11-25' });
  });

  test('the work of another office does not count', () => {
    const subjects = [...responsible(300), ...many(4, { traits: ['professional-archives'] }, 'a')];
    const daily = quotaOf(
      quotaInput('baixiang', '2026-07-01', { subjects }),
      'archives-security/daily-check',
    );
    expect(daily).toMatchObject({ status: 'on-track', latestSafeDay: '2026-07-29' });
  });
});
