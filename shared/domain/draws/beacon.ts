import { raise, type Raised } from '../../problems/raise.ts';
import { quicknet, firstRoundAfter, isSignature, publicAt, randomnessOf, signedRound } from './drand.ts';
import { bytesOf, digest, hex, textBytes } from './hash.ts';
import type { Beacon } from './types.ts';

/** The hash that commits to a secret made on this server. */
export const secretHashOf = (secret: string): string => hex(digest(textBytes(secret)));

/**
 * Few dice have few outcomes, and then the units’ chances are not quite equal. With N outcomes and n units, a
 * unit’s share is off by about √(n/N), and by six times as much if somebody rewords the terms a hundred million
 * times until the result suits them. 1,000 outcomes a unit are required; 360,000 keep even the latter below one
 * in a hundred.
 */
const LEAST_OUTCOMES = 1000;
const ADVISED_OUTCOMES = 360_000;

function throwsFor(outcomes: number): number {
  let throws = 5;
  while (6 ** throws < outcomes) throws += 1;
  return throws;
}

/** The smallest number of dice accepted for a roster. */
export const leastThrowsFor = (rosterSize: number): number => throwsFor(LEAST_OUTCOMES * rosterSize);

/** The number of dice that leaves no room for such attempts. */
export const advisedThrowsFor = (rosterSize: number): number => throwsFor(ADVISED_OUTCOMES * rosterSize);

/** Throws as they are stored: digits only. The input may have spaces and commas between them. */
const writtenThrows = (text: string): string => text.replace(/[\s,，、;；]+/g, '');

/** Either the input of the seed, or why the value is wrong, with the remedy. */
export type Chance =
  | { readonly ok: true; readonly value: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: Raised };

const wrong = (why: Raised): Chance => ({ ok: false, why });

/** Compares the value entered with what was named beforehand. */
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

/** The seed: SHA-256 over the commitment and then the bytes that the beacon gave. */
export function seedOf(commitment: string, chance: Uint8Array): Uint8Array {
  const bytes = bytesOf(commitment);
  if (bytes?.length !== 32) throw new Error('the commitment is no SHA-256 hash');
  return digest(bytes, chance);
}

/** Why a round cannot be named at an instant (milliseconds); undefined when it can. */
export function roundRefused(round: number, now: number): Raised | undefined {
  if (publicAt(round) > now) return undefined;
  return raise('draw.round-public', { round, from: firstRoundAfter(now) });
}
