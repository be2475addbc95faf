import { raise, type Raised } from '../../problems/raise.ts';
import { quicknet, firstRoundAfter, isSignature, publicAt, randomnessOf, signedRound } from './drand.ts';
import { bytesOf, digest, hex, textBytes } from './hash.ts';
import type { Beacon } from './types.ts';

/** The hash by which a locally made secret is committed to. */
export const secretHashOf = (secret: string): string => hex(digest(textBytes(secret)));

/**
 * A few dice have few outcomes, and with few outcomes a unit’s chance is not quite that of the others: of N
 * outcomes and n units, its share is off by about √(n/N), and by six times as much for somebody who words the
 * terms anew a hundred million times until it suits. Taken are 1,000 outcomes a unit; 360,000 keep even that
 * below one in a hundred.
 */
const LEAST_OUTCOMES = 1000;
const ADVISED_OUTCOMES = 360_000;

function throwsFor(outcomes: number): number {
  let throws = 5;
  while (6 ** throws < outcomes) throws += 1;
  return throws;
}

/** The least number of dice that is taken for a roster. */
export const leastThrowsFor = (rosterSize: number): number => throwsFor(LEAST_OUTCOMES * rosterSize);

/** The number of dice that leaves nobody room to try. */
export const advisedThrowsFor = (rosterSize: number): number => throwsFor(ADVISED_OUTCOMES * rosterSize);

/** Throws as they are kept: digits alone. Spaces and commas between them may be written. */
const writtenThrows = (text: string): string => text.replace(/[\s,，、;；]+/g, '');

/** Either what the seed is made from, or why the value is none, with the remedy. */
export type Chance =
  | { readonly ok: true; readonly value: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: Raised };

const wrong = (why: Raised): Chance => ({ ok: false, why });

/** Holds what was entered against what was named beforehand. */
export function chanceOf(beacon: Beacon, value: string): Chance {
  switch (beacon.kind) {
    case 'drand':
      return roundChance(beacon.round, value);
    case 'dice':
      return diceChance(beacon.leastThrows, value);
    case 'local':
      return secretHashOf(value) === beacon.secretHash
        ? { ok: true, value, bytes: textBytes(value) }
        : wrong(raise('draw.other-secret'));
  }
}

function roundChance(round: number, entered: string): Chance {
  const value = entered.trim().toLowerCase();
  const bytes = bytesOf(value);
  const address = `https://api.drand.sh/${quicknet.chainHash}/public/${round}`;
  if (!isSignature(value) || !bytes) return wrong(raise('draw.no-signature', { address }));
  if (!signedRound(round, value)) return wrong(raise('draw.other-signature', { round, address }));
  return { ok: true, value, bytes: randomnessOf(bytes) };
}

function diceChance(least: number, entered: string): Chance {
  const value = writtenThrows(entered);
  if (!/^[1-6]+$/.test(value)) return wrong(raise('draw.no-throws'));
  if (value.length < least) return wrong(raise('draw.few-throws', { throws: value.length, least }));
  return { ok: true, value, bytes: textBytes(value) };
}

/** The seed: SHA-256 over the commitment and what the beacon gave, in this order, as bytes. */
export function seedOf(commitment: string, chance: Uint8Array): Uint8Array {
  const bytes = bytesOf(commitment);
  if (bytes?.length !== 32) throw new Error('the commitment is no SHA-256 hash');
  return digest(bytes, chance);
}

/** Why a round cannot be named at an instant (milliseconds); undefined where it can. */
export function roundRefused(round: number, now: number): Raised | undefined {
  if (publicAt(round) > now) return undefined;
  return raise('draw.round-public', { round, from: firstRoundAfter(now) });
}
