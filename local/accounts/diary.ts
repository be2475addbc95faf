import { randomBytes } from 'node:crypto';
import type { Clock, Item, Log, Store } from '../../shared/ports.ts';
import { expiringSort, signInLine, type SignInLine } from '../../shared/records/accounts.ts';
import type { SignInEvent, SignInWay } from '../../shared/vocabulary/sign-ins.ts';
import type { Person } from './directory.ts';
import { asking, deviceOf } from './request.ts';

export type Way = SignInWay;

/** Writes down who came in and who was refused: the person and the browser, never the address of a machine. */
export type Diary = (event: SignInEvent, person: Person | undefined, way?: Way) => Promise<void>;

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
    const request = asking.getStore();
    const device = request && deviceOf(request);
    const line: SignInLine = {
      at: clock.now(),
      event,
      sub,
      ...(way === undefined ? {} : { way }),
      ...(device === undefined ? {} : { device }),
    };
    const item: Item = signInLine.itemOf({ jurisdiction, sk }, line);
    await store.put(item, 'absent');
  };
}
