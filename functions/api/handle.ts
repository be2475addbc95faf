import { actingPrincipal } from './deputy.ts';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { z } from 'zod';
import { principalSchema, seesJurisdiction, type Principal } from '../../shared/domain/principal.ts';
import { isOpenIn } from '../../shared/rules/catalogue.ts';
import { contentHash } from '../../shared/domain/ids.ts';
import { most } from '../../shared/limits.ts';
import { languageOf, type Language } from '../../shared/problems/say.ts';
import { fieldError, problem, problemAt, type Failure } from '../../shared/outcome.ts';
import { TableBusy } from '../../shared/store/busy.ts';
import { BadCursor } from '../../shared/store/cursor.ts';
import { NoRoom } from '../../shared/store/no-room.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { once } from './idempotency.ts';
import { fileOf } from './file-body.ts';
import { ifMatchOf } from './if-match.ts';
import { inheritedNames, jsonOf, partFailure } from './json-body.ts';
import { fileBody, type Input, type Reply, type Route } from './route.ts';
import type { Limiter } from './limiter.ts';
import { type Answer, type Result, matches, refusalOf, toResult, unchanged } from './answer.ts';

/** Larger bodies are refused. No legitimate body is close to this size. */
const MAX_BODY_BYTES = most('bodyBytes');

/** Claims as the authorizer passes them on: all values are texts. */
const authorizer = z.object({
  requestContext: z.object({
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }),
  }),
});

export function principalOf(event: unknown): Principal | undefined {
  const claims = authorizer.safeParse(event);
  if (!claims.success) return undefined;
  return principalSchema.safeParse(claims.data.requestContext.authorizer.jwt.claims).data;
}

/** Answers one route: checks token, jurisdiction, role and body, then runs the route’s own code. */
export const answerRoute = (deps: Deps, route: Route, limiter?: Limiter) =>
  guarded(deps, route, (event, language) => answer(deps, route, event, language, limiter));

/** Turns what an answer throws into a refusal. */
export function guarded(
  deps: Deps,
  route: Pick<Route, 'method' | 'path'>,
  answerTo: (event: APIGatewayProxyEventV2, language: Language) => Promise<Answer>,
) {
  return async (event: APIGatewayProxyEventV2): Promise<Result> => {
    const language = languageOf(event.headers['accept-language']);
    const refuse = (failure: Failure): Result => toResult(refusalOf(failure, language));
    try {
      const done = await answerTo(event, language);
      const { tag } = done;
      return tag !== undefined && matches(event.headers['if-none-match'], tag)
        ? unchanged(done)
        : toResult(done);
    } catch (error) {
      if (error instanceof BadCursor) return refuse(problemAt('cursor', 'request.cursor').failure);
      if (error instanceof TableBusy) return busy(deps, route, refuse(problem('request.table-busy').failure));
      if (error instanceof NoRoom) return refuse(problem('request.no-room').failure);
      deps.log('error', 'API_FAILED', 'A request failed for a reason that is ours.', {
        route: `${route.method} ${route.path}`,
        error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
        ...(error instanceof Error ? { stack: error.stack } : {}),
      });
      return refuse(problem('request.fault').failure);
    }
  };
}

/** Seconds after which a request is worth another try when the table took no more. */
const RETRY_SECONDS = 5;

export function busy(
  { log }: Pick<Deps, 'log'>,
  { method, path }: Pick<Route, 'method' | 'path'>,
  refusal: Result,
): Result {
  log('warn', 'API_THROTTLED', 'The table took no more, so a request was sent back.', {
    route: `${method} ${path}`,
  });
  return { ...refusal, headers: { ...refusal.headers, 'retry-after': String(RETRY_SECONDS) } };
}

/** Token, jurisdiction and role: everything that is checked before the body. */
export function admit(
  route: Route,
  principal: Principal | undefined,
  pathParameters: Readonly<Record<string, string | undefined>>,
): { readonly principal: Principal; readonly params: Record<string, string> } | Failure {
  if (!principal) return problem('request.no-token').failure;
  const params = decoded(pathParameters);
  const jurisdiction = params['j'];
  if (jurisdiction !== undefined && !seesJurisdiction(principal, jurisdiction))
    return problem('request.not-found').failure;
  if (!route.roles.includes(principal.role))
    return problem('request.role', { roles: route.roles, role: principal.role }).failure;
  if (principal.role === 'machine' && route.scope && !principal.scopes?.includes(route.scope))
    return problem('request.scope', { scope: route.scope }).failure;
  return { principal, params };
}

async function answer(
  deps: Deps,
  route: Route,
  event: APIGatewayProxyEventV2,
  language: Language,
  limiter: Limiter | undefined,
): Promise<Answer> {
  const caller = principalOf(event);
  const allowance = caller && (await limiter?.(caller));
  const headers = allowance?.headers;
  if (allowance?.allowed === false)
    return { ...refusalOf(problem(tooMany[allowance.asker]).failure, language), headers };
  const asked = await actingPrincipal(deps, route, caller);
  const admitted = admit(route, asked, event.pathParameters ?? {});
  if ('code' in admitted) return refusalOf(admitted, language);
  const { principal, params } = admitted;
  const jurisdiction = params['j'] ?? principal.jurisdiction;
  if (jurisdiction !== '' && !isOpenIn(deps.serves, jurisdiction))
    return refusalOf(problem('request.not-served', { jurisdiction }).failure, language);
  return taken(deps, route, event, { principal, params, language, headers });
}

interface Taken {
  readonly principal: Principal;
  readonly params: Record<string, string>;
  readonly language: Language;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Reads query and body, and runs the route: once, for a request with a key. */
export async function taken(
  deps: Deps,
  route: Route,
  event: APIGatewayProxyEventV2,
  { principal, params, language, headers }: Taken,
): Promise<Answer> {
  const query = queryOf(event);
  if ('code' in query) return refusalOf(query, language);
  const body = Object.is(route.body, fileBody) ? await fileOf(event) : bodyOf(event);
  if ('code' in body) return refusalOf(body, language);
  const input: Input<unknown, unknown> = {
    deps,
    principal,
    params,
    body: body.value,
    query: query.value,
    ifMatch: ifMatchOf(event.headers['if-match']),
    repeatable: undefined,
    language,
  };
  const key = event.headers['idempotency-key'];
  if (route.method !== 'POST' || key === undefined) return { ...(await run(route, input)), headers };
  const answered = await once(
    deps,
    {
      principal,
      key,
      route: `${event.requestContext.http.method} ${event.rawPath}`,
      query: input.query,
      body: body.value instanceof Uint8Array ? contentHash(body.value) : body.value,
      language,
    },
    (repeatable) => run(route, { ...input, repeatable }),
  );
  return headers === undefined ? answered : { ...answered, headers: { ...headers, ...answered.headers } };
}

const tooMany = { client: 'request.too-many', bureau: 'request.bureau-too-many' } as const;

async function run(route: Route, input: Input<unknown, unknown>): Promise<Answer> {
  const outcome = await route.run(input);
  if (!outcome.ok) return refusalOf(outcome.failure, input.language);
  const reply: Reply = outcome.value;
  const { status, body, version, file, secret, tag } = reply;
  return {
    status,
    body,
    version,
    tag,
    ...(file === undefined ? {} : { file }),
    ...(secret === undefined ? {} : { secret }),
  };
}

export function decoded(parameters: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value ?? '')];
      } catch {
        return [name, value ?? ''];
      }
    }),
  );
}

function queryOf(event: APIGatewayProxyEventV2): { readonly value: Record<string, unknown> } | Failure {
  const query = event.queryStringParameters ?? {};
  const wrong = Object.keys(query).find((name) => inheritedNames.has(name));
  if (wrong === undefined) return { value: query };
  return partFailure('request.query', [fieldError(wrong, 'field.unknown')]);
}

function bodyOf(event: APIGatewayProxyEventV2): { readonly value: unknown } | Failure {
  const { body, isBase64Encoded } = event;
  if (body === undefined || body === '') return { value: {} };
  const size = isBase64Encoded ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body);
  if (size > MAX_BODY_BYTES) return tooLarge();
  return jsonOf(isBase64Encoded ? Buffer.from(body, 'base64') : body);
}

export const tooLarge = (): Failure => problemAt('', 'request.too-large', { bytes: MAX_BODY_BYTES }).failure;
