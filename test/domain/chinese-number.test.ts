import { expect, test } from 'vitest';
import { chineseNumber } from '../../shared/domain/chinese-number.ts';

test('sections are numbered as an office writes them', () => {
  const written = [1, 9, 10, 11, 16, 20, 21, 99].map(chineseNumber);
  expect(written).toEqual(['一', '九', '十', '十一', '十六', '二十', '二十一', '九十九']);
});
