import { z } from 'zod';
import type { TestServer } from '../product/server.ts';

export interface Downloaded {
  readonly status: number;
  readonly type: string | null;
  readonly name: string | null;
  readonly bytes: Uint8Array;
}

/** A file as the person with these claims gets it, or the problem. */
export async function downloaded(server: TestServer, path: string, claims: object): Promise<Downloaded> {
  const made = await fetch(`${server.url}/local/token`, {
    method: 'POST',
    body: JSON.stringify({ sub: 'somebody', ...claims }),
  });
  const { token } = z.object({ token: z.string() }).parse(await made.json());
  const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    name: response.headers.get('content-disposition'),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}
