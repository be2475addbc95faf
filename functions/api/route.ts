import { z } from 'zod';
import { fail, type Outcome } from '../../shared/outcome.ts';
import { issuesOf } from '../../shared/problems/issues.ts';
import type { Language } from '../../shared/problems/say.ts';
import { takenIn } from '../../shared/contract/texts.ts';
import type { Principal } from '../../shared/domain/principal.ts';
import type { Role } from '../../shared/rules/schema.ts';
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
  /** Of the sentences in the answer, by `Accept-Language`. */
  readonly language: Language;
}

export interface Route {
  /** Its name in the description of the API, unlike every other. */
  readonly operationId: string;
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
  readonly operationId: string;
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
  const { operationId, method, path, summary, roles, body, query, answer, status, run } = definition;
  return {
    operationId,
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

/** Path, query and body with their texts as they are stored, or which of them holds what no text may. */
function takenFrom(input: Input<unknown, unknown>) {
  const params = takenIn(input.params);
  if (!params.ok) return partFailure('request.path', params.errors);
  const query = takenIn(input.query);
  if (!query.ok) return partFailure('request.query', query.errors);
  const body = takenIn(input.body);
  if (!body.ok) return partFailure('request.body', body.errors);
  return { params: parameters.parse(params.value), query: query.value, body: body.value };
}
