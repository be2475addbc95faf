import { quicknet, firstRoundAfter, isSignature, publicAt, randomnessOf, signedRound } from './drand.ts';
import { bytesOf, digest, hex, textBytes } from './hash.ts';
import type { Beacon } from './types.ts';

/** The hash by which a locally made secret is committed to. */
export const secretHashOf = (secret: string): string => hex(digest(textBytes(secret)));

/** Possible throws for each unit of the roster: so many that no unit’s chance is off by a thousandth. */
const OUTCOMES_PER_UNIT = 1000;
const LEAST_THROWS = 5;

/** The least number of dice for a roster: 6 to the throws is at least 1,000 times its size, never under five. */
export function leastThrowsFor(rosterSize: number): number {
  let throws = LEAST_THROWS;
  while (6 ** throws < OUTCOMES_PER_UNIT * rosterSize) throws += 1;
  return throws;
}

/** Throws as they are kept: digits alone. Spaces and commas between them may be written. */
export const writtenThrows = (text: string): string => text.replace(/[\s,，、;；]+/g, '');

/** Either what the seed is made from, or why the value is none, with the remedy. */
export type Chance =
  | { readonly ok: true; readonly value: string; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: string };

const wrong = (why: string): Chance => ({ ok: false, why });

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
        : wrong('the secret is not the one that was committed to');
  }
}

function roundChance(round: number, entered: string): Chance {
  const value = entered.trim().toLowerCase();
  const bytes = bytesOf(value);
  const address = `https://api.drand.sh/${quicknet.chainHash}/public/${round}`;
  if (!isSignature(value) || !bytes)
    return wrong(
      `not a signature of quicknet: 96 hexadecimal digits, the field signature (not randomness) of ${address}`,
    );
  if (!signedRound(round, value))
    return wrong(`this is not the signature of round ${round}: take the field signature of ${address}`);
  return { ok: true, value, bytes: randomnessOf(bytes) };
}

function diceChance(least: number, entered: string): Chance {
  const value = writtenThrows(entered);
  if (!/^[1-6]+$/.test(value))
    return wrong('not throws of a die: write the digits 1 to 6 in the order in which they fell');
  if (value.length < least)
    return wrong(`${value.length} throws are too few for this roster: throw at least ${least} times`);
  return { ok: true, value, bytes: textBytes(value) };
}

/** The seed: SHA-256 over the commitment and what the beacon gave, in this order, as bytes. */
export function seedOf(commitment: string, chance: Uint8Array): Uint8Array {
  const bytes = bytesOf(commitment);
  if (bytes?.length !== 32) throw new Error('the commitment is no SHA-256 hash');
  return digest(bytes, chance);
}

/** Why a round cannot be named at an instant (milliseconds); undefined where it can. */
export function roundRefused(round: number, now: number): string | undefined {
  if (publicAt(round) > now) return undefined;
  return `round ${round} is public already: name one that is still to come, from ${firstRoundAfter(now)} on`;
}
