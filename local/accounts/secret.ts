import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A text that nobody guesses: 256 bits. */
export const freshSecret = (): string => randomBytes(32).toString('base64url');

/** How a secret of 256 bits is stored. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Letters and digits that nobody mistakes for each other when reading them aloud. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code that people type: groups of four signs, each of nearly five bits. */
export function freshCode(groups: number): string {
  const group = (): string => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** A typed code as it was shown: capitals, without spaces and dashes. */
export const plainly = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/gu, '');

/** Six digits, for an SMS. */
export const freshDigits = (): string => String(randomInt(1_000_000)).padStart(6, '0');
