import { describe, expect, test } from 'vitest';
import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import { check, many, quotaInput, quotaOf, subject } from '../../support/quotas/quota-input.ts';

describe('patrols of each responsible unit', () => {
  const PATROL = 'civil-defence-works/patrol';
  const subjects = [
    subject('a', { traits: ['civil-defence-responsible'] }),
    subject('b'),
    subject('b1', { kind: 'civil-defence-work', parentId: 'b' }),
    subject('b2', { kind: 'civil-defence-work', parentId: 'b' }),
    subject('c'),
    subject('c1', { kind: 'civil-defence-work', parentId: 'c', retired: '2026-06-15' }),
    subject('d'),
    subject('d1', { kind: 'civil-defence-work', parentId: 'd', retired: '2026-07-15' }),
    subject('e', { traits: ['civil-defence-responsible'], retired: '2026-07-10' }),
    subject('f'),
  ];
  const patrols = (on: string, inspections: ReturnType<typeof check>[] = []) =>
    quotasOn(quotaInput('baixiang', on, { subjects, inspections })).filter(({ ruleId }) => ruleId === PATROL);

  test('are owed of units with the mark and of those with a work that stands on the first day', () => {
    expect(patrols('2026-07-05').map(({ subjectId }) => subjectId)).toEqual(['a', 'b', 'd', 'e']);
    expect(patrols('2026-08-05').map(({ subjectId }) => subjectId)).toEqual(['a', 'b']);
  });

  test('a unit that left the register since is owed none any more', () => {
    expect(patrols('2026-07-10').map(({ subjectId }) => subjectId)).toEqual(['a', 'b', 'd']);
  });

  test('count on site alone, once a record, whether the unit or its works were looked at', () => {
    const inspections = [
      check('2026-07-02', 'civil-defence-works', ['a', 'b1']),
      check('2026-07-03', 'civil-defence-works', ['b', 'b1', 'b2']),
      check('2026-07-04', 'civil-defence-works', ['a'], { mode: 'written' }),
      check('2026-07-04', 'civil-defence-works', ['a'], { ruleId: 'civil-defence-works/special-check' }),
    ];
    const states = patrols('2026-07-20', inspections).map((one) => [
      one.subjectId,
      one.done.checks,
      one.status,
    ]);
    expect(states).toEqual([
      ['a', 1, 'on-track'],
      ['b', 2, 'met'],
      ['d', 0, 'on-track'],
    ]);
    expect(patrols('2026-07-20', inspections)[0]?.explanation).toContain('应对a号检查不少于2次');
  });

  test('nobody responsible: said once, not applicable', () => {
    const none = quotaOf(quotaInput('baixiang', '2026-07-05', { subjects: [subject('f')] }), PATROL);
    expect(none).toMatchObject({ status: 'not-applicable', population: 0 });
  });
});

describe('key-monitored units', () => {
  const KEY = 'electronic-archives/key-monitored';
  const list = (units: number, listed: number, inspections: ReturnType<typeof check>[] = []) =>
    quotaOf(
      quotaInput('luquan', '2026-05-06', {
        subjects: many(units, (index) => ({ traits: index < listed ? ['key-monitored'] : [] })),
        inspections,
      }),
      KEY,
    );
  const visit = (...ids: string[]) => check('2026-04-07', 'electronic-archives', ids, { ruleId: KEY });

  test('about 1% stand on the list, each of them is checked on site once', () => {
    expect(list(166, 2).required).toEqual({ checks: 1, targets: { min: 2 } });
    expect(list(166, 2, [visit('u0')])).toMatchObject({ status: 'on-track', done: { targets: 1 } });
    expect(list(166, 2, [visit('u0', 'u1')])).toMatchObject({ status: 'met', remaining: { targets: 0 } });
    expect(list(166, 2, [visit('u0', 'u5')]).done.targets).toBe(1);
  });

  test('a list that is too short keeps the quota open; a longer one is checked whole', () => {
    const short = list(166, 1, [visit('u0')]);
    expect(short).toMatchObject({ status: 'on-track', remaining: { targets: 1 } });
    expect(short.explanation).toContain('名单应列2家左右，现已列入1家，尚需确定1家');
    expect(list(100, 3).required.targets).toEqual({ min: 3 });
  });

  test('a record that names another quota, or none, does not count', () => {
    const other = { ruleId: 'electronic-archives/spot-check' };
    expect(list(100, 1, [check('2026-04-07', 'electronic-archives', ['u0'], other)]).done.targets).toBe(0);
    expect(list(100, 1, [check('2026-04-07', 'electronic-archives', ['u0'])]).done.targets).toBe(0);
  });
});

describe('the cap on spot checks of self-inspection reports', () => {
  const CAP = 'archives-security/report-spot-check';
  const cap = (owing: number, checked: number, on = '2026-10-12', today = on) =>
    quotaOf(
      quotaInput(
        'hongjiang',
        on,
        {
          subjects: many(30),
          owed: [
            ...many(owing).map(({ id }) => ({
              subjectId: id,
              ruleId: 'archives-security/self-inspection-report',
              period: '2025',
            })),
            { subjectId: 'u29', ruleId: 'archives-security/self-inspection-report', period: '2026' },
          ],
          inspections: many(checked).map(({ id }) =>
            check('2026-10-09', 'archives-security', [id], { ruleId: CAP }),
          ),
        },
        today,
      ),
      CAP,
    );

  test.each([
    [9, 0],
    [10, 1],
    [19, 1],
    [20, 2],
  ])('of %i reports on the year before at most %i', (owing, max) => {
    expect(cap(owing, 0)).toMatchObject({
      population: owing,
      required: { targets: { max } },
      remaining: { targets: max },
    });
  });

  test('on track below and at the cap, exceeded above it, met when the year is over', () => {
    expect(cap(20, 2).status).toBe('on-track');
    expect(cap(20, 3).status).toBe('exceeded');
    expect(cap(20, 3).explanation).toContain('已超过上限1家');
    expect(cap(20, 2, '2026-10-12', '2027-01-01').status).toBe('met');
    expect(cap(20, 2).latestSafeDay).toBeUndefined();
  });

  test('fewer than ten reports allow none; no report: not applicable', () => {
    expect(cap(9, 1).status).toBe('exceeded');
    expect(cap(9, 0).explanation).toContain('不得实地抽查');
    expect(cap(0, 0).status).toBe('not-applicable');
  });
});

describe('the execution of reconsideration decisions', () => {
  const EACH = 'administrative-reconsideration/performance-check';
  const decision = (id: string, decidedOn: string, outcome: string) =>
    subject(id, { kind: 'reconsideration-decision', facts: { decidedOn, outcome } });
  const subjects = [
    decision('a', '2026-03-03', 'revoked'),
    decision('b', '2026-03-04', 'upheld'),
    decision('c', '2025-12-30', 'duty-ordered'),
    decision('d', '2026-09-01', 'unlawful'),
    decision('e', '2026-03-05', 'changed'),
  ];
  const list = (on: string, inspections: ReturnType<typeof check>[] = []) =>
    quotasOn(quotaInput('baixiang', on, { subjects, inspections }))
      .filter(({ ruleId }) => ruleId === EACH)
      .map(({ subjectId, status, period }) => [subjectId, status, period.key]);

  test('every one with such an outcome is checked; an upheld one is not; one that was not checked stays listed', () => {
    expect(list('2026-05-06')).toEqual([
      ['a', 'on-track', '2026'],
      ['c', 'missed', '2025'],
      ['e', 'on-track', '2026'],
    ]);
  });

  test('a check before the decision does not count, one after it does, however late', () => {
    const of = (on: string, id: string) => check(on, 'administrative-reconsideration', [id]);
    const checked = [of('2026-03-02', 'a'), of('2026-03-05', 'e'), of('2026-01-20', 'c')];
    expect(list('2026-05-06', checked)).toEqual([
      ['a', 'on-track', '2026'],
      ['c', 'met', '2025'],
      ['e', 'met', '2026'],
    ]);
  });

  test('what was checked in an earlier year is not listed again', () => {
    const checked = [check('2025-12-31', 'administrative-reconsideration', ['c'])];
    expect(list('2026-05-06', checked).map(([id]) => id)).toEqual(['a', 'e']);
  });
});

describe('all of a register', () => {
  test('the files of every enforcement organ once a year', () => {
    const subjects = [
      ...many(3, { kind: 'enforcement-organ' }),
      subject('x', { kind: 'enforcement-organ', retired: '2026-04-01' }),
    ];
    const inspections = [check('2026-05-06', 'administrative-litigation', ['u0', 'u1'], { mode: 'file' })];
    const input = quotaInput('baixiang', '2026-06-01', { subjects, inspections });
    expect(quotaOf(input, 'administrative-litigation/file-review')).toMatchObject({
      population: 3,
      required: { checks: 1, targets: { min: 3 } },
      done: { checks: 1, targets: 2 },
      remaining: { checks: 1, targets: 1 },
    });
  });
});

describe('Liaoning’s maintenance fee', () => {
  test('2 to 3 yuan a volume, shown for each holder; no check is counted', () => {
    const subjects = [subject('a', { facts: { volumes: 12000 } }), subject('b')];
    const quota = quotaOf(quotaInput('liaoning', '2026-05-06', { subjects }), 'policy-goals/maintenance-fee');
    expect(quota).toMatchObject({
      subjectId: 'a',
      required: { amount: { volumes: 12000, min: 24000, max: 36000 } },
      status: 'not-applicable',
    });
    expect(quota.explanation).toContain('馆藏12000卷，2026年度档案日常维护费预算应为24000元至36000元');
  });

  test('not before the circular', () => {
    const input = quotaInput('liaoning', '2015-03-23', { subjects: many(1, { facts: { volumes: 1 } }) });
    expect(quotasOn(input)).toEqual([]);
  });
});
