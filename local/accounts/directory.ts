import { addressKey, mobileOf } from '../../shared/domain/address.ts';
import type { SignInPerson, Store } from '../../shared/ports.ts';
import {
  holdersOf,
  mobileHolder,
  operatorRecord,
  type OperatorRecord,
} from '../../shared/records/accounts.ts';
import type { ClientRecord } from '../../shared/records/client.ts';
import { settingsRecord } from '../../shared/records/settings.ts';
import { readAll } from '../../shared/store/read.ts';
import { authenticateClient, usableClient } from '../../shared/usecases/clients/authenticate.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { personOfEmail, personOfSub } from '../../shared/usecases/persons/who.ts';

/** A person who may sign in, as its record says now. */
export type Person = SignInPerson;

/** A program that may read or write by itself. */
export interface Machine {
  readonly clientId: string;
  readonly jurisdiction: string;
  readonly scopes: readonly string[];
}

/** The product’s own records of who may come in. Whoever was deactivated is in none of the answers. */
export interface Directory {
  readonly bySub: (sub: string) => Promise<Person | undefined>;
  /** All with this mail address or mobile: one may be an officer here and the administrator besides. */
  readonly byAddress: (address: string) => Promise<readonly Person[]>;
  /** Whether the bureau demands a second factor of the person’s role. */
  readonly demandsFactor: (person: Person) => Promise<boolean>;
  readonly machine: (clientId: string) => Promise<Machine | undefined>;
  /** Undefined where the secret is not the client’s. */
  readonly authenticate: (clientId: string, secret: string) => Promise<Machine | undefined>;
}

const machineOf = ({ id, jurisdiction, scopes }: ClientRecord): Machine => ({
  clientId: id,
  jurisdiction,
  scopes,
});

const operatorOf = ({ sub, name, email }: OperatorRecord): Person => ({
  sub,
  name,
  email,
  role: 'operator',
  jurisdiction: '',
});

/** Remembers whose a mobile is, so that its holder can sign in with it. */
export async function rememberMobile(store: Store, { sub, mobile: written }: Person): Promise<void> {
  const mobile = mobileOf(written ?? '');
  if (mobile !== undefined) await store.put(mobileHolder.itemOf({ mobile, sub }, { sub }), 'any');
}

export function createDirectory(deps: Pick<Deps, 'store' | 'clock'>): Directory {
  const { store } = deps;
  const operator = async (is: (record: OperatorRecord) => boolean): Promise<Person | undefined> => {
    const found = await operatorRecord.read(store, 'operator');
    return found !== undefined && is(found) ? operatorOf(found) : undefined;
  };
  const bySub: Directory['bySub'] = async (sub) =>
    (await operator((one) => one.sub === sub)) ?? personOfSub(store, sub);
  const byMobile = async (mobile: string): Promise<readonly Person[]> => {
    const holders = await readAll(store, { ...holdersOf(mobile), limit: MOST_HOLDERS });
    const people = await Promise.all(holders.map(({ sk }) => bySub(sk)));
    return people.flatMap((one) => (one !== undefined && mobileOf(one.mobile ?? '') === mobile ? [one] : []));
  };
  return {
    bySub,
    byAddress: async (address) => {
      const mobile = mobileOf(address);
      if (mobile !== undefined) return byMobile(mobile);
      if (!address.includes('@')) return [];
      const is = sameMail(address);
      const both = [await personOfEmail(store, address), await operator(({ email }) => is(email))];
      return both.flatMap((one) => one ?? []);
    },
    demandsFactor: async ({ jurisdiction, role }) => {
      const settings = jurisdiction === '' ? undefined : await settingsRecord.read(store, jurisdiction);
      return settings?.secondFactor?.includes(role) === true;
    },
    machine: async (id) => {
      const found = await usableClient(deps, id);
      return found && machineOf(found);
    },
    authenticate: async (id, secret) => {
      const found = await authenticateClient(deps, id, secret);
      return found && machineOf(found);
    },
  };
}

const MOST_HOLDERS = 20;

const sameMail = (one: string) => {
  const key = addressKey(one);
  return (other: string): boolean => addressKey(other) === key;
};
