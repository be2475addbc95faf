import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { admit, principalOf } from './handle.ts';
import { problem, type Failure } from '../../shared/outcome.ts';
import { fileBody, type Route } from './route.ts';

/** What a request may bring: nothing, a JSON document or a file. */
export type Admitted = 'none' | 'json' | 'file';

/**
 * For a server that has to read bodies itself: what can be said of a request before. There is such a route, the
 * token shows its jurisdiction and has a role for it; else the refusal that the handler would give.
 */
export function createAdmission(routes: readonly Route[], open: readonly string[]) {
  const known = [...routes]
    // As the router does: a path without a parameter first.
    .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))
    .map((route) => ({ route, pattern: patternOf(route.path) }));
  const opened = open.map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { method, pattern: patternOf(path) };
  });
  return (event: APIGatewayProxyEventV2): Admitted | Failure => {
    const { method } = event.requestContext.http;
    const path = event.rawPath;
    if (opened.some((one) => one.method === method && one.pattern.test(path))) return 'none';
    const found = known.find(({ route, pattern }) => route.method === method && pattern.test(path));
    if (!found) return problem('request.no-route', { method, path }).failure;
    const { route, pattern } = found;
    const refusal = admit(route, principalOf(event), pattern.exec(path)?.groups ?? {});
    if ('code' in refusal) return refusal;
    if (route.body === undefined) return 'none';
    return Object.is(route.body, fileBody) ? 'file' : 'json';
  };
}

/** One trailing slash more is the same route. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`);
