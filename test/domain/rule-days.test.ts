import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, formatDay } from '../../shared/domain/time/day.ts';
import { reminderPlanOf } from '../../shared/domain/duties/schedule.ts';
import type { DeadlineRule } from '../../shared/rules/rule.ts';
import { contextOf } from '../support/deadlines/deadlines.ts';
import { due, type Asked } from '../support/deadlines/due-lines.ts';
import { DutyBook } from '../support/deadlines/duty-book.ts';
import { bookWith, version } from '../support/deadlines/rule-versions.ts';

const AFTER_START = 'key-project-archives/registration-after-start';
const YEARLY = 'key-project-archives/registration-yearly';
const APPLICATION = 'key-project-archives/acceptance-application';
const REPORT = 'archives-security/self-inspection-report';
const ASSESSMENT = 'archives-security/annual-assessment';
const EVENT = 'public-service/annual-event';
const EVIDENCE = 'archives-cases/evidence-formalities';
const FILING = 'archives-cases/case-filing';
const MAJOR = 'archives-cases/major-penalty-report';
const BUILDING = 'policy-goals/archive-building';

const months = (from: string | null, ...values: readonly { value: number; to?: string }[]) =>
  version('hongjiang', AFTER_START, { from, figures: { months: values } });
const started = (on: string): Asked => ({ kind: 'project', facts: { startedOn: on } });
const reporting: Asked = { traits: ['backup-register'] };

describe('the guide’s example: the old value ends, a new one is added', () => {
  const sixThenThree = [months(null, { value: 6, to: '2026-12-31' }, { value: 3 })];

  test.each([
    ['before the change', '2026-01-05', '2026-07-06, since 2026-01-05'],
    ['on the last day of the old value', '2026-12-31', '2027-06-30, since 2026-12-31'],
    ['on the first day of the new one', '2027-01-01', '2027-04-01, since 2027-01-01'],
  ])('what began %s has the period of that day', (_, on, expected) => {
    expect(due('hongjiang', sixThenThree, started(on))).toEqual([expected]);
  });

  test('moves no deadline that has arisen, and tells nobody anything', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 729 }), (offset) => {
        const on = formatDay(addDays(day('2025-01-01'), offset));
        const duties = new DutyBook('hongjiang', 'project', '2026-12-30T10:00:00+08:00');
        duties.record({ startedOn: on });
        const before = [...duties.duties.values()].map(({ id, dueOn }) => `${id} ${dueOn}`);
        duties.until('2027-02-01T10:00:00+08:00').plan();
        duties.rulebook = bookWith('hongjiang', ...sixThenThree);
        expect(duties.plan()).toEqual([]);
        const after = [...duties.duties.values()].map(({ id, dueOn }) => `${id} ${dueOn}`);
        expect(after).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 60 },
    );
  });

  test('a date before an event has the period of the day on which the event was planned', () => {
    const versions = [
      version('hongjiang', APPLICATION, {
        figures: { months: [{ value: 1, to: '2026-06-30' }, { value: 2 }] },
      }),
    ];
    const planned = (recordedOn: string) =>
      due('hongjiang', versions, {
        kind: 'project',
        facts: { plannedCompletionAcceptanceOn: '2026-11-03' },
        recordedOn,
      });
    expect(planned('2026-06-30')).toEqual(['2026-10-03, since 2026-06-30']);
    expect(planned('2026-07-01')).toEqual(['2026-09-03, since 2026-07-01']);
  });

  test('hours and days of a case are those of the day on which it happened', () => {
    const evidence = [
      version('baixiang', EVIDENCE, { figures: { hours: [{ value: 24, to: '2026-06-30' }, { value: 48 }] } }),
    ];
    const secured = (at: string) =>
      due('baixiang', evidence, { kind: 'case', facts: { evidenceSecuredAt: at } });
    expect(secured('2026-06-30T23:00:00+08:00')).toEqual(['2026-07-01, since 2026-06-30']);
    expect(secured('2026-07-01T00:00:00+08:00')).toEqual(['2026-07-03, since 2026-07-01']);
    const filing = [
      version('baixiang', FILING, { figures: { days: [{ value: 7, to: '2026-06-30' }, { value: 5 }] } }),
    ];
    const found = (on: string) => due('baixiang', filing, { kind: 'case', facts: { discoveredOn: on } });
    expect(found('2026-06-30')).toEqual(['2026-07-07, since 2026-06-30']);
    expect(found('2026-07-01')).toEqual(['2026-07-06, since 2026-07-01']);
  });

  test('a yearly day is that of the day on which the year’s duty arose', () => {
    const report = (to: string) => [
      version('hongjiang', REPORT, { figures: { due: [{ value: '09-30', to }, { value: '10-31' }] } }),
    ];
    const expected = (year: number, on: string) => `${year - 1}: ${on}, since ${year}-01-01`;
    const asked = { ...reporting, from: '2026-01-01', to: '2027-12-31' };
    expect(due('hongjiang', report('2025-12-31'), asked)).toEqual([
      expected(2026, '2026-10-31'),
      expected(2027, '2027-10-31'),
    ]);
    expect(due('hongjiang', report('2026-01-01'), asked)).toEqual([
      expected(2026, '2026-09-30'),
      expected(2027, '2027-10-31'),
    ]);
  });

  test('half-years and yearly events likewise', () => {
    const lists = [
      version('baixiang', MAJOR, {
        figures: { firstHalf: [{ value: '07-31', to: '2026-06-30' }, { value: '08-15' }] },
      }),
    ];
    const asked: Asked = {
      kind: 'bureau',
      facts: { office: 'archives' },
      from: '2026-01-01',
      to: '2026-12-31',
    };
    expect(due('baixiang', lists, asked)).toEqual([
      '2025-H2: 2026-01-31, since 2026-01-01',
      '2026-H1: 2026-08-15, since 2026-07-01',
    ]);
  });

  test('the yearly forms begin by the opening form of the project’s own day', () => {
    const opening = months(null, { value: 6, to: '2026-12-31' }, { value: 14 });
    const yearly = version('hongjiang', YEARLY, {});
    const years = (on: string) =>
      due('hongjiang', [opening, yearly], { ...started(on), to: '2029-12-31' }).slice(1, 2);
    expect(years('2026-05-04')).toEqual(['2026: 2026-12-31, since 2026-05-04']);
    expect(years('2027-05-04')).toEqual(['2028: 2028-12-31, since 2028-01-01']);
  });

  test('the leads of reminders follow the length that the duty’s own period has', () => {
    const rule = version('baixiang', FILING, {
      figures: { days: [{ value: 7, to: '2026-06-30' }, { value: 40 }] },
    });
    const { settings } = contextOf('baixiang', { reminderLeads: { long: [30], upTo7Days: [3] } });
    const leads = (on: string) => reminderPlanOf(rule, settings, on).leadDays;
    expect([leads('2026-06-30'), leads('2026-07-01'), leads('2026-06-30')]).toEqual([[3], [30], [3]]);
  });

  test.each([
    [7, [3]],
    [8, [5]],
    [30, [5]],
    [31, [20]],
  ])('a period of %i days has the leads of its length', (days, leads) => {
    const rule = version('baixiang', FILING, { figures: { days: [{ value: days }] } });
    const reminderLeads = { long: [20], upTo30Days: [5], upTo7Days: [3] };
    const { settings } = contextOf('baixiang', { reminderLeads });
    expect(reminderPlanOf(rule, settings, '2026-05-04').leadDays).toEqual(leads);
  });
});

describe('the days of a rule', () => {
  test('what an event brings about is owed where the rule is in force on the event’s day', () => {
    const rule = [version('hongjiang', AFTER_START, { from: '2026-03-01', to: '2026-12-31' })];
    const days = ['2026-02-28', '2026-03-01', '2026-12-31', '2027-01-01'];
    expect(days.map((on) => due('hongjiang', rule, started(on)).length)).toEqual([0, 1, 1, 0]);
  });

  test.each([
    ['begins in 2027', { from: '2027-01-01' }, ['2026', '2027']],
    ['ended with 2026', { to: '2026-12-31' }, ['2024', '2025']],
    [
      'ended on 1 January 2027, on which the year’s duty arose',
      { to: '2027-01-01' },
      ['2024', '2025', '2026'],
    ],
    ['held for 2026 alone', { from: '2026-01-01', to: '2026-12-31' }, ['2025']],
    ['begins within the year, before the day', { from: '2027-09-30' }, ['2026', '2027']],
    ['begins within the year, after the day', { from: '2027-10-01' }, ['2027']],
  ])('a yearly rule that %s', (_, days, periods) => {
    const rule = version('hongjiang', REPORT, days);
    expect(due('hongjiang', [rule], reporting).map((line) => line.slice(0, 4))).toEqual(periods);
  });

  test('a duty of a rule that begins within the year arises with it', () => {
    const rule = version('hongjiang', REPORT, { from: '2027-05-04' });
    const asked = { ...reporting, to: '2027-12-31' };
    expect(due('hongjiang', [rule], asked)).toEqual(['2026: 2027-09-30, since 2027-05-04']);
  });

  test('events of the year, and a day that is set once, likewise', () => {
    const asked: Asked = { kind: 'bureau', from: '2026-01-01', to: '2027-12-31' };
    const events = (days: object) => due('shexian', [version('shexian', EVENT, days)], asked).length;
    expect([events({}), events({ from: '2026-07-01' }), events({ to: '2026-12-31' })]).toEqual([4, 3, 2]);
    const goal: Asked = { kind: 'government', facts: { level: 'county' }, from: '2015-01-01' };
    const building = (...versions: DeadlineRule[]) => due('liaoning', versions, goal);
    const at = (value: string, days: { from: string; to?: string }) =>
      version('liaoning', BUILDING, { ...days, figures: { due: [{ value }] } });
    expect(building(at('2020-12-31', { from: '2015-03-24' }))).toEqual(['2020-12-31, since 2015-03-24']);
    expect(
      building(
        at('2020-12-31', { from: '2015-03-24', to: '2018-12-31' }),
        at('2025-12-31', { from: '2019-01-01' }),
      ),
    ).toEqual(['2020-12-31, since 2015-03-24']);
  });
});

describe('two versions of one rule', () => {
  const report = (value: string, days: { from?: string; to?: string }) =>
    version('hongjiang', REPORT, { ...days, figures: { due: [{ value }] } });

  test('give each year once, under the version in force when its duty arises', () => {
    const versions = [report('09-30', { to: '2026-12-31' }), report('06-30', { from: '2027-01-01' })];
    expect(due('hongjiang', versions, reporting)).toEqual([
      '2024: 2025-09-30, since 2025-01-01',
      '2025: 2026-09-30, since 2026-01-01',
      '2026: 2027-06-30, since 2027-01-01',
      '2027: 2028-06-30, since 2028-01-01',
    ]);
  });

  test('that meet within a year leave it to the earlier one, whichever days are asked for', () => {
    const versions = [report('09-30', { to: '2026-06-30' }), report('11-30', { from: '2026-07-01' })];
    const asked = { ...reporting, from: '2026-01-01', to: '2026-12-31' };
    expect(due('hongjiang', versions, asked)).toEqual(['2025: 2026-09-30, since 2026-01-01']);
    expect(due('hongjiang', versions, { ...asked, from: '2026-10-01' })).toEqual([]);
  });

  test('leave a year that arises on the last day of the earlier one to it', () => {
    const versions = [report('09-30', { to: '2027-01-01' }), report('06-30', { from: '2027-01-02' })];
    const asked = { ...reporting, from: '2027-01-01', to: '2027-12-31' };
    expect(due('hongjiang', versions, asked)).toEqual(['2026: 2027-09-30, since 2027-01-01']);
  });

  test('that run from different events give one duty, the one that arose first', () => {
    const begun = version('hongjiang', AFTER_START, { to: '2026-06-30' });
    const later = version('hongjiang', AFTER_START, { from: '2026-07-01' });
    const accepted = { type: 'after', event: 'archivesAcceptedOn', unit: 'month', figure: 'months' } as const;
    const versions = [{ ...later, deadline: { ...later.deadline, due: accepted } }, begun];
    const facts = { startedOn: '2026-05-04', archivesAcceptedOn: '2026-08-03' };
    const expected = ['2026-11-04, since 2026-05-04'];
    expect(due('hongjiang', versions, { kind: 'project', facts })).toEqual(expected);
    expect(due('hongjiang', [...versions].reverse(), { kind: 'project', facts })).toEqual(expected);
  });

  test('with a gap between them leave the gap’s years out', () => {
    const versions = [report('09-30', { to: '2025-12-31' }), report('09-30', { from: '2027-01-01' })];
    const periods = due('hongjiang', versions, reporting).map((line) => line.slice(0, 4));
    expect(periods).toEqual(['2024', '2026', '2027']);
  });

  test('of an annual assessment never give a year twice, wherever they meet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: 0, max: 60 }), (offset, gap) => {
        const last = addDays(day('2024-06-01'), offset);
        const versions = [
          version('hongjiang', ASSESSMENT, { to: formatDay(last) }),
          version('hongjiang', ASSESSMENT, { from: formatDay(addDays(last, 1 + gap)) }),
        ];
        const lines = due('hongjiang', versions, { kind: 'bureau', facts: { office: 'archives' } });
        const periods = lines.map((line) => line.slice(0, 4));
        expect(periods).toEqual([...new Set(periods)].sort());
        if (gap === 0) expect(periods).toHaveLength(4);
      }),
      { numRuns: 300 },
    );
  });

  test('are found by the day of a record', () => {
    const book = bookWith(
      'hongjiang',
      report('06-30', { from: '2027-01-01' }),
      report('09-30', { from: '2020-01-01', to: '2025-12-31' }),
    );
    const found = (on?: string) => book.deadlineOf(REPORT, on)?.from;
    const days = ['2019-01-01', '2020-01-01', '2025-12-31', '2026-05-04', '2027-01-01', '2030-01-01'];
    expect(days.map(found)).toEqual([
      '2020-01-01',
      '2020-01-01',
      '2020-01-01',
      '2020-01-01',
      '2027-01-01',
      '2027-01-01',
    ]);
    expect(found()).toBe('2027-01-01');
    expect(book.rulesOn('2026-05-04').filter(({ ruleId }) => ruleId === REPORT)).toHaveLength(1);
  });
});
