import { expect, test } from 'vitest';
import type { Item, Store } from '../../shared/ports.ts';
import { ImportRuns } from '../support/files/import-runs.ts';

/** What a store was asked: writes that nothing lies between are one round, as they are one commit on one machine. */
class Watched {
  rounds = 0;
  readonly calls = { get: 0, getMany: 0, query: 0, put: 0, putMany: 0 };
  private open = 0;

  store(store: Store): Store {
    const written = async <T>(write: () => Promise<T>): Promise<T> => {
      if (this.open === 0) this.rounds += 1;
      this.open += 1;
      await new Promise(setImmediate);
      this.open -= 1;
      return write();
    };
    return {
      ...store,
      get: (key) => ((this.calls.get += 1), store.get(key)),
      getMany: (keys) => ((this.calls.getMany += 1), store.getMany(keys)),
      query: (query) => ((this.calls.query += 1), store.query(query)),
      put: (item, guard) => ((this.calls.put += 1), written(() => store.put(item, guard))),
      putMany: (items) => ((this.calls.putMany += 1), written(() => store.putMany(items))),
    };
  }
}

const units = (count: number): string =>
  [
    '类别,名称,代码,特征,联系人,邮箱',
    ...Array.from(
      { length: count },
      (_, at) => `单位,第${at}单位,U-${at},直属单位、专业档案,王,u${at}@unit.example.com`,
    ),
  ].join('\n');

const isDuty = ({ sk }: Item): boolean => sk.startsWith('2#');

test('twenty-five units are planned in three writes: the agenda, their duties, what is due within minutes', async () => {
  const runs = new ImportRuns();
  await runs.setUp();
  await runs.import(units(25));
  const watched = new Watched();
  await runs.plan((store) => watched.store(store));
  const duties = runs.store.dump().filter(isDuty).length - dutiesOfBureaus(runs);
  expect(duties).toBeGreaterThan(25);
  // The one item that is read is the number of the agenda’s shards.
  expect(watched.calls).toMatchObject({ get: 1, getMany: 1, put: duties });
  expect(watched.calls.putMany).toBeLessThanOrEqual(2);
  // A hundred duties at the same time.
  expect(watched.rounds).toBeLessThanOrEqual(2 + Math.ceil(duties / 100));
  // The bureau’s context, and what each unit has.
  expect(watched.calls.query).toBe(1 + 25);
});

test('planned again, nothing is written', async () => {
  const runs = new ImportRuns();
  await runs.setUp();
  await runs.import(units(25));
  await runs.plan();
  const watched = new Watched();
  await runs.plan((store) => watched.store(store));
  expect(watched.rounds).toBe(0);
});

test('a unit whose records cannot be read holds up none of the others, and is told of', async () => {
  const runs = new ImportRuns();
  await runs.setUp();
  await runs.import(units(25));
  const [broken] = runs.subjects();
  await runs.store.putMany([{ pk: broken?.pk ?? '', sk: '2#torn', v: 1 }]);
  await expect(runs.plan()).rejects.toThrow();
  const planned = new Set(
    runs.store
      .dump()
      .filter(isDuty)
      .map(({ pk }) => pk),
  );
  expect(runs.subjects().filter(({ pk }) => planned.has(pk))).toHaveLength(25);
  expect(runs.store.dump().filter((item) => isDuty(item) && item.pk === broken?.pk)).toHaveLength(1);
});

/** Of the bureaus that were set up, before any import. */
function dutiesOfBureaus(runs: ImportRuns): number {
  const own = new Set(runs.subjects().map(({ pk }) => pk));
  return runs.store.dump().filter((item) => isDuty(item) && !own.has(item.pk)).length;
}
