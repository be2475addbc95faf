import { describe, expect, test } from 'vitest';
import { periodOf } from '../../shared/domain/escalations/ladder.ts';
import { day } from '../../shared/domain/time/day.ts';
import { defaultSettings } from '../../shared/usecases/context.ts';

const settings = defaultSettings(day('2026-01-01'));
const discretionary = { rectificationDays: { unit: 'day', value: 10, reason: '原文未规定' } } as const;
const rule = { ruleId: 'archives-security/problem-found', discretionary };
const fixed = { values: [{ from: null, value: 7, cite: '三' }], unit: 'day' };

describe('the days to put right', () => {
  test('are the rulebook’s, where the settings hold the 15 that the first release wrote', () => {
    expect(periodOf(settings, rule, 'rectificationDays')).toBe(10);
  });

  test('are the bureau’s own once it has chosen, be it 15', () => {
    expect(periodOf({ ...settings, own: { rectificationDays: 15 } }, rule, 'rectificationDays')).toBe(15);
    expect(periodOf({ ...settings, rectificationDays: 20 }, rule, 'rectificationDays')).toBe(20);
  });

  test('are those that the bureau set for the rule before those for every rule', () => {
    const figures = { [rule.ruleId]: { rectificationDays: 5 } };
    expect(periodOf({ ...settings, rectificationDays: 20, figures }, rule, 'rectificationDays')).toBe(5);
  });

  test('are those of the source before anybody’s choice', () => {
    const figures = { rectificationDays: fixed };
    expect(periodOf({ ...settings, rectificationDays: 20 }, { ...rule, figures }, 'rectificationDays')).toBe(
      7,
    );
  });

  test('are 15 where neither says anything', () => {
    expect(periodOf(settings, undefined, 'rectificationDays')).toBe(15);
  });
});
