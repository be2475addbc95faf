import { expect, test } from 'vitest';
import { masked, maskedFields } from '../../shared/domain/masked.ts';

test.each([
  ['550 5.1.1 <zhang.san@unit.example.com>: user unknown', '550 5.1.1 <***@***>: user unknown'],
  ['to=zhang%40unit.example.com&x=1', '***@***&x=1'],
  ['用户zhang@unit.example.com不存在', '用户***@***不存在'],
  ['isv.MOBILE_NUMBER_ILLEGAL 13800001234', 'isv.MOBILE_NUMBER_ILLEGAL ***'],
  ['{"phone":"+8613800001234","code":3}', '{"phone":"***","code":3}'],
  ['0086 138 0000 1234 and 138-0000-1234', '*** and ***'],
  ['%2B8613800001234', '***'],
  ['１３８００００１２３４', '***'],
  ['call (0319) 7654321 or 010-88888888', 'call *** or ***'],
  ['+852 6123 4567', '***'],
])('What names a person is masked: %s', (text, expected) => {
  expect(masked(text)).toBe(expected);
});

test.each([
  '2026-03-02T08:00:00.000+08:00',
  '1772409600000',
  'at send (/app/node_modules/@aws-sdk/client-ses/index.js:120:33)',
  '452 4.3.1 Insufficient system storage',
  'v1.2.3 of 20260302',
])('What names nobody stays: %s', (text) => {
  expect(masked(text)).toBe(text);
});

test('The fields of a line are masked at any depth', () => {
  expect(maskedFields({ to: ['a@b.example.com'], at: { number: '13800001234', count: 2 } })).toEqual({
    to: ['***@***'],
    at: { number: '***', count: 2 },
  });
});
