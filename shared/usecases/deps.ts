import type { Accounts, Channels, Clock, Ids, Lease, Log, Queue, Store } from '../ports.ts';

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
}
