import type { Instant } from '../domain/time/instant.ts';
import type { Limits } from '../domain/notices/pace.ts';
import type { Accounts, Channels, Clock, Ids, Lease, Log, Queue, Store } from '../ports.ts';
import type { ChannelName } from '../vocabulary/channels.ts';

/** The limits of the providers that have some, and how this process waits for its turn. */
export interface Pace {
  readonly limits: Readonly<Partial<Record<ChannelName, Limits>>>;
  until(at: Instant): Promise<void>;
}

/** What every use case receives. A use case takes nothing from global state. */
export interface Deps {
  readonly store: Store;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly channels: Channels;
  readonly accounts: Accounts;
  readonly lease: Lease;
  readonly log: Log;
  readonly ids: Ids;
  /** The jurisdictions that this stage serves, each with those below it; undefined: all. */
  readonly serves?: readonly string[] | undefined;
  /**
   * Where people reach the console: letters lead there. Undefined, or without an answer, where that is not known:
   * letters then have no link.
   */
  readonly publicAddress?: () => string | undefined;
  /** Undefined where every provider takes what comes: on one machine. */
  readonly pace?: Pace;
}
