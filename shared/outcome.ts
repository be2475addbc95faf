import { raise, type ParamsOf, type Raised } from './problems/raise.ts';
import { problems, type ProblemCode } from './problems/table.ts';
import type { ProblemKind } from './problems/sentence.ts';

/**
 * What is wrong with one field, as the code of a problem. `path` names the field with dots; '' means the whole
 * body.
 */
export interface FieldError extends Raised {
  readonly path: string;
}

/**
 * An expected refusal. `code` and `params` go into the answer; when fields are wrong, they are those of the
 * first field. The kind follows from the code.
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

/** Refuses because of fields. There must be at least one; the code of the first is the code of the answer. */
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
