import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createAdmission, type Admitted } from '../functions/api/admission.ts';
import { documentRoutes } from '../functions/api/documents.ts';
import { exportRoutes } from '../functions/api/exports.ts';
import { fileTooLarge } from '../functions/api/file-body.ts';
import { tooLarge } from '../functions/api/handle.ts';
import { importRoutes } from '../functions/api/imports.ts';
import { routes } from '../functions/api/routes.ts';
import { functionRegistry } from '../shared/functions.ts';
import { most } from '../shared/limits.ts';
import { problem } from '../shared/outcome.ts';
import { NoRoom } from '../shared/store/no-room.ts';
import type { Front } from './accounts/front.ts';
import { json, methodOf, refuse, type Answered } from './answered.ts';
import { assetAnswer } from './assets.ts';
import { IssuerUnavailable, type Verify } from './oidc.ts';
import { createBodies, drop, type Bodies } from './bodies.ts';
import { change } from './change.ts';
import { lambdaContext, type Product } from './compose.ts';
import { isOpen, type Mode } from './doors.ts';
import { eventOf, handlerFor, isImport, textHeaders } from './gateway-event.ts';
import { answerLocal, type LocalRoutes } from './local-routes.ts';
import type { Metrics } from './metrics.ts';
import { mayMeasure } from './metrics-door.ts';
import { pageFor, type Served } from './page-for.ts';
import { readiness, toldOfDisk } from './ready.ts';
import { strangerTo } from './strangers.ts';

export interface ServerOptions extends Served {
  readonly product: Product;
  readonly verify: Verify;
  /** Which routes are open, by the table in `doors.ts`. */
  readonly mode: Mode;
  readonly local: LocalRoutes;
  /** Where people sign in, with accounts of this machine. */
  readonly accounts?: Front | undefined;
  readonly metrics?: Metrics | undefined;
  /** Opens `/metrics` to other machines. */
  readonly metricsToken?: string | undefined;
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer } | undefined;
  /** The bodies held at a time; a test counts them. */
  readonly bodies?: Bodies;
}

export function createLocalServer(given: ServerOptions): Server {
  const options = { ...given, bodies: given.bodies ?? createBodies() };
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    void answer(options, request, response)
      .then((result) => result && toldOfDisk(options.product, result))
      .catch((error: unknown) => failed(options, request, error))
      .then((result) => result && send(request, response, result))
      .catch((error: unknown) => {
        options.product.deps.log('error', 'SERVER_FAILED', 'An answer cannot be sent.', {
          error: String(error),
        });
        request.socket.destroy();
      });
  };
  const limits = {
    headersTimeout: most('headersSeconds') * 1000,
    requestTimeout: most('requestSeconds') * 1000,
    connectionsCheckingInterval: 5000,
    maxHeaderSize: most('headerBytes'),
  };
  const server =
    given.tls === undefined ? createServer(limits, take) : createTlsServer({ ...limits, ...given.tls }, take);
  server.maxConnections = most('connections');
  // The body is read only when its sender may send it.
  server.on('checkContinue', take);
  return server;
}

/** The answer to a request that threw. */
function failed({ product: { deps } }: ServerOptions, request: IncomingMessage, error: unknown): Answered {
  if (error instanceof NoRoom) return refuse(problem('request.no-room').failure, request);
  if (error instanceof IssuerUnavailable) {
    deps.log('warn', 'ISSUER_UNAVAILABLE', 'Tokens cannot be checked.', { error: error.message });
    return issuerAway(request);
  }
  deps.log('error', 'SERVER_FAILED', 'A request failed.', { error: String(error) });
  return refuse(problem('request.fault').failure, request);
}

/** HEAD gets the answer of GET without its body. */
function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answered): void {
  const empty = status === 204 || status === 304;
  // A client that does not fetch the answer holds it no longer than a request may take.
  response.setTimeout(most('requestSeconds') * 1000, () => request.socket.destroy());
  response.writeHead(status, {
    ...headers,
    ...(empty ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  });
  response.end(request.method === 'HEAD' || empty ? undefined : body);
  drop(request);
}

type Options = ServerOptions & { readonly bodies: Bodies };

/** Undefined when the protocol of the issuer has answered by itself. */
async function answer(
  options: Options,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answered | undefined> {
  const method = methodOf(request);
  const url = urlOf(request);
  if (!url) return refuse(problem('request.address').failure, request);
  const { mode, accounts } = options;
  const stranger = mode === 'served' || mode === 'hosted' ? undefined : strangerTo(request);
  if (stranger !== undefined) return refuse(stranger, request);
  const open = isOpen(mode, method, url.pathname);
  const page = open && method === 'GET' ? pageFor(options, url.pathname) : undefined;
  if (open && accounts !== undefined) {
    const other =
      mode === 'own' && method === 'GET' ? accounts.elsewhere(request, page !== undefined) : undefined;
    if (other) return other;
    if (accounts.isProtocol(url.pathname)) {
      await accounts.protocol(request, response);
      return undefined;
    }
    if (accounts.isPage(url.pathname)) return accountPage(options, accounts, request, response);
  }
  if (page) return 'file' in page ? assetAnswer(page, request.headers) : page;
  if (!open) return refuse(problem('request.no-route', { method, path: url.pathname }).failure, request);
  if (url.pathname === '/ready') {
    const found = await readiness(options.product);
    return 'code' in found ? refuse(found, request) : json(200, found);
  }
  if (url.pathname === '/metrics') return measured(options, request);
  if (url.pathname.startsWith('/local/')) {
    return withBody(options, request, response, 'json', async (body) => {
      const done = await answerLocal(options.local, { method, url, body: body.toString('utf8') });
      return 'code' in done ? refuse(done, request) : done;
    });
  }
  return answerApi(options, request, response, url);
}

async function measured({ metrics, metricsToken }: Options, request: IncomingMessage): Promise<Answered> {
  if (!mayMeasure(request, metricsToken)) return refuse(problem('request.metrics').failure, request);
  return metrics === undefined ? json(200, {}) : metrics();
}

/** The requested address; undefined when it is not one (`*`, a whole URL of another scheme). */
function urlOf({ url = '/' }: IncomingMessage): URL | undefined {
  const text = `http://local${url}`;
  return url.startsWith('/') && URL.canParse(text) ? new URL(text) : undefined;
}

/** Reads the body that the route takes and passes it on. The bytes count as held until the answer is there. */
async function withBody(
  { bodies }: Options,
  request: IncomingMessage,
  response: ServerResponse,
  takes: Admitted,
  use: (body: Buffer) => Promise<Answered>,
): Promise<Answered> {
  if (takes === 'none') return use(Buffer.alloc(0));
  const read = await bodies.read(request, response, most(takes === 'file' ? 'fileBytes' : 'bodyBytes'));
  if (read === 'too-large') return refuse(takes === 'file' ? fileTooLarge() : tooLarge(), request);
  if (read === 'broken') return refuse(problem('request.broken').failure, request);
  if (read === 'busy') {
    const busy = refuse(problem('request.busy').failure, request);
    return { ...busy, headers: { ...busy.headers, 'retry-after': '5' } };
  }
  try {
    return await use(read.bytes);
  } finally {
    read.release();
  }
}

/** A page of the accounts. Only a POST has a body, and a small one. */
async function accountPage(
  { bodies }: Options,
  accounts: Front,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answered> {
  if (request.method !== 'POST') return accounts.page(request, response, '');
  const read = await bodies.read(request, response, most('formBytes'));
  if (read === 'too-large') return accounts.tooLarge(request);
  if (read === 'broken') return refuse(problem('request.broken').failure, request);
  if (read === 'busy') return refuse(problem('request.busy').failure, request);
  try {
    return await accounts.page(request, response, read.bytes.toString('utf8'));
  } finally {
    read.release();
  }
}

const admission = createAdmission(
  [...routes, ...importRoutes, ...exportRoutes, ...documentRoutes],
  functionRegistry.api.triggers.flatMap((trigger) => trigger.open),
);

function issuerAway(request: IncomingMessage): Answered {
  const away = refuse(problem('request.issuer-away').failure, request);
  return { ...away, headers: { ...away.headers, 'retry-after': '30' } };
}

/**
 * Checks before the first byte of the body is read: the route exists, the token is valid, and its role is
 * allowed.
 */
async function answerApi(
  options: Options,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<Answered> {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const claims = token === undefined ? undefined : await options.verify(token);
  const takes = admission(eventOf(request, url, Buffer.alloc(0), claims));
  if (typeof takes === 'object') return refuse(takes, request);
  return withBody(options, request, response, takes, (body) =>
    handled(options, request, url, eventOf(request, url, body, claims)),
  );
}

async function handled(
  options: ServerOptions,
  request: IncomingMessage,
  url: URL,
  event: APIGatewayProxyEventV2,
): Promise<Answered> {
  const { product } = options;
  const changes = methodOf(request) !== 'GET' && url.pathname !== '/v1/preview';
  const run = async (): Promise<Answered> => {
    const result = await handlerFor(product, event)(event, lambdaContext());
    return {
      status: result.statusCode ?? 500,
      headers: textHeaders(result.headers),
      body: result.isBase64Encoded === true ? Buffer.from(result.body ?? '', 'base64') : (result.body ?? ''),
    };
  };
  if (!changes) return run();
  // The work behind the answers may be waiting for room, and the next caller would wait with it. It is
  // refused at once instead.
  if (!(await product.hasRoom())) return refuse(problem('request.no-room').failure, request);
  return change(product, run, isImport(methodOf(request), url.pathname));
}
