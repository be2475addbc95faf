import { expect } from 'vitest';
import type { Query, Store } from '../../shared/ports.ts';
import { tableCursor } from '../../shared/store/cursor.ts';
import { numbered, type Sentence } from './contract-items.ts';

const places = async (store: Store, query: Query): Promise<string[]> =>
  (await store.query(query)).items.map((item) => item.sk);

/** The pages of a query up to its end; throws where it does not end. */
export async function pagesOf(store: Store, query: Query): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const page = await store.query(after === undefined ? query : { ...query, after });
    pages.push(page.items.map((item) => item.sk));
    after = page.after;
    if (pages.length > 1000) throw new Error('the query does not end');
  } while (after !== undefined);
  return pages;
}

const letters = async (store: Store, pk: string): Promise<void> =>
  store.putMany(['c', 'a', 'e', 'b', 'd'].map((sk) => ({ pk, sk })));

export const queriesOf: readonly Sentence[] = [
  {
    says: 'a query answers its partition in the order of the sort keys, and nothing of others',
    check: async (store, pk) => {
      await letters(store, pk);
      await store.putMany([`${pk}#`, `${pk}a`, pk.slice(0, -1)].map((other) => ({ pk: other, sk: 'x' })));
      expect(await store.query({ pk })).toEqual({
        items: ['a', 'b', 'c', 'd', 'e'].map((sk) => ({ pk, sk })),
        after: undefined,
      });
      expect(await store.query({ pk: `${pk}-nothing` })).toEqual({ items: [], after: undefined });
    },
  },
  {
    says: 'both bounds of a query are inclusive, alone and together',
    check: async (store, pk) => {
      await letters(store, pk);
      expect(await places(store, { pk, from: 'b', to: 'd' })).toEqual(['b', 'c', 'd']);
      expect(await places(store, { pk, from: 'd' })).toEqual(['d', 'e']);
      expect(await places(store, { pk, to: 'b' })).toEqual(['a', 'b']);
      expect(await places(store, { pk, from: 'bb', to: 'cc' })).toEqual(['c']);
      expect(await places(store, { pk, from: 'c', to: 'c' })).toEqual(['c']);
      expect(await places(store, { pk, from: 'x' })).toEqual([]);
    },
  },
  {
    says: 'descending turns the order round within the same bounds',
    check: async (store, pk) => {
      await letters(store, pk);
      expect(await places(store, { pk, descending: true })).toEqual(['e', 'd', 'c', 'b', 'a']);
      const bounds = { from: 'b', to: 'd' };
      expect(await places(store, { pk, ...bounds, descending: true, limit: 2 })).toEqual(['d', 'c']);
    },
  },
  {
    says: 'sort keys are ordered by their characters, those outside the basic plane last',
    check: async (store, pk) => {
      const order = ['A', 'z', '中', '\ue000', 'Ａ', '𠀀'];
      await store.putMany([...order].reverse().map((sk) => ({ pk, sk })));
      expect(await places(store, { pk })).toEqual(order);
      expect(await places(store, { pk, from: 'Ａ' })).toEqual(['Ａ', '𠀀']);
      expect(await places(store, { pk, to: '\ue000', descending: true, limit: 2 })).toEqual(['\ue000', '中']);
    },
  },
  ...[false, true].map((descending): Sentence => ({
    says: `a query goes on from cursor to cursor without loss or repetition, ${descending ? 'descending' : 'ascending'}`,
    check: async (store, pk) => {
      const items = numbered(pk, 47);
      await store.putMany(items);
      const bounds = { from: '0003', to: '0040' };
      const all = items.slice(3, 41).map((item) => item.sk);
      for (const limit of [1, 5, 19, 38, 50]) {
        const pages = await pagesOf(store, { pk, ...bounds, limit, descending });
        expect(pages.flat(), `limit ${limit}`).toEqual(descending ? [...all].reverse() : all);
        expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(limit);
      }
    },
  })),
  {
    says: 'a query goes on where it stopped although items came and went meanwhile',
    check: async (store, pk) => {
      await letters(store, pk);
      const first = await store.query({ pk, limit: 2 });
      expect(first.items.map((item) => item.sk)).toEqual(['a', 'b']);
      await store.deleteMany([{ pk, sk: 'b' }]);
      await store.putMany([
        { pk, sk: 'aa' },
        { pk, sk: 'bb' },
      ]);
      const after = first.after ?? '';
      expect(await places(store, { pk, after })).toEqual(['bb', 'c', 'd', 'e']);
      expect(await places(store, { pk, after, descending: true })).toEqual(['aa', 'a']);
    },
  },
  {
    says: 'a cursor opens no other partition than the one that the query names',
    check: async (store, pk) => {
      await letters(store, pk);
      await store.putMany([{ pk: `${pk}#other`, sk: 'secret' }]);
      const { after = '' } = await store.query({ pk: `${pk}#other`, limit: 1 });
      expect(await places(store, { pk, after })).toEqual([]);
      expect(await places(store, { pk, after: tableCursor('c') })).toEqual(['d', 'e']);
    },
  },
  {
    says: 'a partition larger than one answer comes in pages, without a limit being asked for',
    check: async (store, pk) => {
      const items = numbered(pk, 12).map((item) => ({ ...item, text: 'x'.repeat(200_000) }));
      await store.putMany(items);
      const pages = await pagesOf(store, { pk });
      expect(pages.flat()).toEqual(items.map((item) => item.sk));
      expect(pages.length).toBeGreaterThan(1);
    },
  },
  {
    says: 'a consistent query sees every write that was answered before it',
    check: async (store, pk) => {
      for (let n = 0; n < 20; n += 1) {
        await store.put({ pk, sk: String(n).padStart(2, '0') }, 'absent');
        expect((await store.query({ pk, consistent: true })).items).toHaveLength(n + 1);
      }
    },
  },
];
