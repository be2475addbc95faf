import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jwtVerify, SignJWT } from 'jose';
import type { Principal } from '../shared/domain/principal.ts';
import { writeWhole } from './files.ts';
import { StartError } from './start-error.ts';

const ISSUER = 'archive-duty-local';

/** What a token says; the operator’s names no jurisdiction. */
type Claims = Pick<Principal, 'sub' | 'role' | 'unitId' | 'office'> & {
  readonly jurisdiction?: string;
  readonly scope?: string;
};

/** Issues and checks tokens on one machine. Its key is in the data directory. */
export interface Tokens {
  readonly issue: (claims: Claims) => Promise<string>;
  /** The claims; undefined when the token is not one of ours. */
  readonly verify: (token: string) => Promise<Record<string, unknown> | undefined>;
}

const KEY_BYTES = 32;

function keyOf(directory: string): Uint8Array {
  const file = join(directory, 'token-key');
  if (!existsSync(file)) writeWhole(file, randomBytes(KEY_BYTES));
  const key = readFileSync(file);
  if (key.length < KEY_BYTES)
    throw new StartError(
      `${file} is no key: it was not written in full. Delete it and start again: whoever is signed in signs in again.`,
    );
  return key;
}

/** Local tokens do not expire: a simulated clock may be moved by years. */
export function openTokens(directory: string): Tokens {
  const key = keyOf(directory);
  const checked = new Map<string, Record<string, unknown>>();
  return {
    issue: (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setSubject(claims.sub)
        .sign(key),
    verify: async (token) => {
      const known = checked.get(token);
      if (known) return known;
      try {
        const { payload } = await jwtVerify(token, key, { issuer: ISSUER, algorithms: ['HS256'] });
        const claims: Record<string, unknown> = { ...payload };
        if (checked.size > 1000) checked.clear();
        checked.set(token, claims);
        return claims;
      } catch {
        return undefined;
      }
    },
  };
}
