import { describe, expect, test } from 'vitest';
import { hours, minutes, plus } from '../../shared/domain/time/instant.ts';
import type { Store } from '../../shared/ports.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { claim, holdNotice, isWaiting } from '../../shared/usecases/notices/notice.ts';
import { draft, now, run, stored } from '../support/bureaus/one-notice.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';

/** Who sends a notice: one run, once. */

describe('a claim', () => {
  test('of a new notice is ours for five minutes, and stored before anything leaves', async () => {
    const store = createMemoryStore();
    const answer = await claim(run(store, now), draft);
    expect(answer).toMatchObject({
      kind: 'mine',
      notice: {
        ...draft,
        version: 1,
        status: 'queued',
        attempts: [],
        createdAt: now,
        claim: { owner: 'first', until: plus(now, minutes(5)) },
      },
    });
    expect(await stored(store)).toMatchObject({ claim: { owner: 'first' } });
    expect((await stored(store))['ls']).toMatch(/#unit\.k$/u);
    expect((await stored(store))['lp']).toContain('NOTICE');
  });

  test('of a notice that another run is sending waits until that claim is void', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    const second = await claim(run(store, plus(now, minutes(4)), 'second'), draft);
    expect(second).toEqual({ kind: 'busy', until: plus(now, minutes(5)) });
  });

  test('of a run that stopped is taken over, with the letter as it reads now', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    const later = { ...draft, subject: '提醒（补发）', textHash: 'other', toldDue: '2026-10-08', late: true };
    const answer = await claim(run(store, plus(now, minutes(1)), 'second', ['first']), later);
    expect(answer).toMatchObject({
      kind: 'mine',
      notice: {
        version: 2,
        subject: '提醒（补发）',
        textHash: 'other',
        toldDue: '2026-10-08',
        late: true,
        claim: { owner: 'second', until: plus(now, minutes(6)) },
      },
    });
    expect(await stored(store)).toMatchObject({ version: 2, claim: { owner: 'second' } });
  });

  test('keeps the mark of a notice that was late before', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), { ...draft, late: true });
    const answer = await claim(run(store, now, 'second', ['first']), draft);
    expect(answer).toMatchObject({ notice: { late: true } });
  });

  test('of a notice that is still in time leaves it without that mark', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    const answer = await claim(run(store, now, 'second', ['first']), draft);
    expect(answer).toMatchObject({ notice: { late: false } });
  });

  test('of a notice that has left says when it was taken, the last time', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    const attempt = (minute: number, outcome: string) => ({
      at: plus(now, minutes(minute)),
      provider: 'ses',
      outcome,
    });
    const attempts = [attempt(0, 'accepted'), attempt(9, 'accepted'), attempt(12, 'temporary: busy')];
    await store.putMany([{ ...(await stored(store)), status: 'sent', attempts }]);
    const answer = await claim(run(store, plus(now, hours(1))), draft);
    expect(answer).toEqual({ kind: 'settled', leftAt: plus(now, minutes(9)) });
  });

  test('of a notice that was withdrawn is settled, and nothing left', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    await store.putMany([{ ...(await stored(store)), status: 'withdrawn' }]);
    expect(await claim(run(store, plus(now, hours(1))), draft)).toEqual({
      kind: 'settled',
      leftAt: undefined,
    });
  });

  test('of a notice that a provider could not take waits for its time, and not longer', async () => {
    const store = createMemoryStore();
    const until = plus(now, minutes(30));
    await holdNotice(run(store, now), draft, until);
    expect(await claim(run(store, plus(until, -1)), draft)).toEqual({ kind: 'busy', until });
    expect(await claim(run(store, until), draft)).toMatchObject({ kind: 'mine', notice: { version: 2 } });
  });

  test('that another run took at the same moment is left to it', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    const first = run(store, plus(now, hours(1)), 'second');
    const racing: Deps = {
      ...first,
      store: {
        ...store,
        get: async (key) => {
          const item = await store.get(key);
          await store.putMany([{ ...(await stored(store)), version: 7 }]);
          return item;
        },
      },
    };
    const until = plus(now, hours(1) + minutes(5));
    expect(await claim(racing, draft)).toEqual({ kind: 'busy', until });
    expect((await stored(store)).version).toBe(7);
  });

  test('of a notice that was removed between two looks is tried again later', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    const gone: Store = { ...store, get: () => Promise.resolve(undefined) };
    const answer = await claim(run(gone, now, 'second'), draft);
    expect(answer).toEqual({ kind: 'busy', until: plus(now, minutes(5)) });
  });
});

describe('a notice that its provider cannot take', () => {
  const until = plus(now, minutes(30));

  test('is recorded as waiting, without a claim', async () => {
    const store = createMemoryStore();
    const held = await holdNotice(run(store, now), draft, until);
    expect(held).toMatchObject({ status: 'queued', notBefore: until, createdAt: now });
    expect(held?.claim).toBeUndefined();
    expect(await stored(store)).toMatchObject({ notBefore: until });
  });

  test('and waits already stays as it is', async () => {
    const store = createMemoryStore();
    await holdNotice(run(store, now), draft, until);
    const again = await holdNotice(run(store, now), draft, plus(until, hours(1)));
    expect(again).toMatchObject({ notBefore: until, version: 1 });
  });

  test('but has left before is not waiting', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    await store.putMany([{ ...(await stored(store)), status: 'sent' }]);
    expect(await holdNotice(run(store, now), draft, until)).toBeUndefined();
  });

  test('and was removed between two looks is not waiting', async () => {
    const store = createMemoryStore();
    await claim(run(store, now), draft);
    const gone: Store = { ...store, get: () => Promise.resolve(undefined) };
    expect(await holdNotice(run(gone, now), draft, until)).toBeUndefined();
  });
});

test.each([
  ['queued', undefined, true],
  ['queued', now, true],
  ['unknown', now, true],
  ['unknown', undefined, false],
  ['sent', undefined, false],
  ['sent', now, false],
  ['withdrawn', now, false],
] as const)('a notice that is %s, not before %s: waiting is %s', async (status, notBefore, waiting) => {
  const store = createMemoryStore();
  await claim(run(store, now), draft);
  expect(isWaiting({ ...(await stored(store)), status, notBefore, claim: undefined })).toBe(waiting);
});

test('a notice that is not known waits while a try of it was cut short', async () => {
  const store = createMemoryStore();
  await claim(run(store, now), draft);
  expect(isWaiting({ ...(await stored(store)), status: 'unknown' })).toBe(true);
});
