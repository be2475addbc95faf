import type { Item, Key, Table } from '../../shared/ports.ts';
import { kindOf } from '../../shared/records/migrate.ts';
import { holds, pastOf, restoredItems, type Past, type Restoring } from './restored.ts';

const keyOf = ({ pk, sk }: Key): string => `${pk}|${sk}`;
const AT_ONCE = 500;

/**
 * Does to a table that AWS has restored what a restore from a file does to each item: only what changes is
 * written. The agenda and the messages come last, because they say which steps are past: what is interrupted is
 * simply begun again.
 */
export async function prepare(store: Table, restoring: Restoring): Promise<Past> {
  const past = await pastOf(store.scan(), restoring);
  await store.putMany(holds(past, restoring));
  const last: { readonly put: Item[]; readonly gone: Key[] } = { put: [], gone: [] };
  let waiting: Item[] = [];
  for await (const item of store.scan()) {
    const kind = kindOf(item);
    if (kind === 'hold') continue;
    const becomes = restoredItems(item, past, restoring);
    const changed = becomes.filter((one) => one !== item);
    if (kind === 'agenda-page' || kind === 'message') {
      last.put.push(...changed);
      if (becomes.length === 0) last.gone.push({ pk: item.pk, sk: item.sk });
      continue;
    }
    waiting.push(...changed);
    if (waiting.length < AT_ONCE) continue;
    await putOnce(store, waiting);
    waiting = [];
  }
  await putOnce(store, waiting);
  await putOnce(store, last.put);
  await store.deleteMany(last.gone);
  return past;
}

/** One batch must not name an item twice. */
const putOnce = (store: Table, items: readonly Item[]): Promise<void> =>
  store.putMany([...new Map(items.map((item) => [keyOf(item), item])).values()]);
