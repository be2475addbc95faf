import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import { check, type Answer } from './checked-answer.ts';

export type Problem = z.infer<typeof answers.problem>;
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Readonly<Record<string, string>>;

interface Asked {
  /** Sent as JSON; `raw` as it stands. */
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Headers;
}

/** The API over HTTP with one token. Every answer is checked against its route’s schema before a test sees it. */
export interface Client {
  readonly ask: (method: Method, path: string, asked?: Asked) => Promise<Answer>;
  /** Succeeds, or throws with the problem document. */
  readonly get: <S extends z.ZodType>(schema: S, path: string) => Promise<z.output<S>>;
  readonly send: <S extends z.ZodType>(
    schema: S,
    method: Method,
    path: string,
    body?: unknown,
    headers?: Headers,
  ) => Promise<z.output<S>>;
  /** All items of a list, page after page. */
  readonly all: <S extends z.ZodType>(item: S, path: string) => Promise<z.output<S>[]>;
  /** Fails with this status, or throws; returns the problem document. */
  readonly refused: (
    status: number,
    method: Method,
    path: string,
    body?: unknown,
    headers?: Headers,
  ) => Promise<Problem>;
}

export function createClient(url: string, token: string | undefined): Client {
  const ask = async (method: Method, path: string, asked: Asked = {}): Promise<Answer> => {
    const raw = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(raw === undefined ? {} : { 'content-type': 'application/json' }),
        ...asked.headers,
      },
      ...(raw === undefined ? {} : { body: raw }),
    });
    const text = await response.text();
    const body: unknown = JSON.parse(text);
    const answer = { status: response.status, headers: response.headers, body, text };
    check(method, path.split('?')[0] ?? '', answer);
    return answer;
  };

  const send: Client['send'] = async (schema, method, path, body, headers = {}) => {
    const answer = await ask(method, path, { body, headers });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.text}`);
    return schema.parse(answer.body);
  };

  return {
    ask,
    send,
    get: (schema, path) => send(schema, 'GET', path),
    all: async (item, path) => {
      const page = answers.listOf(item);
      const items: z.output<typeof item>[] = [];
      let cursor: string | null = null;
      do {
        const join = path.includes('?') ? '&' : '?';
        const next: z.output<typeof page> = await send(
          page,
          'GET',
          cursor === null ? path : `${path}${join}cursor=${encodeURIComponent(cursor)}`,
        );
        items.push(...next.items);
        cursor = next.nextCursor;
      } while (cursor !== null);
      return items;
    },
    refused: async (status, method, path, body, headers = {}) => {
      const answer = await ask(method, path, { body, headers });
      if (answer.status !== status)
        throw new Error(`${method} ${path} answered ${answer.status} in place of ${status}: ${answer.text}`);
      return answers.problem.parse(answer.body);
    },
  };
}
