import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/api/routes.ts';
import { role as anyRole, scope, type Role } from '../../shared/rules/schema.ts';
import { sharedServer } from '../support/product/server.ts';
import { bodyFor, ENTERED, pathFor, tenantsOf } from '../support/bureaus/tenants.ts';

const shared = sharedServer(ENTERED, async (server) => {
  const [tenant] = await tenantsOf(server, ['hongjiang']);
  if (!tenant) throw new Error('one tenant');
  return tenant;
});
const named = routes.map((route) => ({ route, name: `${route.method} ${route.path}` }));

describe('every route asks for a token, and answers each role as the table of routes says', () => {
  test.each(named)('$name', async ({ route }) => {
    const { server, scene } = shared();
    const path = pathFor(route, 'hongjiang', scene.a) ?? '';
    const body = bodyFor(route, 'hongjiang');
    await server.with(undefined).refused(401, route.method, path, body.body);
    for (const role of anyRole.options) {
      const jurisdiction = role === 'superior' ? 'huaihua' : 'hongjiang';
      const client = await server.as({ role, jurisdiction, unitId: scene.a.subject, scopes: scope.options });
      const answer = await client.ask(route.method, path, body);
      // The operator of the installation is outside of every jurisdiction.
      if (role === 'operator' && route.path.includes('{j}')) expect(answer.status).toBe(404);
      else if (route.roles.includes(role)) expect([role, answer.status]).not.toEqual([role, 403]);
      else
        expect([role, answer.body]).toMatchObject([
          role,
          { status: 403, detail: `Only ${route.roles.join(', ')} may do this; the token says ${role}.` },
        ]);
    }
  });
});

/** What the public contract says that each role may, apart from reading. */
const writes: Readonly<Record<Role, readonly string[]>> = {
  'bureau-officer': [
    'DELETE feeds',
    'DELETE people',
    'DELETE subjects',
    'PATCH escalations',
    'PATCH people',
    'PATCH subjects',
    'PATCH visits',
    'POST circular',
    'POST compliance',
    'POST confirmation',
    'POST contact-decision',
    'POST correction',
    'POST correction',
    'POST draws',
    'POST escalations',
    'POST events',
    'POST feeds',
    'POST fulfilment',
    'POST fulfilments',
    'POST handler',
    'POST hearing',
    'POST inspections',
    'POST invitation',
    'POST issue',
    'POST legal-word',
    'POST notice',
    'POST people',
    'POST proposal',
    'POST report-decision',
    'POST resend',
    'POST resend',
    'POST reveal',
    'POST service',
    'POST subjects',
    'POST visits',
    'POST withdrawal',
  ],
  'bureau-leader': [
    'DELETE feeds',
    'DELETE people',
    'DELETE subjects',
    'PATCH escalations',
    'PATCH people',
    'PATCH subjects',
    'PATCH visits',
    'POST abandonment',
    'POST circular',
    'POST compliance',
    'POST confirmation',
    'POST contact-decision',
    'POST correction',
    'POST correction',
    'POST decision',
    'POST decision',
    'POST decision',
    'POST draws',
    'POST escalations',
    'POST events',
    'POST extension',
    'POST extension-refusal',
    'POST feeds',
    'POST fulfilment',
    'POST fulfilments',
    'POST handler',
    'POST hearing',
    'POST inspections',
    'POST invitation',
    'POST issue',
    'POST legal-word',
    'POST notice',
    'POST people',
    'POST proposal',
    'POST replacements',
    'POST report-decision',
    'POST resend',
    'POST resend',
    'POST reveal',
    'POST service',
    'POST subjects',
    'POST visits',
    'POST waiver',
    'POST withdrawal',
  ],
  'bureau-admin': [
    'DELETE clients',
    'DELETE feeds',
    'DELETE people',
    'DELETE people',
    'DELETE sessions',
    'PATCH people',
    'PATCH people',
    'PATCH settings',
    'POST clients',
    'POST invitation',
    'POST invitation',
    'POST letter',
    'POST people',
    'POST people',
    'PUT staff',
    'PUT work-calendar',
  ],
  superior: ['DELETE overrides', 'PUT overrides'],
  unit: ['DELETE feeds', 'POST feeds', 'POST fulfilment', 'POST fulfilments'],
  auditor: [],
  operator: [],
  machine: ['PATCH subjects', 'POST subjects'],
};

test.each(anyRole.options)('a %s writes what the contract says, and nothing else', (role) => {
  const own = routes.filter(
    ({ method, path, roles }) => method !== 'GET' && path !== '/v1/preview' && roles.includes(role),
  );
  const short = own.map(
    ({ method, path }) =>
      `${method} ${
        path
          .split('/')
          .filter((part) => !part.startsWith('{'))
          .at(-1) ?? ''
      }`,
  );
  expect(short.sort()).toEqual(writes[role]);
});

/** Who is signed in, who tried, and which programs were let in, is for the administrator. */
const forAdmins = ['clients', 'sessions', 'sign-ins'].map((name) => `/v1/jurisdictions/{j}/${name}`);

test('every role of a bureau and above it reads everything of its jurisdiction but who has access', () => {
  const readers = ['bureau-officer', 'bureau-leader', 'bureau-admin', 'superior', 'auditor'] as const;
  const reading = routes.filter(({ method }) => method === 'GET');
  for (const { path, roles } of reading)
    if (!forAdmins.includes(path))
      expect([path, readers.filter((role) => !roles.includes(role))]).toEqual([path, []]);
  expect(reading.filter(({ path }) => forAdmins.includes(path)).map(({ roles }) => roles)).toEqual(
    forAdmins.map(() => ['bureau-admin']),
  );
});

test('a program does what its scopes say', async () => {
  const { server, scene } = shared();
  for (const { route } of named) {
    if (!route.scope) continue;
    const path = pathFor(route, 'hongjiang', scene.a) ?? '';
    const body = bodyFor(route, 'hongjiang');
    for (const one of scope.options) {
      const client = await server.as({ role: 'machine', jurisdiction: 'hongjiang', scopes: [one] });
      const { status } = await client.ask(route.method, path, body);
      expect([path, one, status === 403]).toEqual([path, one, one !== route.scope]);
    }
  }
});
