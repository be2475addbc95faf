import type { Item, Key, Page, Query, Table } from '../../../shared/ports.ts';
import { listCursor, tableCursor } from '../../../shared/store/cursor.ts';
import { chunks } from '../../../shared/domain/chunks.ts';
import {
  afterOf,
  checkedKey,
  checkQuery,
  compare,
  eachRequest,
  holds,
  keyText,
  listPlace,
  READ_BATCH,
  refuseTwice,
} from '../../../shared/store/requests.ts';
import { storedForm } from '../../../shared/records/stored-form.ts';
import { Shelf, type Bounds } from './shelf.ts';

interface ListEntry extends Item {
  readonly lp: string;
  readonly ls: string;
}

export interface MemoryStore extends Table {
  /** Everything that is stored, by key. */
  dump(): Item[];
  /** Like `get`, but at this very moment. */
  peek(key: Key): Item | undefined;
}

/**
 * The table in memory, with the behaviour of `functions/adapters/dynamo.ts` on DynamoDB: the same results, the
 * same refusals, deterministic. Items are copied once, when they are written, and frozen.
 */
export function createMemoryStore(): MemoryStore {
  const tables = { table: new Map<string, Shelf<Item>>(), list: new Map<string, Shelf<ListEntry>>() };
  const find = (key: Key): Item | undefined => tables.table.get(checkedKey(key).pk)?.find(key.sk);

  const write = ({ stored, bytes }: ReturnType<typeof storedForm>): void => {
    const before = find(stored);
    if (before) unlist(tables.list, before);
    shelfOf(tables.table, stored.pk).set({ place: stored.sk, id: '', item: stored, bytes });
    enlist(tables.list, stored);
  };
  const remove = (key: Key): void => {
    const before = find(key);
    if (!before) return;
    unlist(tables.list, before);
    tables.table.get(key.pk)?.remove(key.sk);
  };

  const dump = (): Item[] =>
    [...tables.table.keys()].sort(compare).flatMap((pk) => [...(tables.table.get(pk)?.all() ?? [])]);

  return {
    peek: find,
    get: async (key) => find(key),
    getMany: async (keys) => chunks(keys, READ_BATCH).flatMap((chunk) => readChunk(chunk, find)),
    put: async (item, guard) => {
      const form = storedForm(item);
      if (!holds(find(form.stored), guard)) return false;
      write(form);
      return true;
    },
    putMany: async (items) => eachRequest(items, storedForm, (forms) => forms.forEach(write)),
    deleteMany: async (keys) => eachRequest(keys, checkedKey, (checked) => checked.forEach(remove)),
    query: async (query) =>
      query.index === 'list' ? queryList(tables.list, query) : queryTable(tables.table, query),
    scan: async function* () {
      yield* dump();
    },
    dump,
  };
}

function shelfOf<T>(shelves: Map<string, Shelf<T>>, partition: string): Shelf<T> {
  const known = shelves.get(partition);
  if (known) return known;
  const shelf = new Shelf<T>();
  shelves.set(partition, shelf);
  return shelf;
}

/** An item is in the list index if it has both attributes; the index contains only keys. */
function enlist(list: Map<string, Shelf<ListEntry>>, item: Item): void {
  const at = listPlace(item);
  if (!at) return;
  const entry: ListEntry = Object.freeze({ pk: item.pk, sk: item.sk, ...at });
  const bytes = Object.values({ ...at, ...entry }).reduce((sum, part) => sum + part.length, 10);
  shelfOf(list, at.lp).set({ place: at.ls, id: keyText(item), item: entry, bytes });
}

function unlist(list: Map<string, Shelf<ListEntry>>, item: Item): void {
  const at = listPlace(item);
  if (at) list.get(at.lp)?.remove(at.ls, keyText(item));
}

/** One request’s keys, in no order on which a caller could rely. */
function readChunk(keys: readonly Key[], find: (key: Key) => Item | undefined): Item[] {
  refuseTwice(keys);
  return keys.flatMap((key) => find(key) ?? []).reverse();
}

function queryTable(shelves: Map<string, Shelf<Item>>, query: Query): Page {
  const { entries, cut } = pageOf(shelves, query, '');
  const last = entries.at(-1);
  return {
    items: entries.map((entry) => entry.item),
    after: cut && last ? tableCursor(last.item.sk) : undefined,
  };
}

function queryList(shelves: Map<string, Shelf<ListEntry>>, query: Query): Page {
  const { entries, cut } = pageOf(shelves, query);
  const last = entries.at(-1);
  return {
    items: entries.map((entry) => entry.item),
    after: cut && last ? listCursor(last.item) : undefined,
  };
}

const nothing = { entries: [], cut: false };

/** `id` where the entries of a place have one and the same; otherwise each has its key. */
function pageOf<T>(shelves: Map<string, Shelf<T>>, query: Query, id?: string): ReturnType<Shelf<T>['page']> {
  const after = afterOf(query);
  checkQuery(query, after);
  const { from, to, limit, descending = false } = query;
  const start: Bounds['after'] = after && { place: after.place, id: id ?? keyText(after) };
  return shelves.get(query.pk)?.page({ from, to, limit, descending, after: start }) ?? nothing;
}
