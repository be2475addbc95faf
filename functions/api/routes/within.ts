import { notFound, ok, problem, type Outcome } from '../../../shared/outcome.ts';
import { isServed } from '../../../shared/rules/catalogue.ts';
import { loadContext, rulesOf } from '../../../shared/usecases/context.ts';
import type { ReadRequest, Request } from '../../../shared/usecases/request.ts';
import type { Input, Reply } from '../route.ts';

export const J = '/v1/jurisdictions/{j}';

export type Found<T> = Outcome<T>;

const movedAs = {
  leaving: 'request.moving',
  arriving: 'request.moving',
  left: 'request.not-served',
} as const;

/** The jurisdiction’s context for a use case. A parent without a rulebook has none. */
export async function within<T>(
  input: Input<unknown, unknown>,
  id: string,
  use: (request: Request) => Promise<Found<T>>,
): Promise<Found<T>> {
  if (!isServed(input.deps.serves, id)) return problem('request.not-served', { jurisdiction: id });
  const context = await loadContext(input.deps.store, id);
  if (!context) return notFound;
  if (context.moved) return problem(movedAs[context.moved.state], { jurisdiction: id });
  const { deps, principal, ifMatch, repeatable, language } = input;
  return use({ deps, context, principal, ifMatch, repeatable, language });
}

export const param = (input: Input<unknown, unknown>, name: string): string => input.params[name] ?? '';
export const here = <T>(
  input: Input<unknown, unknown>,
  use: (request: Request) => Promise<Found<T>>,
): Promise<Found<T>> => within(input, param(input, 'j'), use);

/** For a look-up that depends only on the rules: nothing of the jurisdiction is read beforehand. */
export async function hereByRules<T>(
  input: Input<unknown, unknown>,
  use: (request: ReadRequest) => Promise<Found<T>>,
): Promise<Found<T>> {
  const context = rulesOf(param(input, 'j'));
  return context ? use({ deps: input.deps, principal: input.principal, context }) : notFound;
}

export function map<T>(outcome: Found<T>, reply: (value: T) => Reply): Outcome<Reply> {
  return outcome.ok ? ok(reply(outcome.value)) : outcome;
}

export const listed = <T>(
  page: { readonly items: readonly T[]; readonly nextCursor: string | null },
  view: (item: T) => object,
): Reply => ({
  status: 200,
  body: { items: page.items.map(view), nextCursor: page.nextCursor },
});

export const whole = (items: readonly object[], version?: number): Reply => ({
  status: 200,
  body: { items, nextCursor: null, ...(version === undefined ? {} : { version }) },
  ...(version === undefined ? {} : { version }),
});
