import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, createServer, request, setGlobalProxyFromEnv } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from '../../functions/adapters/ask.ts';
import { openOidc } from '../../local/oidc.ts';
import { issuerForTest } from '../support/servers/issuer.ts';
import { certificateForTest } from '../support/servers/web-server.ts';

const run = promisify(execFile);

async function listening(server: Server & { closeAllConnections?: () => void }): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections?.();
    server.close();
  });
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** An HTTP proxy that brings every name to this machine, as far as `lets` says, and writes down what it was asked. */
async function proxy(lets = true): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((asked, answer) => {
    seen.push(`${asked.method ?? ''} ${asked.url ?? ''}`);
    const { port, pathname } = new URL(asked.url ?? '');
    // An agent of its own: the one that all share asks by the proxy, which is this server.
    const agent = new Agent();
    const to = { agent, host: '127.0.0.1', port, path: pathname, method: asked.method };
    const onward = request(to, (came) => {
      answer.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(answer);
    });
    asked.pipe(onward);
  });
  server.on('connect', (asked, socket, head) => {
    seen.push(`CONNECT ${asked.url ?? ''}`);
    if (!lets) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const onward = connect(Number(asked.url?.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket);
      socket.pipe(onward);
    });
    for (const [one, other] of [
      [onward, socket],
      [socket, onward],
    ] as const)
      one.on('error', () => other.destroy());
  });
  return { url: `http://127.0.0.1:${await listening(server)}`, seen };
}

/** As NODE_USE_ENV_PROXY=1 with these variables, until the end of the test. */
function byProxy(url: string): void {
  const restore = setGlobalProxyFromEnv({ HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: '127.0.0.1' });
  onTestFinished(() => restore());
}

async function provider(): Promise<number> {
  const { cert, key } = certificateForTest();
  const server = createTlsServer({ cert: readFileSync(cert), key: readFileSync(key) }, (asked, answer) => {
    asked.resume().once('end', () => answer.end('{"code":"OK"}'));
  });
  return listening(server);
}

const question = { method: 'POST', body: '{}', milliseconds: 5000 };

test('a provider is asked by the proxy of the environment, with TLS to the provider itself', async () => {
  const port = await provider();
  const { url, seen } = await proxy();
  byProxy(url);
  expect(await ask({ ...question, url: `https://localhost:${port}/send` })).toMatchObject({
    kind: 'answered',
    status: 200,
    body: '{"code":"OK"}',
  });
  expect(seen).toEqual([`CONNECT localhost:${port}`]);
});

test('what NO_PROXY names is asked directly, and without the variables everything is', async () => {
  const port = await provider();
  const { url, seen } = await proxy();
  expect(await ask({ ...question, url: `https://localhost:${port}/` })).toMatchObject({ kind: 'answered' });
  byProxy(url);
  expect(await ask({ ...question, url: `https://127.0.0.1:${port}/` })).toMatchObject({ kind: 'answered' });
  expect(seen).toEqual([]);
});

test('a proxy that refuses, or is not there, has sent nothing: the message may be tried again', async () => {
  const port = await provider();
  byProxy((await proxy(false)).url);
  expect(await ask({ ...question, url: `https://localhost:${port}/` })).toMatchObject({
    kind: 'failed',
    sent: false,
  });
  const gone = createServer();
  const closed = await listening(gone);
  gone.close();
  byProxy(`http://127.0.0.1:${closed}`);
  expect(await ask({ ...question, url: `https://localhost:${port}/` })).toMatchObject({
    kind: 'failed',
    sent: false,
  });
});

test('NODE_USE_ENV_PROXY=1 and the variables are enough: Node was started with them', async () => {
  const { url, seen } = await proxy();
  const module = new URL('../../functions/adapters/ask.ts', import.meta.url).href;
  const code = `const { ask } = await import('${module}');
    console.log(JSON.stringify(await ask({ url: 'https://sms.example.test:9/', method: 'GET', milliseconds: 5000 })));`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], {
    env: { NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: url },
  });
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'failed', sent: false });
  expect(seen).toEqual(['CONNECT sms.example.test:9']);
});

test('the keys of an OIDC issuer are fetched by the proxy too', async () => {
  const issuer = await issuerForTest();
  const { url, seen } = await proxy();
  const restore = setGlobalProxyFromEnv({ HTTP_PROXY: url });
  onTestFinished(() => restore());
  const verify = openOidc(issuer.url, 'duty');
  expect(
    await verify(await issuer.sign({ sub: 'p', aud: 'duty', exp: Date.now() }, { typ: 'at+jwt' })),
  ).toMatchObject({
    sub: 'p',
  });
  expect(seen).toEqual([`GET ${issuer.url}/.well-known/openid-configuration`, `GET ${issuer.url}/keys`]);
});
