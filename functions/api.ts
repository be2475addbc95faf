import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpRouter from '@middy/http-router';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Deps } from '../shared/usecases/deps.ts';
import { answerRoute, asAnswer, toResult, type Result } from './api/handle.ts';
import { openApi } from './api/openapi.ts';
import { problem } from './api/problem.ts';
import { routes } from './api/routes.ts';

export interface ApiOptions {
  /** The product’s version, as `/health` answers it. */
  readonly version: string;
}

type Handler = (event: APIGatewayProxyEventV2) => Promise<Result>;

const nothingThere: Handler = async (event) =>
  toResult(asAnswer(problem(404, `There is no ${event.requestContext.http.method} ${event.rawPath}.`)));

/** The HTTP API as one Lambda handler for API Gateway’s payload 2.0; tokens were verified before it. */
export function createApi(deps: Deps, options: ApiOptions) {
  const open: { method: 'GET'; path: string; handler: Handler }[] = [
    {
      method: 'GET',
      path: '/health',
      handler: async () => toResult({ status: 200, body: { status: 'ok', version: options.version } }),
    },
    {
      method: 'GET',
      path: '/v1/openapi.json',
      handler: async () => toResult({ status: 200, body: openApi(options.version) }),
    },
  ];
  const guarded = routes.map((route) => ({
    method: route.method,
    path: route.path,
    handler: answerRoute(deps, route),
  }));
  return middy<APIGatewayProxyEventV2, Result>()
    .use(httpHeaderNormalizer())
    .use(httpSecurityHeaders())
    .handler(httpRouter([...open, ...guarded, { method: 'ANY', path: '/{proxy+}', handler: nothingThere }]));
}
