import { timingSafeEqual } from 'node:crypto';
import { contentHash } from '../../domain/ids.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { clientRecord, type ClientRecord } from '../../records/client.ts';
import type { Deps } from '../deps.ts';

type Using = Pick<Deps, 'store' | 'clock'>;

/** A client that may be used now; undefined for one that is unknown, revoked or past its last day. */
export async function usableClient({ store, clock }: Using, id: string): Promise<ClientRecord | undefined> {
  const jurisdiction = /^([a-z0-9-]{1,64})~[\w-]{1,100}$/.exec(id)?.[1];
  if (jurisdiction === undefined) return undefined;
  const client = await clientRecord.read(store, { jurisdiction, id });
  const today = formatDay(dayOf(clock.now()));
  return client && client.revokedAt === undefined && client.expiresOn >= today ? client : undefined;
}

/**
 * The client of an id and a secret, for the token endpoint of the issuer: its tokens have the role `machine`, its
 * jurisdiction, `client_id`, and its scopes, or fewer, in `scope`.
 */
export async function authenticateClient(
  using: Using,
  id: string,
  secret: string,
): Promise<ClientRecord | undefined> {
  const client = await usableClient(using, id);
  if (!client) return undefined;
  const [given, kept] = [contentHash(secret), client.secretHash].map((hash) => Buffer.from(hash, 'hex'));
  return given && kept && given.length === kept.length && timingSafeEqual(given, kept) ? client : undefined;
}
