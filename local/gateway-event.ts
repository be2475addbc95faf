import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { functionRegistry, type HttpTrigger, type QueueTrigger } from '../shared/functions.ts';
import { methodOf } from './answered.ts';
import type { Product } from './compose.ts';

/** What API Gateway does on AWS: chooses the function for a request, and makes its event. */

/** The routes of a function that has its own, as API Gateway separates them. */
function ownRoutes(name: 'documents' | 'imports'): RegExp {
  const triggers: readonly (HttpTrigger | QueueTrigger)[] = functionRegistry[name].triggers;
  const routes = triggers.flatMap((trigger) => (trigger.kind === 'http' ? (trigger.routes ?? []) : []));
  const patterns = routes.map((route) => route.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+'));
  // An additional trailing slash is the same route, as in the router.
  return new RegExp(`^(?:${patterns.join('|')})/?$`);
}
const ofDocuments = ownRoutes('documents');
const ofImports = ownRoutes('imports');

/** Whether a request goes to the function that takes files in. Its body is not a text. */
export const isImport = (method: string, path: string): boolean => ofImports.test(`${method} ${path}`);

export function handlerFor(
  product: Product,
  { rawPath, requestContext }: APIGatewayProxyEventV2,
): Product['api'] {
  const name = `${requestContext.http.method} ${rawPath}`;
  if (ofDocuments.test(name)) return product.documents;
  return ofImports.test(name) ? product.imports : product.api;
}

export function textHeaders(
  headers: Readonly<Record<string, string | number | boolean>> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}

/** The event that API Gateway would send, including its authorizer’s claims. */
export function eventOf(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  claims: Record<string, unknown> | undefined,
): APIGatewayProxyEventV2WithJWTAuthorizer {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const method = methodOf(request);
  // API Gateway passes texts. We read no claim that is a list or an object.
  const texts = Object.fromEntries(
    Object.entries(claims ?? {}).flatMap(([name, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [],
    ),
  );
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'local',
      domainPrefix: 'local',
      http: { method, path: url.pathname, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'local',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: texts, scopes: [] } },
    },
    // The bytes of a file are not a text. A body that claims to be a text and is not is refused later.
    ...(isImport(method, url.pathname) || !isUtf8(body)
      ? { body: body.toString('base64'), isBase64Encoded: true }
      : { body: body.toString('utf8'), isBase64Encoded: false }),
  };
}
