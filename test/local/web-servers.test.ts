import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { accountsForTest, setUp, type AccountsServer } from '../support/product/accounts.ts';
import { createVisitor } from '../support/product/visitor.ts';
import {
  certificateForTest,
  describeBehind,
  freePort,
  startWebServer,
  type webServers,
} from '../support/servers/web-server.ts';

const names = ['nginx', 'caddy'] as const satisfies readonly (keyof typeof webServers)[];

async function behind(name: (typeof names)[number]): Promise<{ server: AccountsServer; site: string }> {
  const port = await freePort();
  const site = `https://localhost:${port}`;
  const server = await accountsForTest({ publicUrl: site });
  await startWebServer(name, { port, upstream: server.url, tls: certificateForTest() });
  return { server, site };
}

/** A wrong set-up code, from one of this machine's addresses: tries are counted by the address of the visitor. */
async function wrongCode(site: string, from: string, forwardedFor?: string): Promise<number> {
  const body = new URLSearchParams({ act: 'set-up', code: 'AAAA-BBBB-CCCC-DDDD' }).toString();
  const asked = request(`${site}/account/setup`, {
    method: 'POST',
    localAddress: from,
    family: 4,
    agent: false,
    headers: {
      origin: site,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
      ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
    },
  });
  asked.end(body);
  const [response]: IncomingMessage[] = await once(asked, 'response');
  if (!response) throw new Error('no answer');
  await text(response);
  return response.statusCode ?? 0;
}

const FREE_TRIES = 31;

for (const name of names)
  describeBehind(name, () => {
    test('people set up and sign in over TLS, and every address that they are led to is the public one', async () => {
      const { server, site } = await behind(name);
      const visitor = await setUp({ ...server, visitor: () => createVisitor(site) });
      const asked = await visitor.begin();
      const tokens = await visitor.tokens(asked);
      const settings = '/v1/jurisdictions/hongjiang/settings';
      const { trackFrom } = await visitor
        .client(tokens)
        .get(z.looseObject({ trackFrom: z.string() }), settings);
      expect(trackFrom).toBe('2026-11-01');
      const page = await createVisitor(site).begin();
      expect(page.text).toContain('name="password"');
      expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000');
      const cookies = page.headers.getSetCookie();
      for (const cookie of cookies) expect(cookie).toMatch(/; ?secure/iu);
      const { issuer } = z
        .looseObject({ issuer: z.string() })
        .parse(await (await fetch(`${site}/.well-known/openid-configuration`)).json());
      expect(issuer).toBe(site);
    });

    test('tries are counted by the visitor, who cannot pretend to be another', async () => {
      const { site } = await behind(name);
      for (let tries = 0; tries < FREE_TRIES; tries += 1)
        expect(await wrongCode(site, '127.0.0.2', `203.0.113.${tries}`)).toBe(400);
      expect(await wrongCode(site, '127.0.0.2', '203.0.113.99')).toBe(429);
      expect(await wrongCode(site, '127.0.0.3')).toBe(400);
    });

    test('a large file arrives whole, one that is too large is refused, and metrics stay inside', async () => {
      const { server, site } = await behind(name);
      const visitor = await setUp({ ...server, visitor: () => createVisitor(site) });
      const { access_token: token } = await visitor.tokens(await visitor.begin());
      const send = async (bytes: number): Promise<number> => {
        const answer = await fetch(`${site}/v1/jurisdictions/hongjiang/imports?kind=subjects`, {
          method: 'POST',
          body: Buffer.alloc(bytes, 'a'),
          headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
        });
        await answer.text();
        return answer.status;
      };
      // It is read, and refused for what it contains.
      expect(await send(12 * 1024 * 1024)).toBe(400);
      expect(await send(17 * 1024 * 1024)).toBe(413);
      expect((await fetch(`${site}/metrics`)).status).toBe(404);
    });
  });
