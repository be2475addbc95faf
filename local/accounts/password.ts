import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { promisify } from 'node:util';
import common from '@zxcvbn-ts/language-common';
import { chineseCommon } from './common-passwords.ts';

/** argon2id as OWASP proposes it: 19 MiB, two passes. About 40 ms here. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

const SHORTEST = 10;
/** A longer text is refused before it costs anything. */
const LONGEST = 256;

/** So many hashes at a time; the others wait, and too many waiting are refused. */
const AT_ONCE = 2;
const WAITING = 50;

export class TooBusy extends Error {
  override name = 'TooBusy';
}

const hashed = promisify(argon2);
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new TooBusy('too many passwords at once');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Hears of each hash that is computed. What costs so much must be done as often for anybody. */
export const hashing = channel('archive-duty.password-hash');

const tagOf = (password: string, nonce: Buffer): Promise<Buffer> =>
  inTurn(() => {
    hashing.publish({});
    return hashed('argon2id', { ...COST, message: password.normalize('NFKC'), nonce });
  });

/** The hash of a password with its salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce);
  return ['argon2id', nonce.toString('base64url'), tag.toString('base64url')].join('$');
}

/** For an address without a password, so that the answer takes as long. */
const nobodys = `argon2id$${randomBytes(16).toString('base64url')}$${randomBytes(32).toString('base64url')}`;

/** Whether the password is the one of the hash. Without a hash it is not, after the same time. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  if (password.length > LONGEST) return false;
  const [, nonce = '', tag = ''] = (stored ?? nobodys).split('$');
  const asked = await tagOf(password, Buffer.from(nonce, 'base64url'));
  const kept = Buffer.from(tag, 'base64url');
  return stored !== undefined && kept.length === asked.length && timingSafeEqual(kept, asked);
}

/** Why a password cannot be chosen. */
export type Weakness = 'short' | 'long' | 'common' | 'personal' | 'plain';

const refused = new Set([...common.dictionary['passwords-common'], ...chineseCommon].map(String));

/** Without the digits and signs that people put around a common word. */
const core = (text: string): string => text.replace(/^[\d\W_]+|[\d\W_]+$/gu, '');

/** Undefined when the password may be chosen. `about` is what others know about the person. */
export function weaknessOf(password: string, about: readonly string[]): Weakness | undefined {
  const text = password.normalize('NFKC').toLowerCase();
  if (text.length > LONGEST || password.length > LONGEST) return 'long';
  if (Array.from(text).length < SHORTEST) return 'short';
  if (refused.has(text) || (core(text) !== '' && core(text).length < 6 && refused.has(core(text))))
    return 'common';
  if (/^(.{1,4})\1+.{0,3}$/u.test(text) || isRun(text)) return 'plain';
  const known = about
    .flatMap((part) => part.toLowerCase().split(/[@.\s]/u))
    .filter((part) => part.length > 3);
  return known.some((part) => text.includes(part) && text.length < part.length + 6) ? 'personal' : undefined;
}

/** Signs that follow each other upwards or downwards, as 0123456789. */
function isRun(text: string): boolean {
  const steps = Array.from(text)
    .slice(1)
    .map((sign, index) => (sign.codePointAt(0) ?? 0) - text.charCodeAt(index));
  return new Set(steps).size === 1;
}
