import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { admit, principalOf } from './handle.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import { problem, type Failure } from '../../shared/outcome.ts';
import { fileBody, type Route } from './route.ts';

/** What the body of a request may be: nothing, a JSON document or a file. */
export type Admitted = 'none' | 'json' | 'file';

/**
 * For a server that has to read bodies itself: what can be checked about a request before its body. The route
 * exists, the token may see its jurisdiction and has a role for it; otherwise returns the refusal that the
 * handler would return.
 */
export function createAdmission(routes: readonly Route[], open: readonly string[]) {
  const known = [...routes]
    // As in the router: a path without a parameter comes first.
    .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))
    .map((route) => ({ route, pattern: patternOf(route.path) }));
  const opened = open.map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { method, pattern: patternOf(path) };
  });
  return (event: APIGatewayProxyEventV2): Admitted | Failure => {
    const { method } = event.requestContext.http;
    const path = event.rawPath;
    if (opened.some((one) => one.method === method && one.pattern.test(path)))
      return method === 'POST' ? 'json' : 'none';
    const found = known.find(({ route, pattern }) => route.method === method && pattern.test(path));
    if (!found) return problem('request.no-route', { method, path }).failure;
    const { route, pattern } = found;
    // Whether an officer stands in for an absent leader, the handler sees.
    const refusal = admit(route, asLeader(route, principalOf(event)), pattern.exec(path)?.groups ?? {});
    if ('code' in refusal) return refusal;
    if (route.body === undefined) return 'none';
    return Object.is(route.body, fileBody) ? 'file' : 'json';
  };
}

const asLeader = (route: Route, principal: Principal | undefined): Principal | undefined =>
  principal?.role === 'bureau-officer' && route.roles.includes('bureau-leader')
    ? { ...principal, role: 'bureau-leader' }
    : principal;

/** An additional trailing slash is the same route. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`);
