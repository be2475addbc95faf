import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOf } from '../../../shared/domain/draws/draw.ts';
import { bytesOf, digest, hashOf, numberBytes } from '../../../shared/domain/draws/hash.ts';
import { pairFor, withoutPair } from '../../../shared/domain/draws/officers.ts';
import { below, drawFrom, wordsOf } from '../../../shared/domain/draws/select.ts';
import { officers, rosterOf } from './sample.ts';

const seedOf = (index: number): Uint8Array => digest(numberBytes(index, 4));
const bytes = (parts: readonly (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The method written a second time, from the words of the decision alone. */
function byHand(seed: Uint8Array, label: string, entries: readonly string[], count: number): string[] {
  const left = [...entries];
  const chosen: string[] = [];
  let position = 0;
  while (chosen.length < count) {
    const block = Buffer.alloc(4);
    block.writeUInt32BE(Math.floor(position / 8));
    const word = bytes([seed, label, block]).readUInt32BE((position % 8) * 4);
    position += 1;
    if (word < 2 ** 32 - (2 ** 32 % left.length)) chosen.push(...left.splice(word % left.length, 1));
  }
  return chosen;
}

describe('the selection', () => {
  test('is the one that the decision describes', () => {
    const roster = rosterOf(300);
    const ids = roster.map(({ subjectId }) => subjectId);
    for (let index = 0; index < 20; index += 1)
      expect(orderOf(seedOf(index), roster, 40)).toEqual(byHand(seedOf(index), 'units', ids, 40));
  });

  test('is the same for the same seed, and another for another', () => {
    const roster = rosterOf(50);
    expect(orderOf(seedOf(1), roster, 10)).toEqual(orderOf(seedOf(1), roster, 10));
    expect(orderOf(seedOf(1), roster, 10)).not.toEqual(orderOf(seedOf(2), roster, 10));
  });

  test('goes on where a smaller one ended, draws nobody twice, and in the end everybody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.nat(1000), (size, cut, index) => {
        const roster = rosterOf(size);
        const all = orderOf(seedOf(index), roster, size);
        expect(orderOf(seedOf(index), roster, cut % (size + 1))).toEqual(all.slice(0, cut % (size + 1)));
        expect([...all].sort()).toEqual(roster.map(({ subjectId }) => subjectId));
      }),
    );
  });

  test('refuses to draw more than there are', () => {
    expect(() => drawFrom([1, 2], 3, wordsOf(seedOf(1), 'x'))).toThrow('3 of 2');
  });
});

describe('chance', () => {
  const counted = (bound: number, words: readonly number[]) => {
    const left = [...words];
    const value = below(bound, () => left.shift() ?? 0);
    return { value, left: left.length };
  };

  test('words in the uneven rest are thrown away: no number is favoured', () => {
    const whole = 2 ** 32;
    expect(counted(3, [whole - 1, 5])).toEqual({ value: 2, left: 0 });
    expect(counted(3, [whole - 2, 5])).toEqual({ value: 2, left: 1 });
    expect(counted(4, [whole - 1, 5])).toEqual({ value: 3, left: 1 });
    // Two thirds of 2³²: every second word and more is above the limit.
    const bound = 2_863_311_531;
    expect(counted(bound, [bound, bound + 1, whole - 1, bound - 1])).toEqual({ value: bound - 1, left: 0 });
    expect(counted(1, [whole - 1])).toEqual({ value: 0, left: 0 });
    for (const bound of [0, -1, 1.5, whole + 1]) expect(() => below(bound, () => 0)).toThrow('no bound');
  });

  /** 99.9 % of fair series stay below; the seeds are fixed, so that the test does not waver. */
  const limits = { 11: 31.26, 65: 104.98, 5: 20.52 } as const;
  const chiSquare = (counts: readonly number[], expected: number): number =>
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const SERIES = 12_000;
  const roster = rosterOf(12);
  const place = new Map(roster.map(({ subjectId }, index) => [subjectId, index]));

  test('each unit is equally likely at each place of the order', () => {
    const at = [0, 1, 5, 11].map((position) => ({ position, counts: Array<number>(12).fill(0) }));
    for (let index = 0; index < SERIES; index += 1) {
      const order = orderOf(seedOf(index), roster, 12);
      for (const { position, counts } of at) {
        const unit = place.get(order[position] ?? '') ?? -1;
        counts[unit] = (counts[unit] ?? 0) + 1;
      }
    }
    for (const { counts } of at) expect(chiSquare(counts, SERIES / 12)).toBeLessThan(limits[11]);
  });

  test('each pair of units is equally likely to be drawn together', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < SERIES; index += 1) {
      const pair = orderOf(seedOf(index), roster, 2).sort().join(' ');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    expect(counts.size).toBe(66);
    expect(chiSquare([...counts.values()], SERIES / 66)).toBeLessThan(limits[65]);
  });

  test('each pair of officers is equally likely, from unit to unit', () => {
    const free = officers.map((officer) => ({ ...officer, recuse: [] }));
    const counts = new Map<string, number>();
    for (let index = 0; index < SERIES; index += 1) {
      const pair = pairFor(seedOf(0), free, `unit-${index}`).map(({ certificate }) => certificate);
      const key = [...pair].sort().join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(chiSquare([...counts.values()], SERIES / 6)).toBeLessThan(limits[5]);
  });
});

describe('officers', () => {
  test('go in pairs of two persons, and nobody to a unit that he keeps away from', () => {
    for (const { subjectId } of rosterOf(12))
      for (let index = 0; index < 50; index += 1) {
        const pair = pairFor(seedOf(index), officers, subjectId);
        expect(new Set(pair.map(({ certificate }) => certificate)).size).toBe(2);
        for (const { certificate } of pair)
          expect(officers.find((one) => one.certificate === certificate)?.recuse).not.toContain(subjectId);
      }
  });

  test('units with fewer than two to go are named beforehand', () => {
    const three = officers.slice(0, 3);
    const ids = rosterOf(12).map(({ subjectId }) => subjectId);
    expect(withoutPair(three, ids)).toEqual([]);
    expect(withoutPair(three.slice(0, 2), ids)).toEqual(['unit-3']);
  });
});

describe('hashes', () => {
  test('are SHA-256 of JSON with sorted keys, in UTF-8', () => {
    const text = '{"a":[1,"卷"],"b":true}';
    expect(hashOf({ b: true, a: [1, '卷'], c: undefined })).toBe(bytes([text]).toString('hex'));
  });

  test('hexadecimal digits come in pairs, numbers highest byte first', () => {
    expect(bytesOf('0aFF')).toEqual(new Uint8Array([10, 255]));
    for (const text of ['', 'a', 'zz', '0x12', ' 12']) expect(bytesOf(text)).toBeUndefined();
    expect(numberBytes(657_413, 8)).toEqual(new Uint8Array([0, 0, 0, 0, 0, 10, 8, 5]));
    expect(numberBytes(10_000_000_000, 8)).toEqual(new Uint8Array([0, 0, 0, 2, 84, 11, 228, 0]));
  });
});
