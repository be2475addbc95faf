import { raise, type ParamsOf, type Raised } from './problems/raise.ts';
import { problems, type ProblemCode } from './problems/table.ts';
import type { ProblemKind } from './problems/sentence.ts';

/** What is wrong with one field, by the code of a problem. `path` names the field with dots, '' for the whole. */
export interface FieldError extends Raised {
  readonly path: string;
}

/**
 * An expected refusal. `code` and `params` are those of the answer; where fields are at fault, of the first of them.
 * Its kind follows from the code.
 */
export interface Failure extends Raised {
  readonly errors: readonly FieldError[];
}

interface Failed {
  readonly ok: false;
  readonly failure: Failure;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Failed;

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail(failure: Failure): Failed {
  return { ok: false, failure };
}

/** Refuses without naming a field. */
export const problem = <Code extends ProblemCode>(code: Code, ...params: ParamsOf<Code>): Failed =>
  fail({ ...raise(code, ...params), errors: [] });

/** Refuses because of one field. */
export const problemAt = <Code extends ProblemCode>(
  path: string,
  code: Code,
  ...params: ParamsOf<Code>
): Failed => failOf([fieldError(path, code, ...params)]);

/** Refuses because of fields, of which there is at least one: the code of the first speaks for all. */
export function failOf(errors: readonly FieldError[]): Failed {
  const [first] = errors;
  if (first === undefined) throw new Error('a refusal names what is wrong');
  return fail({ code: first.code, params: first.params, errors });
}

export const fieldError = <Code extends ProblemCode>(
  path: string,
  code: Code,
  ...params: ParamsOf<Code>
): FieldError => ({ path, ...raise(code, ...params) });

export const kindOf = ({ code }: Raised): ProblemKind => problems[code].kind;

/** 404: missing, or not visible to this token. */
export const notFound = problem('request.not-found');
