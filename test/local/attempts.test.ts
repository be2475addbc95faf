import { expect, test } from 'vitest';
import { createAttempts, ofAccount, ofAddress } from '../../local/accounts/attempts.ts';
import { memoryEngine } from '../../local/sqlite/engine.ts';
import { toInstant } from '../../shared/domain/time/instant.ts';

function fresh() {
  let now = 1_800_000_000_000;
  const clock = { now: () => toInstant(now) };
  const { store } = memoryEngine();
  const attempts = createAttempts(store, clock);
  return {
    store,
    attempts,
    pass: (seconds: number) => (now += seconds * 1000),
    restarted: () => createAttempts(store, clock),
    fail: async (times: number, key = 'account a') => {
      const waits: number[] = [];
      for (let tries = 0; tries < times; tries += 1) waits.push(await attempts.begin(key, ofAccount));
      return waits.at(-1);
    },
  };
}

test('after four free tries each failure doubles the wait, up to a quarter of an hour, and never more', async () => {
  const { attempts, pass } = fresh();
  const waits: number[] = [];
  for (let tries = 0; tries < 20; tries += 1) {
    expect(await attempts.begin('account a', ofAccount)).toBe(0);
    const wait = await attempts.begin('account a', ofAccount);
    if (wait === 0) continue;
    waits.push(wait);
    pass(wait);
  }
  expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40]);
  expect(Math.max(...waits)).toBe(900);
});

test('a right password forgets the failures of an account, and an hour without one too', async () => {
  const { attempts, pass, fail } = fresh();
  expect(await fail(6)).toBe(5);
  await attempts.succeeded('account a');
  expect(await fail(5)).toBe(0);
  pass(3601);
  expect(await fail(5)).toBe(0);
  expect(await attempts.begin('account b', ofAccount)).toBe(0);
});

test('an own account does not reset what its holder guesses of others from the same address', async () => {
  const { attempts } = fresh();
  let [guesses, waited] = [0, 0];
  for (; guesses < 100 && waited === 0; guesses += 1) {
    if ((await attempts.begin('caller x', ofAddress)) === 0) await attempts.uncounted('caller x');
    waited = await attempts.begin('caller x', ofAddress);
  }
  expect([guesses, waited]).toEqual([32, 30]);
});

test('a restart forgets no failure, and of many tries at the same time each counts', async () => {
  const { attempts, restarted, fail } = fresh();
  expect(await fail(6)).toBe(5);
  expect(await restarted().begin('account a', ofAccount)).toBe(5);
  await Promise.all(Array.from({ length: 5 }, () => attempts.begin('account b', ofAccount)));
  expect(await attempts.begin('account b', ofAccount)).toBe(5);
});

test('a clock that is set back leaves nobody waiting for longer than a quarter of an hour', async () => {
  const { attempts, pass, fail } = fresh();
  expect(await fail(6)).toBe(5);
  pass(-365 * 24 * 60 * 60);
  expect(await attempts.begin('account a', ofAccount)).toBe(0);
});

test('a flood of made-up addresses fills a bounded room, names nobody, and frees no account that was guessed at', async () => {
  const { store, attempts, fail } = fresh();
  expect(await fail(6, 'account leader@bureau.example.com')).toBe(5);
  for (let one = 0; one < 12_000; one += 1) await attempts.begin(`account ${one}@x.example.com`, ofAccount);
  const { items } = await store.query({ pk: 'ACCOUNTS#TRIES' });
  expect(items).toHaveLength(64);
  expect(Math.max(...items.map((item) => JSON.stringify(item).length))).toBeLessThan(20_000);
  expect(JSON.stringify(items)).not.toContain('example.com');
  expect(await attempts.begin('account leader@bureau.example.com', ofAccount)).toBe(5);
});
