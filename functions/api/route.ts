import { z } from 'zod';
import { fail, type Outcome } from '../../shared/outcome.ts';
import { issuesOf } from '../../shared/problems/issues.ts';
import type { Language } from '../../shared/problems/say.ts';
import { takenIn } from '../../shared/contract/texts.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import type { Role, Scope } from '../../shared/rules/schema.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import type { IfMatch } from '../../shared/usecases/request.ts';
import { partFailure } from './json-body.ts';

/** A successful answer. `version` becomes the ETag. */
export interface Reply {
  readonly status: 200 | 201 | 202 | 204;
  readonly body: object;
  readonly version?: number;
  /** Sent in place of the body, for a download. */
  readonly file?: ReplyFile;
  /** For If-None-Match: the same as long as nothing has changed. Whoever asks may keep the answer for themselves. */
  readonly tag?: string;
  /** It contains something that is shown only this once, so it is not stored for repeated requests. */
  readonly secret?: boolean;
}

export interface ReplyFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** The name of the saved file, with any characters. */
  readonly name: string;
  /** Where the next part of a long list begins. */
  readonly nextCursor?: string;
}

/** The input of a route’s code. Everything has been checked. */
export interface Input<Body, Query> {
  readonly deps: Deps;
  readonly principal: Principal;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
  readonly ifMatch: IfMatch | undefined;
  readonly repeatable: string | undefined;
  /** The language of the sentences in the answer, from `Accept-Language`. */
  readonly language: Language;
}

export interface Route {
  /** Its unique name in the description of the API. */
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{j}` in the path is a jurisdiction. 404 when the token may not see it. */
  readonly path: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  /** What a program needs for it; without one, it is not for programs. */
  readonly scope?: Scope | undefined;
  /** Its answer has a tag: whoever asks again is told when nothing has changed. */
  readonly tagged?: boolean | undefined;
  readonly body: z.ZodType | undefined;
  readonly query: z.ZodType;
  readonly answer: z.ZodType;
  readonly status: 200 | 201;
  readonly run: (input: Input<unknown, unknown>) => Promise<Outcome<Reply>>;
}

interface Definition<Body extends z.ZodType, Query extends z.ZodType> {
  readonly operationId: string;
  readonly method: Route['method'];
  readonly path: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly scope?: Scope;
  readonly tagged?: boolean;
  readonly body: Body;
  readonly query: Query;
  readonly answer: z.ZodType;
  readonly status?: 200 | 201;
  readonly run: (input: Input<z.output<Body>, z.output<Query>>) => Promise<Outcome<Reply>>;
}

/** For routes that take a file: its bytes, unpacked if they were sent with gzip. */
export const fileBody = z.instanceof(Uint8Array);

/** For routes without a body: the body is not read. */
export const noBody = z.unknown();

/** Connects a route’s schemas with the types that its code sees, and checks the input. */
export function route<Body extends z.ZodType, Query extends z.ZodType>(
  definition: Definition<Body, Query>,
): Route {
  const { operationId, method, path, summary, scope, tagged, body, query, answer, status, run } = definition;
  const roles: readonly Role[] = scope === undefined ? definition.roles : [...definition.roles, 'machine'];
  return {
    operationId,
    method,
    path,
    summary,
    roles,
    scope,
    tagged,
    body: Object.is(body, noBody) ? undefined : body,
    query,
    answer,
    status: status ?? 200,
    run: async (input) => {
      const taken = takenFrom(input);
      if ('code' in taken) return fail(taken);
      const parsedQuery = query.safeParse(taken.query);
      if (!parsedQuery.success) return fail(partFailure('request.query', issuesOf(parsedQuery.error)));
      const parsedBody = body.safeParse(taken.body);
      if (!parsedBody.success) return fail(partFailure('request.body', issuesOf(parsedBody.error)));
      return run({ ...input, params: taken.params, body: parsedBody.data, query: parsedQuery.data });
    },
  };
}

const parameters = z.record(z.string(), z.string());

/**
 * Path, query and body with their texts in stored form, or a failure for the part with characters that no text
 * may contain.
 */
function takenFrom(input: Input<unknown, unknown>) {
  const params = takenIn(input.params);
  if (!params.ok) return partFailure('request.path', params.errors);
  const query = takenIn(input.query);
  if (!query.ok) return partFailure('request.query', query.errors);
  const body = takenIn(input.body);
  if (!body.ok) return partFailure('request.body', body.errors);
  return { params: parameters.parse(params.value), query: query.value, body: body.value };
}
