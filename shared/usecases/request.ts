import { conflict, type Failure } from '../contract/outcome.ts';
import { type Principal } from '../contract/principal.ts';
import type { Context, Rules } from './context.ts';
import type { Deps } from './deps.ts';

/** What every use case of the API is given about the request. */
export interface Request {
  readonly deps: Deps;
  readonly context: Context;
  readonly principal: Principal;
  /** The version that the caller has seen; undefined where it said none. */
  readonly ifMatch: number | undefined;
  /** The same for a repeated request; undefined where no Idempotency-Key came. */
  readonly repeatable: string | undefined;
}

/** A request that only reads, and asks nothing of the bureau’s settings. */
export interface ReadRequest extends Pick<Request, 'deps' | 'principal'> {
  readonly context: Rules;
}

export function staleVersion(request: Request, version: number): Failure | undefined {
  if (request.ifMatch === undefined || request.ifMatch === version) return undefined;
  return conflict(
    `If-Match names version ${request.ifMatch}, the present one is ${version}; read it again and decide anew`,
  ).failure;
}
