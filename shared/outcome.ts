/** Expected failures, a closed union; each becomes one problem document. */
export type Failure =
  /** 400: against the schema, an unknown field or fact, an impossible day. */
  | { readonly kind: 'malformed'; readonly detail: string; readonly errors: readonly FieldError[] }
  | { readonly kind: 'forbidden'; readonly detail: string }
  /** Missing, or not visible to this token: the two cannot be told apart. */
  | { readonly kind: 'not-found' }
  /** 413: larger than what is taken, packed or unpacked. */
  | { readonly kind: 'too-large'; readonly detail: string; readonly errors: readonly FieldError[] }
  /** 409: a duplicate, a stale version, a step that the state does not allow. */
  | { readonly kind: 'conflict'; readonly detail: string; readonly errors?: readonly FieldError[] }
  /** 422: well-formed, but fields contradict each other or a rule forbids it. */
  | { readonly kind: 'refused'; readonly detail: string; readonly errors: readonly FieldError[] };

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}

export const notFound = fail({ kind: 'not-found' });

export function conflict(detail: string, path?: string): { readonly ok: false; readonly failure: Failure } {
  return fail({
    kind: 'conflict',
    detail,
    ...(path === undefined ? {} : { errors: [{ path, message: detail }] }),
  });
}

export function refused(path: string, message: string): { readonly ok: false; readonly failure: Failure } {
  return fail({ kind: 'refused', detail: message, errors: [{ path, message }] });
}

export function malformed(path: string, message: string): { readonly ok: false; readonly failure: Failure } {
  return fail({ kind: 'malformed', detail: message, errors: [{ path, message }] });
}

export interface FieldError {
  readonly path: string;
  readonly message: string;
  /** Where a program is to act on it, with what it needs for that. */
  readonly code?: string;
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
}
