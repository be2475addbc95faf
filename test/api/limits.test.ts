import { describe, expect, test } from 'vitest';
import { PORTION, countedTogether, createLimiter } from '../../functions/api/limiter.ts';
import { createApi } from '../../functions/api.ts';
import { createDeps } from '../../functions/lambda/parts.ts';
import { lambdaContext } from '../../local/compose.ts';
import { instant, plus, type Instant } from '../../shared/domain/time/instant.ts';
import type { Store } from '../../shared/ports.ts';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import { apiEvent } from '../support/product/api-event.ts';

/** Several running instances of the API on one table, as on AWS; a second is 1,000 of the clock. */
async function instances(rates: { readonly client?: number; readonly bureau?: number }, count = 2) {
  const time: { now: Instant } = { now: instant('2026-09-22T09:00:00+08:00') };
  const clock = { now: () => time.now };
  const inner = createMemoryStore();
  const writes: string[] = [];
  const store: Store = {
    ...inner,
    put: (item, guard) => {
      writes.push(item.pk);
      return inner.put(item, guard);
    },
  };
  await setUp({ ...createDeps({ TABLE_NAME: 'none' }, { store, clock }), log: () => undefined });
  writes.length = 0;
  const apis = Array.from({ length: count }, () => {
    const deps = { ...createDeps({ TABLE_NAME: 'none' }, { store, clock }), log: () => undefined };
    return createApi(deps, { version: 'test', limiter: createLimiter(rates, countedTogether(store, clock)) });
  });
  let asked = 0;
  const ask = async (claims: Readonly<Record<string, string>>) => {
    const event = apiEvent({
      claims,
      method: 'GET',
      path: `/v1/jurisdictions/${claims['jurisdiction']}/status`,
    });
    const api = apis[(asked += 1) % count];
    if (!api) throw new Error('no instance');
    const answer = await api(event, lambdaContext());
    return { status: answer.statusCode, headers: answer.headers ?? {}, body: answer.body ?? '' };
  };
  const until429 = async (claims: Readonly<Record<string, string>>) => {
    for (let done = 0; done < 2_000; done += 1) {
      const answer = await ask(claims);
      if (answer.status === 429) return { done, ...answer };
      expect(answer.status).toBe(200);
    }
    throw new Error('no limit');
  };
  return { ask, until429, time, writes };
}

const officerOf = (jurisdiction: string) => ({ sub: 'officer', role: 'bureau-officer', jurisdiction });
const programOf = (client: string) => ({
  sub: client,
  role: 'machine',
  jurisdiction: 'hongjiang',
  scope: 'status:read',
});

describe('requests over all running instances', () => {
  test('of one bureau are limited, told when to come back, and leave another bureau alone', async () => {
    const { ask, until429, time } = await instances({ bureau: 4 });
    const { done, headers, body } = await until429(officerOf('hongjiang'));
    // Half a minute’s worth, less what another instance still has of its portion.
    expect(done).toBeGreaterThan(30 * 4 - PORTION);
    expect(done).toBeLessThanOrEqual(30 * 4);
    expect(headers).toMatchObject({
      'retry-after': '1',
      'ratelimit-limit': '120',
      'ratelimit-remaining': '0',
    });
    expect(body).toContain('request.bureau-too-many');
    expect((await ask(officerOf('shexian'))).status).toBe(200);
    time.now = plus(time.now, 1_000);
    const after = await Promise.all(Array.from({ length: 2 }, async () => ask(officerOf('hongjiang'))));
    expect(after.map(({ status }) => status)).toContain(200);
  });

  test('of one program are limited, whatever it asks, and those of another and of people are not', async () => {
    const { ask, until429 } = await instances({ client: 10, bureau: 1_000 });
    const { done, headers, body } = await until429(programOf('one'));
    expect(done).toBeLessThanOrEqual(300);
    expect(headers).toMatchObject({ 'ratelimit-limit': '300' });
    expect(body).toContain('request.too-many');
    const others = [await ask(programOf('other')), await ask(officerOf('hongjiang'))];
    expect(others.map(({ status, headers: told }) => [status, told['ratelimit-limit']])).toEqual([
      [200, '300'],
      [200, undefined],
    ]);
  });

  test('are written once for a portion of them, and not at all where they are refused', async () => {
    const { ask, until429, writes } = await instances({ bureau: 4 }, 1);
    const { done } = await until429(officerOf('hongjiang'));
    expect(done).toBe(120);
    expect(writes).toEqual(Array<string>(120 / PORTION).fill('RATE#bureau#hongjiang'));
    for (let again = 0; again < 10; again += 1) await ask(officerOf('hongjiang'));
    expect(writes).toHaveLength(120 / PORTION);
  });
});
