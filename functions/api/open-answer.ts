import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { contentHash } from '../../shared/domain/ids.ts';
import { problem } from '../../shared/outcome.ts';
import { openLink } from '../../shared/usecases/answers/opened.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { refusalOf } from './answer.ts';
import { decoded, guarded, taken } from './handle.ts';
import type { Limiter } from './limiter.ts';
import type { Route } from './route.ts';

/**
 * Answers a route whose only token is in its address. Whatever is wrong with the token is one 404, before query
 * and body are looked at. An address that tries many tokens in vain is told to wait.
 */
export function answerByLink(deps: Deps, route: Route, limiter?: Limiter) {
  return guarded(deps, route, async (event: APIGatewayProxyEventV2, language) => {
    const params = decoded(event.pathParameters ?? {});
    const token = params['token'] ?? '';
    const opened = await openLink(deps, { token, repeatable: undefined, language });
    if (!opened) return inVain(event, limiter, language);
    // Two people of the same name are two people, each with keys of their own.
    const principal = { ...opened.request.principal, sub: contentHash(token) };
    return taken(deps, route, event, { principal, params, language });
  });
}

async function inVain(
  event: APIGatewayProxyEventV2,
  limiter: Limiter | undefined,
  language: Parameters<typeof refusalOf>[1],
) {
  const sub = `address ${event.requestContext.http.sourceIp}`;
  const allowance = await limiter?.({ role: 'machine', jurisdiction: '', sub });
  if (allowance?.allowed === false)
    return { ...refusalOf(problem('request.too-many').failure, language), headers: allowance.headers };
  return refusalOf(problem('answer.no-link').failure, language);
}
