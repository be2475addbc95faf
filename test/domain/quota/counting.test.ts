import { describe, expect, test } from 'vitest';
import { countedTo } from '../../../shared/domain/quotas/counted.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import { check, many, quotaInput, quotaOf, subject } from '../../support/quotas/quota-input.ts';

const DAILY = 'archives-security/daily-check';
const SPECIAL = 'archives-security/special-check';
const catalogue = many(6, { traits: ['professional-archives'] });
const records = (...inspections: ReturnType<typeof check>[]) =>
  quotaOf(quotaInput('hongjiang', '2026-07-31', { subjects: catalogue, inspections }), DAILY).done;

const counted = (jurisdiction: string, inspection: ReturnType<typeof check>, subjects = catalogue) =>
  countedTo(inspection, rulebookOf(jurisdiction).rules, subjects);

describe('what counts as a check', () => {
  test('a record with at least the required targets; the same unit may count in two checks of a month', () => {
    expect(records(check('2026-07-08', 'archives-security', ['u0', 'u1']))).toEqual({
      checks: 1,
      targets: 2,
    });
    expect(records(check('2026-07-08', 'archives-security', ['u0']))).toEqual({ checks: 0, targets: 0 });
    expect(records(check('2026-07-08', 'archives-security', ['u0', 'u0']))).toEqual({
      checks: 0,
      targets: 0,
    });
    const again = records(
      check('2026-07-08', 'archives-security', ['u0', 'u1']),
      check('2026-07-09', 'archives-security', ['u0', 'u2']),
    );
    expect(again).toEqual({ checks: 2, targets: 3 });
  });

  test('only units in the catalogue count; in Luquan any unit does', () => {
    const other = [...catalogue, subject('x')];
    const mixed = check('2026-07-08', 'archives-security', ['u0', 'x']);
    expect(counted('hongjiang', mixed, other)).toEqual([]);
    expect(counted('luquan', mixed, other)).toEqual([{ ruleId: DAILY, period: '2026-07' }]);
  });

  test('a unit that joined the catalogue within the month counts for checks made from then on', () => {
    const joined = [...catalogue, subject('n', { traits: ['professional-archives'], created: '2026-07-10' })];
    expect(counted('hongjiang', check('2026-07-09', 'archives-security', ['u0', 'n']), joined)).toEqual([]);
    expect(counted('hongjiang', check('2026-07-10', 'archives-security', ['u0', 'n']), joined)).toHaveLength(
      1,
    );
  });

  test('and no longer from the day on which it left the register', () => {
    const parts = { traits: ['professional-archives'], created: '2026-07-10', retired: '2026-07-20' };
    const left = [...catalogue, subject('n', parts)];
    const on = (day: string) =>
      counted('hongjiang', check(day, 'archives-security', ['u0', 'n']), left).length;
    expect([on('2026-07-19'), on('2026-07-20')]).toEqual([1, 0]);
  });

  test('the first and the last day of a period belong to it', () => {
    const inJuly = (on: string) => records(check(on, 'archives-security', ['u0', 'u1'])).checks;
    expect([inJuly('2026-06-30'), inJuly('2026-07-01'), inJuly('2026-07-31')]).toEqual([0, 1, 1]);
    expect([inJuly('2026-08-01'), inJuly('2025-07-08')]).toEqual([0, 0]);
  });
});

describe('to which quotas a record counts', () => {
  const on = '2026-07-08';
  const to = (parts: Parameters<typeof check>[3]) =>
    counted('hongjiang', check(on, 'archives-security', ['u0', 'u1'], parts)).map(({ ruleId }) => ruleId);

  test('without a rule: to the periodic quota of its regime alone', () => {
    expect(to({})).toEqual([DAILY]);
  });

  test('named: to the quota that it names, and not to the periodic one', () => {
    expect(to({ ruleId: SPECIAL })).toEqual([SPECIAL]);
    expect(to({ ruleId: DAILY })).toEqual([DAILY]);
    expect(to({ ruleId: 'archives-security/annual-assessment' })).toEqual([]);
  });

  test.each(['complaint', 'transfer'])(
    'prompted by a %s: to no periodic quota unless the record says so',
    (cause) => {
      expect(to({ cause })).toEqual([]);
      expect(to({ cause, ruleId: DAILY })).toEqual([]);
      expect(to({ cause, countsTowards: [DAILY] })).toEqual([DAILY]);
      expect(to({ cause, ruleId: SPECIAL })).toEqual([SPECIAL]);
    },
  );

  test('a superior’s assignment counts like a planned one', () => {
    expect(to({ cause: 'superior' })).toEqual([DAILY]);
  });

  test('a rule of another regime cannot be served by the record', () => {
    expect(to({ countsTowards: ['electronic-archives/spot-check'] })).toEqual([DAILY]);
  });

  test('the way of checking must be one that the rule takes', () => {
    const report = { ruleId: 'archives-security/report-spot-check' };
    const more = {
      owed: many(10).map(({ id }) => ({ subjectId: id, ruleId: 'archives-security/self-inspection-report' })),
    };
    const by = (mode: string) =>
      countedTo(
        check(on, 'archives-security', ['u0'], { ...report, mode }),
        rulebookOf('hongjiang').rules,
        catalogue,
        more,
      );
    expect(by('on-site')).toEqual([{ ...report, period: '2026' }]);
    expect(by('written')).toEqual([]);
  });

  test('periods are named as the rule counts: month, quarter, half-year, year', () => {
    const projects = many(2, { kind: 'project' }, 'p');
    const quarter = counted('hongjiang', check('2026-12-31', 'key-project-archives', ['p0', 'p1']), projects);
    expect(quarter).toEqual([{ ruleId: 'key-project-archives/quarterly-check', period: '2026-Q4' }]);
    const files = many(1, { kind: 'case', facts: { filedOn: '2026-06-30', office: 'archives' } }, 'c');
    const review = { mode: 'file', ruleId: 'archives-cases/file-quality-review' };
    expect(counted('baixiang', check('2026-06-30', 'archives-cases', ['c0'], review), files)).toEqual([
      { ruleId: review.ruleId, period: '2026-H1' },
    ]);
    expect(counted('baixiang', check('2026-07-01', 'archives-cases', ['c0'], review), files)).toEqual([]);
  });

  test('a patrol counts for each responsible unit, by itself or by one of its works', () => {
    const subjects = [
      subject('a', { traits: ['civil-defence-responsible'] }),
      subject('b'),
      subject('w', { kind: 'civil-defence-work', parentId: 'b' }),
      subject('c'),
    ];
    const patrol = check(on, 'civil-defence-works', ['a', 'w', 'b', 'c']);
    expect(counted('baixiang', patrol, subjects)).toEqual([
      { ruleId: 'civil-defence-works/patrol', period: '2026-07', subjectId: 'a' },
      { ruleId: 'civil-defence-works/patrol', period: '2026-07', subjectId: 'b' },
    ]);
  });

  test('a patrol of a work counts for each unit among its parties, and not for the unit above', () => {
    const subjects = [
      ...['above', 'builder', 'maintainer', 'other'].map((id) => subject(id)),
      subject('w', {
        kind: 'civil-defence-work',
        parentId: 'above',
        answeredBy: ['builder', 'maintainer'],
      }),
      subject('named', { kind: 'civil-defence-work', parentId: 'other', answeredBy: [] }),
    ];
    const patrol = check(on, 'civil-defence-works', ['w', 'named']);
    expect(counted('baixiang', patrol, subjects)).toEqual(
      ['builder', 'maintainer'].map((subjectId) => ({
        ruleId: 'civil-defence-works/patrol',
        period: '2026-07',
        subjectId,
      })),
    );
  });

  test('a check of a decision’s execution counts for that decision, in the year of the decision', () => {
    const decisions = [
      subject('d', {
        kind: 'reconsideration-decision',
        facts: { decidedOn: '2025-12-30', outcome: 'revoked' },
      }),
      subject('e', {
        kind: 'reconsideration-decision',
        facts: { decidedOn: '2026-05-06', outcome: 'upheld' },
      }),
    ];
    expect(counted('baixiang', check(on, 'administrative-reconsideration', ['d', 'e']), decisions)).toEqual([
      { ruleId: 'administrative-reconsideration/performance-check', period: '2025', subjectId: 'd' },
    ]);
  });
});
