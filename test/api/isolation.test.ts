import { describe, expect, test } from 'vitest';
import type { Route } from '../../functions/api/route.ts';
import { routes } from '../../functions/api/routes.ts';
import * as answers from '../../shared/contract/answers.ts';
import { role as anyRole, scope as anyScope, type Role } from '../../shared/rules/schema.ts';
import { pathOf } from '../support/bureaus/bureau.ts';
import type { Client } from '../support/product/client.ts';
import { sharedServer, type TestServer } from '../support/product/server.ts';
import {
  bodyFor,
  ENTERED,
  isPublished,
  marksIn,
  pathFor,
  tenantsOf,
  type Holding,
  type Tenant,
} from '../support/bureaus/tenants.ts';

/** Every route, for every role, with ids of other tenants and units: taken from the table of routes. */
const shared = sharedServer(ENTERED, async (server) => {
  const [hongjiang, shexian, baixiang] = await tenantsOf(server, ['hongjiang', 'shexian', 'baixiang']);
  if (!hongjiang || !shexian || !baixiang) throw new Error('three tenants');
  return { hongjiang, shexian, baixiang };
});
const roles = anyRole.options;
const named = routes.map((route) => ({ route, name: `${route.method} ${route.path}` }));
const inJurisdiction = named.filter(
  ({ route }) => route.path.includes('{j}') || 'jurisdiction' in Object(bodyFor(route, '').body),
);
const withId = named.filter(({ route }) => route.path.includes('{id}'));
const lists = named.filter(({ route }) => route.method === 'GET' && !route.path.includes('{id}'));

/** Whoever has this role in a tenant: a superior stands above it, a unit is its unit A. */
const parents: Readonly<Record<string, string>> = {
  hongjiang: 'huaihua',
  shexian: 'handan',
  baixiang: 'xingtai',
};
const tokenOf = (server: TestServer, role: Role, { id, a }: Tenant): Promise<Client> =>
  server.as({
    role,
    jurisdiction: role === 'superior' ? (parents[id] ?? '') : id,
    ...(role === 'unit' ? { unitId: a.subject } : {}),
    ...(role === 'machine' ? { scopes: anyScope.options } : {}),
  });

async function asked(client: Client, route: Route, jurisdiction: string, holding: Holding) {
  const path = pathFor(route, jurisdiction, holding);
  if (path === undefined) throw new Error(`${holding.mark} has nothing for ${route.path}`);
  return client.ask(route.method, path, bodyFor(route, jurisdiction));
}

/** All that a tenant has, as its own officer reads it. */
async function standing({ bureau }: Tenant): Promise<unknown> {
  const { officer, path, obligations, notices } = bureau;
  return [
    await officer.all(answers.subject, `${path}/subjects`),
    await obligations({}),
    await notices({}),
    await officer.get(answers.settings, `${path}/settings`),
    await officer.get(answers.staff, `${path}/staff`),
    (await officer.ask('GET', `${path}/rules`)).body,
  ];
}

describe('another jurisdiction', () => {
  test.each(inJurisdiction)('is not there for any role: $name', async ({ route }) => {
    const { server, scene } = shared();
    const before = await standing(scene.hongjiang);
    for (const role of roles) {
      const client = await tokenOf(server, role, scene.shexian);
      const foreign = await asked(client, route, 'hongjiang', scene.hongjiang.a);
      const isAsked = route.path.includes('{j}') || route.roles.includes(role);
      expect(foreign.status, role).toBe(isAsked ? 404 : 403);
      expect(foreign.text, role).toBe((await asked(client, route, 'nowhere', scene.hongjiang.a)).text);
      expect(marksIn(foreign.text)).toEqual([]);
    }
    expect(await standing(scene.hongjiang)).toEqual(before);
  });

  test.each(withId)('lends no id to one’s own: $name', async ({ route }) => {
    const { server, scene } = shared();
    const before = await standing(scene.shexian);
    for (const role of roles) {
      const client = await tokenOf(server, role, scene.hongjiang);
      const answer = await asked(client, route, 'hongjiang', scene.shexian.a);
      const isThere = role !== 'operator' && !route.roles.includes(role);
      expect([role, answer.status]).toEqual([role, isThere ? 403 : 404]);
      expect(marksIn(answer.text)).toEqual([]);
    }
    expect(await standing(scene.shexian)).toEqual(before);
  });

  test.each(lists)('never shows in a list: $name', async ({ route }) => {
    const { server, scene } = shared();
    for (const role of roles.filter((one) => route.roles.includes(one))) {
      const client = await tokenOf(server, role, scene.hongjiang);
      const own = await asked(client, route, 'hongjiang', scene.hongjiang.a);
      expect([role, own.status]).toEqual([role, 200]);
      for (const mark of marksIn(own.text)) expect(mark).toMatch(/^mark\.hongjiang\./);
      if (!('subjectId' in Object(route.query.safeParse({ subjectId: 'x' }).data))) continue;
      const path = `${pathFor(route, 'hongjiang', scene.hongjiang.a) ?? ''}?subjectId=${scene.shexian.a.subject}`;
      expect((await client.ask('GET', path)).body).toEqual({ items: [], nextCursor: null });
    }
  });

  test('is not reached by an id in a body: neither as parent, nor as successor, nor to be fulfilled', async () => {
    const { scene } = shared();
    const { officer, path } = scene.hongjiang.bureau;
    const foreign = scene.shexian.a;
    const own = `${path}/subjects/${scene.hongjiang.b.subject}`;
    await officer.refused(422, 'POST', `${path}/subjects`, {
      kind: 'unit',
      name: 'x',
      parentId: foreign.subject,
    });
    await officer.refused(422, 'PATCH', own, { parentId: foreign.subject });
    await officer.refused(422, 'DELETE', own, { successorId: foreign.subject });
    const items = [{ obligationId: foreign.obligation, on: '2026-08-31' }];
    const answer = await officer.send(answers.fulfilments, 'POST', `${path}/fulfilments`, items);
    expect(answer.items).toMatchObject([{ status: 404 }]);
  });
});

describe('another unit of the same jurisdiction', () => {
  test.each(withId.filter(({ route }) => !isPublished(route)))(
    'is not there for a unit, its own and its children are: $name',
    async ({ route }) => {
      const { server, scene } = shared();
      const { hongjiang } = scene;
      const before = await standing(hongjiang);
      const client = await tokenOf(server, 'unit', hongjiang);
      const allowed = route.roles.includes('unit');
      for (const foreign of [hongjiang.b, hongjiang.b.child]) {
        const answer = await asked(client, route, 'hongjiang', foreign);
        expect(answer.status).toBe(allowed ? 404 : 403);
        expect(marksIn(answer.text)).toEqual([]);
      }
      expect(await standing(hongjiang)).toEqual(before);
      if (!allowed || route.method !== 'GET') return;
      for (const own of [hongjiang.a, hongjiang.a.child])
        expect((await asked(client, route, 'hongjiang', own)).status).toBe(200);
    },
  );

  test.each(lists.filter(({ route }) => route.roles.includes('unit')))(
    'never shows in a unit’s list: $name',
    async ({ route }) => {
      const { server, scene } = shared();
      const client = await tokenOf(server, 'unit', scene.hongjiang);
      const answer = await asked(client, route, 'hongjiang', scene.hongjiang.a);
      for (const mark of marksIn(answer.text)) expect(mark).toMatch(/^mark\.hongjiang\.a/);
      for (const foreign of [scene.hongjiang.b, scene.hongjiang.b.child])
        for (const id of [foreign.subject, foreign.obligation, foreign.notice])
          expect(answer.text).not.toContain(id);
    },
  );

  test('is all of them for a unit’s token that names none', async () => {
    const client = await shared().server.as({ role: 'unit', jurisdiction: 'hongjiang', unitId: 'nobody' });
    for (const list of ['subjects', 'obligations', 'notices'])
      expect((await client.ask('GET', `${pathOf('hongjiang')}/${list}`)).body).toEqual({
        items: [],
        nextCursor: null,
      });
  });
});

describe('a superior', () => {
  const reading = named.filter(
    ({ route }) => route.method === 'GET' && route.path.includes('{j}') && route.roles.includes('superior'),
  );

  test.each(reading)(
    'reads the jurisdictions below it at any depth, and no others: $name',
    async ({ route }) => {
      const { server, scene } = shared();
      const { hongjiang, shexian, baixiang } = scene;
      const below: Readonly<Record<string, readonly Tenant[]>> = {
        huaihua: [hongjiang],
        hunan: [hongjiang],
        handan: [shexian],
        xingtai: [baixiang],
        hebei: [shexian, baixiang],
      };
      for (const [jurisdiction, own] of Object.entries(below)) {
        const client = await server.as({ role: 'superior', jurisdiction });
        for (const tenant of [hongjiang, shexian, baixiang]) {
          const answer = await asked(client, route, tenant.id, tenant.a);
          expect([jurisdiction, tenant.id, answer.status]).toEqual([
            jurisdiction,
            tenant.id,
            own.includes(tenant) ? 200 : 404,
          ]);
          for (const mark of marksIn(answer.text)) expect(mark.startsWith(`mark.${tenant.id}.`)).toBe(true);
        }
      }
    },
  );

  test('writes nothing but its own figures', () => {
    const writing = named.filter(({ route }) => route.method !== 'GET' && route.roles.includes('superior'));
    expect(writing.map(({ name }) => name).sort()).toEqual([
      'DELETE /v1/jurisdictions/{j}/overrides/{regime}/{rule}',
      'POST /v1/preview',
      'PUT /v1/jurisdictions/{j}/overrides/{regime}/{rule}',
    ]);
  });
});
