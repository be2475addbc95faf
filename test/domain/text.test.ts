import { describe, expect, test } from 'vitest';
import { fitText, plainText, textFlaw } from '../../shared/domain/text.ts';

describe('A text', () => {
  test.each([
    ['a NUL', '甲\u0000乙'],
    ['a bell', '甲\u0007乙'],
    ['a delete character', '甲\u007f乙'],
    ['a control character of the second set', '甲\u009b乙'],
    ['a code point that stands for no character', '甲\uffff乙'],
    ['the same of another plane', '甲\u{1fffe}乙'],
    ['a direction override', '甲\u202e乙'],
    ['an isolate', '甲\u2066乙'],
    ['the first half of a character', '甲\ud842乙'],
    ['the second half of a character', '甲\udfb7'],
    ['what a wrong conversion left', '甲\ufffd乙'],
  ])('with %s is refused with the remedy, and fit for a file once it is taken away', (_, text) => {
    expect(textFlaw(text)?.code).toMatch(/^text\./u);
    if (!text.includes('\ufffd')) expect(textFlaw(fitText(text))).toBeUndefined();
  });

  test.each([
    ['甲\u0000', 'text.control', 'U+0000'],
    ['甲\u009b', 'text.control', 'U+009B'],
    ['甲\u{1fffe}', 'text.control', 'U+1FFFE'],
    ['甲\u202e', 'text.direction', 'U+202E'],
  ])('%j is refused by the name of its character: %s %s', (text, code, character) => {
    expect(textFlaw(text)).toMatchObject({ code, params: { character } });
  });

  test('loses what no file can carry, and nothing is put in its place', () => {
    expect(fitText('甲\u0000乙\u202e丙\ud842')).toBe('甲乙丙');
  });

  test.each(['卷一\n卷二\t三\r\n四', '𠮷野家', '葛󠄀城', 'é', '👨‍👩‍👧', '\ue000'])(
    'as people write it passes: %s',
    (text) => {
      expect(textFlaw(text)).toBeUndefined();
      expect(fitText(text)).toBe(text);
    },
  );

  test('is kept composed, without marks that nobody sees, with one kind of line break', () => {
    expect(plainText('e\u0301')).toBe('é');
    expect(plainText('\uf90a')).toBe('金');
    expect(plainText('\ufeff甲\u200b乙\u00ad\u2060\u{e0041}')).toBe('甲乙');
    expect(plainText('葛\u{e0100}城')).toBe('葛\u{e0100}城');
    expect(plainText('一\r\n二\r三\u2028四')).toBe('一\n二\n三\n四');
  });
});
