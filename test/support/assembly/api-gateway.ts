import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { Authority } from './authority.ts';
import type { Functions } from './functions.ts';
import type { Account } from './resolve.ts';

/** A request as it reaches a door of AWS. */
export interface HttpAsked {
  readonly method: string;
  /** With its query string. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const route = z.looseObject({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
});
const authorizer = z.looseObject({
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
  IdentitySource: z.array(z.literal('$request.header.Authorization')),
});
const integration = z.looseObject({ IntegrationUri: z.string(), PayloadFormatVersion: z.literal('2.0') });
const result = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** Where an issuer’s documents can be read on this machine. */
export type Reach = (url: string) => string;

export interface ApiGateway {
  readonly host: string;
  readonly ask: (asked: HttpAsked, now: number) => Promise<HttpAnswer>;
}

interface Parts {
  readonly account: Account;
  readonly authority: Authority;
  readonly functions: Functions;
  readonly reach: Reach;
}

const said = (status: number, message: string, more: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...more },
  body: Buffer.from(JSON.stringify({ message })),
});

/** The HTTP API of the templates: its routes, its authorizer and its integrations. */
export function createApiGateway(parts: Parts): ApiGateway {
  const { account, authority, functions } = parts;
  const [api] = account.all('AWS::ApiGatewayV2::Api');
  if (!api) throw new Error('the templates have no HTTP API');
  const integrations = new Map(
    account
      .all('AWS::ApiGatewayV2::Integration')
      .map(({ ref, properties }) => [ref, integration.parse(properties)]),
  );
  const routes = account.all('AWS::ApiGatewayV2::Route').map(({ properties }) => {
    const read = route.parse(properties);
    const [method = '', path = ''] = read.RouteKey.split(' ');
    const target = integrations.get(read.Target.replace('integrations/', ''));
    if (!target) throw new Error(`${read.RouteKey} has no integration`);
    return { ...read, method, path, target };
  });
  const verify = verifierOf(parts);
  return {
    host: `${api.ref}.execute-api.${account.region}.${account.suffix}`,
    ask: async (asked, now) => {
      const [path = '', query = ''] = asked.url.split('?');
      const chosen = routes
        .map((one) => ({ one, values: valuesIn(one.path, path) }))
        .filter(({ one, values }) => values && (one.method === asked.method || one.method === 'ANY'))
        .sort((a, b) => precise(b.one) - precise(a.one))[0];
      if (!chosen?.values) return said(404, 'Not Found');
      const { one, values } = chosen;
      const claims =
        one.AuthorizationType === 'NONE' ? undefined : await verify(one.AuthorizerId, asked, now);
      if (one.AuthorizationType !== 'NONE' && !claims)
        return said(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
      const on = one.target.IntegrationUri;
      const source = `arn:${account.partition}:execute-api:${account.region}:${account.account}:${api.ref}/$default/${one.method === 'ANY' ? '*' : one.method}${one.path}`;
      const may = authority.serviceMay('apigateway.amazonaws.com', 'lambda:InvokeFunction', on, source);
      if (may !== 'allow') return said(500, 'Internal Server Error');
      const event = eventOf(asked, {
        path,
        query,
        values,
        claims,
        now,
        routeKey: one.RouteKey,
        api: api.ref,
      });
      const outcome = await functions.invoke(on, event);
      if (outcome.kind !== 'answered') return said(500, 'Internal Server Error');
      const { statusCode, headers, body, isBase64Encoded } = result.parse(outcome.answer);
      return {
        status: statusCode,
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
        ),
        body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
      };
    },
  };
}

/** The values of a path’s places; undefined where it is another path. */
function valuesIn(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, have] = [template.split('/'), path.split('/')];
  const values: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)(\+?)\}$/.exec(part);
    if (name?.[2] === '+') {
      values[name[1] ?? ''] = have.slice(at).join('/');
      return have.length > at ? values : undefined;
    }
    if (name && (have[at] ?? '') !== '') values[name[1] ?? ''] = decodeURIComponent(have[at] ?? '');
    else if (part !== have[at]) return undefined;
  }
  return wanted.length === have.length ? values : undefined;
}

/** A full match goes before a greedy one, fixed parts before places, a method before ANY. */
const precise = ({ path, method }: { readonly path: string; readonly method: string }): number =>
  (path.includes('+}') ? 0 : 1_000) +
  10 * path.split('/').filter((part) => !part.startsWith('{')).length +
  (method === 'ANY' ? 0 : 1);

/** A JWT authorizer of HTTP APIs: issuer, audience (`aud`, else `client_id`), signature and time. */
function verifierOf({ account, reach }: Parts) {
  const authorizers = new Map(
    account.all('AWS::ApiGatewayV2::Authorizer').map(({ ref, properties }) => {
      const { Issuer, Audience } = authorizer.parse(properties).JwtConfiguration;
      let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
      const keysOf = async () => {
        if (keys) return keys;
        const document = await fetch(reach(`${Issuer}/.well-known/openid-configuration`));
        const { jwks_uri } = z.object({ jwks_uri: z.string() }).parse(await document.json());
        keys = createRemoteJWKSet(new URL(reach(jwks_uri)));
        return keys;
      };
      return [ref, { Issuer, Audience, keysOf }];
    }),
  );
  return async (
    id: string | undefined,
    { headers }: HttpAsked,
    now: number,
  ): Promise<JWTPayload | undefined> => {
    const one = authorizers.get(id ?? '');
    if (!one) throw new Error('a route names no authorizer');
    const token = /^(?:Bearer )?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers['authorization'] ?? '')?.[1];
    if (token === undefined) return undefined;
    try {
      const { aud, client_id } = decodeJwt(token);
      const named = [aud ?? client_id].flat();
      if (!named.some((each) => typeof each === 'string' && one.Audience.includes(each))) return undefined;
      const keys = await one.keysOf();
      return (await jwtVerify(token, keys, { issuer: one.Issuer, currentDate: new Date(now) })).payload;
    } catch {
      return undefined;
    }
  };
}

interface Placed {
  readonly path: string;
  readonly query: string;
  readonly values: Readonly<Record<string, string>>;
  readonly claims: JWTPayload | undefined;
  readonly now: number;
  readonly routeKey: string;
  readonly api: string;
}

const asText = /^(?:text\/|application\/(?:json|javascript|xml|.*\+json)\b)/;

/** The event of payload format 2.0. Claims are texts there, whatever the token has. */
function eventOf({ method, headers, body }: HttpAsked, placed: Placed): object {
  const { path, query, values, claims, now, routeKey, api } = placed;
  const plain = asText.test(headers['content-type'] ?? 'application/json');
  const texts = Object.entries(claims ?? {}).map(([name, value]) => [
    name,
    Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
  ]);
  const parameters = Object.fromEntries(new URLSearchParams(query));
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: query,
    headers,
    ...(query === '' ? {} : { queryStringParameters: parameters }),
    ...(Object.keys(values).length === 0 ? {} : { pathParameters: values }),
    requestContext: {
      accountId: '111122223333',
      apiId: api,
      domainName: headers['host'] ?? '',
      domainPrefix: api,
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: '203.0.113.7',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(now).toUTCString(),
      timeEpoch: now,
      ...(claims === undefined
        ? {}
        : { authorizer: { jwt: { claims: Object.fromEntries(texts), scopes: null } } }),
    },
    ...(body.length === 0 ? {} : { body: body.toString(plain ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !plain,
  };
}
