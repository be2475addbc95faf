import type { Item, Query, Store } from '../ports.ts';
import { listCursor } from '../store/cursor.ts';
import { readInOrder } from '../store/read.ts';

/** A page of a list, as the API answers it. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

export interface Listing<T> {
  readonly query: Omit<Query, 'index' | 'limit' | 'after'>;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly parse: (item: Item) => T;
  readonly keep: (value: T) => boolean;
}

/**
 * `PORTION`: index entries read in one round. `ROUNDS`: after so many rounds a short page is returned rather
 * than a late one.
 */
const PORTION = 200;
const ROUNDS = 20;

/**
 * A filtered page of the list index. It reads on until the page is full, the list ends or it has taken too
 * long.
 */
export async function filteredPage<T>(store: Store, listing: Listing<T>): Promise<Listed<T>> {
  const kept: T[] = [];
  let cursor = listing.cursor;
  for (let round = 0; round < ROUNDS; round += 1) {
    const keys = await store.query({
      ...listing.query,
      index: 'list',
      limit: PORTION,
      ...(cursor === undefined ? {} : { after: cursor }),
    });
    for (const item of await readInOrder(store, keys.items)) {
      const value = listing.parse(item);
      if (!listing.keep(value)) continue;
      if (kept.length === listing.limit) return { items: kept, nextCursor: cursor ?? null };
      kept.push(value);
      cursor = listCursor(item);
    }
    cursor = keys.after;
    if (cursor === undefined) break;
  }
  return { items: kept, nextCursor: cursor ?? null };
}
