import { describe, expect, test } from 'vitest';
import { footingOf, lawOf } from '../../../shared/domain/escalations/paper.ts';
import { ruleOf } from '../../support/deadlines/deadlines.ts';

const rule = ruleOf('hongjiang', 'archives-security/self-inspection-report');
const law = (nature: Parameters<typeof footingOf>[2], legalBasis?: string) => {
  const footing = footingOf(rule, { step: 'order-to-rectify' }, nature, '2026-10-09');
  return { paper: footing.paper, law: lawOf(footing, { legalBasis }) };
};

describe('what a paper prints as its law', () => {
  test('is for an order the provision with the power, and the one that says what was owed', () => {
    expect(law('organ')).toEqual({
      paper: 'order',
      law: ['《中华人民共和国档案法》第八条', '《中华人民共和国档案法实施条例》第四十五条'],
    });
  });

  test('is nothing for a letter that asks a private party', () => {
    expect(law('private')).toEqual({ paper: 'reminder-letter', law: [] });
  });

  test('ends with the basis that an officer entered', () => {
    expect(law('organ', '《某条例》第三十条').law.at(-1)).toBe('《某条例》第三十条');
  });
});
