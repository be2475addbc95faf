import { expect, test } from 'vitest';
import { z } from 'zod';
import { createApi } from '../../functions/api.ts';
import { lambdaContext } from '../../local/compose.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import type { Role } from '../../shared/rules/schema.ts';
import { settingsRecord } from '../../shared/records/settings.ts';
import { heldUntil } from '../../shared/usecases/notices/judge.ts';
import { sendingContext } from '../../shared/usecases/context.ts';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { depsOn, handClock } from '../bench/product.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import { apiEvent } from '../support/product/api-event.ts';

const now = instant('2026-01-05T10:00:00+08:00');

async function stage(serves: readonly string[] | undefined, store = createMemoryStore()) {
  const deps = { ...depsOn(store, handClock(now)), serves };
  await setUp(deps);
  const api = createApi(deps, { version: 'test' });
  const get = async (role: Role, jurisdiction: string, path: string) => {
    const claims = { sub: 'a', role, jurisdiction };
    const { statusCode, body } = await api(apiEvent({ claims, method: 'GET', path }), lambdaContext());
    return { status: statusCode, body: z.looseObject({}).parse(JSON.parse(body ?? '{}')) };
  };
  return { deps, store, get };
}

test('a stage sets up and answers for those whom it serves, and names the remedy to others', async () => {
  const { store, get } = await stage(['huaihua']);
  expect(await settingsRecord.read(store, 'hongjiang')).toBeDefined();
  expect(await settingsRecord.read(store, 'shexian')).toBeUndefined();
  const path = (j: string): string => `/v1/jurisdictions/${j}/settings`;
  expect((await get('bureau-admin', 'hongjiang', path('hongjiang'))).status).toBe(200);
  const other = await get('bureau-admin', 'shexian', path('shexian'));
  expect(other).toMatchObject({ status: 404, body: { code: 'request.not-served' } });
  expect(JSON.stringify(other.body)).toContain('serves');
  expect((await get('bureau-officer', 'shexian', '/v1/jurisdictions')).status).toBe(404);
  const seen = await get('superior', 'huaihua', '/v1/jurisdictions');
  expect(JSON.stringify(seen.body)).toContain('hongjiang');
});

test('a superior looks into what is served below it', async () => {
  const { get } = await stage(['hongjiang']);
  expect((await get('superior', 'huaihua', '/v1/jurisdictions/hongjiang/settings')).status).toBe(200);
});

test('of a bureau that is no longer served nothing is sent, and its steps wait', async () => {
  const { store } = await stage(undefined);
  const { deps } = await stage(['shexian'], store);
  const context = await sendingContext(deps, 'hongjiang');
  expect(context && heldUntil(context, now)).toBeGreaterThan(now);
});
