import { concurrencyOf } from './contract-concurrency.ts';
import { itemsOf, type Sentence } from './contract-items.ts';
import { listIndexOf } from './contract-list-index.ts';
import { queriesOf } from './contract-queries.ts';
import { refusalsOf } from './contract-refusals.ts';

/** The contract of `Store` in shared/ports.ts, as every engine must keep it. */
export const contract: readonly Sentence[] = [
  ...itemsOf,
  ...queriesOf,
  ...listIndexOf,
  ...refusalsOf,
  ...concurrencyOf,
];
