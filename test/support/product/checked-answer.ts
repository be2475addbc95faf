import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { importRoutes } from '../../../functions/api/imports.ts';
import { routes } from '../../../functions/api/routes.ts';
import { answerRoutes } from '../../../functions/api/routes/answers.ts';
import * as answers from '../../../shared/contract/answers.ts';
import { isProblemCode } from '../../../shared/problems/table.ts';
import * as local from './local-answers.ts';

/** An answer as it came, after it was checked against its route’s schema. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

interface Expected {
  readonly name: string;
  readonly status: number;
  readonly schema: z.ZodType;
  /** Whoever asks may keep it, and asks each time whether it still holds. */
  readonly kept?: boolean | undefined;
}

/** Not a fault of ours: the disk is full. */
const ofDisk = (method: string, path: string, status: number): boolean =>
  status === 507 || (status === 503 && `${method} ${path}` === 'GET /ready');

const beside: readonly (Expected & { readonly at: string })[] = [
  { at: 'GET /health', schema: answers.health },
  { at: 'GET /ready', schema: local.ready },
  { at: 'GET /v1/openapi.json', schema: z.looseObject({ openapi: z.string() }) },
  { at: 'POST /local/token', schema: local.token },
  { at: 'GET /local/clock', schema: local.clock },
  { at: 'POST /local/clock', schema: local.moved },
  { at: 'GET /local/mailbox', schema: local.mailbox },
  { at: 'GET /local/dead-letters', schema: local.deadLetters },
  { at: 'POST /local/dead-letters/replay', schema: local.replayed },
].map((entry) => ({ ...entry, name: entry.at, status: 200 }));

/** The route that answers a request; undefined when there is none. */
export function routeOf(method: string, path: string) {
  const segments = path.split('/');
  return [...routes, ...answerRoutes, ...importRoutes].find((route) => {
    const wanted = route.path.split('/');
    return (
      route.method === method &&
      wanted.length === segments.length &&
      wanted.every((part, index) => part.startsWith('{') || part === segments[index])
    );
  });
}

function expectedOf(method: string, path: string): Expected | undefined {
  const route = routeOf(method, path);
  if (route)
    return {
      name: `${method} ${route.path}`,
      status: route.status,
      schema: route.answer,
      kept: route.tagged,
    };
  return beside.find(({ at }) => at === `${method} ${path}`);
}

/** Throws when an answer differs from its route’s schema, even by an additional field. */
export function check(method: string, path: string, answer: Answer): void {
  if (answer.status >= 400) {
    checkProblem(method, path, answer);
    return;
  }
  const expected = expectedOf(method, path);
  if (!expected) throw new Error(`${method} ${path} answered ${answer.status}, but no route is known for it`);
  if (answer.status !== expected.status)
    throw new Error(`${expected.name} answered ${answer.status} in place of ${expected.status}`);
  mustHave(answer, 'content-type', 'application/json; charset=utf-8');
  mustHave(answer, 'cache-control', expected.kept === true ? 'private, no-cache' : 'no-store');
  exact(expected.name, expected.schema, answer.body);
  const versioned = z.looseObject({ version: z.number() }).safeParse(answer.body);
  if (versioned.success && path.startsWith('/v1/')) mustHave(answer, 'etag', `"${versioned.data.version}"`);
}

/** RFC 9457, and useful for its reader: an error in fields names each field and says what is wrong with it. */
function checkProblem(method: string, path: string, answer: Answer): void {
  const name = `${method} ${path} ${answer.status}`;
  mustHave(answer, 'content-type', 'application/problem+json; charset=utf-8');
  mustHave(answer, 'cache-control', 'no-store');
  exact(name, answers.problem, answer.body);
  const problem = answers.problem.parse(answer.body);
  if (problem.status !== answer.status) throw new Error(`${name}: the document says ${problem.status}`);
  if (!isProblemCode(problem.code) || problem.type !== `/problems/${problem.code}`)
    throw new Error(`${name}: ${problem.type} is not of the table`);
  if (problem.title === '' || problem.detail === '') throw new Error(`${name}: no title or no detail`);
  if ([400, 413, 422].includes(answer.status) && (problem.errors ?? []).length === 0)
    throw new Error(`${name}: names no field: ${answer.text}`);
  for (const error of problem.errors ?? [])
    if (error.message === '') throw new Error(`${name}: ${error.path} without a message`);
  if (/undefined\b|\[object |NaN/.test(problem.detail)) throw new Error(`${name}: ${problem.detail}`);
  if (answer.status >= 500 && !ofDisk(method, path, answer.status))
    throw new Error(`${name}: ${answer.text}`);
}

function mustHave(answer: Answer, header: string, value: string): void {
  const found = answer.headers.get(header);
  if (found !== value) throw new Error(`${header} is ${found ?? 'absent'} in place of ${value}`);
}

/** Parsing removes what a schema does not know; a difference afterwards was not in the contract. */
export function exact(name: string, schema: z.ZodType, body: unknown): void {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Error(`${name} is not as its schema says: ${z.prettifyError(parsed.error)}`);
  if (!isDeepStrictEqual(parsed.data, body))
    throw new Error(
      `${name} holds more than its schema says: ${JSON.stringify(body)} in place of ${JSON.stringify(parsed.data)}`,
    );
}
