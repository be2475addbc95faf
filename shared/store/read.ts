import type { Item, Key, Query, Store } from '../ports.ts';

/** Every item of a query, page after page. */
export async function readAll(store: Store, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await store.query(after === undefined ? query : { ...query, after });
    items.push(...page.items);
    after = page.after;
  } while (after !== undefined);
  return items;
}

/** The items behind keys, in the order of the keys, without items that no longer exist. */
export async function readInOrder(store: Store, keys: readonly Key[]): Promise<Item[]> {
  const items = await store.getMany(keys);
  const byKey = new Map(items.map((item) => [`${item.pk}|${item.sk}`, item]));
  return keys.flatMap((key) => byKey.get(`${key.pk}|${key.sk}`) ?? []);
}

/** A page of the list index with its items read from the table. */
export async function readList(
  store: Store,
  query: Omit<Query, 'index'>,
): Promise<{ items: Item[]; after: string | undefined }> {
  const page = await store.query({ ...query, index: 'list' });
  return { items: await readInOrder(store, page.items), after: page.after };
}
