import type { Deps } from '../shared/usecases/deps.ts';
import { CALENDAR_PATH, calendarFeed } from './api/calendar-feed.ts';
import { toResult } from './api/answer.ts';
import { openApi } from './api/openapi/document.ts';
import { routes } from './api/routes.ts';
import { serve } from './api/serve.ts';

export interface ApiOptions {
  /** The product’s version, as `/health` returns it. */
  readonly version: string;
}

/** The HTTP API, without the routes that make documents. */
export function createApi(deps: Deps, { version }: ApiOptions) {
  return serve(deps, routes, [
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
  ]);
}
