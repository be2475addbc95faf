import { problem, type Failure } from '../outcome.ts';
import type { Language } from '../problems/say.ts';
import { type Principal } from '../domain/principal.ts';
import { formatDay } from '../domain/time/day.ts';
import { dayOf } from '../domain/time/instant.ts';
import type { Context, Rules } from './context.ts';
import type { Deps } from './deps.ts';

/**
 * The If-Match header, RFC 9110 13.1.1: the versions that the caller believes to be current, or `any` (`*`)
 * when the resource only has to exist. Undefined when the header was not sent.
 */
export type IfMatch = 'any' | readonly string[];

/** What every use case of the API receives about the request. */
export interface Request {
  readonly deps: Deps;
  readonly context: Context;
  readonly principal: Principal;
  readonly ifMatch: IfMatch | undefined;
  /** The same for a repeated request. Undefined without an Idempotency-Key. */
  readonly repeatable: string | undefined;
  /** The number under which the act is found again, of whoever answers by the link of a letter. */
  readonly receipt?: string;
  /** The language of the texts in an answer. */
  readonly language: Language;
}

/** A request that only reads, and needs none of the bureau’s settings. */
export interface ReadRequest extends Pick<Request, 'deps' | 'principal'> {
  readonly context: Rules;
}

/** Today, as `YYYY-MM-DD`. */
export const todayOf = ({ deps }: { readonly deps: Pick<Deps, 'clock'> }): string =>
  formatDay(dayOf(deps.clock.now()));

/** `version` is undefined when the resource does not exist yet. No If-Match matches then. */
export function staleVersion(
  { ifMatch }: Pick<Request, 'ifMatch'>,
  version: number | undefined,
): Failure | undefined {
  if (ifMatch === undefined) return undefined;
  // Version 0 means that there was nothing when the caller looked.
  if (version === undefined)
    return ifMatch !== 'any' && ifMatch.includes('0') ? undefined : problem('request.no-version').failure;
  if (ifMatch === 'any' || ifMatch.includes(String(version))) return undefined;
  const named = ifMatch.length > 0 ? ifMatch : ['none'];
  return problem('request.stale', { named, present: version }).failure;
}
