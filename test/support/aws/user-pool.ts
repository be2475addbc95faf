import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const attribute = z.object({ Name: z.string(), Value: z.string() });
const asked = z.object({
  UserPoolId: z.string(),
  Username: z.string(),
  UserAttributes: z.array(attribute).default([]),
  TemporaryPassword: z.string().optional(),
  Password: z.string().optional(),
  Permanent: z.boolean().optional(),
  MessageAction: z.literal('SUPPRESS').optional(),
});
type Asked = z.infer<typeof asked>;

interface Account {
  readonly username: string;
  readonly attributes: Map<string, string>;
  password: string;
  enabled: boolean;
  status: 'FORCE_CHANGE_PASSWORD' | 'CONFIRMED';
  /** How often its sign-ins were ended. */
  signedOut: number;
}

/** An answer of Cognito that is a refusal, by its name. */
export class PoolRefusal extends Error {}

/** A user pool whose people sign in with their addresses, with the answers that the reference of the API documents. */
export function simulatedPool() {
  const accounts: Account[] = [];
  const find = (email: string): Account | undefined =>
    accounts.find(({ attributes }) => attributes.get('email')?.toLowerCase() === email.toLowerCase());
  const insist = (email: string): Account => {
    const found = find(email);
    if (!found) throw new PoolRefusal('UserNotFoundException');
    return found;
  };
  const checked = (password: string | undefined): string => {
    const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[-^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+]/];
    if (password === undefined || password.length < 14 || !kinds.every((kind) => kind.test(password)))
      throw new PoolRefusal('InvalidPasswordException');
    return password;
  };
  const create = ({ Username, UserAttributes, TemporaryPassword, MessageAction }: Asked): object => {
    if (find(Username)) throw new PoolRefusal('UsernameExistsException');
    if (MessageAction !== 'SUPPRESS') throw new Error('Cognito would send its own letter, in English');
    const made: Account = {
      username: randomUUID(),
      attributes: new Map([['email', Username]]),
      password: checked(TemporaryPassword),
      enabled: true,
      status: 'FORCE_CHANGE_PASSWORD',
      signedOut: 0,
    };
    for (const { Name, Value } of UserAttributes) made.attributes.set(Name, Value);
    accounts.push(made);
    return { User: shown(made) };
  };
  const shown = ({ username, attributes, enabled, status }: Account): object => ({
    Username: username,
    Enabled: enabled,
    UserStatus: status,
    UserAttributes: [...attributes].map(([Name, Value]) => ({ Name, Value })),
  });
  const answer = (operation: string, body: unknown): object => {
    const request = asked.parse(body);
    if (operation === 'AdminCreateUser') return create(request);
    const account = insist(request.Username);
    switch (operation) {
      case 'AdminGetUser':
        return shown(account);
      case 'AdminUpdateUserAttributes':
        for (const { Name, Value } of request.UserAttributes) account.attributes.set(Name, Value);
        return {};
      case 'AdminSetUserPassword':
        account.password = checked(request.Password);
        account.status = request.Permanent === true ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
        return {};
      case 'AdminEnableUser':
      case 'AdminDisableUser':
        account.enabled = operation === 'AdminEnableUser';
        return {};
      case 'AdminUserGlobalSignOut':
        account.signedOut += 1;
        return {};
      case 'AdminDeleteUser':
        accounts.splice(accounts.indexOf(account), 1);
        return {};
      default:
        throw new Error(`this pool does not know ${operation}`);
    }
  };
  return { accounts, find, answer };
}

export type SimulatedPool = ReturnType<typeof simulatedPool>;
