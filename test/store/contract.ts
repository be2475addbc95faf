import type { Table } from '../../shared/ports.ts';
import { concurrencyOf } from './contract-concurrency.ts';
import { itemsOf } from './contract-items.ts';
import { listIndexOf } from './contract-list-index.ts';
import { queriesOf } from './contract-queries.ts';
import { refusalsOf } from './contract-refusals.ts';

/** A sentence that every store keeps, on a partition that nobody else uses. */
export interface Sentence {
  readonly says: string;
  readonly check: (store: Table, pk: string) => Promise<void>;
}

/** The contract of `Store` in shared/ports.ts, as every engine must keep it. */
export const contract: readonly Sentence[] = [
  ...itemsOf,
  ...queriesOf,
  ...listIndexOf,
  ...refusalsOf,
  ...concurrencyOf,
];
