import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importRoutes } from '../../functions/api/imports.ts';
import { fileBody, type Route } from '../../functions/api/route.ts';
import { routes } from '../../functions/api/routes.ts';
import { role as anyRole } from '../../shared/rules/schema.ts';
import type { Item } from '../../shared/ports.ts';
import { englishIn } from '../support/chance/english-in.ts';
import type { Client } from '../support/product/client.ts';
import { sharedServer } from '../support/product/server.ts';
import { bodyFor, ENTERED, pathFor, tenantsOf, type Holding } from '../support/bureaus/tenants.ts';

const shared = sharedServer(ENTERED, async (server) => {
  const [own, other] = await tenantsOf(server, ['hongjiang', 'shexian']);
  if (!own || !other) throw new Error('two tenants');
  return { own, other };
});

const changing = [...routes, ...importRoutes]
  .filter(({ method }) => method !== 'GET')
  .map((route) => ({ route, name: `${route.method} ${route.path}` }));

const nobody: Holding = {
  mark: 'nobody',
  subject: 'nobody',
  obligation: 'nobody.none',
  notice: 'nobody.none',
  escalation: 'nobody.none',
  draw: 'nobody',
  inspection: 'nobody',
  visit: 'nobody',
  feed: 'nobody',
  person: 'nobody',
  unitPerson: 'nobody',
  client: 'nobody',
  session: 'nobody',
};

interface Wrong {
  readonly why: string;
  /** Another address than that of the own holding. */
  readonly path?: string | undefined;
  readonly raw?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file has no sample: what is no table is refused as such. */
const sampleOf = (route: Route): { readonly body?: unknown } =>
  Object.is(route.body, fileBody) ? {} : bodyFor(route, 'hongjiang');

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value);

/** The sample with each of its fields wrong in turn. */
function wrongBodies(sample: unknown): Wrong[] {
  if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return [];
  const fields = Object.entries<unknown>({ ...sample });
  return [
    { why: 'an unknown field', body: { ...sample, unknownField: 1 } },
    { why: 'an inherited name', raw: `{"__proto__":{"a":1},${JSON.stringify(sample).slice(1)}` },
    ...fields.flatMap(([name, value]): Wrong[] => [
      { why: `${name} of a wrong type`, body: { ...sample, [name]: { no: 'such' } } },
      { why: `${name} null`, body: { ...sample, [name]: null } },
      { why: `${name} far too long`, body: { ...sample, [name]: 'x'.repeat(100_000) } },
      ...(isDay(value)
        ? [
            { why: `${name} an impossible day`, body: { ...sample, [name]: '2026-02-30' } },
            { why: `${name} outside of the calendar`, body: { ...sample, [name]: '2199-01-01' } },
          ]
        : []),
    ]),
  ];
}

function wrongsOf(route: Route): Wrong[] {
  const { own, other } = shared().scene;
  const { body: sample } = sampleOf(route);
  const withSample = sample === undefined ? {} : { body: sample };
  const bodies: Wrong[] =
    route.body === undefined
      ? []
      : [
          { why: 'no JSON', raw: '{' },
          { why: 'bytes that nest', raw: '['.repeat(5000) },
          { why: 'a list of a wrong kind', raw: '[1]' },
          { why: 'null', raw: 'null' },
          { why: 'a text', raw: '"x"' },
          ...wrongBodies(sample),
        ];
  return [
    ...bodies,
    {
      why: 'an unknown query',
      path: `${pathFor(route, 'hongjiang', own.a) ?? ''}?colour=red`,
      ...withSample,
    },
    { why: 'a jurisdiction of others', path: pathFor(route, 'shexian', other.a), ...withSample },
    ...(route.path.includes('{id}')
      ? [
          { why: 'an id of others', path: pathFor(route, 'hongjiang', other.a), ...withSample },
          { why: 'an id of nothing', path: pathFor(route, 'hongjiang', nobody), ...withSample },
        ]
      : []),
    { why: 'a stale If-Match', headers: { 'if-match': '"999"' }, ...withSample },
    { why: 'a key that is none', headers: { 'idempotency-key': 'with a blank' }, ...withSample },
  ];
}

const keysOf = (items: readonly Item[]): Map<string, string> =>
  new Map(items.map((item) => [`${item.pk} ${item.sk}`, JSON.stringify(item)]));

/** What is stored now and was not so before, or no longer is. */
function changed(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const keys = new Set([...before.keys(), ...now.keys()]);
  return [...keys].filter((key) => before.get(key) !== now.get(key));
}

const refusal = z.object({
  detail: z.string(),
  params: z.record(z.string(), z.unknown()),
  errors: z.array(z.object({ message: z.string(), params: z.record(z.string(), z.unknown()) })).default([]),
});

/** English words of a refusal in Chinese, but for what the request or the data named. */
function englishOf(body: unknown): string[] {
  const { detail, params, errors } = refusal.parse(body);
  const said = [{ message: detail, params }, ...errors];
  return said.flatMap((one) => englishIn(one.message, namesIn(one.params)));
}

/** Names that somebody gave: with a capital, a digit, a full stop or not of a vocabulary. */
const namesIn = (params: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(params).flatMap(([name, value]) => (GIVEN.has(name) ? [String(value)] : []));
const GIVEN = new Set([
  'id',
  'name',
  'code',
  'path',
  'method',
  'subject',
  'file',
  'text',
  'document',
  'clause',
]);

describe('a refusal stores nothing and speaks Chinese to whoever asks for it', () => {
  test.each(changing)('$name', async ({ route }) => {
    const { server, scene } = shared();
    const path = pathFor(route, 'hongjiang', scene.own.a) ?? '';
    const stored: string[] = [];
    let before = keysOf(await server.items());
    let refusals = 0;
    const ask = async (client: Client, why: string, wrong: Omit<Wrong, 'why'>): Promise<number> => {
      const { path: at = path, ...asked } = wrong;
      const headers = { ...asked.headers, 'accept-language': 'zh-CN' };
      const { status, body } = await client.ask(route.method, at, { ...asked, headers });
      const now = keysOf(await server.items());
      const differs = changed(before, now);
      before = now;
      expect([why, status < 500]).toEqual([why, true]);
      if (status < 400) return status;
      refusals += 1;
      expect([why, englishOf(body)]).toEqual([why, []]);
      if (differs.length > 0) stored.push(`${why} (${status}): ${differs.join(', ')}`);
      return status;
    };
    const { body: sample } = sampleOf(route);
    expect(await ask(server.with(undefined), 'no token', { body: sample })).toBe(401);
    for (const role of anyRole.options.filter((one) => !route.roles.includes(one))) {
      const jurisdiction = role === 'superior' ? 'huaihua' : 'hongjiang';
      const client = await server.as({ role, jurisdiction, unitId: scene.own.a.subject });
      // The operator of the installation is outside of every jurisdiction.
      const status = role === 'operator' && route.path.includes('{j}') ? 404 : 403;
      expect(await ask(client, `the role ${role}`, { body: sample })).toBe(status);
    }
    const role = route.roles.find((one) => one !== 'superior' && one !== 'unit') ?? 'superior';
    const client = await server.as({ role, jurisdiction: role === 'superior' ? 'huaihua' : 'hongjiang' });
    for (const { why, ...wrong } of wrongsOf(route)) {
      await ask(client, why, wrong);
      if (route.method === 'POST' && wrong.headers === undefined)
        await ask(client, `${why}, with a key`, { ...wrong, headers: { 'idempotency-key': `k${refusals}` } });
    }
    expect(stored).toEqual([]);
    expect(refusals).toBeGreaterThan(3);
  });
});
