import type { Deps } from '../shared/usecases/deps.ts';
import { CALENDAR_PATH, calendarFeed } from './api/calendar-feed.ts';
import { toResult } from './api/answer.ts';
import { openApi } from './api/openapi/document.ts';
import { answerByLink } from './api/open-answer.ts';
import { routes } from './api/routes.ts';
import { answerRoutes } from './api/routes/answers.ts';
import type { Limiter } from './api/limiter.ts';
import { serve, type OpenRoute } from './api/serve.ts';

export interface ApiOptions {
  /** The product’s version, as `/health` returns it. */
  readonly version: string;
  /** Without it, everybody asks as often as they like. */
  readonly limiter?: Limiter | undefined;
}

/** The HTTP API, without the routes that make documents. */
export function createApi(deps: Deps, { version, limiter }: ApiOptions) {
  const open: OpenRoute[] = [
    {
      method: 'GET',
      path: '/health',
      handler: async () => toResult({ status: 200, body: { status: 'ok', version } }),
    },
    { method: 'GET', path: CALENDAR_PATH, handler: calendarFeed(deps) },
    {
      method: 'GET',
      path: '/v1/openapi.json',
      handler: async () => toResult({ status: 200, body: openApi(version) }),
    },
    ...answerRoutes.map((route) => ({
      method: route.body === undefined ? ('GET' as const) : ('POST' as const),
      path: route.path,
      handler: answerByLink(deps, route, limiter),
    })),
  ];
  return serve(deps, routes, open, limiter);
}
