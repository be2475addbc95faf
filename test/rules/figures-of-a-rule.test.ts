import { describe, expect, test } from 'vitest';
import { checkFigures } from '../../shared/rules/reading/check-figures.ts';
import type { RuleSource } from '../../shared/rules/schema.ts';
import { deadlineWith, discretionary, quotaWith, ruleWith, said, statutory } from './one-rule.ts';

/** Each figure that a rule names stands among its figures once, and its dated values follow each other. */

describe('a figure that a rule names', () => {
  const missing = (place: string) => [`${place}: figure x stands neither in figures nor in discretionary`];
  const day = { type: 'finding' };

  test.each<[string, (more: object) => RuleSource]>([
    ['deadline.due.figure', (more) => deadlineWith({ type: 'once', figure: 'x' }, {}, more)],
    [
      'deadline.due.figure',
      (more) => deadlineWith({ type: 'yearly', figure: 'x', reports: 'same-year' }, {}, more),
    ],
    [
      'deadline.due.events.0.figure',
      (more) =>
        deadlineWith(
          { type: 'yearly-events', events: [{ key: 'a', title: '日', figure: 'x', on: 'that-day' }] },
          {},
          more,
        ),
    ],
    [
      'deadline.metBy.figure',
      (more) => deadlineWith(day, { metBy: { how: 'number-in-year', fact: 'f', figure: 'x' } }, more),
    ],
    [
      'deadline.metBy.figures.city',
      (more) =>
        deadlineWith(day, { metBy: { how: 'number-by-level', fact: 'f', figures: { city: 'x' } } }, more),
    ],
    ['deadline.onlyIfFigure', (more) => deadlineWith(day, { onlyIfFigure: 'x' }, more)],
    ...['checks', 'targetsPerCheck', 'minPercent', 'maxPercent', 'aboutPercent', 'direct'].map(
      (key): [string, (more: object) => RuleSource] => [
        `quota.${key}`,
        (more) => quotaWith({ [key]: 'x' }, more),
      ],
    ),
    ['procedure.officersMin', (more) => ruleWith({ procedure: { officersMin: 'x' }, ...more })],
  ])('as %s stands among its figures', (place, rule) => {
    expect(said(checkFigures(rule({})))).toEqual(missing(place));
    expect(said(checkFigures(rule(statutory('x', 'day', 1))))).toEqual([]);
    expect(said(checkFigures(rule(discretionary('x', 'day', 1))))).toEqual([]);
    expect(
      said(checkFigures(rule({ ...statutory('x', 'day', 1), ...discretionary('x', 'day', 1) }))),
    ).toEqual(['discretionary.x: figure x is both statutory and discretionary']);
  });
});

describe('the days of a rule and of its figures', () => {
  const dated = (...values: object[]) => ({
    x: { unit: 'day', values: values.map((one) => ({ value: 1, cite: '三', ...one })) },
  });
  const checked = (change: object) => said(checkFigures(ruleWith(change)));

  test.each<[string, object, string[]]>([
    ['begin on a day', { from: '2026-02-30' }, ['from: 2026-02-30 is no day']],
    ['end on a day', { to: '2026-02-30' }, ['to: 2026-02-30 is no day']],
    [
      'end after they begin',
      { from: '2026-02-01', to: '2026-01-31' },
      ['to: ends on 2026-01-31, before it begins on 2026-02-01'],
    ],
    ['or on the same day', { from: '2026-02-01', to: '2026-02-01' }, []],
    [
      'begin with the rule',
      { from: '2026-01-01', figures: dated({ from: null }) },
      ['figures.x.values.0.from: figure x: the first value holds from null, the rule from 2026-01-01'],
    ],
    [
      'end with the rule',
      { to: '2026-12-31', figures: dated({ from: null, to: '2026-11-30' }) },
      ['figures.x.values.0.to: figure x: the last value ends on 2026-11-30, the rule on 2026-12-31'],
    ],
    ['or go on beside it', { to: '2026-12-31', figures: dated({ from: null }) }, []],
    ['or end on its very day', { to: '2026-12-31', figures: dated({ from: null, to: '2026-12-31' }) }, []],
    [
      'do not end before it',
      { figures: dated({ from: null, to: '2026-11-30' }) },
      ['figures.x.values.0.to: figure x: the last value ends on 2026-11-30, the rule does not end'],
    ],
    [
      'follow each other',
      {
        figures: dated(
          { from: null, to: '2025-12-31' },
          { from: '2026-01-01', to: '2026-06-30' },
          { from: '2026-07-01' },
        ),
      },
      [],
    ],
    [
      'follow each other in their order',
      {
        from: '2026-01-01',
        figures: dated({ from: '2026-01-01', to: '2026-06-30' }, { from: '2026-01-01', to: '2026-06-30' }),
      },
      [
        'figures.x.values.1.to: figure x: the last value ends on 2026-06-30, the rule does not end',
        'figures.x.values.1: figure x: values are not in order of their first day',
      ],
    ],
    [
      'do not go back',
      {
        from: '2026-01-01',
        figures: dated({ from: '2026-01-01', to: '2026-06-30' }, { from: '2025-07-01' }),
      },
      ['figures.x.values.1: figure x: values are not in order of their first day'],
    ],
    [
      'leave no day out',
      { figures: dated({ from: null, to: '2025-12-30' }, { from: '2026-01-01' }) },
      ['figures.x.values.1: figure x: gap between 2025-12-30 and 2026-01-01'],
    ],
    [
      'give no day twice',
      { figures: dated({ from: null, to: '2026-01-01' }, { from: '2026-01-01' }) },
      ['figures.x.values.1: figure x: values overlap, the one before 2026-01-01 ends on 2026-01-01'],
    ],
    [
      'begin each on a day',
      { figures: dated({ from: null, to: '2025-12-31' }, { from: '2026-02-30' }) },
      ['figures.x.values.1.from: 2026-02-30 is no day'],
    ],
    [
      'cite a clause',
      { figures: dated({ from: null, cite: ' ' }) },
      ['figures.x.values.0.cite: figure x has no citation'],
    ],
  ])('%s', (_, change, expected) => {
    expect(checked(change)).toEqual(expected);
  });

  test('a day in place of an event exists', () => {
    const after = (eventDay: string) =>
      said(
        checkFigures(
          deadlineWith({ type: 'after', eventDay, unit: 'year', figure: 'x' }, {}, statutory('x', 'year', 5)),
        ),
      );
    expect(after('2015-03-24')).toEqual([]);
    expect(after('2015-02-30')).toEqual(['deadline.due.eventDay: 2015-02-30 is no day']);
  });
});
