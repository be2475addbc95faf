import type { Clock, Store } from '../../shared/ports.ts';
import { credentialRecord, type CredentialRecord } from '../../shared/records/accounts.ts';
import type { Diary } from './diary.ts';
import type { Directory, Person } from './directory.ts';
import type { Once } from './once.ts';
import { hashPassword, isPassword, weaknessOf, type Weakness } from './password.ts';
import { hashOf } from './secret.ts';
import type { Sessions } from './sessions.ts';

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly once: Once;
  readonly sessions: Sessions;
  readonly diary: Diary;
}

/** What a link of an invitation leads to; undefined for one that was altered, used, replaced or has expired. */
export async function invited({ store, directory, once }: Parts, token: string): Promise<Person | undefined> {
  const found = await once.look('invitation', token);
  const person = found && (await directory.bySub(found.sub));
  const credential = person && (await credentialRecord.read(store, person));
  return credential?.invitation === hashOf(token) ? person : undefined;
}

export const aboutOf = ({ name, email = '', mobile = '' }: Person): string[] => [name, email, mobile];

/**
 * Uses an invitation. Whoever forgot the password or lost the phone begins anew: the second factor is set up
 * again, and what was signed in before ends. Undefined when somebody was faster.
 */
export async function accept(parts: Parts, token: string, password?: string): Promise<Person | undefined> {
  const { store, once, sessions, diary } = parts;
  const person = await invited(parts, token);
  if (person === undefined || !(await once.use('invitation', token))) return undefined;
  const hash = password === undefined ? undefined : await hashPassword(password);
  await credentialRecord.change(store, person, ({ version = 0 } = { version: 0, sub: '' }) => ({
    version,
    sub: person.sub,
    ...(hash === undefined ? {} : { password: hash }),
  }));
  await sessions.endAll(person);
  if (hash !== undefined) await diary('password-set', person, 'invitation');
  return person;
}

/** Gives a person a first password; the caller has checked it. */
export async function setPassword(store: Store, sub: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await credentialRecord.change(store, { sub }, (known: CredentialRecord | undefined) => ({
    ...(known ?? { version: 0, sub }),
    password: hash,
  }));
}

/** Changes the password of somebody who is signed in, and ends the person’s other sessions. */
export async function changePassword(
  { store, sessions, diary }: Parts,
  person: Person,
  { present, fresh, uid }: { readonly present: string; readonly fresh: string; readonly uid: string },
): Promise<Weakness | 'wrong' | undefined> {
  const known = await credentialRecord.read(store, person);
  if (known?.password !== undefined && !(await isPassword(present, known.password))) return 'wrong';
  const weak = weaknessOf(fresh, aboutOf(person));
  if (weak !== undefined) return weak;
  await setPassword(store, person.sub, fresh);
  await sessions.endAll(person, uid);
  await diary('password-set', person, 'password');
  return undefined;
}
