import { expect } from 'vitest';
import type { Item, Store } from '../../shared/ports.ts';
import { listCursor } from '../../shared/store/cursor.ts';
import { readInOrder, readList } from '../../shared/store/read.ts';
import { pagesOf } from './contract-queries.ts';
import type { Sentence } from './contract-items.ts';

/** Items of many partitions in one list; the place ends with the item’s own id, as every place does. */
const listed = (pk: string, count: number): (Item & { lp: string; ls: string })[] =>
  Array.from({ length: count }, (_, index) => {
    const id = String(index).padStart(3, '0');
    const place = String((index * 37) % count).padStart(3, '0');
    return { pk: `${pk}#${id}`, sk: '0', lp: `${pk}#LIST`, ls: `${place}#${id}`, text: 'x' };
  });

const inOrder = <T extends { readonly ls: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.ls < b.ls ? -1 : 1));

const places = async (store: Store, lp: string): Promise<unknown[]> =>
  (await store.query({ pk: lp, index: 'list' })).items.map((item) => item['ls']);

export const listIndexOf: readonly Sentence[] = [
  {
    says: 'the list index answers keys alone, in the order of the places',
    check: async (store, pk) => {
      const items = listed(pk, 20);
      await store.putMany(items);
      const { items: found, after } = await store.query({ pk: `${pk}#LIST`, index: 'list' });
      expect(found).toEqual(inOrder(items).map(({ pk: own, sk, lp, ls }) => ({ pk: own, sk, lp, ls })));
      expect(after).toBeUndefined();
    },
  },
  {
    says: 'only an item with both attributes of the index stands in it',
    check: async (store, pk) => {
      const lp = `${pk}#LIST`;
      await store.putMany([
        { pk, sk: 'a', lp },
        { pk, sk: 'b', ls: 'b' },
        { pk, sk: 'c', lp, ls: 'c' },
        { pk, sk: 'd', lp, ls: undefined },
      ]);
      expect(await places(store, lp)).toEqual(['c']);
    },
  },
  {
    says: 'an item moves in the index with its place, from list to list, and leaves it when it is deleted',
    check: async (store, pk) => {
      const [first, second] = [`${pk}#ONE`, `${pk}#TWO`];
      await store.putMany(['a', 'b', 'c'].map((sk) => ({ pk, sk, lp: first, ls: sk, version: 1 })));
      await store.put({ pk, sk: 'a', lp: first, ls: 'z', version: 2 }, { version: 1 });
      expect(await places(store, first)).toEqual(['b', 'c', 'z']);
      await store.put({ pk, sk: 'b', lp: second, ls: 'b', version: 2 }, { version: 1 });
      expect([await places(store, first), await places(store, second)]).toEqual([['c', 'z'], ['b']]);
      await store.put({ pk, sk: 'c', version: 2 }, { version: 1 });
      await store.deleteMany([{ pk, sk: 'b' }]);
      expect([await places(store, first), await places(store, second)]).toEqual([['z'], []]);
    },
  },
  {
    says: 'a put whose guard does not hold leaves the index as it was',
    check: async (store, pk) => {
      const lp = `${pk}#LIST`;
      await store.put({ pk, sk: 'a', lp, ls: 'a', version: 1 }, 'absent');
      await store.put({ pk, sk: 'a', lp, ls: 'b', version: 2 }, { version: 7 });
      expect(await places(store, lp)).toEqual(['a']);
    },
  },
  {
    says: 'the index has inclusive bounds, a limit and an order, as the table has',
    check: async (store, pk) => {
      const lp = `${pk}#LIST`;
      await store.putMany(['c', 'a', 'e', 'b', 'd'].map((sk) => ({ pk, sk, lp, ls: sk })));
      const found = async (query: object): Promise<string[]> =>
        (await store.query({ pk: lp, index: 'list', ...query })).items.map((item) => item.sk);
      expect(await found({ from: 'b', to: 'd' })).toEqual(['b', 'c', 'd']);
      expect(await found({ from: 'd' })).toEqual(['d', 'e']);
      expect(await found({ to: 'b' })).toEqual(['a', 'b']);
      expect(await found({ from: 'b', to: 'd', descending: true, limit: 2 })).toEqual(['d', 'c']);
      expect(await found({ limit: 3 })).toEqual(['a', 'b', 'c']);
    },
  },
  ...[false, true].map((descending): Sentence => ({
    says: `the index goes on from cursor to cursor without loss or repetition, ${descending ? 'descending' : 'ascending'}`,
    check: async (store, pk) => {
      const items = inOrder(listed(pk, 60)).map((item) => ({ ...item, sk: item.ls }));
      await store.putMany(items);
      const expected = items.slice(4, 51).map((item) => item.ls);
      const bounds = { from: items[4]?.ls ?? '', to: items[50]?.ls ?? '' };
      for (const limit of [1, 7, 47, 60]) {
        const pages = await pagesOf(store, { pk: `${pk}#LIST`, index: 'list', ...bounds, limit, descending });
        expect(pages.flat(), `limit ${limit}`).toEqual(descending ? [...expected].reverse() : expected);
      }
    },
  })),
  {
    says: 'the cursor of any item of a list goes on after that item',
    check: async (store, pk) => {
      const items = inOrder(listed(pk, 15));
      await store.putMany(items);
      for (const [index, item] of items.entries()) {
        const rest = await store.query({ pk: `${pk}#LIST`, index: 'list', after: listCursor(item) });
        expect(rest.items.map((entry) => entry['ls'])).toEqual(
          items.slice(index + 1).map((entry) => entry.ls),
        );
      }
    },
  },
  {
    says: 'items behind keys come in the order of the keys, without those that are gone',
    check: async (store, pk) => {
      const items = inOrder(listed(pk, 130));
      await store.putMany(items);
      const page = await readList(store, { pk: `${pk}#LIST` });
      expect(page.items).toEqual(items);
      const gone = items.filter((_, index) => index % 3 === 0);
      await store.deleteMany(gone);
      expect(await readInOrder(store, items)).toEqual(items.filter((_, index) => index % 3 !== 0));
    },
  },
];
