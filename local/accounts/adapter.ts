import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import type { Clock, Store } from '../../shared/ports.ts';
import { toInstant } from '../../shared/domain/time/instant.ts';
import { issuedRecord } from '../../shared/records/accounts.ts';
import { asking, deviceOf } from './request.ts';
import { hashOf } from './secret.ts';
import type { Directory } from './directory.ts';
import type { Sessions } from './sessions.ts';

/** Things that end with their grant. */
const NEVER_SECONDS = 400 * 24 * 60 * 60;

/** By the uid of a session its id; by the id of a grant what was issued under it. */
const pointer = (kind: string, id: string) => ({ model: kind, hash: hashOf(id) });

export type FindClient = (id: string) => Promise<AdapterPayload | undefined>;

interface Parts {
  readonly findClient: FindClient;
  readonly sessions: Sessions;
  readonly directory: Pick<Directory, 'bySub'>;
}

/**
 * Where oidc-provider keeps its codes, tokens and sessions: in the table, under the hash of their ids. Clients
 * are the product’s own records.
 */
export function storeAdapter(
  store: Store,
  clock: Clock,
  { findClient, sessions, directory }: Parts,
): AdapterFactory {
  return (model) => {
    const place = (id: string) => ({ model, hash: hashOf(id) });
    const find: Adapter['find'] = async (id) => {
      if (model === 'Client') return findClient(id);
      const found = await issuedRecord.read(store, place(id));
      if (found === undefined || found.expiresAt <= clock.now()) return undefined;
      return { ...found.payload, jti: id };
    };
    const write = async (at: ReturnType<typeof place>, payload: Record<string, unknown>, until: number) => {
      await issuedRecord.change(store, at, (known) => ({
        ...(known ?? { version: 0, ...at }),
        payload,
        expiresAt: toInstant(until),
      }));
    };
    const destroy = async (id: string): Promise<void> => {
      const found = await issuedRecord.read(store, place(id));
      const { uid, accountId } = found?.payload ?? {};
      const keys = [issuedRecord.key(place(id))];
      if (model === 'Session' && typeof uid === 'string') {
        keys.push(issuedRecord.key(pointer('Uid', uid)));
        const person = typeof accountId === 'string' ? await directory.bySub(accountId) : undefined;
        if (person !== undefined) return sessions.end(person, uid);
      }
      await store.deleteMany(keys);
    };
    return {
      find,
      destroy,
      upsert: async (id, payload, expiresIn = NEVER_SECONDS) => {
        const until = clock.now() + expiresIn * 1000;
        await write(place(id), withoutId(payload), until);
        const { uid, accountId, loginTs } = payload;
        if (model !== 'Session' || uid === undefined) return;
        await write(pointer('Uid', uid), { id }, until);
        if (accountId === undefined || loginTs === undefined) return;
        const person = await directory.bySub(accountId);
        const request = asking.getStore();
        if (person !== undefined) await sessions.opened(person, uid, loginTs, request && deviceOf(request));
      },
      findByUid: async (uid) => {
        const found = await issuedRecord.read(store, pointer('Uid', uid));
        const id = found?.payload['id'];
        return typeof id === 'string' ? find(id) : undefined;
      },
      // No device has a code of its own here.
      findByUserCode: async () => undefined,
      consume: async (id) => {
        await issuedRecord.change(store, place(id), (known) =>
          known === undefined
            ? undefined
            : { ...known, payload: { ...known.payload, consumed: Math.floor(clock.now() / 1000) } },
        );
      },
      // What was issued under a grant is refused when the grant is gone: each is read with it.
      revokeByGrantId: async () => undefined,
    };
  };
}

/** The id is the token itself: it is not stored. */
const withoutId = (payload: AdapterPayload): Record<string, unknown> =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => name !== 'jti'));
