import type { Instant } from './domain/time/instant.ts';
import type { ChannelName } from './vocabulary/channels.ts';

/** What the use cases ask of the world. Adapters live in `functions/adapters` and `local`. */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** An item of the one table: its key, what it is, and where it stands in the list index. */
export interface Item extends Key {
  readonly [attribute: string]: unknown;
}

/** When a write goes through: the item is absent, has this version, or in any case. */
export type Guard = 'absent' | 'any' | { readonly version: number };

export interface Query {
  readonly pk: string;
  /** The list index in place of the table; its answers hold keys alone. */
  readonly index?: 'list';
  /** Bounds of the sort key, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly limit?: number;
  readonly descending?: boolean;
  /** Sort key after which to go on. For the list index: `cursorOf` of the last answer. */
  readonly after?: string;
  /** Read what was acknowledged before, at twice the cost. Not for the index. */
  readonly consistent?: boolean;
}

export interface Page {
  readonly items: readonly Item[];
  /** Where to go on; undefined at the end. */
  readonly after: string | undefined;
}

/** The table. Every write is of one item; `put` answers whether its guard held. */
export interface Store {
  get(key: Key): Promise<Item | undefined>;
  /** Those that exist, in no order; read consistently. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  put(item: Item, guard: Guard): Promise<boolean>;
  /** Unconditional, repeatable. */
  putMany(items: readonly Item[]): Promise<void>;
  deleteMany(keys: readonly Key[]): Promise<void>;
  query(query: Query): Promise<Page>;
}

/** A store that a tool reads as a whole, to back it up or to look for something. */
export interface Table extends Store {
  /** Every item as it is stored, whatever its version. On DynamoDB consistent item by item, not as a whole. */
  scan(): AsyncIterable<Item>;
}

export type QueueName = 'deliver' | 'plan' | 'import' | 'receipts';

/** At least once, in no order. `send` answers when all are stored; a delay is the least, not the most. */
export interface Queue {
  send(queue: QueueName, messages: readonly object[], delaySeconds?: number): Promise<void>;
}

export interface Clock {
  now(): Instant;
}

/** A name for this run of the process, and whether a claim that another run made is void. */
export interface Lease {
  readonly owner: string;
  isVoid(claim: { readonly owner: string; readonly until: Instant }, now: Instant): boolean;
}

/** What every channel’s message tells of itself: enough to be captured where no provider is connected. */
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
  /** The template filled in, for the record and for captured messages. */
  readonly text: string;
}

export type SendOutcome =
  /** `captured`: it lies on this machine, no provider has it. */
  | {
      readonly kind: 'accepted';
      readonly provider: string;
      readonly providerId?: string;
      readonly captured?: true;
    }
  /** It was not taken, and is worth another try. `outage`: the provider takes nothing now, from anybody. */
  | { readonly kind: 'temporary'; readonly provider: string; readonly reason: string; readonly outage?: true }
  /** It was handed over whole and nobody said what became of it: it may have been taken. */
  | { readonly kind: 'unknown'; readonly provider: string; readonly reason: string }
  /** Never worth another try: the address is refused. */
  | { readonly kind: 'permanent'; readonly provider: string; readonly reason: string };

/** Hands a message to a provider; `noticeId` is the idempotency token where the provider takes one. */
export interface Channel<Message> {
  /**
   * The jurisdiction goes along where the provider’s receipts can bring it back. Aborted, it ends at once and says
   * whether the message may have been taken.
   */
  send(
    message: Message,
    noticeId: string,
    at: Instant,
    jurisdiction: string,
    signal?: AbortSignal,
  ): Promise<SendOutcome>;
  /** How many messages it takes at the same time; 10 unless said. */
  readonly atOnce?: number;
}

/** What each channel sends. */
export interface Messages {
  readonly email: Mail;
  readonly sms: Sms;
}

export type Channels = { readonly [Name in ChannelName]: Channel<Messages[Name]> };

export type LogLevel = 'info' | 'warn' | 'error';

/** One line: a code, a sentence, and fields that hold no personal data. */
export interface Log {
  (level: LogLevel, code: string, sentence: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Random identifiers, for what has no meaning to compute one from. */
export interface Ids {
  fresh(): string;
}
