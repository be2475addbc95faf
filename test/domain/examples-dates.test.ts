import { describe, expect, test } from 'vitest';
import { datesOf, dueDays, planned, previewed, type Case } from '../support/deadlines/deadlines.ts';
import { bureau, offices, project, withProjects } from '../support/deadlines/examples.ts';

/** The examples that the rules of counting give, written out: a golden recorded anew cannot hide an error here. */

describe('fixed dates stay where they are', () => {
  const unit = { kind: 'unit', traits: ['backup-register'], facts: {} } as const;

  test.each(withProjects)(
    '30 September in %s: late from 1 October, though that is a holiday',
    (jurisdiction) => {
      const report = bureau('archives-security/self-inspection-report', { ...unit, to: '2026-12-31' });
      expect(datesOf(jurisdiction, report)).toEqual([
        {
          period: '2025',
          arisesOn: '2026-01-01',
          due: '2026-09-30',
          actBy: '2026-09-30',
          overdueFrom: '2026-10-01',
          provisional: false,
        },
      ]);
    },
  );

  test.each(withProjects)('31 January 2026 in %s is a Saturday: nobody is late on Monday', (jurisdiction) => {
    const assessment = bureau('archives-security/annual-assessment', { to: '2026-12-31' });
    expect(datesOf(jurisdiction, assessment)).toEqual([
      {
        period: '2025',
        arisesOn: '2026-01-01',
        due: '2026-01-31',
        actBy: '2026-01-30',
        overdueFrom: '2026-02-03',
        provisional: false,
      },
    ]);
  });

  test('Luquan’s assessment is due by the last day of February, the 29th in 2028', () => {
    const assessment = bureau('archives-security/annual-assessment');
    expect(dueDays('luquan', assessment)).toEqual(['2026-02-28', '2027-02-28', '2028-02-29']);
    expect(datesOf('luquan', assessment).map(({ overdueFrom }) => overdueFrom)).toEqual([
      '2026-03-01',
      '2027-03-02',
      '2028-03-01',
    ]);
  });

  test.each(withProjects)('the bureau’s summary in %s is due by 31 December by default', (jurisdiction) => {
    const summary = bureau('archives-security/self-inspection-summary');
    expect(dueDays(jurisdiction, summary)).toEqual(['2026-12-31', '2027-12-31', '2028-12-31']);
  });
});

describe('the bureau’s own dates stay where they are', () => {
  test.each(offices)(
    'the half-yearly lists of %s: the second half by January, the first by July',
    (office, regime) => {
      const lists = bureau(`${regime}/major-penalty-report`, { facts: { office }, to: '2027-02-28' });
      expect(datesOf('baixiang', lists).map(({ period, arisesOn, due }) => [period, arisesOn, due])).toEqual([
        ['2025-H2', '2026-01-01', '2026-01-31'],
        ['2026-H1', '2026-07-01', '2026-07-31'],
        ['2026-H2', '2027-01-01', '2027-01-31'],
      ]);
    },
  );

  test.each(['shexian', 'baixiang'])('in %s: 9 June, and the week that holds 5 September', (jurisdiction) => {
    expect(dueDays(jurisdiction, bureau('public-service/annual-event'))).toEqual([
      '2026-06-09',
      '2026-09-06',
      '2027-06-09',
      '2027-09-05',
      '2028-06-09',
      '2028-09-10',
    ]);
  });

  test.each(['shexian', 'baixiang'])(
    'in %s the week runs from Monday 31 August to Sunday 6 September',
    (id) => {
      const week = previewed(id, bureau('public-service/annual-event', { to: '2026-12-31' })).at(-1);
      expect(week?.explanation.map((step) => step.text).join('\n')).toContain('2026年8月31日至2026年9月6日');
    },
  );
});

describe.each(withProjects)('the yearly form of a project in %s', (jurisdiction) => {
  const yearly = (facts: Record<string, string>, readings: Record<string, string> = {}): string[] =>
    dueDays(
      jurisdiction,
      project('registration-yearly', facts, { readings, from: '2020-01-01', to: '2028-12-31' }),
    );
  const startedOnly = { first: 'started-on' };

  test('begins with the 31 December on or after the day on which the opening form is due', () => {
    expect(yearly({ startedOn: '2026-06-30' })[0]).toBe('2026-12-31');
    expect(yearly({ startedOn: '2026-07-01' })[0]).toBe('2027-12-31');
    expect(yearly({ startedOn: '2023-06-30' })[0]).toBe('2024-12-31');
    expect(yearly({ startedOn: '2025-12-31' })[0]).toBe('2026-12-31');
  });

  test('in the other reading begins with the 31 December on or after the start', () => {
    expect(yearly({ startedOn: '2026-07-01' }, startedOnly)[0]).toBe('2026-12-31');
    expect(yearly({ startedOn: '2025-12-31' }, startedOnly)[0]).toBe('2025-12-31');
    expect(yearly({ startedOn: '2026-01-01' }, startedOnly)[0]).toBe('2026-12-31');
  });

  test('ends with the last 31 December before the acceptance', () => {
    const startedOn = '2024-01-15';
    expect(yearly({ startedOn, archivesAcceptedOn: '2026-12-30' })).toEqual(['2024-12-31', '2025-12-31']);
    expect(yearly({ startedOn, archivesAcceptedOn: '2026-12-31' })).toEqual(['2024-12-31', '2025-12-31']);
    expect(yearly({ startedOn, archivesAcceptedOn: '2027-01-01' })).toEqual([
      '2024-12-31',
      '2025-12-31',
      '2026-12-31',
    ]);
    expect(yearly({ startedOn, archivesAcceptedOn: '2024-12-01' })).toEqual([]);
  });

  test('is not owed by a project that has not started', () => {
    expect(yearly({ plannedCompletionAcceptanceOn: '2026-11-03' })).toEqual([]);
  });
});

describe('the goals of Liaoning', () => {
  const once = (ruleId: string, more: Partial<Case>): Case =>
    bureau(ruleId, { from: '2015-01-01', to: '2024-12-31', ...more });

  test.each([
    ['archive-building', { kind: 'government', facts: { level: 'county' } }, '2020-12-31', '2021-01-01'],
    ['holdings-digitised', {}, '2020-03-24', '2020-03-25'],
    ['digital-archives-system', {}, '2020-12-31', '2021-01-01'],
    [
      'e-archiving-start',
      { kind: 'unit', traits: ['transfer-scope'], facts: {} },
      '2015-12-31',
      '2016-01-01',
    ],
  ] as const)('%s has its date, pursues nobody and reminds nobody', (rule, who, due, overdueFrom) => {
    const one = once(`policy-goals/${rule}`, who);
    expect(datesOf('liaoning', one)).toMatchObject([{ arisesOn: '2015-03-24', due, overdueFrom }]);
    expect(previewed('liaoning', one).map(({ reminders, escalations }) => [reminders, escalations])).toEqual([
      [[], []],
    ]);
    expect(planned('liaoning', one).map(({ steps }) => steps)).toEqual([[]]);
  });

  test('a hearing and 40 class hours are owed each calendar year', () => {
    const hearing = bureau('policy-goals/annual-hearing', { kind: 'government', facts: { level: 'city' } });
    const hours = bureau('policy-goals/continuing-education', { kind: 'archivist', facts: {} });
    const years = ['2026-12-31', '2027-12-31', '2028-12-31'];
    expect(dueDays('liaoning', hearing)).toEqual(years);
    expect(dueDays('liaoning', hours)).toEqual(years);
  });
});
