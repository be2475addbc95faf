import { describe, expect, test } from 'vitest';
import { datesOf, dueDays, previewed, type Case } from '../support/deadlines/deadlines.ts';
import { filing, offices, project, secured, withProjects } from '../support/deadlines/examples.ts';

/** The examples that the rules of counting give, written out: a golden recorded anew cannot hide an error here. */

describe.each(withProjects)('a period after an event in %s', (jurisdiction) => {
  test('31 August 2025 + 6 months is 28 February 2026, a make-up Saturday, and stays', () => {
    expect(datesOf(jurisdiction, project('registration-after-start', { startedOn: '2025-08-31' }))).toEqual([
      {
        arisesOn: '2025-08-31',
        due: '2026-02-28',
        actBy: '2026-02-28',
        overdueFrom: '2026-03-01',
        provisional: false,
      },
    ]);
  });

  test('1 July 2026 + 3 months is 1 October and moves to 8 October 2026', () => {
    const accepted = project('registration-after-acceptance', { archivesAcceptedOn: '2026-07-01' });
    expect(datesOf(jurisdiction, accepted)).toEqual([
      {
        arisesOn: '2026-07-01',
        due: '2026-10-08',
        actBy: '2026-10-08',
        overdueFrom: '2026-10-09',
        provisional: false,
      },
    ]);
  });

  test.each([
    ['2025-08-30', '2026-02-28'],
    ['2025-08-29', '2026-02-28'],
    ['2025-08-28', '2026-02-28'],
    ['2025-08-27', '2026-02-27'],
    ['2027-08-31', '2028-02-29'],
    ['2026-03-31', '2026-09-30'],
    ['2026-03-25', '2026-09-28'],
  ])('started on %s, the opening form is due on %s', (startedOn, due) => {
    expect(dueDays(jurisdiction, project('registration-after-start', { startedOn }))).toEqual([due]);
  });
});

describe.each(withProjects)('one month before an event in %s', (jurisdiction) => {
  const application = (planned: string, from = '2026-01-05'): Case =>
    project('acceptance-application', { plannedCompletionAcceptanceOn: planned }, { from, to: '2028-12-31' });

  test('planned 3 November 2026: due 3 October, to act by 30 September, late from 4 October', () => {
    expect(datesOf(jurisdiction, application('2026-11-03'))).toEqual([
      {
        arisesOn: '2026-01-05',
        due: '2026-10-03',
        actBy: '2026-09-30',
        overdueFrom: '2026-10-04',
        provisional: false,
      },
    ]);
  });

  test.each([
    ['2026-12-31', '2026-11-30', '2026-11-30'],
    ['2026-03-31', '2026-02-28', '2026-02-28'],
    ['2026-03-29', '2026-02-28', '2026-02-28'],
    ['2026-03-22', '2026-02-22', '2026-02-14'],
    ['2026-08-30', '2026-07-30', '2026-07-30'],
  ])('planned %s: due %s, to act by %s', (planned, due, actBy) => {
    expect(datesOf(jurisdiction, application(planned))).toMatchObject([{ due, actBy }]);
  });

  test('the 3 months of the national rules are said beside it', () => {
    const [duty] = previewed(jurisdiction, application('2026-11-03'));
    const texts = duty?.explanation.map((step) => step.text) ?? [];
    expect(texts.some((text) => text.includes('3个月') && text.includes('2026年8月3日'))).toBe(true);
  });
});

describe.each(offices)('the cases of the office %s', (office, regime) => {
  test('discovered on 28 September 2026, day 7 is 5 October, due 8 October', () => {
    expect(datesOf('baixiang', filing(office, regime))).toEqual([
      {
        arisesOn: '2026-09-28',
        due: '2026-10-08',
        actBy: '2026-10-08',
        overdueFrom: '2026-10-09',
        provisional: false,
      },
    ]);
    const [duty] = previewed('baixiang', filing(office, regime));
    const texts = duty?.explanation.map((step) => step.text).join('\n') ?? '';
    expect(texts).toContain('第7日为2026年10月5日');
  });

  test('the explanation names the other reading, 13 October, and the bureau can select it', () => {
    const [duty] = previewed('baixiang', filing(office, regime));
    expect(duty?.explanation.map((step) => step.text).join('\n')).toContain(
      '如按工作日计算，届满日为2026年10月13日',
    );
    expect(dueDays('baixiang', filing(office, regime, { count: 'working-days' }))).toEqual(['2026-10-13']);
  });

  test('counted from the day of the act, 20 September, the seventh day moves over Mid-Autumn to the 28th', () => {
    expect(dueDays('baixiang', filing(office, regime, { event: 'occurred' }))).toEqual(['2026-09-28']);
  });

  test.each([
    ['2026-09-30T16:20:00+08:00', '2026-10-01T16:20:00+08:00'],
    ['2026-02-14T23:59:00+08:00', '2026-02-15T23:59:00+08:00'],
    ['2026-11-18T15:30:00+08:00', '2026-11-19T15:30:00+08:00'],
    ['2026-12-31T20:00:00Z', '2027-01-02T04:00:00+08:00'],
  ])('evidence secured at %s: late from the very instant %s', (at, due) => {
    expect(datesOf('baixiang', secured(office, regime, at))).toMatchObject([{ due, overdueFrom: due }]);
  });
});
