import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import { downloads, type Download } from '../../shared/contract/documents.ts';
import { sheets } from '../../shared/contract/exports.ts';
import { importAccepted, importDone, importOperations } from '../../shared/contract/imports.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

const failures = {
  400: 'Malformed: against the schema, an unknown field or fact, an impossible day',
  401: 'No valid token',
  403: 'Visible, but not for this role',
  404: 'Missing, or not visible to this token',
  409: 'Conflict: a duplicate, a stale version, a step that the state does not allow',
  413: 'The body is too large',
  422: 'Well-formed, but fields contradict each other or a rule forbids it',
} as const;

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: answers.problem } },
});

const problems = Object.fromEntries(
  Object.entries(failures).map(([status, description]) => [status, refused(description)]),
);

/** Of what stores something. */
const writeProblems = {
  ...problems,
  507: refused(
    'On one machine alone: its disk is full, nothing was stored; send it again when there is room',
  ),
};

/** Of a route that another function answers. */
const read = (route: Pick<Route, 'method' | 'path' | 'summary' | 'roles' | 'query' | 'answer'>) =>
  operation({ ...route, body: undefined, status: 200 });

function operation(route: Omit<Route, 'run'>): ZodOpenApiOperationObject {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const headers = {
    ...(route.method === 'POST' ? { 'Idempotency-Key': z.string().optional() } : {}),
    'If-Match': z.string().optional(),
  };
  return {
    summary: route.summary,
    description: `For ${route.roles.join(', ')}.`,
    requestParams: {
      ...(names.length > 0
        ? { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }
        : {}),
      ...(route.query instanceof z.ZodObject ? { query: route.query } : {}),
      ...(route.method === 'GET' ? {} : { header: z.object(headers) }),
    },
    ...(route.body ? { requestBody: { content: { 'application/json': { schema: route.body } } } } : {}),
    responses: {
      [String(route.status)]: {
        description: 'Done',
        content: { 'application/json': { schema: route.answer } },
      },
      ...(route.method === 'GET' ? problems : writeProblems),
    },
  };
}

/** Answered by a function of its own, part of the same API. */
function download({ path, summary, roles, query, type }: Download): ZodOpenApiOperationObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return {
    summary,
    description: `For ${roles.join(', ')}.`,
    requestParams: {
      path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      ...(query instanceof z.ZodObject ? { query } : {}),
    },
    responses: {
      '200': { description: 'Done', content: { [type]: { schema: { type: 'string', format: 'binary' } } } },
      ...problems,
    },
  };
}

/** Answered by a function of its own, from a file that is sent as it is. */
function upload({ summary, roles, query }: typeof importOperations.start): ZodOpenApiOperationObject {
  const done = (schema: z.ZodType, description: string) => ({
    description,
    content: { 'application/json': { schema } },
  });
  return {
    summary,
    description: `For ${roles.join(', ')}.`,
    requestParams: {
      path: z.object({ j: z.string() }),
      query,
      header: z.object({ 'Idempotency-Key': z.string().optional() }),
    },
    requestBody: {
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    responses: {
      '200': done(importDone, 'Up to 1,000 rows: what came of them'),
      '202': done(importAccepted, 'More rows: the import goes on by itself'),
      ...writeProblems,
    },
  };
}

/** Answered to calendar programs, which have no token but the address itself. */
const calendarFeed: ZodOpenApiOperationObject = {
  summary: 'A calendar feed, to whoever has its address',
  security: [],
  requestParams: {
    path: z.object({ token: z.string() }),
    header: z.object({ 'If-None-Match': z.string().optional() }),
  },
  responses: {
    '200': {
      description: 'RFC 5545',
      content: { 'text/calendar': { schema: { type: 'string' } } },
    },
    '304': { description: 'Not changed since' },
    '404': {
      description: 'Unknown or revoked',
      content: { 'application/problem+json': { schema: answers.problem } },
    },
  },
};

let document: object | undefined;

/** The OpenAPI 3.1 document, made from the routes’ own schemas. */
export function openApi(version: string): object {
  document ??= build(version);
  return document;
}

function build(version: string): object {
  const paths: ZodOpenApiPathsObject = {
    '/health': {
      get: {
        security: [],
        responses: {
          '200': { description: 'Up', content: { 'application/json': { schema: answers.health } } },
        },
      },
    },
  };
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    paths[route.path] = { ...path, [route.method.toLowerCase()]: operation(route) };
  }
  paths['/v1/calendars/{token}.ics'] = { get: calendarFeed };
  for (const one of [...downloads, ...sheets]) paths[one.path] = { get: download(one) };
  const { start, list, one } = importOperations;
  paths[list.path] = { get: read(list), post: upload(start) };
  paths[one.path] = { get: read(one) };
  return createDocument({
    openapi: '3.1.0',
    info: { title: '档案监管期限与通知平台', version },
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  });
}
