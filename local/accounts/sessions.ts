import { toInstant, type Instant } from '../../shared/domain/time/instant.ts';
import type { Clock, Store } from '../../shared/ports.ts';
import {
  issuedRecord,
  sessionRecord,
  sessionsOf,
  type SessionRecord,
} from '../../shared/records/accounts.ts';
import { readAll } from '../../shared/store/read.ts';
import { hashOf } from './secret.ts';

interface Whose {
  readonly jurisdiction: string;
  readonly sub: string;
}

/** Where people are signed in. Ending a session ends its tokens at once. */
export interface Sessions {
  readonly ofPerson: (whose: Whose) => Promise<readonly SessionRecord[]>;
  readonly ofJurisdiction: (jurisdiction: string) => Promise<readonly SessionRecord[]>;
  readonly isOpen: (whose: Whose, uid: string) => Promise<boolean>;
  readonly opened: (whose: Whose, uid: string, loginTs: number, device?: string) => Promise<void>;
  readonly used: (whose: Whose, uid: string) => Promise<void>;
  readonly end: (whose: Whose, uid: string) => Promise<void>;
  readonly endAll: (whose: Whose, but?: string) => Promise<void>;
}

/** A working day: then everybody signs in again. */
export const SESSION_SECONDS = 10 * 60 * 60;

export function createSessions(store: Store, clock: Clock): Sessions {
  const open = async (jurisdiction: string, sub?: string): Promise<SessionRecord[]> => {
    const items = await readAll(store, { ...sessionsOf(jurisdiction, sub), consistent: true });
    return items.map(sessionRecord.of).filter((one) => isNow(one, clock.now()));
  };
  const change = async (
    place: Whose & { readonly uid: string },
    next: (known: SessionRecord | undefined) => SessionRecord | undefined,
  ): Promise<void> => {
    await sessionRecord.change(store, place, next);
  };
  const end: Sessions['end'] = async ({ jurisdiction, sub }, uid) => {
    const pointer = { model: 'Uid', hash: hashOf(uid) };
    const id = (await issuedRecord.read(store, pointer))?.payload['id'];
    // First what tokens are judged by.
    await store.deleteMany([sessionRecord.key({ jurisdiction, sub, uid })]);
    if (typeof id !== 'string') return;
    const session = issuedRecord.key({ model: 'Session', hash: hashOf(id) });
    await store.deleteMany([session, issuedRecord.key(pointer)]);
  };
  return {
    end,
    ofPerson: ({ jurisdiction, sub }) => open(jurisdiction, sub),
    ofJurisdiction: (jurisdiction) => open(jurisdiction),
    isOpen: async ({ jurisdiction, sub }, uid) => {
      const found = await sessionRecord.read(store, { jurisdiction, sub, uid });
      return found !== undefined && isNow(found, clock.now());
    },
    opened: ({ jurisdiction, sub }, uid, loginTs, device) =>
      change({ jurisdiction, sub, uid }, (known) => ({
        ...(known ?? { version: 0, jurisdiction, sub, uid }),
        since: toInstant(loginTs * 1000),
        lastUsedAt: clock.now(),
        expiresAt: toInstant((loginTs + SESSION_SECONDS) * 1000),
        ...(device === undefined ? {} : { device }),
      })),
    used: ({ jurisdiction, sub }, uid) =>
      change({ jurisdiction, sub, uid }, (known) => known && { ...known, lastUsedAt: clock.now() }),
    endAll: async (whose, but) => {
      for (const { uid } of await open(whose.jurisdiction, whose.sub)) if (uid !== but) await end(whose, uid);
    },
  };
}

const isNow = ({ expiresAt }: SessionRecord, now: Instant): boolean => now < expiresAt;
