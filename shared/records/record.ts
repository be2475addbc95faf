import type { z } from 'zod';
import type { Item, Key, Store } from '../ports.ts';

/** A record as the rest of the code knows it: no keys, and the version that was read; 0 where none is stored yet. */
export interface Versioned {
  readonly version: number;
  readonly [attribute: string]: unknown;
}

/** Where a record stands in the list index. */
export interface ListPlace {
  readonly lp: string;
  readonly ls: string;
}

/** Brings an item of one schema version to the next; pure, and it keeps the attributes that it does not name. */
export type Step = (item: Item) => Item;

interface Kind<Place, R extends Versioned> {
  readonly shape: z.ZodType<R>;
  readonly key: (place: Place) => Key;
  readonly list?: (record: R) => ListPlace;
  /** From schema version 1 on: with one of them the present version is 2. */
  readonly steps?: readonly Step[];
}

interface PlainKind<Place, R extends object> {
  readonly shape: z.ZodType<R>;
  readonly key: (place: Place) => Key;
}

/** What reads and makes items that no two writers change: they are written once, or whole each time. */
export function plainAt<Place, R extends object>({ shape, key }: PlainKind<Place, R>) {
  const of = (item: Item): R => shape.parse(item);
  return {
    shape,
    key,
    of,
    read: async (store: Store, place: Place): Promise<R | undefined> => {
      const item = await store.get(key(place));
      return item && of(item);
    },
    itemOf: (place: Place, record: R): Item => ({ ...record, ...key(place), v: 1 }),
  };
}

/** What became of a change: the record as it stands now, and whether this change was written. */
export interface Changed<R> {
  readonly record: R | undefined;
  readonly written: boolean;
}

/** Others were faster, as often as it was tried. */
export class KeptChanging extends Error {
  override name = 'KeptChanging';
}

/** How often a change is tried. */
const TRIES = 8;

/** What reads and writes one kind of record whose place is told beside it. */
export function recordAt<Place, R extends Versioned>({ shape, key, list, steps = [] }: Kind<Place, R>) {
  const of = (item: Item): R => shape.parse(item);
  const read = async (store: Store, place: Place): Promise<R | undefined> => {
    const item = await store.get(key(place));
    return item && of(item);
  };
  const readMany = async (store: Store, places: readonly Place[]): Promise<R[]> =>
    places.length === 0 ? [] : (await store.getMany(places.map(key))).map(of);
  /** The place in the list’s order. */
  const listSort = (record: R): string => list?.(record).ls ?? '';
  /** The item of the next version. */
  const itemOf = (place: Place, record: R): Item => ({
    ...record,
    ...key(place),
    ...list?.(record),
    v: steps.length + 1,
    version: record.version + 1,
  });
  /** Writes the version after the one that was read; undefined where another version is stored by now. */
  const put = async (store: Store, place: Place, record: R): Promise<R | undefined> => {
    const { version } = record;
    const guard = version === 0 ? 'absent' : { version };
    return (await store.put(itemOf(place, record), guard)) ? { ...record, version: version + 1 } : undefined;
  };
  /** Writes what `next` makes of the record, and asks again where somebody was faster; undefined changes nothing. */
  const change = async (
    store: Store,
    place: Place,
    next: (known: R | undefined) => R | undefined | Promise<R | undefined>,
  ): Promise<Changed<R>> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const known = await read(store, place);
      const wanted = await next(known);
      if (wanted === undefined) return { record: known, written: false };
      const record = await put(store, place, wanted);
      if (record) return { record, written: true };
    }
    const { pk, sk } = key(place);
    throw new KeptChanging(`${pk} ${sk} kept changing`);
  };
  return { shape, key, steps, of, read, readMany, listSort, itemOf, put, change };
}

/** The same for records that say themselves where they lie. */
export function recordOf<Place, R extends Versioned & Place>(kind: Kind<Place, R>) {
  const { put, itemOf, ...rest } = recordAt(kind);
  return {
    ...rest,
    itemOf: (record: R): Item => itemOf(record, record),
    put: (store: Store, record: R): Promise<R | undefined> => put(store, record, record),
  };
}
