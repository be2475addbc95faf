import { bls12_381 } from '@noble/curves/bls12-381.js';
import { describe, expect, test } from 'vitest';
import {
  firstRoundAfter,
  publicAt,
  quicknet,
  randomnessOf,
  signedRound,
} from '../../../shared/domain/draws/drand.ts';
import { bytesOf, digest, hex, numberBytes } from '../../../shared/domain/draws/hash.ts';
import { rounds } from './sample.ts';

describe('rounds that quicknet published', () => {
  test.each(rounds)('round $round: signature and randomness', ({ round, signature, randomness }) => {
    expect(signedRound(round, signature)).toBe(true);
    expect(signedRound(round, signature.toUpperCase())).toBe(true);
    expect(hex(randomnessOf(bytesOf(signature) ?? new Uint8Array()))).toBe(randomness);
  });

  test.each(rounds)(
    'round $round: no other round, no other signature',
    ({ round, signature, randomness }) => {
      expect(signedRound(round + 1, signature)).toBe(false);
      for (const other of rounds) expect(signedRound(round, other.signature)).toBe(other.round === round);
      for (const place of [0, 1, 40, 95]) {
        const digit = signature[place] === '0' ? '1' : '0';
        expect(signedRound(round, signature.slice(0, place) + digit + signature.slice(place + 1))).toBe(
          false,
        );
      }
      for (const text of ['', 'zz', randomness, signature.slice(2), `${signature}00`])
        expect(signedRound(round, text)).toBe(false);
    },
  );

  test('neither the point at infinity nor one outside the group is a signature', () => {
    expect(signedRound(1000, `c0${'00'.repeat(47)}`)).toBe(false);
    // x = 0 lies on the curve, but not in the group of prime order.
    expect(signedRound(1000, `80${'00'.repeat(47)}`)).toBe(false);
    expect(signedRound(1000, `a0${'00'.repeat(47)}`)).toBe(false);
  });

  test('a signature by another key is none, and the scheme holds for any key', () => {
    const scheme = bls12_381.shortSignatures;
    const secret = digest(numberBytes(7, 4));
    const domain = new TextEncoder().encode('BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_');
    const point = scheme.sign(scheme.hash(digest(numberBytes(1000, 8)), domain), secret);
    const signature = hex(scheme.Signature.toBytes(point));
    const key = hex(scheme.getPublicKey(secret).toBytes());
    expect(signedRound(1000, signature, key)).toBe(true);
    expect(signedRound(1000, signature)).toBe(false);
    expect(signedRound(1000, rounds[1].signature, key)).toBe(false);
  });
});

describe('when a round is public', () => {
  test('round 1 at the genesis, one every three seconds', () => {
    expect(publicAt(1)).toBe(quicknet.genesis * 1000);
    expect(new Date(publicAt(1)).toISOString()).toBe('2023-08-23T15:09:27.000Z');
    expect(publicAt(1000) - publicAt(1)).toBe(999 * 3000);
  });

  test('the first round after an instant is the first that is still to come', () => {
    const start = publicAt(1000);
    for (const instant of [start - 1, start, start + 1, start + 2999, start + 3000, publicAt(1) - 9e9]) {
      const round = firstRoundAfter(instant);
      expect(publicAt(round)).toBeGreaterThan(instant);
      if (round > 1) expect(publicAt(round - 1)).toBeLessThanOrEqual(instant);
    }
  });
});
