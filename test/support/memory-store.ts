import type { Guard, Item, Key, Page, Query, Store } from '../../shared/ports.ts';
import { BadCursor, cursorParts, listCursor, tableCursor } from '../../shared/store/cursor.ts';
import { chunks } from '../../shared/usecases/agenda.ts';
import { Refused, storedForm } from './stored-form.ts';
import { compare, Shelf, type Bounds } from './shelf.ts';

/** DynamoDB’s own limits for one request. */
const WRITE_BATCH = 25;
const READ_BATCH = 100;

interface ListEntry extends Item {
  readonly lp: string;
  readonly ls: string;
}

export interface MemoryStore extends Store {
  /** Everything that is stored, by key. */
  dump(): Item[];
  /** As `get`, but at this very moment. */
  peek(key: Key): Item | undefined;
}

/**
 * The table in memory, as `functions/adapters/dynamo.ts` has it on DynamoDB: the same answers, the same refusals,
 * deterministic. Items are copied once, when they are written, and frozen.
 */
export function createMemoryStore(): MemoryStore {
  const tables = { table: new Map<string, Shelf<Item>>(), list: new Map<string, Shelf<ListEntry>>() };
  const find = (key: Key): Item | undefined => tables.table.get(checked(key).pk)?.find(key.sk);

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
    putMany: async (items) => eachChunk(items, storedForm, write),
    deleteMany: async (keys) => eachChunk(keys, checked, remove),
    query: async (query) =>
      query.index === 'list' ? queryList(tables.list, query) : queryTable(tables.table, query),
    dump: () =>
      [...tables.table.keys()].sort(compare).flatMap((pk) => [...(tables.table.get(pk)?.all() ?? [])]),
  };
}

function checked(key: Key): Key {
  if (key.pk === '' || key.sk === '') throw new Refused('a key must not be empty');
  return key;
}

function shelfOf<T>(shelves: Map<string, Shelf<T>>, partition: string): Shelf<T> {
  const known = shelves.get(partition);
  if (known) return known;
  const shelf = new Shelf<T>();
  shelves.set(partition, shelf);
  return shelf;
}

function holds(present: Item | undefined, guard: Guard): boolean {
  if (guard === 'any') return true;
  if (guard === 'absent') return present === undefined;
  return present?.['version'] === guard.version;
}

const listId = (item: Key): string => `${item.pk}\u0000${item.sk}`;

function placed(item: Item): { readonly lp: string; readonly ls: string } | undefined {
  const { lp, ls } = item;
  return typeof lp === 'string' && typeof ls === 'string' ? { lp, ls } : undefined;
}

/** An item stands in the list index where it has both of its attributes; the index holds keys alone. */
function enlist(list: Map<string, Shelf<ListEntry>>, item: Item): void {
  const at = placed(item);
  if (!at) return;
  const entry: ListEntry = Object.freeze({ pk: item.pk, sk: item.sk, ...at });
  const bytes = Object.values({ ...at, ...entry }).reduce((sum, part) => sum + part.length, 10);
  shelfOf(list, at.lp).set({ place: at.ls, id: listId(item), item: entry, bytes });
}

function unlist(list: Map<string, Shelf<ListEntry>>, item: Item): void {
  const at = placed(item);
  if (at) list.get(at.lp)?.remove(at.ls, listId(item));
}

/** One request’s keys; in no order that a caller could lean on. */
function readChunk(keys: readonly Key[], find: (key: Key) => Item | undefined): Item[] {
  refuseTwice(keys);
  return keys.flatMap((key) => find(key) ?? []).reverse();
}

/** The requests go out at once: one that is refused leaves the others done. */
function eachChunk<T extends Key, Form>(
  entries: readonly T[],
  form: (entry: T) => Form,
  work: (form: Form) => void,
): void {
  let refusal: unknown;
  for (const chunk of chunks(entries, WRITE_BATCH)) {
    try {
      refuseTwice(chunk);
      chunk.map(form).forEach(work);
    } catch (error) {
      refusal ??= error;
    }
  }
  if (refusal !== undefined) throw refusal instanceof Error ? refusal : new Error('refused');
}

function refuseTwice(keys: readonly Key[]): void {
  if (new Set(keys.map((key) => listId(checked(key)))).size < keys.length)
    throw new Refused('a request names a key twice');
}

function queryTable(shelves: Map<string, Shelf<Item>>, query: Query): Page {
  const [sk] = query.after === undefined ? [] : (cursorParts(query.after) ?? []);
  if (query.after !== undefined && sk === undefined) throw new BadCursor('cursor');
  const bounds = boundsOf(query, sk === undefined ? undefined : { place: sk, id: '' });
  const { entries, cut } = shelves.get(query.pk)?.page(bounds) ?? nothing;
  const last = entries.at(-1);
  return {
    items: entries.map((entry) => entry.item),
    after: cut && last ? tableCursor(last.item.sk) : undefined,
  };
}

function queryList(shelves: Map<string, Shelf<ListEntry>>, query: Query): Page {
  const [ls, pk, sk] = query.after === undefined ? [] : (cursorParts(query.after) ?? []);
  const known = ls !== undefined && pk !== undefined && sk !== undefined;
  if (query.after !== undefined && (!known || pk === '' || sk === '')) throw new BadCursor('cursor');
  const bounds = boundsOf(query, known ? { place: ls, id: listId({ pk, sk }) } : undefined);
  const { entries, cut } = shelves.get(query.pk)?.page(bounds) ?? nothing;
  const last = entries.at(-1);
  return {
    items: entries.map((entry) => entry.item),
    after: cut && last ? listCursor(last.item) : undefined,
  };
}

const nothing = { entries: [], cut: false };

/** What DynamoDB refuses of a query is refused here: empty keys, bounds the wrong way round, a limit of 0. */
function boundsOf(query: Query, after: Bounds['after']): Bounds {
  const { pk, from, to, limit, descending = false } = query;
  if (pk === '' || from === '' || to === '') throw new Refused('a key must not be empty');
  if (limit !== undefined && limit < 1) throw new Refused('a limit is at least 1');
  if (from !== undefined && to !== undefined && compare(from, to) > 0)
    throw new Refused('the upper bound lies below the lower one');
  if (after) {
    const below = from !== undefined && compare(after.place, from) < 0;
    const above = to !== undefined && compare(after.place, to) > 0;
    if (after.place === '' || below || above) throw new BadCursor('cursor');
  }
  return { from, to, after, descending, limit };
}
