import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { onTestFinished } from 'vitest';

/** A reverse proxy on this machine, like Caddy or nginx: it says for whom it asks. */
export async function proxyTo(
  target: string,
  { keepsHost, saysSo = true }: { readonly keepsHost: boolean; readonly saysSo?: boolean },
): Promise<string> {
  const server = createServer((asked, answer) => {
    const forwarded = saysSo ? { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' } : {};
    const host = keepsHost ? (asked.headers.host ?? '') : new URL(target).host;
    const headers = { ...asked.headers, ...forwarded, host };
    const onward = request(new URL(asked.url ?? '/', target), { method: asked.method, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
}
