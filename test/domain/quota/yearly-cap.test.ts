import { describe, expect, test } from 'vitest';
import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import { check, many, quotaInput, quotaOf, type InputParts } from '../../support/quotas/quota-input.ts';

const DAILY = 'archives-security/daily-check';
const PATROLS = 'civil-defence-works/patrol';
const security = ['professional-archives', 'enterprise'];

/** Four enterprises, each visited twice before March, by whichever regime. */
const enterprises = many(4, { traits: security });
const ids = enterprises.map(({ id }) => id);
const used = [check('2026-01-08', 'archives-security', ids), check('2026-02-05', 'electronic-archives', ids)];
const march = (parts: InputParts) =>
  quotaOf(
    quotaInput('hongjiang', '2026-03-02', { subjects: enterprises, inspections: used, ...parts }),
    DAILY,
  );
const decided = (follow: string) => [{ ruleId: DAILY, period: '2026-03', follow, reason: '局务会议决定' }];

describe('a monthly quota against the yearly cap on checks of one enterprise', () => {
  test('none is in conflict where the bureau set no cap', () => {
    expect(march({})).toMatchObject({ status: 'on-track', required: { checks: 3, targetsPerCheck: 2 } });
    expect(march({}).conflict).toBeUndefined();
  });

  test('is in conflict once the cap is used up, and says how many visits are asked for and how many are left', () => {
    const quota = march({ enterpriseYearlyCap: 2 });
    expect(quota).toMatchObject({
      status: 'conflict',
      required: { checks: 3, targetsPerCheck: 2 },
      conflict: {
        between: ['enterpriseYearlyCap', 'checks'],
        text:
          '本期应检查不少于3次、每次不少于2家，共6家次；可检查的4家中有4家为企业，同一企业每年检查不超过2次，' +
          '扣除本年度期前已实地检查的次数，本期至多可检查0家次，两项不能同时满足',
        readings: [
          {
            follow: 'cap',
            required: { checks: 0, targetsPerCheck: 2 },
            text: '按企业年度检查频次上限执行：本期不再要求检查，比规定的3次少3次',
          },
          {
            follow: 'quota',
            required: { checks: 3, targetsPerCheck: 2 },
            text: '按检查次数执行：本期检查不少于3次、每次不少于2家，对企业的检查至少有6家次超出年度上限',
          },
        ],
      },
    });
    expect(quota.explanation).toContain('须先选定执行口径');
  });

  test('follows what the leader decided; a decision of another conflict settles nothing', () => {
    const by = (follow: string) => march({ enterpriseYearlyCap: 2, decisions: decided(follow) });
    expect(by('cap')).toMatchObject({
      status: 'met',
      required: { checks: 0 },
      conflict: { follow: 'cap', reason: '局务会议决定' },
    });
    expect(by('cap').explanation).toContain('不再要求检查');
    expect(by('quota')).toMatchObject({
      status: 'on-track',
      required: { checks: 3 },
      remaining: { checks: 3 },
    });
    expect(by('ratio')).toMatchObject({ status: 'conflict' });
  });

  test('asks under the cap for as many checks as it leaves room for', () => {
    const one = [check('2026-01-08', 'archives-security', ids)];
    const quota = march({ enterpriseYearlyCap: 2, inspections: one, decisions: decided('cap') });
    expect(quota).toMatchObject({ status: 'on-track', required: { checks: 2 }, remaining: { checks: 2 } });
  });

  test('is none where units that are no enterprises can be visited instead', () => {
    const mixed = [...enterprises, ...many(2, { traits: ['professional-archives'] }, 'v')];
    expect(march({ enterpriseYearlyCap: 2, subjects: mixed })).toMatchObject({ status: 'on-track' });
    // One of them alone can be at each check only once, and each check needs two.
    const alone = march({ enterpriseYearlyCap: 2, subjects: mixed.slice(0, 5) });
    expect(alone.conflict?.text).toContain('本期至多可检查3家次');
    expect(alone.conflict?.readings[0]).toMatchObject({ required: { checks: 0 } });
  });

  test('reckons visits on site of this year before the period: one a day, none by file, none of last year', () => {
    const status = (...inspections: ReturnType<typeof check>[]) =>
      march({ enterpriseYearlyCap: 2, inspections }).status;
    const first = check('2026-01-08', 'archives-security', ids);
    expect(status(first, check('2026-02-05', 'electronic-archives', ids))).toBe('conflict');
    expect(status(check('2025-12-30', 'archives-security', ids))).toBe('on-track');
    expect(status(first, check('2026-01-08', 'electronic-archives', ids.slice(0, 2)))).toBe('conflict');
    const room = { enterpriseYearlyCap: 3 };
    expect(
      march({ ...room, inspections: [first, check('2026-01-08', 'electronic-archives', ids)] }).status,
    ).toBe('on-track');
    expect(
      march({
        ...room,
        inspections: [first, check('2026-02-05', 'archives-security', ids, { mode: 'file' })],
      }).status,
    ).toBe('on-track');
    expect(
      march({ ...room, inspections: [first, check('2026-03-01', 'archives-security', ids)] }).status,
    ).toBe('on-track');
  });
});

describe('a quota of each subject against the cap', () => {
  const subjects = [
    ...many(1, { traits: ['civil-defence-responsible', 'enterprise'] }, 'e'),
    ...many(1, { traits: ['civil-defence-responsible'] }, 'o'),
  ];
  const inspections = ['2026-01-08', '2026-01-20'].map((on) =>
    check(on, 'civil-defence-works', ['e0', 'o0']),
  );
  const of = (parts: InputParts) =>
    quotasOn(quotaInput('baixiang', '2026-03-02', { subjects, inspections, ...parts }))
      .filter(({ ruleId }) => ruleId === PATROLS)
      .map(({ subjectId, status, required }) => [subjectId, status, required.checks]);

  test('is in conflict for the enterprise alone, and decided for the period', () => {
    const decisions = (follow: string) => [{ ruleId: PATROLS, period: '2026-03', follow, reason: '决定' }];
    expect(of({})).toEqual([
      ['e0', 'on-track', 2],
      ['o0', 'on-track', 2],
    ]);
    expect(of({ enterpriseYearlyCap: 3 })).toEqual([
      ['e0', 'conflict', 2],
      ['o0', 'on-track', 2],
    ]);
    expect(of({ enterpriseYearlyCap: 3, decisions: decisions('cap') })).toEqual([
      ['e0', 'on-track', 1],
      ['o0', 'on-track', 2],
    ]);
    expect(of({ enterpriseYearlyCap: 3, decisions: decisions('quota') })).toEqual([
      ['e0', 'on-track', 2],
      ['o0', 'on-track', 2],
    ]);
  });
});
