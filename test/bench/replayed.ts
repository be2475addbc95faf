import type { Guard, Item, Key, Store } from '../../shared/ports.ts';

export type Write =
  | { readonly kind: 'put'; readonly item: Item; readonly guard: Guard }
  | { readonly kind: 'putMany'; readonly items: readonly Item[] }
  | { readonly kind: 'deleteMany'; readonly keys: readonly Key[] };

/** A store, and all that was written into it, in order. */
export function recordedWrites(store: Store): { readonly store: Store; readonly writes: Write[] } {
  const writes: Write[] = [];
  return {
    writes,
    store: {
      ...store,
      put: (item, guard) => {
        writes.push({ kind: 'put', item, guard });
        return store.put(item, guard);
      },
      putMany: (items) => {
        writes.push({ kind: 'putMany', items });
        return store.putMany(items);
      },
      deleteMany: (keys) => {
        writes.push({ kind: 'deleteMany', keys });
        return store.deleteMany(keys);
      },
    },
  };
}

/** The same writes one after the other, without anything that led to them. */
export async function replayed(store: Store, writes: readonly Write[]): Promise<void> {
  for (const write of writes) {
    if (write.kind === 'put') await store.put(write.item, write.guard);
    else if (write.kind === 'putMany') await store.putMany(write.items);
    else await store.deleteMany(write.keys);
  }
}
