import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpRouter from '@middy/http-router';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Deps } from '../../shared/usecases/deps.ts';
import { answerRoute } from './handle.ts';
import { problem } from '../../shared/outcome.ts';
import { languageOf } from '../../shared/problems/say.ts';
import { refusalOf, toResult, type Result } from './answer.ts';
import type { Limiter } from './limiter.ts';
import type { Route } from './route.ts';

type Handler = (event: APIGatewayProxyEventV2) => Promise<Result>;

/** A route without a token. */
export interface OpenRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handler: Handler;
}

function noRoute({ headers, rawPath, requestContext }: APIGatewayProxyEventV2): Result {
  const { failure } = problem('request.no-route', { method: requestContext.http.method, path: rawPath });
  return toResult(refusalOf(failure, languageOf(headers['accept-language'])));
}

/**
 * Routes as one Lambda handler for API Gateway’s payload 2.0. Tokens have been verified before. It does not
 * tell browsers to use HTTPS only: that is up to whoever ends TLS, for their own names.
 */
export function serve(
  deps: Deps,
  routes: readonly Route[],
  open: readonly OpenRoute[] = [],
  limiter?: Limiter,
) {
  const guarded = routes.map((route) => ({
    method: route.method,
    path: route.path,
    handler: answerRoute(deps, route, limiter),
  }));
  const router = httpRouter({ routes: [...open, ...guarded], notFoundResponse: () => undefined });
  return middy<APIGatewayProxyEventV2, Result>()
    .use(httpHeaderNormalizer())
    .use(httpSecurityHeaders({ strictTransportSecurity: false }))
    .handler(async (event, context, options) => (await router(event, context, options)) ?? noRoute(event));
}
