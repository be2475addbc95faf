import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documentRoutes } from '../../functions/api/documents.ts';
import { exportRoutes } from '../../functions/api/exports.ts';
import { importRoutes } from '../../functions/api/imports.ts';
import { routes } from '../../functions/api/routes.ts';
import { isProblemCode, problems } from '../../shared/problems/table.ts';
import { role as anyRole } from '../../shared/rules/schema.ts';
import { typesOfApi } from '../../tools/api/types.ts';
import type { Client } from '../support/product/client.ts';
import { followed, method, openApi, schemaOf, type Operation } from '../support/product/openapi-document.ts';
import { sharedServer, VERSION } from '../support/product/server.ts';
import { bodyFor, ENTERED, pathFor, tenantsOf } from '../support/bureaus/tenants.ts';

const codes = z.looseObject({
  enum: z.array(z.string()),
  'x-sentences': z.record(z.string(), z.object({ en: z.string(), zh: z.string() })),
});

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const shared = sharedServer(ENTERED, async (server) => {
  const [tenant] = await tenantsOf(server, ['hongjiang']);
  if (!tenant) throw new Error('one tenant');
  const { body } = await server.with(undefined).ask('GET', '/v1/openapi.json');
  return { tenant, document: openApi.parse(followed(body)) };
});
const named = routes.map((route) => ({ route, name: `${route.method} ${route.path}` }));
const open = [
  'GET /health',
  'GET /v1/calendars/{token}.ics',
  'GET /v1/answers/{token}',
  'POST /v1/answers/{token}',
];
/** Served by functions of their own, in the same document. */
const files = [...documentRoutes, ...exportRoutes, ...importRoutes].map(
  ({ method, path }) => `${method} ${path}`,
);

function operationOf({ method: verb, path }: { readonly method: string; readonly path: string }): Operation {
  const found = shared().scene.document.paths[path]?.[method.parse(verb.toLowerCase())];
  if (!found) throw new Error(`${verb} ${path} is not in the document`);
  return found;
}

/** Whether the document, and not the code that made it, takes such a body. */
function documented(of: Operation, status: number): z.ZodType {
  const media = status >= 400 ? 'application/problem+json' : 'application/json';
  const found = of.responses[String(status)]?.content?.[media];
  if (!found) throw new Error(`nothing is said of ${status}`);
  return schemaOf(shared().scene.document, found.schema);
}

describe('the OpenAPI document', () => {
  test('names every route and the health, and nothing else', () => {
    const { paths, info } = shared().scene.document;
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((verb) => `${verb.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual([...open, ...named.map(({ name }) => name), ...files].sort());
    expect(info.version).toBe(VERSION);
  });

  test.each(documentRoutes)('$method $path: the file is said to be of its kind', (route) => {
    const { responses, parameters } = operationOf(route);
    expect(Object.keys(responses['200']?.content ?? {})).toEqual([
      route.path.endsWith('.zip') ? 'application/zip' : DOCX,
    ]);
    expect(parameters.filter((entry) => entry.in === 'path').map(({ name }) => name)).toEqual(['j', 'id']);
  });

  test('tells what lists of imports answer, and that a file is sent as it is', () => {
    for (const route of importRoutes) {
      const { parameters, requestBody, responses } = operationOf(route);
      expect(Object.keys(requestBody?.content ?? {})).toEqual(
        route.method === 'POST' ? ['application/octet-stream'] : [],
      );
      expect(Object.keys(responses)).toEqual(
        expect.arrayContaining(route.method === 'POST' ? ['200', '202', '413'] : ['200', '404']),
      );
      const query = route.query instanceof z.ZodObject ? Object.keys(route.query.shape) : [];
      expect(parameters.filter((entry) => entry.in === 'query').map(({ name }) => name)).toEqual(query);
    }
    const lists = operationOf({ method: 'GET', path: '/v1/jurisdictions/{j}/exports/rules.csv' });
    expect(lists.parameters.map(({ name }) => name).sort()).toEqual([
      'j',
      'kind',
      'on',
      'q',
      'regime',
      'rule',
    ]);
  });

  test('asks for a token everywhere but at the health, for calendars and for the links of letters', () => {
    for (const [path, item] of Object.entries(shared().scene.document.paths))
      for (const { security } of Object.values(item))
        expect([path, security]).toEqual([path, open.includes(`GET ${path}`) ? [] : undefined]);
  });

  test('names every operation once, under a subject that is described', () => {
    const { paths, tags } = shared().scene.document;
    const operations = Object.values(paths).flatMap((item) => Object.values(item));
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(new Set(operations.map(({ tags: [tag] }) => tag))).toEqual(new Set(tags.map(({ name }) => name)));
  });

  test('lists every code of the table under its status, with both sentences', () => {
    const { responses, schemas } = shared().scene.document.components;
    const told = Object.keys(responses).flatMap((name) => {
      const code = codes.safeParse(schemas[`${name}Code`]);
      return code.success ? code.data.enum : [];
    });
    expect(told.sort()).toEqual(Object.keys(problems).sort());
    for (const name of Object.keys(responses)) {
      const code = codes.safeParse(schemas[`${name}Code`]);
      if (!code.success) continue;
      for (const each of code.data.enum)
        expect(code.data['x-sentences'][each]).toMatchObject({
          en: isProblemCode(each) ? problems[each].en : '',
          zh: isProblemCode(each) ? problems[each].zh : '',
        });
    }
  });

  test('is JSON Schema of 2020-12: no null by `nullable`, no exclusive bound by a boolean', async () => {
    const { text: said } = await shared().server.with(undefined).ask('GET', '/v1/openapi.json');
    expect(said).not.toContain('"nullable"');
    expect(said).not.toMatch(/"exclusiveM(in|ax)imum":(true|false)/);
  });
});

describe('every route is described', () => {
  test.each(named)(
    '$name: with each parameter of its path and query, its body and its answers',
    ({ route }) => {
      const { parameters, requestBody, responses, summary, description } = operationOf(route);
      const of = (place: string) => parameters.filter((entry) => entry.in === place);
      expect(of('path').map(({ name, required }) => [name, required])).toEqual(
        [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, true]),
      );
      const query = route.query instanceof z.ZodObject ? Object.keys(route.query.shape) : [];
      expect(of('query').map(({ name, required }) => [name, required ?? false])).toEqual(
        query.map((name) => [name, false]),
      );
      const headers =
        route.method === 'GET'
          ? route.tagged === true
            ? ['If-None-Match']
            : []
          : route.method === 'POST'
            ? ['Idempotency-Key', 'If-Match']
            : ['If-Match'];
      expect(of('header').map(({ name }) => name)).toEqual(headers);
      expect(requestBody !== undefined).toBe(route.body !== undefined);
      expect(Object.keys(responses)).toEqual(
        expect.arrayContaining([String(route.status), '400', '401', '403', '404', '409', '413', '422']),
      );
      expect(summary).toBe(route.summary);
      for (const role of anyRole.options)
        expect(description?.includes(role)).toBe(route.roles.includes(role));
    },
  );

  test.each(named)('$name: its answers and problems are as the document says', async ({ route }) => {
    const { server, scene } = shared();
    const path = pathFor(route, 'hongjiang', scene.tenant.a) ?? '';
    const asBody = bodyFor(route, 'hongjiang');
    const told = async (client: Client, body = asBody): Promise<number> => {
      const answer = await client.ask(route.method, path, body);
      const parsed = documented(operationOf(route), answer.status).safeParse(answer.body);
      expect(parsed.error?.issues, `${answer.status} ${answer.text}`).toBeUndefined();
      const said = Object.keys(operationOf(route).responses[String(answer.status)]?.headers ?? {});
      const sent = ['ETag', 'Content-Language'].filter((name) => answer.headers.has(name));
      expect(said).toEqual(expect.arrayContaining(sent));
      if (answer.status >= 400) expect(sent).toEqual(['Content-Language']);
      return answer.status;
    };
    expect(await told(server.with(undefined))).toBe(401);
    for (const role of anyRole.options) {
      const jurisdiction = role === 'superior' ? 'hunan' : 'hongjiang';
      await told(await server.as({ role, jurisdiction, unitId: scene.tenant.a.subject }));
    }
    if (!route.body) return;
    const [first] = route.roles;
    const allowed = await server.as({
      role: first ?? 'auditor',
      jurisdiction: first === 'superior' ? 'huaihua' : 'hongjiang',
    });
    expect(await told(allowed, { body: { unheardOf: true } })).toBe(400);
  });
});

test('the console’s types are those of the routes: npm run api:build writes them', async () => {
  const written = await readFile(new URL('../../web/src/api/schema.ts', import.meta.url), 'utf8');
  expect(written).toBe(await typesOfApi());
});

test('the sample bodies of every route are what the document asks for', () => {
  for (const { route, name } of named.filter((entry) => entry.route.body)) {
    const media = operationOf(route).requestBody?.content['application/json'];
    const parsed = schemaOf(shared().scene.document, media?.schema).safeParse(
      bodyFor(route, 'hongjiang').body,
    );
    expect(parsed.error?.issues, name).toBeUndefined();
  }
});
