import type { Instant } from './domain/time/instant.ts';
import type { OfficeName, Role } from './rules/schema.ts';
import type { ChannelName } from './vocabulary/channels.ts';

/** What the use cases need from outside. Adapters are in `functions/adapters` and `local`. */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** An item of the one table: its key, its content, and its place in the list index. */
export interface Item extends Key {
  readonly [attribute: string]: unknown;
}

/** When a write succeeds: the item is absent, has this version, or in any case. */
export type Guard = 'absent' | 'any' | { readonly version: number };

export interface Query {
  readonly pk: string;
  /** Reads the list index instead of the table. The results contain only keys. */
  readonly index?: 'list';
  /** Bounds of the sort key, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly descending?: boolean;
  /** The sort key after which to continue. For the list index: `cursorOf` of the last result. */
  readonly after?: string;
  /** Includes every acknowledged write, at twice the cost. Not available for the index. */
  readonly consistent?: boolean;
}

export interface Page {
  readonly items: readonly Item[];
  /** Where to continue; undefined at the end. */
  readonly after: string | undefined;
}

/** The table. Every write is of one item; `put` returns whether its guard held. */
export interface Store {
  get(key: Key): Promise<Item | undefined>;
  /** Returns the items that exist, in no order; read consistently. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  put(item: Item, guard: Guard): Promise<boolean>;
  /** Unconditional, repeatable. */
  putMany(items: readonly Item[]): Promise<void>;
  deleteMany(keys: readonly Key[]): Promise<void>;
  query(query: Query): Promise<Page>;
}

/** A store that a tool reads as a whole, for a backup or a search. */
export interface Table extends Store {
  /**
   * Every item as it is stored, whatever its version. On DynamoDB the read is consistent for each item, not for
   * the whole.
   */
  scan(): AsyncIterable<Item>;
}

export type QueueName = 'deliver' | 'plan' | 'import' | 'receipts' | 'report';

/** Delivers at least once, in no order. `send` resolves when all messages are stored. A delay is a minimum. */
export interface Queue {
  send(queue: QueueName, messages: readonly object[], delaySeconds?: number): Promise<void>;
  /** Its messages lie in the table, so that nothing else can lose them. */
  readonly inTable?: true;
}

export interface Clock {
  now(): Instant;
}

/** The name of this run of the process, and whether a claim made by another run is void. */
export interface Lease {
  readonly owner: string;
  isVoid(claim: { readonly owner: string; readonly until: Instant }, now: Instant): boolean;
}

/**
 * The part that the messages of all channels share: enough to capture a message when no provider is connected.
 */
export interface Message {
  readonly to: string;
  readonly text: string;
  readonly subject?: string;
  readonly template?: string;
  readonly html?: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** An SMS: a template approved beforehand and its variables, never free text or case facts. */
export interface Sms {
  readonly to: string;
  readonly template: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The filled template, for the record and for captured messages. */
  readonly text: string;
}

export type SendOutcome =
  /** `captured`: the message is stored on this machine and no provider has it. */
  | {
      readonly kind: 'accepted';
      readonly provider: string;
      readonly providerId?: string;
      readonly captured?: true;
    }
  /** Not taken, and worth another try. `outage`: the provider is down and takes nothing from anybody. */
  | { readonly kind: 'temporary'; readonly provider: string; readonly reason: string; readonly outage?: true }
  /** Not taken because of the provider’s limits: of its rate, or of a day. It is no try. */
  | {
      readonly kind: 'throttled';
      readonly provider: string;
      readonly reason: string;
      readonly quota: 'rate' | 'day';
    }
  /** The whole message was sent and no answer came: it may have been taken. */
  | { readonly kind: 'unknown'; readonly provider: string; readonly reason: string }
  /** Never worth another try: the address is refused. */
  | { readonly kind: 'permanent'; readonly provider: string; readonly reason: string };

/** Gives a message to a provider. `noticeId` is the idempotency token if the provider accepts one. */
export interface Channel<Message> {
  /**
   * The jurisdiction is sent along if the provider’s receipts can return it. When aborted, it ends at once and
   * says whether the message may have been taken.
   */
  send(
    message: Message,
    noticeId: string,
    at: Instant,
    jurisdiction: string,
    signal?: AbortSignal,
  ): Promise<SendOutcome>;
  /** How many messages it accepts at the same time; 10 by default. */
  readonly atOnce?: number;
}

/** What each channel sends. */
export interface Messages {
  readonly email: Mail;
  readonly sms: Sms;
}

export type Channels = { readonly [Name in ChannelName]: Channel<Messages[Name]> };

export type LogLevel = 'info' | 'warn' | 'error';

/** One line: a code, a sentence, and fields without personal data. */
export interface Log {
  (level: LogLevel, code: string, sentence: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Random identifiers, for things without a meaning from which an id could be computed. */
export interface Ids {
  fresh(): string;
}

/** Where a person belongs: to a bureau or a superior, or to a unit of it. `sub` is the `sub` of the tokens. */
export interface PersonPlace {
  readonly jurisdiction: string;
  readonly unitId?: string | undefined;
  readonly sub: string;
}

/** A person as sign-in knows them: the claims of the tokens, and how to reach them. */
export interface SignInPerson extends PersonPlace {
  readonly name: string;
  readonly role: Role;
  readonly office?: OfficeName | undefined;
  readonly email?: string | undefined;
  readonly mobile?: string | undefined;
}

/** What a person needs to set up their sign-in. Whoever has the link can do it, once, until then. */
export interface Invitation {
  readonly link: string;
  readonly until: Instant;
  /** Where the link is only the place to sign in: a password that is good once, to be replaced there. */
  readonly password?: string | undefined;
}

/** Somebody is signed in somewhere. */
export interface Session {
  readonly id: string;
  readonly sub: string;
  readonly startedAt: Instant;
  readonly lastUsedAt: Instant;
  readonly endsAt: Instant;
  /** The program and the kind of machine, as the browser named them. */
  readonly device?: string | undefined;
}

/** A person by the place, and by the address with which they sign in. */
export type Reached = PersonPlace & Pick<SignInPerson, 'email'>;

/** The accounts of the product, or of an issuer that it may write to. */
export interface OwnAccounts {
  readonly inUse: true;
  /** Nobody has an account without an e-mail address. */
  readonly byAddress?: boolean;
  /** Makes an invitation in place of an earlier one, also for somebody who signs in already. */
  invite(person: SignInPerson): Promise<Invitation>;
  /** Name, address, role or office of a person is another than before. */
  changed(person: SignInPerson, before: SignInPerson): Promise<void>;
  /** Ends sign-in, sessions and invitations of a person, whatever of it there is. Repeatable. */
  close(person: Reached): Promise<void>;
  /** Ends wherever a person is signed in. */
  signOut(person: Reached): Promise<void>;
  /**
   * Who is signed in of a jurisdiction: of the bureau or superior, and of its units. Undefined where the issuer tells
   * nobody.
   */
  sessions(jurisdiction: string): Promise<readonly Session[] | undefined>;
  /** False where the jurisdiction has no such session. */
  endSession(jurisdiction: string, id: string): Promise<boolean>;
}

/** Without accounts, people sign in at another issuer, or by `/local/token`. */
export type Accounts = { readonly inUse: false } | OwnAccounts;

export const noAccounts: Accounts = { inUse: false };
