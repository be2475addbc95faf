import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/domain/time/day.ts';
import { planFor } from '../../../shared/domain/quotas/plan.ts';
import type { FollowUpDue } from '../../../shared/domain/quotas/types.ts';
import { many, quotaInput, subject, type InputParts } from '../../support/quotas/quota-input.ts';

const due = (subjectId: string, rectifyBy: string, parts: Partial<FollowUpDue> = {}): FollowUpDue => ({
  inspectionId: 'i0',
  subjectId,
  regime: 'archives-security',
  from: day(rectifyBy),
  rectifyBy,
  text: '库房温度过高。',
  ...parts,
});
const subjects = many(6, { traits: ['professional-archives'] });
const plan = (followUps: readonly FollowUpDue[], parts: InputParts = {}, today = '2026-03-02', year = 2026) =>
  planFor(quotaInput('hongjiang', today, { subjects, ...parts, followUps }), year);
const following = (...given: Parameters<typeof plan>) =>
  plan(...given).visits.filter(({ followUps }) => followUps.length > 0);

/** Nobody of these owes anything else. */
const idle = { subjects: [...subjects, ...many(6, {}, 'x')] };

describe('follow-up visits of what was found', () => {
  test('stand on the first working day on or after the day by which it is to be put right', () => {
    // 5 April 2026 is a Sunday, the 6th the day off for Qingming.
    const [visit, ...more] = following([due('x1', '2026-04-05')], { ...idle, checksPerWorkingDay: 2 });
    expect(more).toEqual([]);
    expect(visit).toMatchObject({
      day: '2026-04-07',
      mode: 'on-site',
      targets: ['x1'],
      serves: [],
      followUps: [
        { inspectionId: 'i0', subjectId: 'x1', regime: 'archives-security', rectifyBy: '2026-04-05' },
      ],
      note: '复查x1号的整改情况（整改期限2026年4月5日）：库房温度过高。',
    });
  });

  test('wait for the next day on which the office is not out already', () => {
    const busy = plan([], idle).visits.map((visit) => visit.day);
    const [visit] = following([due('x1', busy[3] ?? '')], idle);
    expect(visit && visit.day > (busy[3] ?? '')).toBe(true);
    expect(busy).not.toContain(visit?.day);
  });

  test('are made together with a check of the same subject that falls soon after', () => {
    const bare = plan([]);
    const target = bare.visits.find((visit) => visit.day > '2026-04-01');
    const [subjectId = ''] = target?.targets ?? [];
    const [visit, ...more] = following([due(subjectId, target?.day ?? '')]);
    expect(more).toEqual([]);
    expect(visit).toMatchObject({ day: target?.day, targets: target?.targets });
    expect(visit?.serves).toEqual(target?.serves);
    expect(visit?.note).toMatch(/制作1份检查记录。复查u\d号/);
    expect(plan([due(subjectId, target?.day ?? '')]).visits).toHaveLength(bare.visits.length);
  });

  test('of several subjects at the same time are one outing, of four at the most', () => {
    const visits = following(
      ['x0', 'x1', 'x2', 'x3', 'x4'].map((id) => due(id, '2026-05-11')),
      idle,
    );
    expect(visits.map(({ targets }) => targets.length)).toEqual([4, 1]);
    expect(visits[0]?.day).toBe('2026-05-11');
  });

  test('that are late already stand on the next working day; those of a retired subject nowhere', () => {
    expect(following([due('x1', '2026-01-20')], idle)[0]?.day).toBe('2026-03-02');
    const gone = { subjects: [...subjects, subject('x9', { retired: '2026-02-01' })] };
    expect(following([due('x9', '2026-04-05')], gone)).toEqual([]);
  });

  test('of another year stand in the plan of that year', () => {
    const next = [due('x1', '2027-02-01')];
    expect(following(next, idle)).toEqual([]);
    expect(following(next, idle, '2026-03-02', 2027)[0]?.day).toBe('2027-02-01');
  });

  test('keep their visit of an enterprise under the yearly cap', () => {
    const enterprises = many(6, { traits: ['professional-archives', 'enterprise'] }, 'e');
    const others = many(6, { traits: ['professional-archives'] }, 'o');
    const parts = { subjects: [...enterprises, ...others], enterpriseYearlyCap: 1 };
    const { visits, notes } = plan([due('e2', '2026-11-02')], parts);
    const days = visits.filter(({ targets }) => targets.includes('e2')).map((visit) => visit.day);
    expect(days).toHaveLength(1);
    expect(days[0]?.slice(0, 7)).toBe('2026-11');
    expect(notes.join('')).toContain('复查');
  });
});
