import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import * as contract from '../../../shared/contract/imports.ts';
import type { Role } from '../../../shared/rules/schema.ts';
import { exact } from '../product/checked-answer.ts';
import type { TestServer } from '../product/server.ts';

export type Done = z.infer<typeof contract.importDone>;
export type Progress = z.infer<typeof contract.importProgress>;
type Problem = z.infer<typeof answers.problem>;

export interface Importing {
  readonly send: (file: Uint8Array | string, asked?: Asked) => Promise<Response>;
  /** Up to 1,000 rows: the outcome. */
  readonly done: (file: Uint8Array | string, asked?: Asked) => Promise<Done>;
  /** More rows: followed to the end. */
  readonly followed: (file: Uint8Array | string, asked?: Asked) => Promise<Progress>;
  readonly refused: (status: number, file: Uint8Array | string, asked?: Asked) => Promise<Problem>;
  readonly get: (path: string) => Promise<Response>;
}

interface Asked {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Files sent by one person of a bureau. */
export async function importing(
  server: TestServer,
  jurisdiction: string,
  role: Role = 'bureau-admin',
): Promise<Importing> {
  const path = `/v1/jurisdictions/${jurisdiction}`;
  const token = await server.token({
    role,
    jurisdiction,
    ...(role === 'unit' ? { unitId: 'u' } : {}),
  });
  const authorization = `Bearer ${token}`;
  const get: Importing['get'] = (at) => fetch(`${server.url}${path}/${at}`, { headers: { authorization } });
  const send: Importing['send'] = (file, { query = '', headers = {} } = {}) =>
    fetch(`${server.url}${path}/imports${query}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/octet-stream', ...headers },
      body: typeof file === 'string' ? file : Buffer.from(file),
    });
  const expecting = async (status: number, response: Response): Promise<unknown> => {
    const text = await response.text();
    if (response.status !== status)
      throw new Error(`${response.status} in place of ${status}: ${text.slice(0, 1000)}`);
    return JSON.parse(text);
  };
  return {
    send,
    get,
    done: async (file, asked) => {
      const body = await expecting(200, await send(file, asked));
      exact('import', contract.importDone, body);
      return contract.importDone.parse(body);
    },
    followed: async (file, asked) => {
      const accepted = contract.importAccepted.parse(await expecting(202, await send(file, asked)));
      await server.settled();
      const body = await expecting(200, await get(`imports/${accepted.id}`));
      exact('progress', contract.importProgress, body);
      return contract.importProgress.parse(body);
    },
    refused: async (status, file, asked) =>
      answers.problem.parse(await expecting(status, await send(file, asked))),
  };
}
