import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { KeptChanging, recordAt, recordOf } from '../../shared/records/record.ts';
import { stored } from '../../shared/records/stored.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';

const shape = stored({ version: z.number(), id: z.string(), count: z.number() });
const tally = recordOf<{ readonly id: string }, z.infer<typeof shape>>({
  shape,
  key: ({ id }) => ({ pk: 'TALLY', sk: id }),
  list: ({ count }) => ({ lp: 'TALLIES', ls: String(count) }),
});

describe('A record', () => {
  test('that is new is stored where nothing is, with its keys, as version 1', async () => {
    const store = createMemoryStore();
    const first = await tally.put(store, { version: 0, id: 'a', count: 7 });
    expect(first?.version).toBe(1);
    expect(await store.get({ pk: 'TALLY', sk: 'a' })).toMatchObject({ v: 1, lp: 'TALLIES', ls: '7' });
    expect(await tally.put(store, { version: 0, id: 'a', count: 8 })).toBeUndefined();
    expect((await tally.read(store, { id: 'a' }))?.count).toBe(7);
  });

  test('keeps what this code does not know, and moves in the list', async () => {
    const store = createMemoryStore();
    await store.put({ pk: 'TALLY', sk: 'a', v: 1, version: 3, id: 'a', count: 1, later: 'x' }, 'absent');
    await tally.change(store, { id: 'a' }, (known) => known && { ...known, count: 2 });
    expect(await store.get({ pk: 'TALLY', sk: 'a' })).toMatchObject({ version: 4, later: 'x', ls: '2' });
  });

  test('is changed from what another stored meanwhile', async () => {
    const store = createMemoryStore();
    await tally.put(store, { version: 0, id: 'a', count: 1 });
    let asked = 0;
    const changed = await tally.change(store, { id: 'a' }, async (known) => {
      asked += 1;
      if (asked === 1) await tally.change(store, { id: 'a' }, (other) => other && { ...other, count: 10 });
      return known && { ...known, count: known.count + 1 };
    });
    expect(changed).toMatchObject({ written: true, record: { count: 11, version: 3 } });
  });

  test('stays as it is where nothing is to change', async () => {
    const store = createMemoryStore();
    await tally.put(store, { version: 0, id: 'a', count: 1 });
    const changed = await tally.change(store, { id: 'a' }, () => undefined);
    expect(changed).toMatchObject({ written: false, record: { count: 1, version: 1 } });
    expect(await tally.change(store, { id: 'b' }, () => undefined)).toEqual({
      written: false,
      record: undefined,
    });
  });

  test('that others change all the time is given up by name', async () => {
    const store = createMemoryStore();
    const busy = tally.change(store, { id: 'a' }, async (known) => {
      await store.put(
        { pk: 'TALLY', sk: 'a', v: 1, version: (known?.version ?? 0) + 1, id: 'a', count: 0 },
        'any',
      );
      return { version: 0, id: 'a', count: 1, ...known };
    });
    await expect(busy).rejects.toBeInstanceOf(KeptChanging);
  });

  test('that does not say where it lies is put where it is told', async () => {
    const store = createMemoryStore();
    const placed = recordAt<string, { version: number; count: number }>({
      shape: stored({ version: z.number(), count: z.number() }),
      key: (place) => ({ pk: place, sk: '0' }),
    });
    await placed.put(store, 'P', { version: 0, count: 5 });
    expect((await placed.read(store, 'P'))?.count).toBe(5);
  });
});
