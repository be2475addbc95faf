import { expect } from 'vitest';
import { z } from 'zod';
import type { Sentence } from './contract-items.ts';

const counted = z.object({ version: z.number(), by: z.array(z.number()) });

const all = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

export const concurrencyOf: readonly Sentence[] = [
  {
    says: 'of puts at once that want the item absent exactly one wins, and it is the one that is stored',
    check: async (store, pk) => {
      for (let round = 0; round < 5; round += 1) {
        const key = { pk, sk: `absent ${round}` };
        const won = await all(20, (by) => store.put({ ...key, by }, 'absent'));
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await store.get(key)).toEqual({ ...key, by: won.indexOf(true) });
      }
    },
  },
  {
    says: 'of puts at once that want one version exactly one wins, and it is the one that is stored',
    check: async (store, pk) => {
      const key = { pk, sk: 'version' };
      await store.put({ ...key, version: 0 }, 'absent');
      for (let version = 0; version < 5; version += 1) {
        const won = await all(20, (by) => store.put({ ...key, version: version + 1, by }, { version }));
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await store.get(key)).toEqual({ ...key, version: version + 1, by: won.indexOf(true) });
      }
    },
  },
  {
    says: 'writers that read, change and put under the version read lose nothing',
    check: async (store, pk) => {
      const key = { pk, sk: 'ledger' };
      await store.put({ ...key, version: 0, by: [] }, 'absent');
      await all(8, async (writer) => {
        for (;;) {
          const { version, by } = counted.parse(await store.get(key));
          if (await store.put({ ...key, version: version + 1, by: [...by, writer] }, { version })) return;
        }
      });
      const { version, by } = counted.parse(await store.get(key));
      expect(version).toBe(8);
      expect([...by].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    },
  },
  {
    says: 'many writes at once to one partition and one list all arrive',
    check: async (store, pk) => {
      const lp = `${pk}#LIST`;
      await all(60, async (n) => {
        const sk = String(n).padStart(3, '0');
        await store.put({ pk, sk, lp, ls: sk }, 'absent');
      });
      expect((await store.query({ pk, consistent: true })).items).toHaveLength(60);
      expect((await store.query({ pk: lp, index: 'list' })).items).toHaveLength(60);
    },
  },
];
