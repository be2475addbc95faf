import { randomBytes } from 'node:crypto';
import type { Clock, Item, Log, Store } from '../../shared/ports.ts';
import { expiringSort, signInLine, type SignInLine } from '../../shared/records/accounts.ts';
import type { Person } from './directory.ts';

export type Way = 'password' | 'link' | 'code' | 'invitation' | 'factor';
type Event = 'signed-in' | 'refused' | 'invited' | 'password-set' | 'factor-set' | 'ended';

/** Writes down who came in and who was refused: the person, never the address of a machine. */
export type Diary = (event: Event, person: Person | undefined, way?: Way) => Promise<void>;

export function createDiary(store: Store, clock: Clock, log: Log): Diary {
  return async (event, person, way) => {
    log(event === 'refused' ? 'warn' : 'info', 'SIGN_IN', 'Somebody signed in or was refused.', {
      event,
      sub: person?.sub,
      way,
    });
    if (person === undefined) return;
    const { sub, jurisdiction } = person;
    const sk = expiringSort(clock.now(), randomBytes(6).toString('base64url'));
    const line: SignInLine = { at: clock.now(), event, sub, ...(way === undefined ? {} : { way }) };
    const item: Item = signInLine.itemOf({ jurisdiction, sk }, line);
    await store.put(item, 'absent');
  };
}
