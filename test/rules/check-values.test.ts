import { describe, expect, test } from 'vitest';
import { checkValueTypes } from '../../shared/rules/reading/check-values.ts';
import type { RuleSource } from '../../shared/rules/schema.ts';
import { deadlineWith, discretionary, quotaWith, ruleWith, said, statutory } from './one-rule.ts';

/** What a value must be: by its unit, and by what the product computes with it. */

describe('a value of a unit', () => {
  test.each<[string, readonly unknown[], readonly unknown[], string]>([
    ['month', [0, 6], [-1, 1.5, '6', true], 'a whole number'],
    ['day', [0, 15, [30, 7], []], [-1, 1.5, [1.5], [7, -1], [7, 'x'], '15'], 'a whole number'],
    ['hour', [24, [12, 2]], [0.5, [12, -2]], 'a whole number'],
    ['year', [5], [5.5], 'a whole number'],
    ['check', [0, 3], [-3], 'a whole number'],
    ['target', [2], [2.5], 'a whole number'],
    ['officer', [2], ['2'], 'a whole number'],
    ['class-hour', [0, 40, 40.5], [-1, '40'], 'a number, 0 or more'],
    ['percent', [0, 10, 0.5, 100], [-1, 100.5, '10'], 'a number from 0 to 100'],
    ['point', [75, 100], [101, -0.5], 'a number from 0 to 100'],
    ['yuan', [0, 2.5, 30_000], [-1, true], 'a number, 0 or more'],
    ['m2', [5000], ['5000'], 'a number, 0 or more'],
    [
      'date',
      ['2020-12-31', '12-31', '02-last', '12-last', '10-last', '01-last', '02-28'],
      ['2020-02-30', '02-29', '13-01', '00-last', '13-last', 'x02-last', '02-lasting', '2026', 1231, ''],
      'a day, YYYY-MM-DD, or one of every year, MM-DD or MM-last',
    ],
    ['boolean', [true, false], ['true', 1, 0], 'true or false'],
    ['text', ['取得证书后方可上岗', ''], [1, false], 'a text'],
  ])('%s is %j, and not %j', (unit, good, bad, text) => {
    for (const rule of [statutory, discretionary]) {
      for (const value of good)
        expect(checkValueTypes(ruleWith(rule('x', unit, value))), String(value)).toEqual([]);
      for (const value of bad) {
        const [finding] = checkValueTypes(ruleWith(rule('x', unit, value)));
        expect(finding?.message).toBe(`figure x: ${JSON.stringify(value)} is not ${text}`);
      }
    }
  });

  test('that nobody knows is refused with those that are known', () => {
    const known =
      'month, day, hour, year, check, target, officer, class-hour, percent, point, yuan, m2, date, boolean, text';
    const message = `figure x: there is no unit moon; known: ${known}`;
    expect(said(checkValueTypes(ruleWith(statutory('x', 'moon', 6))))).toEqual([
      `figures.x.unit: ${message}`,
    ]);
    expect(said(checkValueTypes(ruleWith(discretionary('x', 'moon', 6))))).toEqual([
      `discretionary.x.unit: ${message}`,
    ]);
  });

  test('is told at its own place, each that is wrong', () => {
    const dated = ruleWith({
      figures: {
        x: {
          unit: 'month',
          values: [
            { from: null, to: '2025-12-31', value: 6, cite: '三' },
            { from: '2026-01-01', to: '2026-12-31', value: 'six', cite: '三' },
            { from: '2027-01-01', value: -1, cite: '三' },
          ],
        },
      },
      ...discretionary('y', 'day', 'soon'),
    });
    expect(said(checkValueTypes(dated))).toEqual([
      'figures.x.values.1.value: figure x: "six" is not a whole number',
      'figures.x.values.2.value: figure x: -1 is not a whole number',
      'discretionary.y.value: figure y: "soon" is not a whole number',
    ]);
  });
});

/** A value that its unit allows, but that the product cannot compute with. */
describe('a figure that is computed with', () => {
  const half = { type: 'half-yearly', firstHalf: 'x', secondHalf: 'other' };
  const events = {
    type: 'yearly-events',
    events: [
      { key: 'a', title: '甲', figure: 'other', on: 'that-day' },
      { key: 'b', title: '乙', figure: 'x', on: 'week-containing' },
    ],
  };
  const yearly = 'a day of every year, MM-DD, or MM-last for the end of a month';
  const positive = 'a whole number above 0';
  const byYear = { metBy: { how: 'number-in-year', fact: 'classHours', figure: 'x' } };
  const byLevel = { metBy: { how: 'number-by-level', fact: 'archiveFloorArea', figures: { city: 'x' } } };
  const due = { type: 'finding' };

  test.each<[string, RuleSource, string, string]>([
    [
      'a period',
      deadlineWith({ type: 'after', event: 'e', unit: 'month', figure: 'x' }, {}, statutory('x', 'month', 0)),
      '0',
      positive,
    ],
    [
      'a period before',
      deadlineWith(
        { type: 'before', event: 'e', unit: 'month', figure: 'x' },
        {},
        statutory('x', 'month', 0),
      ),
      '0',
      positive,
    ],
    [
      'hours',
      deadlineWith({ type: 'hours', event: 'e', figure: 'x' }, {}, statutory('x', 'hour', [24])),
      '[24]',
      positive,
    ],
    [
      'a yearly day',
      deadlineWith(
        { type: 'yearly', figure: 'x', reports: 'same-year' },
        {},
        statutory('x', 'date', '2026-12-31'),
      ),
      '"2026-12-31"',
      yearly,
    ],
    [
      'a half-yearly day',
      deadlineWith(half, {}, discretionary('x', 'date', '2026-07-31')),
      '"2026-07-31"',
      yearly,
    ],
    [
      'the other half-yearly day',
      deadlineWith(
        { ...half, firstHalf: 'other', secondHalf: 'x' },
        {},
        statutory('x', 'date', '2026-07-31'),
      ),
      '"2026-07-31"',
      yearly,
    ],
    [
      'an event of the year',
      deadlineWith(events, {}, statutory('x', 'date', '2026-06-09')),
      '"2026-06-09"',
      yearly,
    ],
    [
      'a day that is set once',
      deadlineWith({ type: 'once', figure: 'x' }, {}, statutory('x', 'date', '12-31')),
      '"12-31"',
      'a day, YYYY-MM-DD',
    ],
    [
      'a number by year',
      deadlineWith(due, byYear, statutory('x', 'text', '40')),
      '"40"',
      'a number, 0 or more',
    ],
    [
      'a number by level',
      deadlineWith(due, byLevel, statutory('x', 'text', '5000')),
      '"5000"',
      'a number, 0 or more',
    ],
    [
      'a condition',
      deadlineWith(due, { onlyIfFigure: 'x' }, statutory('x', 'text', 'yes')),
      '"yes"',
      'true or false',
    ],
    [
      'a number of checks',
      quotaWith({ checks: 'x' }, statutory('x', 'percent', 0.5)),
      '0.5',
      'a whole number',
    ],
    [
      'a number of targets',
      quotaWith({ targetsPerCheck: 'x' }, statutory('x', 'percent', 0.5)),
      '0.5',
      'a whole number',
    ],
    [
      'a number of direct units',
      quotaWith({ direct: 'x' }, statutory('x', 'percent', 0.5)),
      '0.5',
      'a whole number',
    ],
    [
      'a least percentage',
      quotaWith({ minPercent: 'x' }, statutory('x', 'check', 101)),
      '101',
      'a number from 0 to 100',
    ],
    [
      'a greatest percentage',
      quotaWith({ maxPercent: 'x' }, statutory('x', 'check', 101)),
      '101',
      'a number from 0 to 100',
    ],
    [
      'about a percentage',
      quotaWith({ aboutPercent: 'x' }, statutory('x', 'check', 101)),
      '101',
      'a number from 0 to 100',
    ],
    [
      'a number of officers',
      ruleWith({ procedure: { officersMin: 'x' }, ...statutory('x', 'percent', 1.5) }),
      '1.5',
      'a whole number',
    ],
  ])('as %s', (_, rule, value, text) => {
    expect(checkValueTypes(rule).map(({ message }) => message)).toEqual([
      `figure x: ${value} is not ${text}`,
    ]);
  });

  test.each([
    ['rectificationDays', 0, positive],
    ['rectificationDays', [15], positive],
    ['defenceWorkingDays', 0, positive],
    ['reminderLeadDays', 30, 'a list of whole numbers, such as [30, 7, 1]'],
    ['reminderLeadHours', 12, 'a list of whole numbers, such as [30, 7, 1]'],
  ])('by its own name, %s: not %j', (name, value, text) => {
    const [finding] = checkValueTypes(ruleWith(discretionary(name, 'day', value)));
    expect(finding?.message).toBe(`figure ${name}: ${JSON.stringify(value)} is not ${text}`);
  });

  test('for the budget of a range', () => {
    for (const name of ['yuanPerVolumeMin', 'yuanPerVolumeMax']) {
      const priced = (form: string) => checkValueTypes(quotaWith({ form }, statutory(name, 'text', '2')));
      expect(priced('range').map(({ message }) => message)).toEqual([
        `figure ${name}: "2" is not a number, 0 or more`,
      ]);
      expect(priced('minimum')).toEqual([]);
    }
  });
});
