import { describe, expect, test } from 'vitest';
import { day, formatDay } from '../../../shared/domain/time/day.ts';
import { spanOf } from '../../../shared/domain/quotas/period.ts';
import { latestSafeDay } from '../../../shared/domain/quotas/progress.ts';
import { check, many, publishedCalendar, quotaInput, quotaOf } from '../../support/quotas/quota-input.ts';

const DAILY = 'archives-security/daily-check';
const subjects = many(6, { traits: ['professional-archives'] });
const july = (index: number) => check(`2026-07-0${index}`, 'archives-security', ['u0', 'u1']);

const pace = { calendar: publishedCalendar(), checksPerWorkingDay: 1 };
const safe = (month: string, checks: number): string | undefined => {
  const latest = latestSafeDay(pace, spanOf('month', day(`${month}-15`)), checks);
  return latest === undefined ? undefined : formatDay(latest);
};

describe('the latest safe day', () => {
  test('one check a working day until the period ends, rest days and make-up days as the State Council has them', () => {
    expect([safe('2026-07', 1), safe('2026-07', 3)]).toEqual(['2026-07-31', '2026-07-29']);
    // 28 February 2026 is a Saturday that is worked.
    expect([safe('2026-02', 1), safe('2026-02', 3)]).toEqual(['2026-02-28', '2026-02-26']);
    // 31 October 2026 is a Saturday.
    expect([safe('2026-10', 1), safe('2026-10', 2)]).toEqual(['2026-10-30', '2026-10-29']);
  });

  test('nothing left: none; more checks than working days: the first working day of the period', () => {
    expect(safe('2026-07', 0)).toBeUndefined();
    expect(safe('2026-10', 40)).toBe('2026-10-08');
  });
});

describe('where a quota stands', () => {
  const on = (text: string, done: number, today = text) =>
    quotaOf(
      quotaInput('hongjiang', text, { subjects, inspections: [1, 2, 3].slice(0, done).map(july) }, today),
      DAILY,
    );

  test.each([
    ['2026-07-01', 0, 'on-track'],
    ['2026-07-28', 0, 'on-track'],
    ['2026-07-29', 0, 'at-risk'],
    ['2026-07-29', 1, 'on-track'],
    ['2026-07-30', 1, 'at-risk'],
    ['2026-07-31', 2, 'at-risk'],
    ['2026-07-31', 3, 'met'],
  ])('on %s with %i of 3 checks: %s', (text, done, status) => {
    expect(on(text, done)).toMatchObject({
      status,
      period: { key: '2026-07', from: '2026-07-01', to: '2026-07-31' },
      done: { checks: done },
      remaining: { checks: 3 - done },
    });
  });

  test('a day of a period that is over is judged as of today: missed, or met, and no safe day any more', () => {
    expect(on('2026-07-15', 2, '2026-08-01')).toMatchObject({ status: 'missed', remaining: { checks: 1 } });
    expect(on('2026-07-15', 2, '2026-08-01').latestSafeDay).toBeUndefined();
    expect(on('2026-07-15', 3, '2026-08-01').status).toBe('met');
    expect(on('2026-07-02', 0, '2026-07-30').status).toBe('at-risk');
  });

  test('a day ahead is judged as of that day, with what is done so far', () => {
    expect(on('2026-07-31', 1, '2026-07-06').status).toBe('at-risk');
    const september = on('2026-09-10', 3, '2026-07-06');
    expect(september).toMatchObject({ status: 'on-track', period: { key: '2026-09' }, done: { checks: 0 } });
    expect(september.explanation).toContain('期间尚未开始');
  });

  test('the sentence names clause, figure, population with its day, what is done, what is owed and by when', () => {
    const { explanation } = on('2026-07-06', 1);
    expect(explanation).toBe(
      '依据《洪江区档案局责任清单事中事后监管制度》三(三)三(一)，档案安全事项监管“档案安全日常检查”2026年7月应检查不少于3次，每次不少于2家。' +
        '以2026年7月1日登记的6家为基数。已检查1次，涉及2家；尚需检查2次，按每个工作日检查1次计算，最迟应于2026年7月30日开始。',
    );
  });

  test('a unit alone in the catalogue: each check needs but this one, and the explanation says so', () => {
    const one = quotaInput('hongjiang', '2026-07-06', {
      subjects: subjects.slice(0, 1),
      inspections: [check('2026-07-02', 'archives-security', ['u0'])],
    });
    expect(quotaOf(one, DAILY)).toMatchObject({
      required: { checks: 3, targetsPerCheck: 1 },
      done: { checks: 1, targets: 1 },
    });
    expect(quotaOf(one, DAILY).explanation).toContain('每次检查应不少于2家，但登记的只有1家，按1家执行');
  });

  test('above 10% of the band is a hint in the explanation, and the quota is met', () => {
    const units = many(100, (index) => ({ traits: index < 10 ? ['direct'] : [] }));
    const inspections = units
      .slice(0, 11)
      .map(({ id }) =>
        check('2026-03-03', 'electronic-archives', [id], { ruleId: 'electronic-archives/spot-check' }),
      );
    const input = quotaInput('hongjiang', '2026-03-04', { subjects: units, inspections });
    const quota = quotaOf(input, 'electronic-archives/spot-check');
    expect(quota).toMatchObject({ status: 'met', done: { targets: 11, direct: 10 } });
    expect(quota.explanation).toContain('已检查11家，超过比例上限10家');
  });

  test('the least number of direct units counts apart from the total', () => {
    const units = many(100, (index) => ({ traits: index < 10 ? ['direct'] : [] }));
    const inspections = units
      .slice(4, 14)
      .map(({ id }) =>
        check('2026-03-03', 'electronic-archives', [id], { ruleId: 'electronic-archives/spot-check' }),
      );
    const input = quotaInput('hongjiang', '2026-03-04', { subjects: units, inspections });
    expect(quotaOf(input, 'electronic-archives/spot-check')).toMatchObject({
      status: 'on-track',
      done: { targets: 10, direct: 6 },
      remaining: { targets: 4, direct: 4 },
    });
  });
});
