import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documentRoutes } from '../../functions/api/documents.ts';
import { exportRoutes } from '../../functions/api/exports.ts';
import { importRoutes } from '../../functions/api/imports.ts';
import { routes } from '../../functions/api/routes.ts';
import * as answers from '../../shared/contract/answers.ts';
import { role as anyRole } from '../../shared/rules/schema.ts';
import { check, exact, routeOf } from '../support/product/checked-answer.ts';
import type { Client } from '../support/product/client.ts';
import { sharedServer, VERSION } from '../support/product/server.ts';
import { bodyFor, ENTERED, pathFor, tenantsOf } from '../support/bureaus/tenants.ts';

/** The parts of an OpenAPI 3.1 document that this API uses; any other field is a slip. */
const schemaObject = z.record(z.string(), z.unknown());
const content = z.record(z.string(), z.strictObject({ schema: schemaObject }));
const parameter = z.strictObject({
  in: z.enum(['path', 'query', 'header']),
  name: z.string().min(1),
  schema: schemaObject,
  required: z.boolean().optional(),
  description: z.string().optional(),
});
const operation = z.strictObject({
  summary: z.string().min(1).optional(),
  description: z.string().min(1).optional(),
  parameters: z.array(parameter).default([]),
  requestBody: z.strictObject({ content }).optional(),
  responses: z.record(
    z.string().regex(/^[1-5]\d\d$/),
    z.strictObject({ description: z.string().min(1), content: content.optional() }),
  ),
  security: z.array(z.unknown()).optional(),
});
const method = z.enum(['get', 'post', 'put', 'patch', 'delete']);
const openApi = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string().min(1), version: z.string() }),
  security: z.tuple([z.strictObject({ token: z.tuple([]) })]),
  components: z.strictObject({
    securitySchemes: z.strictObject({
      token: z.strictObject({
        type: z.literal('http'),
        scheme: z.literal('bearer'),
        bearerFormat: z.literal('JWT'),
      }),
    }),
  }),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(method, operation)),
});
type Operation = z.infer<typeof operation>;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const shared = sharedServer(ENTERED, async (server) => {
  const [tenant] = await tenantsOf(server, ['hongjiang']);
  if (!tenant) throw new Error('one tenant');
  const document = openApi.parse((await server.with(undefined).ask('GET', '/v1/openapi.json')).body);
  return { tenant, document };
});
const named = routes.map((route) => ({ route, name: `${route.method} ${route.path}` }));
const open = ['GET /health', 'GET /v1/calendars/{token}.ics'];
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
  return z.fromJSONSchema(withoutFormats(found.schema));
}

/** Formats are told to readers; `2026-09-30T09:00:00+08:00` is a date-time whatever a library makes of it. */
function withoutFormats(value: unknown): Record<string, unknown> {
  const text = JSON.stringify(value, (key, entry: unknown) =>
    key === 'format' && typeof entry === 'string' ? undefined : entry,
  );
  return schemaObject.parse(JSON.parse(text));
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
    expect(lists.parameters.map(({ name }) => name)).toEqual(['j', 'on', 'rule', 'regime', 'kind', 'q']);
  });

  test('asks for a token everywhere but at the health and for calendars', () => {
    for (const [path, item] of Object.entries(shared().scene.document.paths))
      for (const { security } of Object.values(item))
        expect([path, security]).toEqual([path, open.includes(`GET ${path}`) ? [] : undefined]);
  });

  test('is JSON Schema of 2020-12: no null by `nullable`, no exclusive bound by a boolean, no reference into nowhere', async () => {
    const { text } = await shared().server.with(undefined).ask('GET', '/v1/openapi.json');
    expect(text).not.toContain('"nullable"');
    expect(text).not.toMatch(/"exclusiveM(in|ax)imum":(true|false)/);
    expect(text).not.toContain('"$ref"');
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
          ? []
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

test('the sample bodies of every route are what the document asks for', () => {
  for (const { route, name } of named.filter((entry) => entry.route.body)) {
    const media = operationOf(route).requestBody?.content['application/json'];
    const parsed = z
      .fromJSONSchema(withoutFormats(media?.schema))
      .safeParse(bodyFor(route, 'hongjiang').body);
    expect(parsed.error?.issues, name).toBeUndefined();
  }
});

describe('the check that every answer of these tests goes through', () => {
  const answered = (status: number, body: object, headers: Record<string, string> = {}) => {
    const kind = status >= 400 ? 'problem+json' : 'json';
    const always = { 'content-type': `application/${kind}; charset=utf-8`, 'cache-control': 'no-store' };
    return { status, body, text: JSON.stringify(body), headers: new Headers({ ...always, ...headers }) };
  };
  const problem = {
    type: '/problems/request.key-used',
    title: 'Conflict',
    status: 409,
    code: 'request.key-used',
    params: {},
    detail: 'Read it again.',
  };
  const settings = '/v1/jurisdictions/hongjiang/settings';

  test('finds the route of every path', () => {
    for (const { route } of named) {
      const path = pathFor(route, 'hongjiang', shared().scene.tenant.a) ?? '';
      expect(routeOf(route.method, path)).toBe(route);
    }
    expect(routeOf('GET', '/v1/nothing')).toBeUndefined();
  });

  test('refuses a field that the contract does not have, at any depth, and one that is missing', () => {
    const health = { status: 'ok', version: '1' };
    expect(() => exact('health', answers.health, health)).not.toThrow();
    expect(() => exact('health', answers.health, { ...health, pk: 'secret' })).toThrow('holds more');
    expect(() => exact('health', answers.health, { status: 'ok' })).toThrow('is not as its schema says');
    const list = { items: [{ ...health, sk: 'secret' }], nextCursor: null };
    expect(() => exact('list', answers.listOf(answers.health), list)).toThrow('holds more');
  });

  test('refuses a problem that helps nobody, and an answer in the wrong dress', () => {
    expect(() => check('GET', settings, answered(409, problem))).not.toThrow();
    expect(() => check('GET', settings, answered(422, { ...problem, status: 422 }))).toThrow(
      'names no field',
    );
    expect(() => check('GET', settings, answered(404, problem))).toThrow('the document says 409');
    expect(() => check('GET', settings, answered(409, { ...problem, detail: '' }))).toThrow(
      'no title or no detail',
    );
    expect(() => check('GET', settings, answered(500, { ...problem, status: 500 }))).toThrow('500');
    expect(() => check('GET', settings, answered(409, problem, { 'content-type': 'text/plain' }))).toThrow(
      'content-type',
    );
    expect(() => check('GET', '/health', answered(201, { status: 'ok', version: '1' }))).toThrow(
      'in place of 200',
    );
    expect(() =>
      check('GET', '/health', answered(200, { status: 'ok', version: '1' }, { 'cache-control': 'public' })),
    ).toThrow('cache-control');
  });

  test('asks for the version of what can be changed as its ETag', () => {
    const year = { year: 2027, status: 'entered', holidays: [], workdays: [], source: 'x', version: 3 };
    const path = '/v1/work-calendar/2027';
    expect(() => check('GET', path, answered(200, year, { etag: '"3"' }))).not.toThrow();
    expect(() => check('GET', path, answered(200, year, { etag: '"2"' }))).toThrow('etag');
  });
});
