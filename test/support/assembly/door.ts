import { once } from 'node:events';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { portOf } from '../../adapters/http-fake.ts';
import type { HttpAnswer, HttpAsked } from './api-gateway.ts';

/** A door of AWS as a server on this machine, for clients that speak HTTP. */
export async function openDoor(
  ask: (asked: HttpAsked) => Promise<HttpAnswer>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(',')]),
    );
    void buffer(request)
      .then((body) => ask({ method: request.method ?? 'GET', url: request.url ?? '/', headers, body }))
      .then(({ status, headers: named, body }) => {
        response.writeHead(status, { ...named });
        response.end(body);
      })
      .catch((error: unknown) => {
        console.error(`door: ${String(error)}`);
        response.writeHead(502);
        response.end(String(error));
      });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
