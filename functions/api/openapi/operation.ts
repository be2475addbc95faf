import type { ZodOpenApiOperationObject } from 'zod-openapi';
import { z } from 'zod';
import type { Download } from '../../../shared/contract/documents.ts';
import { importAccepted, importDone, type importOperations } from '../../../shared/contract/imports.ts';
import type { Route } from '../route.ts';
import { examples } from './examples.ts';
import { carrying, parameter, type ParameterName } from './headers.ts';
import { readProblems, writeProblems } from './problems.ts';
import { tagOf } from './tags.ts';

type Told = Pick<Route, 'operationId' | 'path' | 'summary' | 'roles' | 'query'>;

const inPath = (name: string) => ({
  in: 'path' as const,
  name,
  required: true,
  schema: { type: 'string' as const },
});

/** The part of the description that is the same for every operation. */
function common({ operationId, path, summary, roles, query }: Told, headers: readonly ParameterName[]) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return {
    operationId,
    tags: [tagOf(path)],
    summary,
    description: `For ${roles.join(', ')}.`,
    parameters: [
      ...names.map((name) => (name === 'j' ? parameter('j') : inPath(name))),
      ...headers.map(parameter),
    ],
    ...(query instanceof z.ZodObject ? { requestParams: { query } } : {}),
  };
}

/** Of routes that programs may ask: only so often. */
const limitHeaders = ['RateLimitLimit', 'RateLimitRemaining', 'RateLimitReset'] as const;

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });

/**
 * Whether the answer contains its version, which is then the ETag too. For a rule it is the version of the
 * override.
 */
const isVersioned = ({ answer }: Pick<Route, 'answer'>): boolean =>
  answer instanceof z.ZodObject && ('version' in answer.shape || 'override' in answer.shape);

export function operation(route: Omit<Route, 'run'>): ZodOpenApiOperationObject {
  const isPost = route.method === 'POST';
  const isRead = route.method === 'GET';
  return {
    ...common(route, [
      ...(isPost ? (['IdempotencyKey'] as const) : []),
      ...(isRead ? [] : (['IfMatch'] as const)),
      ...(route.tagged === true ? (['IfNoneMatch'] as const) : []),
    ]),
    ...(route.body
      ? {
          requestBody: {
            content: { 'application/json': { schema: route.body, example: examples[route.operationId] } },
          },
        }
      : {}),
    responses: {
      [String(route.status)]: {
        description: 'Done',
        ...carrying(
          ...(isVersioned(route) ? (['ETag'] as const) : []),
          ...(isPost ? (['IdempotentReplayed'] as const) : []),
          ...(route.tagged === true ? (['Tag'] as const) : []),
          ...(route.scope === undefined ? [] : limitHeaders),
        ),
        content: json(route.answer),
      },
      ...(route.tagged === true ? { '304': { description: 'Not changed since' } } : {}),
      ...(isRead ? readProblems : writeProblems),
    },
  };
}

/** For a route that another function answers. */
export const read = (route: Told & Pick<Route, 'answer'>): ZodOpenApiOperationObject =>
  operation({ ...route, method: 'GET', body: undefined, status: 200 });

const bytes = { type: 'string', format: 'binary' } as const;

/** A file, made by a function of its own, part of the same API. */
export function download({ type, ...told }: Download): ZodOpenApiOperationObject {
  const isLong = told.query instanceof z.ZodObject && 'cursor' in told.query.shape;
  return {
    ...common(told, []),
    responses: {
      '200': {
        description: 'The file',
        ...carrying('ContentDisposition', ...(isLong ? (['NextCursor'] as const) : [])),
        content: { [type]: { schema: bytes } },
      },
      ...readProblems,
    },
  };
}

/** Answered by a separate function, from a file that is sent unchanged. */
export function upload(told: typeof importOperations.start): ZodOpenApiOperationObject {
  const done = (schema: z.ZodType, description: string) => ({
    description,
    ...carrying('IdempotentReplayed'),
    content: json(schema),
  });
  return {
    ...common(told, ['IdempotencyKey']),
    requestBody: { content: { 'application/octet-stream': { schema: bytes } } },
    responses: {
      '200': done(importDone, 'Up to 1,000 rows: their outcome'),
      '202': done(importAccepted, 'More rows: the import goes on in the background'),
      ...writeProblems,
    },
  };
}
