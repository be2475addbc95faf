import { describe, expect, test } from 'vitest';
import { formatDay } from '../../shared/domain/time/day.ts';
import { formatInstant } from '../../shared/domain/time/instant.ts';
import type { DeadlineRule } from '../../shared/rules/rule.ts';
import { ruleOf } from '../support/deadlines/deadlines.ts';
import { due, dutiesOf, type Asked } from '../support/deadlines/due-lines.ts';
import { version, type Value } from '../support/deadlines/rule-versions.ts';

/** Duties that come once, on a day that their rule sets: the goals of Liaoning, and versions made up of them. */

const BUILDING = 'policy-goals/archive-building';
const ARCHIVING = 'policy-goals/e-archiving-start';
const DIGITISED = 'policy-goals/holdings-digitised';

const county: Asked = {
  kind: 'government',
  facts: { level: 'county' },
  from: '2015-01-01',
  to: '2035-12-31',
};

const building = (days: { from?: string | null; to?: string }, ...values: readonly Value[]): DeadlineRule =>
  version('liaoning', BUILDING, { ...days, figures: { due: values } });

const undated = (...values: readonly Value[]): DeadlineRule => building({}, ...values);

describe('a day that is set once', () => {
  test.each<[string, DeadlineRule[], string[]]>([
    [
      'by a rule with a first day is owed from that day',
      [building({ from: '2015-03-24' }, { value: '2020-12-31' })],
      ['2020-12-31, since 2015-03-24'],
    ],
    [
      'by a rule without one is owed from the start of its year',
      [undated({ value: '2020-12-31' })],
      ['2020-12-31, since 2020-01-01'],
    ],
    [
      'and put off later is the first one for whoever owed it already',
      [building({ from: '2015-03-24' }, { value: '2020-12-31', to: '2018-12-31' }, { value: '2025-12-31' })],
      ['2020-12-31, since 2015-03-24'],
    ],
    [
      'and put off before the start of its year is the new one',
      [undated({ value: '2020-12-31', to: '2019-12-31' }, { value: '2025-12-31' })],
      ['2025-12-31, since 2025-01-01'],
    ],
    [
      'and put off on the day after it arose stays',
      [undated({ value: '2020-12-31', to: '2020-01-01' }, { value: '2025-12-31' })],
      ['2020-12-31, since 2020-01-01'],
    ],
    [
      'and brought forward to a year that had begun is the one set last',
      [undated({ value: '2025-12-31', to: '2020-06-30' }, { value: '2020-12-31' })],
      ['2020-12-31, since 2020-01-01'],
    ],
    [
      'and moved twice is the one whose own year began under it',
      [
        undated(
          { value: '2025-12-31', to: '2020-06-30' },
          { value: '2020-12-31', to: '2025-06-30' },
          { value: '2030-12-31' },
        ),
      ],
      ['2030-12-31, since 2030-01-01'],
    ],
  ])('%s', (_, versions, expected) => {
    expect(due('liaoning', versions, county)).toEqual(expected);
  });

  test('by a rule that ended before the start of its year is owed by nobody', () => {
    const ended = (to: string) => due('liaoning', [building({ to }, { value: '2020-12-31' })], county);
    expect(ended('2019-12-31')).toEqual([]);
    expect(ended('2020-01-01')).toEqual(['2020-12-31, since 2020-01-01']);
  });
});

describe('a rule that takes the place of another', () => {
  const successor = building({ from: '2021-01-01' }, { value: '2025-12-31' });

  test('sets its own day where the other’s was never owed', () => {
    const never = building({ to: '2019-12-31' }, { value: '2020-12-31' });
    expect(due('liaoning', [never, successor], county)).toEqual(['2025-12-31, since 2021-01-01']);
  });

  test('sets none where the other’s was owed, whichever of the two is read first', () => {
    const owed = building({ from: '2015-03-24', to: '2020-12-31' }, { value: '2020-12-31' });
    const expected = ['2020-12-31, since 2015-03-24'];
    expect(due('liaoning', [owed, successor], county)).toEqual(expected);
    expect(due('liaoning', [successor, owed], county)).toEqual(expected);
  });

  test('sets none where either of two before it was owed', () => {
    const first = building({ from: '2015-03-24', to: '2016-12-31' }, { value: '2020-12-31' });
    const second = building({ from: '2017-01-01', to: '2020-12-31' }, { value: '2022-12-31' });
    expect(due('liaoning', [first, second, successor], county)).toEqual(['2020-12-31, since 2015-03-24']);
    expect(due('liaoning', [first, second, successor], { ...county, from: '2021-01-01' })).toEqual([]);
  });

  test('and that counted from an event changes nothing for whoever owes it by the event', () => {
    const counted = version('liaoning', DIGITISED, { from: '2015-03-24', to: '2018-12-31' });
    const set = version('liaoning', DIGITISED, {
      from: '2019-01-01',
      figures: { due: [{ value: '2022-12-31' }] },
    });
    const once: DeadlineRule = {
      ...set,
      deadline: { ...set.deadline, due: { type: 'once', figure: 'due' } },
    };
    const provincial: Asked = { ...county, kind: 'bureau', facts: { office: 'archives' } };
    expect(due('liaoning', [counted, once], provincial)).toEqual(['2020-03-24, since 2015-03-24']);
    expect(due('liaoning', [once], provincial)).toEqual(['2022-12-31, since 2019-01-01']);
  });
});

describe('a day that the sources leave open', () => {
  const unit: Asked = { traits: ['transfer-scope'], from: '2015-01-01', to: '2024-12-31' };
  const archiving = ruleOf('liaoning', ARCHIVING);

  test('is the end of 2015, unless the bureau sets another', () => {
    expect(due('liaoning', [archiving], unit)).toEqual(['2015-12-31, since 2015-03-24']);
    const settings = { figures: { [ARCHIVING]: { due: '2016-12-31' } } };
    expect(due('liaoning', [archiving], { ...unit, settings })).toEqual(['2016-12-31, since 2015-03-24']);
  });

  test('does not move: nobody is late on the first working day after a Saturday and the New Year', () => {
    const settings = { figures: { [ARCHIVING]: { due: '2016-12-31' } } };
    const found = dutiesOf('liaoning', [archiving], { ...unit, settings });
    expect(
      found.map(({ dates, steps }) => ({
        actBy: formatDay(dates.actBy),
        overdueFrom: formatInstant(dates.overdueFrom),
        provisional: dates.provisional,
        why: steps[0]?.text,
      })),
    ).toEqual([
      {
        actBy: '2016-12-30',
        overdueFrom: '2017-01-04T00:00:00+08:00',
        provisional: false,
        why: '规定日期2016年12月31日（星期六），含当日，不因休息日顺延。',
      },
    ]);
  });
});
