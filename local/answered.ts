import type { IncomingMessage } from 'node:http';
import type { Problem } from '../functions/api/problem.ts';

/** What a request of this process is answered. */
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

export const refuse = (body: Problem): Answered => json(body.status, body);

/** HEAD asks for what GET would answer. */
export const methodOf = ({ method = 'GET' }: IncomingMessage): string => (method === 'HEAD' ? 'GET' : method);
