import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { z } from 'zod';
import { principalSchema, seesJurisdiction, type Principal } from '../../shared/domain/principal.ts';
import { contentHash } from '../../shared/domain/ids.ts';
import { most } from '../../shared/limits.ts';
import { BadCursor } from '../../shared/store/cursor.ts';
import { NoRoom } from '../../shared/store/no-room.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { once } from './idempotency.ts';
import { diskFull, problem, problemOf, type Problem } from './problem.ts';
import { fileOf } from './file-body.ts';
import { ifMatchOf } from './if-match.ts';
import { inheritedNames, jsonOf } from './json-body.ts';
import { fileBody, type Input, type Reply, type Route } from './route.ts';
import { type Answer, type Result, asAnswer, toResult } from './answer.ts';

/** Bodies over this are refused: nothing that the API takes comes near it. */
export const MAX_BODY_BYTES = most('bodyBytes');

/** Claims as the authorizer passes them on: everything is text there. */
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

/** Answers one route: token, jurisdiction, role, body, then the route’s own code. */
export function answerRoute(deps: Deps, route: Route) {
  return async (event: APIGatewayProxyEventV2): Promise<Result> => {
    try {
      return toResult(await answer(deps, route, event));
    } catch (error) {
      if (error instanceof BadCursor)
        return toResult(
          asAnswer(
            problem(400, 'The cursor is not one of ours.', [
              { path: 'cursor', message: 'take nextCursor of the answer before, unchanged' },
            ]),
          ),
        );
      if (error instanceof NoRoom) return toResult(asAnswer(diskFull()));
      deps.log('error', 'API_FAILED', 'A request failed for a reason that is ours.', {
        route: `${route.method} ${route.path}`,
        error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
        ...(error instanceof Error ? { stack: error.stack } : {}),
      });
      return toResult(
        asAnswer(problem(500, 'This is our fault, not yours. Try again; nothing was half done.')),
      );
    }
  };
}

/** Token, jurisdiction and role: all that is looked at before the body. */
export function admit(
  route: Route,
  principal: Principal | undefined,
  pathParameters: Readonly<Record<string, string | undefined>>,
): { readonly principal: Principal; readonly params: Record<string, string> } | Problem {
  if (!principal) return problem(401, 'Send a valid token: Authorization: Bearer …');
  const params = decoded(pathParameters);
  const jurisdiction = params['j'];
  if (jurisdiction !== undefined && !seesJurisdiction(principal, jurisdiction))
    return problemOf({ kind: 'not-found' });
  if (!route.roles.includes(principal.role))
    return problem(403, `This is for ${route.roles.join(', ')}; the token says ${principal.role}.`);
  return { principal, params };
}

async function answer(deps: Deps, route: Route, event: APIGatewayProxyEventV2): Promise<Answer> {
  const admitted = admit(route, principalOf(event), event.pathParameters ?? {});
  if ('status' in admitted) return asAnswer(admitted);
  const { principal, params } = admitted;
  const query = queryOf(event);
  if ('status' in query) return asAnswer(query);
  const body = Object.is(route.body, fileBody) ? await fileOf(event) : bodyOf(event);
  if ('status' in body) return asAnswer(body);
  const input: Input<unknown, unknown> = {
    deps,
    principal,
    params,
    body: body.value,
    query: query.value,
    ifMatch: ifMatchOf(event.headers['if-match']),
    repeatable: undefined,
  };
  const key = event.headers['idempotency-key'];
  if (route.method !== 'POST' || key === undefined) return run(route, input);
  return once(
    deps,
    {
      principal,
      key,
      route: `${event.requestContext.http.method} ${event.rawPath}`,
      query: input.query,
      body: body.value instanceof Uint8Array ? contentHash(body.value) : body.value,
    },
    (repeatable) => run(route, { ...input, repeatable }),
  );
}

async function run(route: Route, input: Input<unknown, unknown>): Promise<Answer> {
  const outcome = await route.run(input);
  if (!outcome.ok) return asAnswer(problemOf(outcome.failure));
  const reply: Reply = outcome.value;
  const { status, body, version, file, secret } = reply;
  return {
    status,
    body,
    version,
    ...(file === undefined ? {} : { file }),
    ...(secret === undefined ? {} : { secret }),
  };
}

function decoded(parameters: Readonly<Record<string, string | undefined>>): Record<string, string> {
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

function queryOf(event: APIGatewayProxyEventV2): { readonly value: Record<string, unknown> } | Problem {
  const query = event.queryStringParameters ?? {};
  const wrong = Object.keys(query).find((name) => inheritedNames.has(name));
  if (wrong === undefined) return { value: query };
  return problem(400, `The query is not as it must be. ${wrong}: unknown field: remove it`, [
    { path: wrong, message: 'unknown field: remove it' },
  ]);
}

function bodyOf(event: APIGatewayProxyEventV2): { readonly value: unknown } | Problem {
  const { body, isBase64Encoded } = event;
  if (body === undefined || body === '') return { value: {} };
  const size = isBase64Encoded ? Math.floor((body.length * 3) / 4) : Buffer.byteLength(body);
  if (size > MAX_BODY_BYTES) return tooLarge();
  return jsonOf(isBase64Encoded ? Buffer.from(body, 'base64') : body);
}

export function tooLarge(): Problem {
  return problem(413, `The body is over ${MAX_BODY_BYTES} bytes: send less at once.`, [
    { path: '', message: `at most ${MAX_BODY_BYTES} bytes` },
  ]);
}
