import { expect } from 'vitest';
import type { Query } from '../../shared/ports.ts';
import { BadCursor, listCursor, tableCursor } from '../../shared/store/cursor.ts';
import { numbered, type Sentence } from './contract-items.ts';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Texts that no answer contained. */
const strange = ['', '%%%', 'x', encoded({}), encoded([]), encoded([1]), encoded(['']), encoded('0005')];

const validation = { name: 'ValidationException' };

export const refusalsOf: readonly Sentence[] = [
  {
    says: 'a cursor that no answer contained is refused as such, on the table and on the index',
    check: async (store, pk) => {
      await store.putMany(numbered(pk, 10).map((item) => ({ ...item, lp: pk, ls: item.sk })));
      const half = [
        encoded(['0005']),
        encoded(['0005', pk]),
        encoded(['', pk, '0005']),
        encoded(['0005', '', '']),
      ];
      for (const after of strange) {
        await expect(store.query({ pk, after }), after).rejects.toBeInstanceOf(BadCursor);
      }
      for (const after of [...strange, ...half]) {
        await expect(store.query({ pk, index: 'list', after }), after).rejects.toBeInstanceOf(BadCursor);
      }
    },
  },
  {
    says: 'a cursor that lies outside of the query’s bounds is refused as such',
    check: async (store, pk) => {
      await store.putMany(numbered(pk, 10).map((item) => ({ ...item, lp: pk, ls: item.sk })));
      const table = tableCursor('0005');
      const list = listCursor({ pk, sk: '0005', ls: '0005' });
      const outside: readonly Omit<Query, 'pk'>[] = [
        { from: '0006' },
        { to: '0004' },
        { from: '0006', to: '0008' },
        { from: '0006', descending: true },
      ];
      for (const bounds of outside) {
        await expect(store.query({ pk, ...bounds, after: table })).rejects.toBeInstanceOf(BadCursor);
        await expect(store.query({ pk, ...bounds, index: 'list', after: list })).rejects.toBeInstanceOf(
          BadCursor,
        );
      }
    },
  },
  {
    says: 'a key that is given twice to one request is refused: callers give each once',
    check: async (store, pk) => {
      const twice = [
        { pk, sk: 'a' },
        { pk, sk: 'b' },
        { pk, sk: 'a' },
      ];
      await expect(store.getMany(twice)).rejects.toMatchObject(validation);
      await expect(store.putMany(twice)).rejects.toMatchObject(validation);
      await expect(store.deleteMany(twice)).rejects.toMatchObject(validation);
      expect((await store.query({ pk })).items).toEqual([]);
    },
  },
  {
    says: 'an empty key, an item over 400 KB and a number that is none are refused, and nothing is written',
    check: async (store, pk) => {
      await expect(store.get({ pk, sk: '' })).rejects.toMatchObject(validation);
      await expect(store.put({ pk, sk: '' }, 'any')).rejects.toMatchObject(validation);
      await expect(store.put({ pk, sk: 'a', text: 'x'.repeat(410_000) }, 'any')).rejects.toMatchObject(
        validation,
      );
      for (const n of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60]) {
        await expect(store.put({ pk, sk: 'a', n }, 'any'), String(n)).rejects.toBeInstanceOf(Error);
      }
      await expect(store.put({ pk, sk: 'a', lp: 7, ls: 'a' }, 'any')).rejects.toMatchObject(validation);
      expect((await store.query({ pk })).items).toEqual([]);
    },
  },
  {
    says: 'bounds the wrong way round and a limit of nothing are refused',
    check: async (store, pk) => {
      await expect(store.query({ pk, from: 'b', to: 'a' })).rejects.toMatchObject(validation);
      await expect(store.query({ pk, index: 'list', from: 'b', to: 'a' })).rejects.toMatchObject(validation);
      await expect(store.query({ pk, limit: 0 })).rejects.toMatchObject(validation);
    },
  },
];
