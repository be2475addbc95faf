import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, plainCode } from '../../shared/domain/code.ts';
import { contentHash, idOf, obligationIdOf, subjectIdOf, subjectOfId } from '../../shared/domain/ids.ts';

/** The first 128 bits of SHA-256 as 26 digits of five bits, by the arithmetic of whole numbers. */
function expected(parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  // 130 bits: two noughts fill the last digit.
  let rest = BigInt(`0x${digest.toString('hex')}`) << 2n;
  let text = '';
  for (let digit = 0; digit < 26; digit += 1) {
    text = ('abcdefghijklmnopqrstuvwxyz234567'[Number(rest & 31n)] ?? '') + text;
    rest >>= 5n;
  }
  return text;
}

test('an id is the hash of its parts in base 32, and never another', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), (parts) => {
      expect(idOf(...parts)).toBe(expected(parts));
    }),
    { numRuns: 50 },
  );
});

/** Records are found by these: an id that changes loses what is stored under it. */
describe('the id of a record', () => {
  test('is of its meaning alone: a subject’s of its jurisdiction, its kind and its code as it is looked up', () => {
    expect(subjectIdOf('hongjiang', 'unit', 'A1')).toBe(expected(['subject', 'hongjiang', 'unit', 'A1']));
    expect(subjectIdOf('hongjiang', 'unit', ' Ａ１ ')).toBe(subjectIdOf('hongjiang', 'unit', 'A1'));
    const others = [
      subjectIdOf('hongjiang', 'unit', 'a1'),
      subjectIdOf('hongjiang', 'project', 'A1'),
      subjectIdOf('shexian', 'unit', 'A1'),
    ];
    expect(new Set([subjectIdOf('hongjiang', 'unit', 'A1'), ...others]).size).toBe(4);
  });

  test('a duty’s names its subject, and is of its rule and its period', () => {
    const id = obligationIdOf('s', 'archives-security/self-inspection-report', '2025');
    expect(id).toBe(
      `s.${expected(['obligation', 'archives-security/self-inspection-report', '2025']).slice(0, 13)}`,
    );
    expect([subjectOfId(id), subjectOfId('s'), subjectOfId('a.b.c')]).toEqual(['s', undefined, 'a']);
  });

  test('a text’s is the SHA-256 of its bytes', () => {
    expect(contentHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(contentHash(new TextEncoder().encode('档案'))).toBe(contentHash('档案'));
  });
});

test.each([
  ['  甲 \t 乙\n丙  ', '甲 乙 丙'],
  ['甲\u200b乙', '甲乙'],
  ['\u3000甲\u3000\u3000乙', '甲 乙'],
])('%j on one line is %j', (text, line) => {
  expect(clean(text)).toBe(line);
});

test.each([
  ['ＡＢ１２', 'AB12'],
  [' A－1 ', 'A-1'],
  ['①', '1'],
])('the code %j is looked up as %j', (text, code) => {
  expect(plainCode(text)).toBe(code);
});
