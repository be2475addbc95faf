import { problem, type Failure } from '../outcome.ts';
import type { Language } from '../problems/say.ts';
import { type Principal } from '../domain/principal.ts';
import { formatDay } from '../domain/time/day.ts';
import { dayOf } from '../domain/time/instant.ts';
import type { Context, Rules } from './context.ts';
import type { Deps } from './deps.ts';

/**
 * The header If-Match, RFC 9110 13.1.1: the versions that the caller takes for the present one, or `any` (`*`) where
 * the thing only has to be there. Undefined where the header was not sent.
 */
export type IfMatch = 'any' | readonly string[];

/** What every use case of the API is given about the request. */
export interface Request {
  readonly deps: Deps;
  readonly context: Context;
  readonly principal: Principal;
  readonly ifMatch: IfMatch | undefined;
  /** The same for a repeated request; undefined where no Idempotency-Key came. */
  readonly repeatable: string | undefined;
  /** In which what an answer says to people is written. */
  readonly language: Language;
}

/** A request that only reads, and asks nothing of the bureau’s settings. */
export interface ReadRequest extends Pick<Request, 'deps' | 'principal'> {
  readonly context: Rules;
}

/** Today, as `YYYY-MM-DD`. */
export const todayOf = ({ deps }: { readonly deps: Pick<Deps, 'clock'> }): string =>
  formatDay(dayOf(deps.clock.now()));

/** `version` is undefined where the thing is not there yet: then no If-Match holds. */
export function staleVersion({ ifMatch }: Request, version: number | undefined): Failure | undefined {
  if (ifMatch === undefined) return undefined;
  // Version 0 says that there was none when it was looked at.
  if (version === undefined)
    return ifMatch !== 'any' && ifMatch.includes('0') ? undefined : problem('request.no-version').failure;
  if (ifMatch === 'any' || ifMatch.includes(String(version))) return undefined;
  const named = ifMatch.length > 0 ? ifMatch : ['none'];
  return problem('request.stale', { named, present: version }).failure;
}
