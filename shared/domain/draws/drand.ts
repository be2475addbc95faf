import { bls12_381 } from '@noble/curves/bls12-381.js';
import { bytesOf, digest, numberBytes, textBytes } from './hash.ts';

/**
 * The public randomness of the League of Entropy, network quicknet: every 3 seconds a signature of the round’s
 * number that nobody can foresee and anybody can check. Source of the values: the network’s own announcement,
 * drand.love/blog/2023/10/16/quicknet-is-live, and https://api.drand.sh/<chainHash>/info.
 */
export const quicknet = {
  chain: 'quicknet',
  chainHash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  /** Seconds since the Unix epoch of round 1. */
  genesis: 1_692_803_367,
  /** Seconds between two rounds. */
  period: 3,
} as const;

/** Scheme bls-unchained-g1-rfc9380: hashing to the curve as in RFC 9380, signatures in G1. */
const DOMAIN = textBytes('BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_');
const SIGNATURE_DIGITS = 96;

/** When a round becomes public, in milliseconds since the Unix epoch. */
export const publicAt = (round: number): number => (quicknet.genesis + (round - 1) * quicknet.period) * 1000;

/** The first round that becomes public after an instant (milliseconds since the Unix epoch). */
export function firstRoundAfter(instant: number): number {
  const seconds = Math.floor(instant / 1000);
  return Math.max(1, Math.floor((seconds - quicknet.genesis) / quicknet.period) + 2);
}

/** Whether the text has the form of a round’s signature. */
export const isSignature = (text: string): boolean =>
  text.length === SIGNATURE_DIGITS && bytesOf(text) !== undefined;

/** Whether the network signed this round with this signature; checked offline. */
export function signedRound(
  round: number,
  signature: string,
  publicKey: string = quicknet.publicKey,
): boolean {
  const bytes = isSignature(signature) ? bytesOf(signature) : undefined;
  const key = bytesOf(publicKey);
  if (!bytes || !key) return false;
  const scheme = bls12_381.shortSignatures;
  const message = scheme.hash(digest(numberBytes(round, 8)), DOMAIN);
  try {
    return scheme.verify(bytes, message, key);
  } catch {
    // The bytes are not a point of the group.
    return false;
  }
}

/** The round’s randomness: SHA-256 of its signature, as drand publishes it. */
export const randomnessOf = (signature: Uint8Array): Uint8Array => digest(signature);
