import type { Table, Item, Key, Store } from '../../shared/ports.ts';
import { expect } from 'vitest';

export const numbered = (pk: string, count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({ pk, sk: String(index).padStart(4, '0'), n: index }));

const sorted = (keys: readonly Key[]): string[] => keys.map((key) => key.sk).sort();

async function stored(store: Store, item: Item): Promise<Item | undefined> {
  await store.put(item, 'any');
  return store.get(item);
}

export const itemsOf: readonly Sentence[] = [
  {
    says: 'get answers what was put, and nothing where there is nothing',
    check: async (store, pk) => {
      const item = {
        pk,
        sk: 'a',
        text: '档案',
        number: -0.25,
        yes: true,
        none: null,
        empty: '',
        list: [1, ['x']],
      };
      expect(await store.get(item)).toBeUndefined();
      expect(await stored(store, item)).toEqual(item);
      expect(await store.get({ pk, sk: 'b' })).toBeUndefined();
    },
  },
  {
    says: 'attributes that are undefined are dropped, at any depth',
    check: async (store, pk) => {
      const item = { pk, sk: 'a', gone: undefined, map: { gone: undefined, kept: 0 }, list: [undefined, 1] };
      const found = await stored(store, item);
      expect(found).toStrictEqual({ pk, sk: 'a', map: { kept: 0 }, list: [1] });
    },
  },
  {
    says: 'what is changed after it was put, or after it was read, does not change what is stored',
    check: async (store, pk) => {
      const list = ['a'];
      await store.put({ pk, sk: 'a', list }, 'any');
      list.push('b');
      expect(await store.get({ pk, sk: 'a' })).toEqual({ pk, sk: 'a', list: ['a'] });
    },
  },
  {
    says: 'a put replaces the whole item',
    check: async (store, pk) => {
      await store.put({ pk, sk: 'a', before: 1 }, 'any');
      expect(await stored(store, { pk, sk: 'a', after: 2 })).toEqual({ pk, sk: 'a', after: 2 });
    },
  },
  {
    says: 'a put that wants the item absent goes through once, and leaves the first as it was',
    check: async (store, pk) => {
      expect(await store.put({ pk, sk: 'a', n: 1 }, 'absent')).toBe(true);
      expect(await store.put({ pk, sk: 'a', n: 2 }, 'absent')).toBe(false);
      expect(await store.get({ pk, sk: 'a' })).toEqual({ pk, sk: 'a', n: 1 });
    },
  },
  {
    says: 'a put that wants a version goes through on that version alone',
    check: async (store, pk) => {
      const key = { pk, sk: 'a' };
      expect(await store.put({ ...key, version: 2 }, { version: 1 })).toBe(false);
      expect(await store.get(key)).toBeUndefined();
      await store.put({ ...key, version: 1 }, 'absent');
      expect(await store.put({ ...key, version: 2 }, { version: 1 })).toBe(true);
      expect(await store.put({ ...key, version: 2, late: true }, { version: 1 })).toBe(false);
      expect(await store.get(key)).toEqual({ ...key, version: 2 });
    },
  },
  {
    says: 'an item without a version has none that a put could want',
    check: async (store, pk) => {
      await store.put({ pk, sk: 'a' }, 'any');
      expect(await store.put({ pk, sk: 'a', version: 1 }, { version: 0 })).toBe(false);
    },
  },
  {
    says: 'getMany answers those that exist of more keys than one request takes',
    check: async (store, pk) => {
      const items = numbered(pk, 230);
      await store.putMany(items.filter((_, index) => index % 2 === 0));
      const found = await store.getMany(items);
      expect(sorted(found)).toEqual(sorted(items.filter((_, index) => index % 2 === 0)));
      expect(found.find((item) => item.sk === '0228')).toEqual({ pk, sk: '0228', n: 228 });
      expect(await store.getMany([])).toEqual([]);
    },
  },
  {
    says: 'getMany reads by the key alone: other attributes of what it is given do not matter',
    check: async (store, pk) => {
      await store.put({ pk, sk: 'a', n: 1 }, 'any');
      const asked: Item = { pk, sk: 'a', lp: 'list', ls: 'place', n: 7 };
      expect(await store.getMany([asked])).toEqual([{ pk, sk: 'a', n: 1 }]);
    },
  },
  {
    says: 'putMany writes and deleteMany takes away more than one request takes, and both may be repeated',
    check: async (store, pk) => {
      const items = numbered(pk, 130);
      await store.putMany(items);
      await store.putMany(items.map((item) => ({ ...item, twice: true })));
      expect((await store.getMany(items)).filter((item) => item['twice'] === true)).toHaveLength(130);
      await store.deleteMany(items.slice(0, 60));
      await store.deleteMany(items.slice(0, 60));
      expect(sorted(await store.getMany(items))).toEqual(sorted(items.slice(60)));
      await store.putMany([]);
      await store.deleteMany([]);
    },
  },
  {
    says: 'a scan answers every item once and as it is stored, also one of newer code',
    check: async (store, pk) => {
      const items: Item[] = [...numbered(pk, 130), { pk, sk: 'newer', v: 99, lp: pk, ls: 'x' }];
      await store.putMany(items);
      const found: Item[] = [];
      for await (const item of store.scan()) if (item.pk === pk) found.push(item);
      expect(found.sort((a, b) => (a.sk < b.sk ? -1 : 1))).toEqual(items);
    },
  },
];

/** A sentence that every store keeps, on a partition that nobody else uses. */
export interface Sentence {
  readonly says: string;
  readonly check: (store: Table, pk: string) => Promise<void>;
}
