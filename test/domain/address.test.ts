import { describe, expect, test } from 'vitest';
import { addressKey, isTelephone, mobileOf, placedNumbers } from '../../shared/domain/address.ts';

describe('A mobile number', () => {
  test.each([
    '13800001234',
    '138 0000 1234',
    '138-0000-1234',
    '+86 13800001234',
    '+8613800001234',
    '0086 138 0000 1234',
    '86-13800001234',
    '(+86) 13800001234',
    '１３８００００１２３４',
    '＋８６　138–0000–1234',
    '\u200b13800001234\u200b',
  ])('is its eleven digits, however it is spelt: %s', (text) => {
    expect(mobileOf(text)).toBe('13800001234');
  });

  test.each([
    '0319-7654321',
    '1380000123',
    '138000012345',
    '10086',
    '23800001234',
    '+852 61234567',
    '8613800',
  ])('is no other number: %s', (text) => {
    expect(mobileOf(text)).toBeUndefined();
  });
});

describe('A telephone', () => {
  test.each([
    '0319-7654321',
    '(0319) 7654321转802',
    '7654321、7654322',
    '8889',
    '010－8888－8888',
    '400 820 8820',
  ])('may be written as offices write it: %s', (text) => {
    expect(isTelephone(text)).toBe(true);
  });

  test.each(['', 'none', '见备注', '--', '1', 'a@b.example.com'])('is not %s', (text) => {
    expect(isTelephone(text)).toBe(false);
  });
});

describe('The numbers of a person', () => {
  test.each([
    [{ mobile: '138 0000 1234' }, { mobile: '13800001234' }],
    [{ mobile: '0319－7654321' }, { telephone: '0319-7654321' }],
    [{ telephone: '+86 13800001234' }, { mobile: '13800001234' }],
    [
      { mobile: '0319-7654321', telephone: '138 0000 1234' },
      { mobile: '13800001234', telephone: '0319-7654321' },
    ],
    [{ mobile: '0319-7654321', telephone: '8889' }, { telephone: '8889、0319-7654321' }],
    [{ mobile: '13800001234', telephone: '+86 13800001234' }, { mobile: '13800001234' }],
    [
      { mobile: '13800001234', telephone: '13900001234' },
      { mobile: '13800001234', telephone: '13900001234' },
    ],
    [{}, {}],
  ])('stand in their places: %o', (given, placed) => {
    expect(placedNumbers(given)).toEqual(placed);
    expect(placedNumbers(placedNumbers(given)), 'also when read again').toEqual(placed);
  });
});

test('Two spellings of one address are one address', () => {
  expect(addressKey('Zhang@UNIT.example.com')).toBe(addressKey(' ｚｈａｎｇ＠unit.example.com'));
  expect(addressKey('+86 138-0000-1234')).toBe(addressKey('13800001234'));
});
