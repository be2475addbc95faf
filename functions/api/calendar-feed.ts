import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { icsOf } from '../../shared/calendar/ics.ts';
import { contentHash } from '../../shared/domain/ids.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { calendarOf } from '../../shared/usecases/feeds/calendar.ts';
import { feedOfToken } from '../../shared/usecases/feeds/feeds.ts';
import { problem } from '../../shared/outcome.ts';
import { languageOf } from '../../shared/problems/say.ts';
import { TableBusy } from '../../shared/store/busy.ts';
import { busy } from './handle.ts';
import { matches, refusalOf, toResult, type Result } from './answer.ts';

/** The address that calendar programs read; the last part is `{token}.ics`. */
export const CALENDAR_PATH = '/v1/calendars/{file}';

/** Returns a feed to anybody who has its address. An unknown and a revoked feed give the same 404. */
export function calendarFeed(deps: Deps) {
  return async (event: APIGatewayProxyEventV2): Promise<Result> => {
    const language = languageOf(event.headers['accept-language']);
    try {
      const body = await bodyOf(deps, event.pathParameters?.['file'] ?? '');
      if (body === undefined) return toResult(refusalOf(problem('feed.no-calendar').failure, language));
      const tag = contentHash(body).slice(0, 32);
      // Must be revalidated each time, so that a revoked feed is gone at once.
      const headers = { etag: `"${tag}"`, 'cache-control': 'private, no-cache' };
      if (matches(event.headers['if-none-match'], tag)) return { statusCode: 304, headers };
      return {
        statusCode: 200,
        headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' },
        body,
      };
    } catch (error) {
      if (error instanceof TableBusy)
        return busy(
          deps,
          { method: 'GET', path: CALENDAR_PATH },
          toResult(refusalOf(problem('request.table-busy').failure, language)),
        );
      // The path contains the token, so it is left out of the log.
      deps.log('error', 'API_FAILED', 'A request failed for a reason that is ours.', {
        route: `GET ${CALENDAR_PATH}`,
        error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
      });
      return toResult(refusalOf(problem('request.fault').failure, language));
    }
  };
}

async function bodyOf(deps: Deps, file: string): Promise<string | undefined> {
  const token = /^([^/]+)\.ics$/.exec(decoded(file))?.[1];
  const feed = token === undefined ? undefined : await feedOfToken(deps, token);
  const calendar = feed && (await calendarOf(deps, feed));
  return calendar && icsOf(calendar);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
