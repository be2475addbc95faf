import { describe, expect, test } from 'vitest';
import type { DeadlineRule } from '../../shared/rules/rule.ts';
import { ruleOf } from '../support/deadlines/deadlines.ts';
import { due, dutiesOf, type Asked } from '../support/deadlines/due-lines.ts';
import { version, type Version } from '../support/deadlines/rule-versions.ts';

/** Duties of every year: from which year on, until which, and since when each is owed. */

const OPENING = 'key-project-archives/registration-after-start';
const YEARLY = 'key-project-archives/registration-yearly';
const REPORT = 'archives-security/self-inspection-report';
const ASSESSMENT = 'archives-security/annual-assessment';
const EDUCATION = 'policy-goals/continuing-education';
const LISTS = 'archives-cases/major-penalty-report';
const EVENT = 'public-service/annual-event';

const project = (facts: Record<string, string>, more: Partial<Asked> = {}): Asked => ({
  kind: 'project',
  facts,
  from: '2020-01-01',
  to: '2030-12-31',
  ...more,
});

describe('the yearly form of a project', () => {
  const opening = (change: Version) => version('hongjiang', OPENING, change);
  const yearly = ruleOf('hongjiang', YEARLY);
  /** The yearly forms alone; the opening form is in the book, and its own duty is left out. */
  const forms = (openings: readonly DeadlineRule[], asked: Asked): string[] =>
    due('hongjiang', [...openings, yearly], asked).filter((line) => line.includes(': '));
  const six = [ruleOf('hongjiang', OPENING)];

  test('is owed from the start in its first year, from 1 January in every other', () => {
    const facts = { startedOn: '2026-06-30', archivesAcceptedOn: '2028-06-01' };
    expect(forms(six, project(facts))).toEqual([
      '2026: 2026-12-31, since 2026-06-30',
      '2027: 2027-12-31, since 2027-01-01',
    ]);
  });

  test('of a project that began long ago is asked for in the years that are asked for', () => {
    const long = project({ startedOn: '2011-03-01' }, { from: '2026-01-01', to: '2027-12-31' });
    expect(forms(six, long)).toEqual([
      '2026: 2026-12-31, since 2026-01-01',
      '2027: 2027-12-31, since 2027-01-01',
    ]);
  });

  test('waits for the opening form, whichever of its versions asks for that', () => {
    const [six, eighteen] = [
      opening({ to: '2025-12-31', figures: { months: [{ value: 6 }] } }),
      opening({ from: '2026-01-01', figures: { months: [{ value: 18 }] } }),
    ];
    const first = (startedOn: string) => forms([six, eighteen], project({ startedOn }))[0];
    // Six months from 5 May are 5 November.
    expect(first('2025-05-05')).toBe('2025: 2025-12-31, since 2025-05-05');
    // Eighteen months from 5 January 2026 are 5 July 2027.
    expect(first('2026-01-05')).toBe('2027: 2027-12-31, since 2027-01-01');
  });

  test('waits by the value of the day of the start', () => {
    const changed = opening({ figures: { months: [{ value: 6, to: '2025-12-31' }, { value: 18 }] } });
    const first = (startedOn: string) => forms([changed], project({ startedOn }))[0];
    expect(first('2025-12-31')).toBe('2026: 2026-12-31, since 2026-01-01');
    expect(first('2026-01-01')).toBe('2027: 2027-12-31, since 2027-01-01');
  });

  test('waits for nothing where no version asked for an opening form on the day of the start', () => {
    const later = opening({ from: '2027-01-01', figures: { months: [{ value: 18 }] } });
    expect(forms([later], project({ startedOn: '2026-10-08' }))[0]).toBe(
      '2026: 2026-12-31, since 2026-10-08',
    );
  });

  test('does not wait where the bureau reads it as from the start', () => {
    const settings = { readings: { [YEARLY]: { first: 'started-on' } } };
    const asked = project({ startedOn: '2026-10-08' }, { settings });
    expect(forms(six, asked)[0]).toBe('2026: 2026-12-31, since 2026-10-08');
    expect(forms(six, project({ startedOn: '2026-10-08' }))[0]).toBe('2027: 2027-12-31, since 2027-01-01');
  });

  test.each([
    ['2026-12-31', ['2025']],
    ['2027-01-01', ['2025', '2026']],
  ])('accepted on %s, is owed for %j', (archivesAcceptedOn, years) => {
    const asked = project({ startedOn: '2025-01-06', archivesAcceptedOn });
    expect(forms(six, asked).map((line) => line.slice(0, 4))).toEqual(years);
  });

  test('without a day of the start is not owed', () => {
    expect(forms(six, project({ archivesAcceptedOn: '2026-05-06' }))).toEqual([]);
  });
});

describe('a yearly duty that a fact may begin', () => {
  const report = ruleOf('hongjiang', REPORT);
  const unit = (facts: Record<string, string>, more: Partial<Asked> = {}): Asked => ({
    traits: ['professional-archives'],
    facts,
    from: '2026-01-01',
    to: '2027-12-31',
    ...more,
  });

  const next = '2026: 2027-09-30, since 2027-01-01';

  test.each([
    ['on the day it is due', '2026-09-30', ['2025: 2026-09-30, since 2026-09-30', next]],
    ['the day after', '2026-10-01', [next]],
    ['on New Year’s Day', '2026-01-01', ['2025: 2026-09-30, since 2026-01-01', next]],
    ['years before', '2019-05-06', ['2025: 2026-09-30, since 2026-01-01', next]],
  ])('begins with it: in the catalogue %s', (_, since, expected) => {
    expect(due('hongjiang', [report], unit({ professionalCatalogueSince: since }))).toEqual(expected);
  });

  test('without the fact begins with the first day that is asked for', () => {
    const asked = unit({}, { from: '2024-01-01', yearlyFrom: '2026-01-01' });
    expect(due('hongjiang', [report], asked)).toEqual(['2025: 2026-09-30, since 2026-01-01', next]);
    const late = unit({}, { from: '2024-01-01', yearlyFrom: '2026-10-01' });
    expect(due('hongjiang', [report], late)).toEqual([next]);
  });

  test('is not asked for before the fact or before the first day, whichever is later', () => {
    const first = (since: string) =>
      due(
        'hongjiang',
        [report],
        unit({ professionalCatalogueSince: since }, { from: '2018-01-01', yearlyFrom: '2025-01-01' }),
      )[0];
    expect(first('2019-05-06')).toBe('2024: 2025-09-30, since 2025-01-01');
    expect(first('2025-05-06')).toBe('2024: 2025-09-30, since 2025-05-06');
    expect(first('2025-11-05')).toBe('2025: 2026-09-30, since 2026-01-01');
  });

  test('of an archivist begins in the year in which the work begins, from that day', () => {
    const asked: Asked = { kind: 'archivist', facts: { startedWorkOn: '2026-11-16' }, to: '2027-12-31' };
    expect(due('liaoning', [ruleOf('liaoning', EDUCATION)], asked)).toEqual([
      '2026: 2026-12-31, since 2026-11-16',
      '2027: 2027-12-31, since 2027-01-01',
    ]);
  });
});

describe('which year a yearly duty is for', () => {
  const whys = (jurisdiction: string, ruleId: string, asked: Asked) =>
    dutiesOf(jurisdiction, [ruleOf(jurisdiction, ruleId)], {
      ...asked,
      from: '2026-01-01',
      to: '2026-12-31',
    }).map(({ period, steps }) => [period, steps[0]?.rule, steps[0]?.text]);

  test('is said with it: the year before, of a report', () => {
    expect(whys('hongjiang', REPORT, { traits: ['backup-register'] })).toEqual([
      ['2025', '年度', '2026年办理的是2025年度（上一年度）的事项。'],
    ]);
  });

  test('or the year itself, of class hours', () => {
    expect(whys('liaoning', EDUCATION, { kind: 'archivist' })).toEqual([
      ['2026', '年度', '2026年度的事项，当年办理。'],
    ]);
  });
});

/** What the bureau itself owes begins with the year from which it is tracked, however far back is looked. */
describe('the bureau’s own days', () => {
  const bureau: Asked = { kind: 'bureau', facts: { office: 'archives' }, to: '2026-12-31' };
  const owed = (jurisdiction: string, ruleId: string, asked: Partial<Asked>) =>
    due(jurisdiction, [ruleOf(jurisdiction, ruleId)], { ...bureau, ...asked });
  const tracked = { from: '1990-01-01', yearlyFrom: '2026-01-01' };

  test('in January begin with the year that is tracked', () => {
    expect(owed('hongjiang', ASSESSMENT, tracked)).toEqual(['2025: 2026-01-31, since 2026-01-01']);
  });

  test('of each half-year likewise, and later where later is asked', () => {
    const [second, first] = [
      '2025-H2: 2026-01-31, since 2026-01-01',
      '2026-H1: 2026-07-31, since 2026-07-01',
    ];
    expect(owed('baixiang', LISTS, tracked)).toEqual([second, first]);
    const later = { yearlyFrom: '2015-01-01', from: '2026-02-01' };
    expect(owed('baixiang', LISTS, later)).toEqual([first]);
  });

  test('of the yearly events likewise', () => {
    // 5 September 2026 is a Saturday: its week ends on the 6th.
    expect(owed('shexian', EVENT, tracked)).toEqual([
      '2026:archives-day: 2026-06-09, since 2026-01-01',
      '2026:publicity-week: 2026-09-06, since 2026-01-01',
    ]);
  });
});
