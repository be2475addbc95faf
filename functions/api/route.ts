import { z } from 'zod';
import { type FieldError, fail, type Failure, type Outcome } from '../../shared/outcome.ts';
import { takenIn } from '../../shared/contract/texts.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import type { Role } from '../../shared/rules/schema.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import type { IfMatch } from '../../shared/usecases/request.ts';

/** A successful answer. `version` becomes the ETag. */
export interface Reply {
  readonly status: 200 | 201 | 202 | 204;
  readonly body: object;
  readonly version?: number;
  /** Sent in place of the body, for a download. */
  readonly file?: ReplyFile;
  /** Holds what is shown this once: kept for no repetition. */
  readonly secret?: boolean;
}

export interface ReplyFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** What it is saved as; any letters. */
  readonly name: string;
  /** Where the next part of a long list begins. */
  readonly nextCursor?: string;
}

/** What a route’s code is given: everything is checked already. */
export interface Input<Body, Query> {
  readonly deps: Deps;
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  readonly ifMatch: IfMatch | undefined;
  readonly repeatable: string | undefined;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{j}` in the path is a jurisdiction: one that the token does not see is 404. */
  readonly path: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly body: z.ZodType | undefined;
  readonly query: z.ZodType;
  readonly answer: z.ZodType;
  readonly status: 200 | 201;
  readonly run: (input: Input<unknown, unknown>) => Promise<Outcome<Reply>>;
}

interface Definition<Body extends z.ZodType, Query extends z.ZodType> {
  readonly method: Route['method'];
  readonly path: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly body: Body;
  readonly query: Query;
  readonly answer: z.ZodType;
  readonly status?: 200 | 201;
  readonly run: (input: Input<z.output<Body>, z.output<Query>>) => Promise<Outcome<Reply>>;
}

/** For routes that take a file as it is: its bytes, unpacked where they were sent with gzip. */
export const fileBody = z.instanceof(Uint8Array);

/** For routes that take no body: whatever comes is not read. */
export const noBody = z.unknown();

/** Ties a route’s schemas to the types that its code sees, and checks what comes in. */
export function route<Body extends z.ZodType, Query extends z.ZodType>(
  definition: Definition<Body, Query>,
): Route {
  const { method, path, summary, roles, body, query, answer, status, run } = definition;
  return {
    method,
    path,
    summary,
    roles,
    body: Object.is(body, noBody) ? undefined : body,
    query,
    answer,
    status: status ?? 200,
    run: async (input) => {
      const taken = takenFrom(input);
      if ('kind' in taken) return fail(taken);
      const parsedQuery = query.safeParse(taken.query);
      if (!parsedQuery.success) return fail(asFailure('query', parsedQuery.error));
      const parsedBody = body.safeParse(taken.body);
      if (!parsedBody.success) return fail(asFailure('body', parsedBody.error));
      return run({ ...input, params: taken.params, body: parsedBody.data, query: parsedQuery.data });
    },
  };
}

const parameters = z.record(z.string(), z.string());

/** Path, query and body with their texts as they are stored, or which of them holds what no text may. */
function takenFrom(input: Input<unknown, unknown>) {
  const params = takenIn(input.params);
  if (!params.ok) return badText('path', params.errors);
  const query = takenIn(input.query);
  if (!query.ok) return badText('query', query.errors);
  const body = takenIn(input.body);
  if (!body.ok) return badText('body', body.errors);
  return { params: parameters.parse(params.value), query: query.value, body: body.value };
}

const badText = (where: string, errors: readonly FieldError[]): Failure => ({
  kind: 'malformed',
  detail: `The ${where} is not as it must be. ${errors[0]?.path ?? ''}: ${errors[0]?.message ?? ''}`,
  errors,
});

/** Each issue with the path of its field; a field that is not known is named itself. */
export function asFailure(where: 'query' | 'body', error: z.ZodError): Failure {
  const errors = error.issues.flatMap((issue): FieldError[] => fieldErrors(issue));
  const first = [errors[0]?.path ?? '', errors[0]?.message ?? ''].filter((part) => part !== '');
  return {
    kind: 'malformed',
    detail: `The ${where} is not as it must be. ${first.join(': ')}`.trim(),
    errors,
  };
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path === '' ? key : `${path}.${key}`,
      message: 'unknown field: remove it',
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((branch) => branch.flatMap(fieldErrors));
    const nested = branches.sort((a, b) => depth(b) - depth(a) || b.length - a.length)[0] ?? [];
    return nested.map((entry) => ({
      ...entry,
      path: [path, entry.path].filter((part) => part !== '').join('.'),
    }));
  }
  return [{ path, message: messageOf(issue) }];
}

/** How far the body agreed with a branch of a union: the one that it was meant for goes deepest. */
function depth(errors: readonly FieldError[]): number {
  return Math.max(0, ...errors.map(({ path }) => (path === '' ? 0 : path.split('.').length)));
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.message.endsWith('received undefined')) return 'missing: this field is needed';
  return issue.message.replace(', received NaN', '');
}
