import { randomInt } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  UserNotFoundException,
  type AttributeType,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { hours, plus } from '../../shared/domain/time/instant.ts';
import type { Clock, OwnAccounts, SignInPerson } from '../../shared/ports.ts';

export interface CognitoOptions {
  readonly client: CognitoIdentityProviderClient;
  readonly poolId: string;
  /** Where people sign in. */
  readonly consoleUrl: string;
  readonly clock: Clock;
}

/** So long does the pool take a temporary password (`tempPasswordValidity`). */
const PASSWORD_DAYS = 3;

/** Somebody else’s account has the address and may sign in: an operator has to look at it. */
export class AddressTaken extends Error {
  override name = 'AddressTaken';
}

/**
 * The people of a user pool, by their e-mail addresses. The pool’s own `sub` is not the person’s id: that is an
 * attribute, which tokens hold as `custom:person`. Cognito sends no letter: the product’s own has the password.
 */
export function createCognitoAccounts({ client, poolId, consoleUrl, clock }: CognitoOptions): OwnAccounts {
  const named = (email: string) => ({ UserPoolId: poolId, Username: email });
  const find = async (email: string | undefined) => {
    if (email === undefined) return undefined;
    try {
      const { UserAttributes = [], Enabled } = await client.send(new AdminGetUserCommand(named(email)));
      const person = UserAttributes.find(({ Name }) => Name === 'custom:person')?.Value ?? '';
      return { person, enabled: Enabled === true };
    } catch (error) {
      if (error instanceof UserNotFoundException) return undefined;
      throw error;
    }
  };
  /** The address of the account, if it is this person’s. */
  const own = async ({ sub, email }: { readonly sub: string; readonly email?: string | undefined }) =>
    (await find(email))?.person === sub ? email : undefined;
  const create = async (person: SignInPerson, email: string, password: string): Promise<void> => {
    await client.send(
      new AdminCreateUserCommand({
        ...named(email),
        MessageAction: 'SUPPRESS',
        TemporaryPassword: password,
        UserAttributes: attributesOf(person).filter(({ Value }) => Value !== ''),
      }),
    );
  };
  const renew = async (person: SignInPerson, email: string, password: string): Promise<void> => {
    await client.send(
      new AdminUpdateUserAttributesCommand({ ...named(email), UserAttributes: attributesOf(person) }),
    );
    await client.send(new AdminEnableUserCommand(named(email)));
    await client.send(
      new AdminSetUserPasswordCommand({ ...named(email), Password: password, Permanent: false }),
    );
    await client.send(new AdminUserGlobalSignOutCommand(named(email)));
  };
  return {
    inUse: true,
    byAddress: true,
    invite: async (person) => {
      const { email, sub } = person;
      if (email === undefined) throw new Error('nobody signs in at Cognito without an address');
      const password = temporaryPassword();
      const known = await find(email);
      // An account without a person was made by hand, for whoever has the address.
      if (known?.person === sub || known?.person === '') await renew(person, email, password);
      else {
        if (known?.enabled === true) throw new AddressTaken('another person’s account has the address');
        // Of somebody who has left: neither its second factor nor its past is the new person’s.
        if (known) await client.send(new AdminDeleteUserCommand(named(email)));
        await create(person, email, password);
      }
      return { link: consoleUrl, until: plus(clock.now(), hours(24 * PASSWORD_DAYS)), password };
    },
    changed: async (person, before) => {
      const email = await own({ sub: person.sub, email: before.email });
      if (email === undefined) return;
      const attributes = attributesOf(person).filter(({ Name, Value }) => Name !== 'email' || Value !== '');
      await client.send(
        new AdminUpdateUserAttributesCommand({ ...named(email), UserAttributes: attributes }),
      );
    },
    close: async (person) => {
      const email = await own(person);
      if (email === undefined) return;
      await client.send(new AdminDisableUserCommand(named(email)));
      await client.send(new AdminUserGlobalSignOutCommand(named(email)));
    },
    signOut: async (person) => {
      const email = await own(person);
      if (email !== undefined) await client.send(new AdminUserGlobalSignOutCommand(named(email)));
    },
    // Cognito tells nobody who is signed in.
    sessions: async () => undefined,
    endSession: async () => false,
  };
}

/** What the tokens say of a person; an empty text clears an attribute. */
function attributesOf({ sub, name, email = '', role, jurisdiction, unitId, office }: SignInPerson) {
  const texts = {
    email,
    name,
    'custom:person': sub,
    'custom:role': role,
    'custom:jurisdiction': jurisdiction,
    'custom:unitId': unitId ?? '',
    'custom:office': office ?? '',
  };
  const attributes: AttributeType[] = Object.entries(texts).map(([Name, Value]) => ({ Name, Value }));
  return email === '' ? attributes : [...attributes, { Name: 'email_verified', Value: 'true' }];
}

/** Signs that nobody mistakes for each other, of every kind that the pool demands: about 61 bits. */
function temporaryPassword(): string {
  const five = (signs: string): string =>
    Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('');
  return [five('ABCDEFGHJKLMNPQRSTUVWXYZ'), five('abcdefghijkmnpqrstuvwxyz'), five('23456789')].join('-');
}
