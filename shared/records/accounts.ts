import { z } from 'zod';
import { idOf } from '../domain/ids.ts';
import { toInstant } from '../domain/time/instant.ts';
import type { Key, Query } from '../ports.ts';
import { plainAt, recordAt, recordOf } from './record.ts';
import { stored } from './stored.ts';

/** What one machine keeps about signing in. Tokens, codes and passwords are there only as hashes. */

const instantNumber = z.number().transform(toInstant);

const credentialShape = stored({
  version: z.number(),
  sub: z.string(),
  /** An argon2id hash with its parameters. */
  password: z.string().optional(),
  /** The shared secret of one-time codes, in base32, and the last step of which a code was taken. */
  totp: stored({ secret: z.string(), step: z.number() }).optional(),
  /** Hashes of the recovery codes that were not used yet. */
  recovery: z.array(z.string()).optional(),
  /** The hash of the invitation that is good; a later one takes its place. */
  invitation: z.string().optional(),
});

export type CredentialRecord = z.infer<typeof credentialShape>;

/** How a person proves who it is, by `sub`. */
export const credentialRecord = recordOf<{ sub: string }, CredentialRecord>({
  shape: credentialShape,
  key: ({ sub }) => ({ pk: `ACCOUNT#${sub}`, sk: 'CREDENTIAL' }),
});

const onceShape = stored({
  version: z.number(),
  hash: z.string(),
  purpose: z.string(),
  sub: z.string(),
  jurisdiction: z.string(),
  expiresAt: instantNumber,
  usedAt: instantNumber.optional(),
  /** What the purpose adds. */
  more: z.record(z.string(), z.string()).optional(),
});

export type OnceRecord = z.infer<typeof onceShape>;

/** A link, code or step of a sign-in that is good once. */
export const onceRecord = recordOf<{ hash: string }, OnceRecord>({
  shape: onceShape,
  key: ({ hash }) => ({ pk: `ACCOUNTS#ONCE#${hash}`, sk: '0' }),
  list: ({ hash, expiresAt }) => ({ lp: EXPIRING, ls: expiringSort(expiresAt, hash) }),
});

const EXPIRING = 'ACCOUNTS#EXPIRING';

/** By the time at which it may be deleted. */
export const expiringSort = (at: number, id: string): string => `${String(at).padStart(15, '0')}#${id}`;

export const expiredBy = (at: number): Query => ({
  pk: EXPIRING,
  index: 'list',
  to: `${expiringSort(at, '')}~`,
});

const issuedShape = stored({
  version: z.number(),
  model: z.string(),
  hash: z.string(),
  /** What oidc-provider stores, without the token itself. */
  payload: z.record(z.string(), z.unknown()),
  expiresAt: instantNumber,
});

export type IssuedRecord = z.infer<typeof issuedShape>;

const issuedKey = ({ model, hash }: { readonly model: string; readonly hash: string }): Key => ({
  pk: `ACCOUNTS#${model}#${hash}`,
  sk: '0',
});

/** Codes, refresh tokens, grants and steps of the OIDC issuer, by the hash of their ids. */
export const issuedRecord = recordOf<{ model: string; hash: string }, IssuedRecord>({
  shape: issuedShape,
  key: issuedKey,
  list: ({ model, hash, expiresAt }) => ({ lp: EXPIRING, ls: expiringSort(expiresAt, `${model}#${hash}`) }),
});

const sessionShape = stored({
  version: z.number(),
  sub: z.string(),
  jurisdiction: z.string(),
  uid: z.string(),
  since: instantNumber,
  lastUsedAt: instantNumber,
  expiresAt: instantNumber,
  device: z.string().optional(),
});

export type SessionRecord = z.infer<typeof sessionShape>;

interface SessionPlace {
  readonly jurisdiction: string;
  readonly sub: string;
  readonly uid: string;
}

const sessionPartition = (jurisdiction: string): string => `ACCOUNTS#SESSIONS#${jurisdiction}`;

/** Where a person is signed in. Tokens hold only while it is there. */
export const sessionRecord = recordOf<SessionPlace, SessionRecord>({
  shape: sessionShape,
  key: ({ jurisdiction, sub, uid }) => ({ pk: sessionPartition(jurisdiction), sk: `${sub}#${uid}` }),
  list: ({ expiresAt, uid }) => ({ lp: EXPIRING, ls: expiringSort(expiresAt, uid) }),
});

/** The sessions of a jurisdiction, or of one person there. */
export const sessionsOf = (jurisdiction: string, sub?: string): Query => ({
  pk: sessionPartition(jurisdiction),
  ...(sub === undefined ? {} : { from: `${sub}#`, to: `${sub}#~` }),
});

const mobileShape = stored({ sub: z.string() });

const mobilePartition = (mobile: string): string => `ACCOUNTS#MOBILE#${idOf('mobile', mobile)}`;

/** What leads from a mobile to the people who have it. What the person’s record says decides. */
export const mobileHolder = plainAt<{ mobile: string; sub: string }, z.infer<typeof mobileShape>>({
  shape: mobileShape,
  key: ({ mobile, sub }) => ({ pk: mobilePartition(mobile), sk: sub }),
});

export const holdersOf = (mobile: string): Query => ({ pk: mobilePartition(mobile) });

const operatorShape = stored({
  version: z.number(),
  sub: z.string(),
  name: z.string(),
  email: z.string(),
});

export type OperatorRecord = z.infer<typeof operatorShape>;

/** Who keeps the installation; made at set-up and in no bureau’s list. */
export const operatorRecord = recordAt<'operator', OperatorRecord>({
  shape: operatorShape,
  key: () => ({ pk: 'ACCOUNTS', sk: 'OPERATOR' }),
});

const keysShape = stored({
  version: z.number(),
  /** Private keys of the issuer as JWK, the present one first. */
  signing: z.array(stored({ jwk: z.record(z.string(), z.string()), since: instantNumber })),
  /** What cookies are signed with. */
  cookies: z.array(z.string()),
});

export type KeysRecord = z.infer<typeof keysShape>;

export const keysRecord = recordAt<'keys', KeysRecord>({
  shape: keysShape,
  key: () => ({ pk: 'ACCOUNTS', sk: 'KEYS' }),
});

const setupShape = stored({
  version: z.number(),
  codeHash: z.string(),
  /** The set-up was completed: the code is good no more. */
  doneAt: instantNumber.optional(),
});

export type SetupRecord = z.infer<typeof setupShape>;

export const setupRecord = recordAt<'setup', SetupRecord>({
  shape: setupShape,
  key: () => ({ pk: 'ACCOUNTS', sk: 'SETUP' }),
});

const signInShape = stored({
  at: instantNumber,
  event: z.string(),
  sub: z.string(),
  way: z.string().optional(),
  /** Browser and system, never an address. */
  device: z.string().optional(),
});

export type SignInLine = z.infer<typeof signInShape>;

const signInPartition = (jurisdiction: string): string => `${jurisdiction}#SIGNIN`;

/** The lines of a jurisdiction that were written before an instant; '' for the operator’s. */
export const signInsBefore = (jurisdiction: string, at: number): Query => ({
  pk: signInPartition(jurisdiction),
  to: expiringSort(at, ''),
});

/** A line of the list of sign-ins and refusals, without addresses of machines. */
export const signInLine = plainAt<{ jurisdiction: string; sk: string }, SignInLine>({
  shape: signInShape,
  key: ({ jurisdiction, sk }) => ({ pk: signInPartition(jurisdiction), sk }),
});

/** The list of a jurisdiction, newest first. */
export const signInsOf = (jurisdiction: string): Query => ({
  pk: signInPartition(jurisdiction),
  descending: true,
});
