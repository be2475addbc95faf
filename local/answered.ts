import type { IncomingMessage } from 'node:http';
import { problemOf } from '../functions/api/problem.ts';
import type { Failure } from '../shared/outcome.ts';
import { languageOf } from '../shared/problems/say.ts';

/** The answer to a request of this process. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export const json = (status: number, body: object): Answered => ({
  status,
  headers: {
    'content-type':
      status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  },
  body: JSON.stringify(body),
});

/** A refusal in the language of its request. */
export function refuse(failure: Failure, { headers }: Pick<IncomingMessage, 'headers'>): Answered {
  const language = languageOf(headers['accept-language']);
  const body = problemOf(failure, language);
  const answered = json(body.status, body);
  return { ...answered, headers: { ...answered.headers, 'content-language': language } };
}

/** HEAD asks for the headers of GET. */
export const methodOf = ({ method = 'GET' }: IncomingMessage): string => (method === 'HEAD' ? 'GET' : method);
