import type { FieldError, Failure } from '../../shared/outcome.ts';

/** A problem document, RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
}

const titles: Readonly<Record<number, string>> = {
  400: 'Malformed request',
  401: 'No valid token',
  403: 'Not for this role',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Body too large',
  422: 'Refused by a rule',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not ready',
  507: 'Insufficient storage',
};

export function problem(status: number, detail: string, errors?: readonly FieldError[]): Problem {
  return {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail,
    ...(errors && errors.length > 0 ? { errors } : {}),
  };
}

/** On one machine alone: what was asked for is not stored, and can be asked for again. */
export const diskFull = (): Problem =>
  problem(507, 'The disk of the server is full: this was not stored. Make room there, then send it again.');

/** Each expected failure as its problem document. */
export function problemOf(failure: Failure): Problem {
  switch (failure.kind) {
    case 'malformed':
      return problem(400, failure.detail, failure.errors);
    case 'forbidden':
      return problem(403, failure.detail);
    case 'not-found':
      return problem(404, 'Nothing of that name is visible to this token.');
    case 'conflict':
      return problem(409, failure.detail, failure.errors);
    case 'too-large':
      return problem(413, failure.detail, failure.errors);
    case 'refused':
      return problem(422, failure.detail, failure.errors);
  }
}
