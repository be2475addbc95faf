import { hours, toInstant } from '../../shared/domain/time/instant.ts';
import type { Clock, Log, OwnAccounts, Session, Store } from '../../shared/ports.ts';
import {
  credentialRecord,
  expiredBy,
  operatorRecord,
  setupRecord,
  signInsBefore,
  type SessionRecord,
} from '../../shared/records/accounts.ts';
import { jurisdictions } from '../../shared/rules/catalogue.ts';
import { createAttempts, type Attempts } from './attempts.ts';
import { createDiary, type Diary } from './diary.ts';
import { createDirectory, rememberMobile, type Directory } from './directory.ts';
import { createOnce, minutesOf, type Once } from './once.ts';
import { freshCode, hashOf, isSame, plainly } from './secret.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** The accounts of one machine: what its pages, its issuer and the use cases share. */
export interface AccountsHere {
  readonly port: OwnAccounts;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly once: Once;
  readonly attempts: Attempts;
  readonly diary: Diary;
  /** Where people reach the product, known once it listens. */
  readonly origin: () => string;
  readonly setUp: SetUp;
  /** Deletes what has expired. */
  readonly tidy: () => Promise<void>;
}

/** The first quarter of an hour: a code in the terminal opens one page, once. */
export interface SetUp {
  /** A fresh code in place of an earlier one; undefined where the set-up was done. */
  readonly begin: () => Promise<string | undefined>;
  readonly isOpen: () => Promise<boolean>;
  readonly isCode: (code: string) => Promise<boolean>;
  readonly done: () => Promise<void>;
}

/** Who came in and who was refused is kept for a year (decision 0025). */
const SIGN_INS_KEPT = hours(365 * 24);

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly origin: () => string;
}

export function openAccounts(parts: Parts): AccountsHere {
  const { store, clock, log, origin } = parts;
  const directory = createDirectory({ store, clock });
  const sessions = createSessions(store, clock);
  const once = createOnce(store, clock);
  const diary = createDiary(store, clock, log);
  return {
    ...parts,
    port: portOf({ store, clock, origin, sessions, once, diary }),
    directory,
    sessions,
    once,
    diary,
    attempts: createAttempts(store, clock),
    setUp: setUpOf(store, clock),
    tidy: async () => {
      const now = clock.now();
      const old = ['', ...jurisdictions.map(({ id }) => id)].map((one) =>
        signInsBefore(one, now - SIGN_INS_KEPT),
      );
      for (const query of [expiredBy(now), ...old]) {
        const { items } = await store.query(query);
        await store.deleteMany(items.map(({ pk, sk }) => ({ pk, sk })));
      }
    },
    log,
  };
}

/** Whether people sign in here: then nothing of a simulation may open. */
export const hasAccounts = async (store: Store): Promise<boolean> =>
  (await setupRecord.read(store, 'setup'))?.doneAt !== undefined ||
  (await operatorRecord.read(store, 'operator')) !== undefined;

type Shared = Pick<AccountsHere, 'store' | 'clock' | 'origin' | 'sessions' | 'once' | 'diary'>;

function portOf({ store, clock, origin, sessions, once, diary }: Shared): OwnAccounts {
  return {
    inUse: true,
    invite: async (person) => {
      const { sub } = person;
      const token = await once.issue('invitation', person);
      await credentialRecord.change(store, { sub }, (known) => ({
        ...(known ?? { version: 0, sub }),
        invitation: hashOf(token),
      }));
      await rememberMobile(store, person);
      await diary('invited', person);
      const until = toInstant(clock.now() + minutesOf('invitation') * 60_000);
      return { link: `${origin()}/account/invitation/${token}`, until };
    },
    close: async (place) => {
      await store.deleteMany([credentialRecord.key(place)]);
      await sessions.endAll(place);
    },
    changed: (person) => rememberMobile(store, person),
    signOut: (place) => sessions.endAll(place),
    sessions: async (jurisdiction) => (await sessions.ofJurisdiction(jurisdiction)).map(sessionView),
    endSession: async (jurisdiction, id) => {
      const found = (await sessions.ofJurisdiction(jurisdiction)).find(({ uid }) => uid === id);
      if (found === undefined) return false;
      await sessions.end(found, id);
      return true;
    },
  };
}

const sessionView = ({ uid, sub, since, lastUsedAt, expiresAt, device }: SessionRecord): Session => ({
  id: uid,
  sub,
  startedAt: since,
  lastUsedAt,
  endsAt: expiresAt,
  device,
});

function setUpOf(store: Store, clock: Clock): SetUp {
  const open = async () => {
    const found = await setupRecord.read(store, 'setup');
    return found?.doneAt === undefined ? found : undefined;
  };
  return {
    begin: async () => {
      const code = freshCode(4);
      const { written } = await setupRecord.change(store, 'setup', (known) =>
        known?.doneAt === undefined
          ? { ...(known ?? { version: 0 }), codeHash: hashOf(plainly(code)) }
          : undefined,
      );
      return written ? code : undefined;
    },
    isOpen: async () => (await open()) !== undefined,
    isCode: async (code) => isSame((await open())?.codeHash ?? '', hashOf(plainly(code))),
    done: async () => {
      await setupRecord.change(store, 'setup', (known) => known && { ...known, doneAt: clock.now() });
    },
  };
}
