import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/domain/time/day.ts';
import { planFor } from '../../../shared/domain/quotas/plan.ts';
import type { QuotaPlan } from '../../../shared/domain/quotas/types.ts';
import { carriedOut, leftOpen } from '../../support/quotas/carry-out.ts';
import {
  check,
  many,
  override,
  publishedCalendar,
  quotaInput,
  subject,
} from '../../support/quotas/quota-input.ts';

const SPOT = 'electronic-archives/spot-check';
const DAILY = 'archives-security/daily-check';

/** 120 units: 15 direct, 25 in the catalogue, 10 of them both; one on the key-monitored list; 11 projects. */
const town = [
  ...many(120, (index) => ({
    traits: [
      ...(index < 15 ? ['direct'] : []),
      ...(index >= 5 && index < 30 ? ['professional-archives'] : []),
      ...(index === 0 ? ['key-monitored'] : []),
      ...(index < 9 ? ['civil-defence-responsible'] : []),
    ],
  })),
  ...many(11, { kind: 'project' }, 'p'),
  ...many(5, { kind: 'civil-defence-work', parentId: 'u40' }, 'w'),
  ...many(7, { kind: 'enforcement-organ' }, 'o'),
];

const serving = (plan: QuotaPlan, ruleId: string) =>
  plan.visits.filter((visit) => visit.serves.some((one) => one.ruleId === ruleId));

describe('the plan of a year', () => {
  test.each(['hongjiang', 'shexian', 'luquan', 'baixiang'])(
    '%s: carried out, it meets every quota',
    (jurisdiction) => {
      const input = quotaInput(jurisdiction, '2026-01-01', { subjects: town });
      const plan = planFor(input, 2026);
      expect(plan.unmet).toEqual([]);
      expect(leftOpen(input, plan)).toEqual([]);
    },
  );

  test('every visit is on a working day from today on, and no office goes out twice a day', () => {
    const plan = planFor(quotaInput('hongjiang', '2026-02-10', { subjects: town }), 2026);
    const days = plan.visits.map((visit) => visit.day);
    expect(days.filter((on) => publishedCalendar().isRest(day(on)))).toEqual([]);
    expect(days.every((on) => on >= '2026-02-10' && on <= '2026-12-31')).toBe(true);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toEqual([...days].sort());
  });

  test('few visits: what the same office checks at the same units rides along, as a record of its own', () => {
    const plan = planFor(quotaInput('hongjiang', '2026-01-01', { subjects: town }), 2026);
    // 36 daily checks, 1 special check of security, 4 quarterly and 1 full check of projects: no more.
    expect(plan.visits).toHaveLength(42);
    const joint = serving(plan, SPOT);
    expect(joint.every((visit) => visit.serves.some(({ ruleId }) => ruleId === DAILY))).toBe(true);
    expect(joint[0]?.note).toContain('分别制作2份检查记录');
  });

  test('two quotas of one regime never share a visit, and offices do not visit for each other', () => {
    const plan = planFor(quotaInput('baixiang', '2026-01-01', { subjects: town }), 2026);
    for (const { serves } of plan.visits) {
      const regimes = serves.map(({ ruleId }) => ruleId.split('/')[0] ?? '');
      expect(new Set(regimes).size).toBe(regimes.length);
      expect(new Set(regimes.map((regime) => regime.startsWith('civil-defence'))).size).toBe(1);
    }
  });

  test('nor where there is little time left: each quota of a regime gets visits of its own', () => {
    const input = quotaInput('luquan', '2026-12-01', { subjects: town });
    const plan = planFor(input, 2026);
    for (const { serves } of plan.visits) {
      expect(new Set(serves.map(({ ruleId }) => ruleId.split('/')[0])).size).toBe(serves.length);
    }
    expect(leftOpen(input, plan)).toEqual([]);
  });

  test('a quota whose last units have left the register is named as one that cannot be met', () => {
    const SPECIAL = 'electronic-archives/special-check';
    const subjects = [subject('a'), subject('b', { retired: '2026-03-02' })];
    const inspections = [check('2026-02-02', 'electronic-archives', ['a'], { ruleId: SPECIAL })];
    const { unmet } = planFor(quotaInput('luquan', '2026-03-02', { subjects, inspections }), 2026);
    expect(unmet.find(({ ruleId }) => ruleId === SPECIAL)?.why).toContain('可以安排的对象只有0个，尚需1个');
  });

  test('evenly spread: three daily checks a month, at least five working days apart within it', () => {
    const plan = planFor(quotaInput('hongjiang', '2026-01-01', { subjects: town }), 2026);
    const july = serving(plan, DAILY).flatMap(({ day: on }) => (on.startsWith('2026-07') ? [day(on)] : []));
    expect(july).toHaveLength(3);
    expect(
      july
        .slice(1)
        .map((on, index) => on - (july[index] ?? on))
        .every((gap) => gap >= 5),
    ).toBe(true);
  });

  test('least recently visited first', () => {
    const subjects = many(6, { traits: ['professional-archives'] });
    const inspections = [
      check('2026-01-08', 'archives-security', ['u0', 'u1']),
      check('2026-01-15', 'archives-security', ['u2', 'u3']),
      check('2026-01-22', 'electronic-archives', ['u4']),
    ];
    const plan = planFor(quotaInput('hongjiang', '2026-02-02', { subjects, inspections }), 2026);
    expect(
      serving(plan, DAILY)
        .slice(0, 3)
        .map(({ targets }) => targets.slice(0, 2)),
    ).toEqual([
      ['u5', 'u0'],
      ['u1', 'u2'],
      ['u3', 'u4'],
    ]);
  });

  test('what is done already is not planned again', () => {
    const subjects = many(6, { traits: ['professional-archives'] });
    const july = [1, 2, 3].map((on) => check(`2026-07-0${on}`, 'archives-security', ['u0', 'u1']));
    const plan = planFor(quotaInput('hongjiang', '2026-07-06', { subjects, inspections: july }), 2026);
    const months = serving(plan, DAILY).map((visit) => visit.day.slice(0, 7));
    expect(months.filter((month) => month === '2026-07')).toEqual([]);
    expect(months).toHaveLength(15);
  });

  test('what cannot be met any more is named with the reason', () => {
    const plan = planFor(quotaInput('hongjiang', '2026-03-16', { subjects: town }), 2026);
    expect(plan.unmet).toMatchObject([
      { ruleId: DAILY, period: '2026-01' },
      { ruleId: DAILY, period: '2026-02' },
    ]);
    expect(plan.unmet[0]?.why).toContain('未完成');
  });

  test('a conflict that nobody has settled is not planned; once settled it is', () => {
    const subjects = many(60, (index) => ({ traits: index < 12 ? ['direct'] : [] }));
    const parts = { subjects };
    const open = planFor(quotaInput('luquan', '2026-01-04', parts), 2026);
    expect(open.unmet.map(({ ruleId }) => ruleId)).toContain(SPOT);
    expect(serving(open, SPOT)).toEqual([]);
    const decisions = [{ ruleId: SPOT, period: '2026', follow: 'direct', reason: '省局答复' }];
    const settled = planFor(quotaInput('luquan', '2026-01-04', { ...parts, decisions }), 2026);
    const checked = new Set(
      settled.visits.flatMap(({ serves }) =>
        serves.flatMap((one) => (one.ruleId === SPOT ? one.targets : [])),
      ),
    );
    expect(checked.size).toBe(10);
    expect([...checked].filter((id) => !many(12).some((unit) => unit.id === id))).toEqual([]);
  });

  test('a list that is too short is planned as far as it goes, and named', () => {
    const subjects = many(200, (index) => ({ traits: index === 0 ? ['key-monitored'] : [] }));
    const plan = planFor(quotaInput('luquan', '2026-01-04', { subjects }), 2026);
    expect(plan.unmet).toMatchObject([{ ruleId: 'electronic-archives/key-monitored', period: '2026' }]);
    expect(serving(plan, 'electronic-archives/key-monitored')).toHaveLength(1);
  });

  test('a superior’s special check is planned inside the days that the superior gave', () => {
    const SPECIAL = 'key-project-archives/special-check';
    const overrides = [override(SPECIAL, { checks: 2, targetsPerCheck: 3 }, '2026-05-11', '2026-05-22')];
    const input = quotaInput('shexian', '2026-02-02', { subjects: town, overrides });
    const visits = serving(planFor(input, 2026), SPECIAL);
    expect(visits.map((visit) => [visit.mode, visit.targets.length])).toEqual([
      ['joint', 3],
      ['joint', 3],
    ]);
    expect(visits.every((visit) => visit.day >= '2026-05-11' && visit.day <= '2026-05-22')).toBe(true);
    expect(leftOpen(input, planFor(input, 2026)).filter(({ ruleId }) => ruleId === SPECIAL)).toEqual([]);
  });

  test('permits and decisions that are there are planned; the year’s end is the last day for their files', () => {
    const subjects = [
      ...many(5, { kind: 'permit', facts: { grantedOn: '2026-10-12' } }, 'x'),
      subject('d', {
        kind: 'reconsideration-decision',
        facts: { decidedOn: '2026-09-01', outcome: 'revoked' },
      }),
    ];
    const input = quotaInput('baixiang', '2026-10-15', { subjects });
    const plan = planFor(input, 2026);
    expect(serving(plan, 'archives-disposal/file-check').map((visit) => visit.day)).toEqual(['2026-12-31']);
    expect(serving(plan, 'archives-disposal/site-recheck')[0]?.targets).toHaveLength(3);
    expect(serving(plan, 'administrative-reconsideration/performance-check')[0]?.targets).toEqual(['d']);
    expect(leftOpen(input, plan)).toEqual([]);
  });

  test('a year whose holidays are not published is provisional, and says so', () => {
    const input = quotaInput('hongjiang', '2026-08-03', { subjects: town });
    const next = planFor(input, 2027);
    expect(next.provisional).toBe(true);
    expect(next.notes.join('')).toContain('2027年的放假安排尚未公布');
    expect(planFor(input, 2026).provisional).toBe(false);
    expect(carriedOut(next).length).toBeGreaterThan(40);
    expect(leftOpen(input, next)).toEqual([]);
  });

  test('the last day of the year, and a year that is over', () => {
    const input = quotaInput('hongjiang', '2026-12-31', { subjects: town });
    expect(leftOpen(input, planFor(input, 2026))).toEqual([]);
    const past = planFor(quotaInput('hongjiang', '2027-01-04', { subjects: town }), 2026);
    expect(past.visits).toEqual([]);
    expect(past.unmet.length).toBeGreaterThan(12);
  });
});
