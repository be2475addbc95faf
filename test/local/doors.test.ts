import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { documentRoutes } from '../../functions/api/documents.ts';
import { exportRoutes } from '../../functions/api/exports.ts';
import { importRoutes } from '../../functions/api/imports.ts';
import { routes } from '../../functions/api/routes.ts';
import { doors, modeOf, type Mode } from '../../local/doors.ts';
import { frontOf } from '../support/product/modes.ts';
import { proxyTo } from '../support/servers/reverse-proxy.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', async () => undefined);
const modes: readonly Mode[] = ['demo', 'simulated', 'own', 'hosted', 'served'];

type Seen = 'open' | 'token' | 'closed' | 'stranger';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** One request for each door, and the modes in which it must be open, as the contract says. */
const expected: Readonly<Record<keyof typeof doors, Asked & { readonly in: string; readonly as?: Seen }>> = {
  'GET /health': { method: 'GET', path: '/health', in: 'demo simulated own hosted served' },
  'GET /ready': { method: 'GET', path: '/ready', in: 'demo simulated own hosted served' },
  'GET /metrics': { method: 'GET', path: '/metrics', in: 'demo simulated own hosted served' },
  'GET /v1/openapi.json': { method: 'GET', path: '/v1/openapi.json', in: 'demo simulated own hosted served' },
  'GET /v1/docs': { method: 'GET', path: '/v1/docs', in: 'demo simulated own hosted served' },
  'GET /v1/calendars/{file}': {
    method: 'GET',
    path: '/v1/calendars/a.ics',
    in: 'demo simulated own hosted served',
  },
  'ANY /v1/{rest}': {
    method: 'GET',
    path: '/v1/jurisdictions',
    in: 'demo simulated own hosted served',
    as: 'token',
  },
  'GET /config.json': { method: 'GET', path: '/config.json', in: 'demo simulated own hosted served' },
  'GET /assets/{file}': { method: 'GET', path: '/', in: 'demo simulated own hosted served' },
  'GET /{address}': { method: 'GET', path: '/', in: 'demo simulated own hosted served' },
  'POST /local/token': {
    method: 'POST',
    path: '/local/token',
    body: '{"role":"auditor","jurisdiction":"luquan"}',
    in: 'demo simulated',
  },
  'GET /local/clock': { method: 'GET', path: '/local/clock', in: 'demo simulated' },
  'GET /local/dead-letters': { method: 'GET', path: '/local/dead-letters', in: 'demo simulated' },
  'POST /local/dead-letters/replay': {
    method: 'POST',
    path: '/local/dead-letters/replay',
    in: 'demo simulated',
  },
  'POST /local/clock': { method: 'POST', path: '/local/clock', body: '{}', in: 'demo simulated' },
  'GET /local/mailbox': { method: 'GET', path: '/local/mailbox', in: 'demo simulated' },
  'POST /local/receipts': { method: 'POST', path: '/local/receipts', body: 'null', in: 'demo simulated' },
  'GET /.well-known/openid-configuration': {
    method: 'GET',
    path: '/.well-known/openid-configuration',
    in: 'own hosted',
  },
  'ANY /oidc/{rest}': { method: 'GET', path: '/oidc/jwks', in: 'own hosted' },
  'GET /account': { method: 'GET', path: '/account', in: 'own hosted' },
  'POST /account': { method: 'POST', path: '/account', in: 'own hosted' },
  'ANY /account/{rest}': { method: 'GET', path: '/account/style.css', in: 'own hosted' },
  'GET /mailbox': { method: 'GET', path: '/mailbox', in: 'demo simulated' },
  'GET /pages/{file}': { method: 'GET', path: '/pages/mailbox.js', in: 'demo simulated' },
};

async function ask(
  url: string,
  asked: Asked,
  headers: Record<string, string> = {},
): Promise<[number, string]> {
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, path: asked.path, method: asked.method, headers });
  sent.end(asked.body);
  const [response]: IncomingMessage[] = await once(sent, 'response');
  if (!response) throw new Error('no answer');
  let text = '';
  for await (const part of response) text += String(part);
  return [response.statusCode ?? 0, text];
}

async function seen(url: string, asked: Asked, headers?: Record<string, string>): Promise<Seen> {
  const [status, text] = await ask(url, asked, headers);
  if (status === 401) return 'token';
  if (status === 403) return 'stranger';
  return status === 404 && text.includes(`There is no ${asked.method} `) ? 'closed' : 'open';
}

const inMode = (mode: Mode, one: { readonly in: string; readonly as?: Seen }): Seen =>
  one.in.split(' ').includes(mode) ? (one.as ?? 'open') : 'closed';

test('every door is asked', () => {
  expect(Object.keys(expected).sort()).toEqual(Object.keys(doors).sort());
});

describe.each(modes)('in the mode %s', (mode) => {
  test.each(Object.entries(expected))('%s', async (_, one) => {
    const { url } = await frontOf(shared().server, mode);
    expect(await seen(url, one)).toBe(inMode(mode, one));
  });

  test('every route of the API asks for a token', async () => {
    const { url } = await frontOf(shared().server, mode);
    for (const { method, path } of [...routes, ...importRoutes, ...exportRoutes, ...documentRoutes]) {
      const asked = { method, path: path.replace(/\{\w+\}/g, 'a') };
      expect([asked, await seen(url, asked)]).toEqual([asked, 'token']);
    }
  });

  test.each([
    '/local',
    '/local/',
    '/local/nothing',
    '/v1',
    '/v1/local/clock',
    '//local/clock',
    '/LOCAL/clock',
  ])('nothing else opens: %s', async (path) => {
    const { url } = await frontOf(shared().server, mode);
    expect(await seen(url, { method: 'POST', path: '/local/none' })).toBe('closed');
    expect((await ask(url, { method: 'PUT', path }))[0]).toBe(404);
  });

  test.each([true, false])(
    'behind a proxy on this machine (host kept: %s) others come in only where people sign in',
    async (keepsHost) => {
      const front = await frontOf(shared().server, mode);
      const proxy = await proxyTo(front.url, { keepsHost });
      // Counts and ages are for this machine alone, or for whoever has the token.
      const comesIn = (path: string): boolean =>
        (mode === 'served' || mode === 'hosted') && path !== '/metrics';
      for (const one of Object.values(expected))
        expect([one.path, await seen(proxy, one)]).toEqual([
          one.path,
          comesIn(one.path) ? inMode(mode, one) : 'stranger',
        ]);
    },
  );
});

test('a proxy that says nothing of itself and keeps the name of the site opens nothing either', async () => {
  const front = await frontOf(shared().server, 'demo');
  const proxy = await proxyTo(front.url, { keepsHost: true, saysSo: false });
  expect(await seen(proxy, expected['GET /local/mailbox'])).toBe('stranger');
});

describe('a page of another origin', () => {
  test.each([
    'http://localhost:9999',
    'https://127.0.0.1',
    'null',
    'http://127.0.0.1',
    'https://evil.example',
  ])('reaches nothing: %s', async (origin) => {
    const { url } = await frontOf(shared().server, 'simulated');
    for (const one of Object.values(expected)) expect(await seen(url, one, { origin })).toBe('stranger');
  });

  test('the own one reaches what is open', async () => {
    const { url } = await frontOf(shared().server, 'simulated');
    expect(await seen(url, expected['POST /local/token'], { origin: url })).toBe('open');
  });

  test.each(['evil.example', '127.0.0.1:9999', '127.0.0.1', 'localhost.evil.example'])(
    'nor does one that names this machine as “%s”',
    async (host) => {
      const { url } = await frontOf(shared().server, 'simulated');
      expect(await seen(url, expected['GET /local/mailbox'], { host })).toBe('stranger');
    },
  );
});

test('which mode it is: whatever lets others in closes /local', () => {
  const base = {
    empty: false,
    accounts: false,
    simulated: false,
    issuer: false,
    trustProxy: false,
    loopback: true,
  };
  expect(modeOf(base)).toBe('demo');
  expect(modeOf({ ...base, simulated: true })).toBe('simulated');
  expect(modeOf({ ...base, empty: true, simulated: true })).toBe('simulated');
  expect(modeOf({ ...base, empty: true })).toBe('own');
  expect(modeOf({ ...base, accounts: true })).toBe('own');
  for (const empty of [true, false])
    for (const simulated of [true, false])
      for (const more of [{}, { trustProxy: true }, { loopback: false }]) {
        expect(modeOf({ ...base, empty, simulated, issuer: true, ...more })).toBe('served');
        if (Object.keys(more).length > 0)
          expect(modeOf({ ...base, empty, simulated, ...more })).toBe('hosted');
      }
});

describe('what is no request of ours is refused, never a fault', () => {
  test.each([
    'GET // HTTP/1.1',
    'GET //evil.example/local/clock HTTP/1.1',
    'GET http://evil.example/ HTTP/1.1',
    'OPTIONS * HTTP/1.1',
    'TRACE / HTTP/1.1',
    'TRACE /v1/jurisdictions HTTP/1.1',
    'PROPFIND /v1/jurisdictions HTTP/1.1',
    'GET /v1/jurisdictions/%00 HTTP/1.1',
    'GET /%ff%fe HTTP/1.1',
    'GET /a\\b HTTP/1.1',
  ])('%s', async (line) => {
    const { url } = await frontOf(shared().server, 'served');
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`${line}\r\nHost: site.example\r\nConnection: close\r\n\r\n`);
    let text = '';
    for await (const part of socket) text += String(part);
    expect(text).toMatch(/^HTTP\/1\.1 (?:4\d\d|200) /);
  });

  const roles: readonly unknown[] = [{ toString: null }, { a: 1 }, ['bureau-admin'], null, 1, true];

  test.each(roles.map((role) => ({ role })))(
    'a token whose role is $role is 401, as one without a role is',
    async ({ role }) => {
      const { url, tokens } = await frontOf(shared().server, 'served');
      const claims = { sub: 'x', role: 'auditor', jurisdiction: 'luquan' } as const;
      const token = await tokens.issue(Object.assign({ ...claims }, { role }));
      const asked = { method: 'GET', path: '/v1/jurisdictions' };
      expect(await seen(url, asked, { authorization: `Bearer ${token}` })).toBe('token');
    },
  );
});
