import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { fileTooLarge } from '../functions/api/file-body.ts';
import { tooLarge, MAX_BODY_BYTES } from '../functions/api/handle.ts';
import { diskFull, problem, type Problem } from '../functions/api/problem.ts';
import { functionRegistry, type HttpTrigger, type QueueTrigger } from '../shared/functions.ts';
import { limits } from '../shared/imports/bad-file.ts';
import { NoRoom } from '../shared/store/no-room.ts';
import { assetAnswer, type Asset } from './assets.ts';
import { lambdaContext, type Product } from './compose.ts';
import { consoleConfig, consoleFile, consoleHeaders, unbuilt, type Console } from './console.ts';
import { answerLocal, type LocalRoutes } from './local-routes.ts';

/** Whose token it is, or undefined: the local issuer’s, or an OIDC issuer’s. */
export type Verify = (token: string) => Promise<Record<string, unknown> | undefined>;

export interface ServerOptions {
  readonly product: Product;
  readonly verify: Verify;
  /** The `/local` endpoints; undefined where the server listens to others. */
  readonly local: LocalRoutes | undefined;
  readonly pages: string;
  /** The console; undefined where only the API is served. */
  readonly console?: Console | undefined;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const json = (status: number, body: object): Answered => ({
  status,
  headers: {
    'content-type':
      status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  },
  body: JSON.stringify(body),
});

const refuse = (body: Problem): Answered => json(body.status, body);

export function createLocalServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    void answer(options, request).then(
      (result) => send(request, response, result),
      (error: unknown) => {
        if (error instanceof NoRoom) return send(request, response, refuse(diskFull()));
        options.product.deps.log('error', 'SERVER_FAILED', 'A request failed.', { error: String(error) });
        send(request, response, refuse(problem(500, 'This is our fault, not yours. Try again.')));
      },
    );
  });
}

type Result = Answered | Asset;

/** To HEAD what GET would answer, without the body. */
function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answered): void {
  const empty = status === 204 || status === 304;
  response.writeHead(status, {
    ...headers,
    ...(request.complete ? {} : { connection: 'close' }),
    ...(empty ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  });
  response.end(request.method === 'HEAD' || empty ? undefined : body);
}

const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-src 'self'; img-src 'self' data:",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** HEAD asks for what GET would answer. */
const methodOf = ({ method = 'GET' }: IncomingMessage): string => (method === 'HEAD' ? 'GET' : method);

async function answer(options: ServerOptions, request: IncomingMessage): Promise<Answered> {
  const method = methodOf(request);
  const url = new URL(request.url ?? '/', 'http://local');
  if (options.local && !ownHost(request)) {
    return refuse(problem(403, 'This server answers only under its own address on this machine.'));
  }
  const page =
    method === 'GET' ? (pageOf(options, url.pathname) ?? ofConsole(options, url.pathname)) : undefined;
  if (page) return 'file' in page ? assetAnswer(page, request.headers) : page;
  const asFile = ofImports.test(`${method} ${url.pathname}`);
  const body = await bodyOf(request, asFile ? limits.bodyBytes : MAX_BODY_BYTES);
  if (body === undefined) return refuse(asFile ? fileTooLarge() : tooLarge());
  if (options.local && url.pathname.startsWith('/local/')) {
    return answerLocal(options.local, { method, url, body: body.toString('utf8') }, json);
  }
  return answerApi(options, request, url, body);
}

/** Against pages of other origins that reach for a server on this machine. */
function ownHost(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const origin = request.headers.origin;
  const own = ['127.0.0.1', 'localhost', '[::1]'];
  if (!own.includes(host)) return false;
  return origin === undefined || own.includes(URL.canParse(origin) ? new URL(origin).hostname : '');
}

const pageTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

function pageOf(options: ServerOptions, path: string): Result | undefined {
  if (!options.local) return undefined;
  const name = path === '/mailbox' ? 'mailbox.html' : path.replace(/^\/pages\//, '');
  if (!/^[a-z-]+\.(html|css|js)$/.test(name)) return undefined;
  const file = join(options.pages, name);
  const type = pageTypes[name.split('.').at(-1) ?? ''] ?? 'text/plain';
  return existsSync(file) ? { file, headers: { ...pageHeaders, 'content-type': type } } : undefined;
}

const LASTING = 'public, max-age=31536000, immutable';

/** The console’s files and, before anybody has signed in, how that is done. */
function ofConsole({ console: served }: ServerOptions, path: string): Result | undefined {
  if (!served) return undefined;
  if (path === '/config.json') return json(200, consoleConfig(served));
  const headers = consoleHeaders(served);
  const found = consoleFile(served, path);
  if (found) {
    const cache = found.lasting ? LASTING : 'no-cache';
    return { file: found.file, headers: { ...headers, 'content-type': found.type, 'cache-control': cache } };
  }
  if (path !== '/') return undefined;
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    body: unbuilt,
  };
}

/** The whole body, or undefined where it is over `limit` bytes; the rest is read away, so that the answer arrives. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += part.length;
    if (size <= limit) parts.push(part);
    if (size > 2 * limit + 32 * MAX_BODY_BYTES) break;
  }
  return size > limit ? undefined : Buffer.concat(parts);
}

/** The routes of a function that has its own, as the front door tells them apart. */
function ownRoutes(name: 'documents' | 'imports'): RegExp {
  const triggers: readonly (HttpTrigger | QueueTrigger)[] = functionRegistry[name].triggers;
  const routes = triggers.flatMap((trigger) => (trigger.kind === 'http' ? (trigger.routes ?? []) : []));
  return new RegExp(`^(?:${routes.map((route) => route.replace(/\{\w+\}/g, '[^/]+')).join('|')})$`);
}
const ofDocuments = ownRoutes('documents');
const ofImports = ownRoutes('imports');

async function answerApi(
  options: ServerOptions,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): Promise<Answered> {
  const { product } = options;
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const claims = token === undefined ? undefined : await options.verify(token);
  const event = eventOf(request, url, body, claims);
  const changes = methodOf(request) !== 'GET' && url.pathname !== '/v1/preview';
  const run = async (): Promise<Answered> => {
    const result = await handlerFor(product, event)(event, lambdaContext());
    if (result.statusCode === 202) settleLater(product);
    else if (changes && (result.statusCode ?? 500) < 400) await product.drive.work();
    return {
      status: result.statusCode ?? 500,
      headers: textHeaders(result.headers),
      body: result.isBase64Encoded === true ? Buffer.from(result.body ?? '', 'base64') : (result.body ?? ''),
    };
  };
  if (!changes) return run();
  // Work behind the answers may be waiting for room, and with it whoever comes next: said at once instead.
  if (!(await product.hasRoom())) return refuse(diskFull());
  const answered = await product.exclusive(run);
  if (answered.status < 400 && answered.status !== 202) await deliverAfter(product);
  return answered;
}

/** What a change made due leaves beside it; the answer waits as long as the product has patience. */
async function deliverAfter(product: Product): Promise<void> {
  const delivered = product.drive.deliver().catch((error: unknown) => {
    product.deps.log('error', 'DELIVERY_FAILED', 'Delivering failed; it is tried again.', {
      error: String(error),
    });
  });
  const { patience } = product;
  if (patience === Infinity) return delivered;
  if (patience > 0) await Promise.race([delivered, pause(patience, undefined, { ref: false })]);
}

function handlerFor(product: Product, { rawPath, requestContext }: APIGatewayProxyEventV2): Product['api'] {
  const name = `${requestContext.http.method} ${rawPath}`;
  if (ofDocuments.test(name)) return product.documents;
  return ofImports.test(name) ? product.imports : product.api;
}

/** What goes on by itself: the next change, and the next move of the clock, wait for it; reading does not. */
function settleLater(product: Product): void {
  product.drive.settle().catch((error: unknown) => {
    product.deps.log('error', 'SERVER_FAILED', 'Work that goes on by itself failed.', {
      error: String(error),
    });
  });
}

function textHeaders(
  headers: Readonly<Record<string, string | number | boolean>> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));
}

/** The event that API Gateway would send, its authorizer’s claims included. */
function eventOf(
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
  const texts = Object.fromEntries(
    Object.entries(claims ?? {}).map(([name, value]) => [name, String(value)]),
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
    // A file’s bytes are no text; what claims to be a text and is none is refused behind this door.
    ...(ofImports.test(`${method} ${url.pathname}`) || !isUtf8(body)
      ? { body: body.toString('base64'), isBase64Encoded: true }
      : { body: body.toString('utf8'), isBase64Encoded: false }),
  };
}
