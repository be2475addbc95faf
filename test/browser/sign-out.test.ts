import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { SignJWT } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { portOf } from '../adapters/http-fake.ts';
import { browserOfSuite, built, describeInBrowser, settled, visit } from '../support/product/browser.ts';
import { serverForTest } from '../support/product/server.ts';

const NOW = '2026-03-02T09:00:00+08:00';
const person = { sub: 'officer-1', role: 'bureau-officer', jurisdiction: 'hongjiang' } as const;

interface IssuerOfPages {
  readonly url: string;
  /** What browsers asked for, but for its discovery document and its tokens. */
  readonly visited: URL[];
  /** The access token that it gives. */
  token: string;
}

/** An issuer that browsers are sent to: it signs everybody in, remembers them, and signs them out. */
async function issuerOfPages(ends: boolean): Promise<IssuerOfPages> {
  const idToken = await new SignJWT({ sub: person.sub })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new Uint8Array(32));
  const visited: URL[] = [];
  const issuer = { url: '', visited, token: '' };
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '', issuer.url);
    const json = (body: object): void => {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    };
    const goTo = (address: string): void => void response.writeHead(302, { location: address }).end();
    if (asked.pathname.endsWith('/openid-configuration')) {
      json({
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        ...(ends ? { end_session_endpoint: `${issuer.url}/end` } : {}),
      });
      return;
    }
    if (asked.pathname === '/token') {
      json({ access_token: issuer.token, id_token: idToken, token_type: 'Bearer', expires_in: 1800 });
      return;
    }
    visited.push(asked);
    const of = (name: string): string => asked.searchParams.get(name) ?? '';
    if (asked.pathname === '/authorize') goTo(`${of('redirect_uri')}?code=c&state=${of('state')}`);
    else goTo(of('post_logout_redirect_uri') || of('logout_uri'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer.url = `http://127.0.0.1:${portOf(server.address())}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return issuer;
}

describeInBrowser('who signs out on a shared computer', () => {
  const browser = browserOfSuite();

  async function signedIn(ends: boolean, cognito = false) {
    const issuer = await issuerOfPages(ends);
    const signIn = { kind: 'oidc', issuer: issuer.url, clientId: 'console' } as const;
    const server = await serverForTest(NOW, undefined, { built, signIn });
    issuer.token = await server.token(person);
    const visitor = await visit(browser(), server.url);
    onTestFinished(() => visitor.close());
    const { page } = visitor;
    if (cognito)
      await page.route('**/config.json', async (route) => {
        const config: object = await (await route.fetch()).json();
        await route.fulfill({ json: { ...config, signOut: `${issuer.url}/logout` } });
      });
    await page.goto('/subjects');
    await page.getByRole('button', { name: /^账户/ }).waitFor();
    issuer.visited.length = 0;
    return { issuer, page, home: `${server.url}/` };
  }

  async function leave(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^账户/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '前往登录' }).waitFor();
    await settled(page);
    expect(await page.evaluate(() => sessionStorage.getItem('archive-duty.token'))).toBeNull();
  }

  test('is signed out at the issuer, too, by the place that it names', async () => {
    const { issuer, page, home } = await signedIn(true);
    await leave(page);
    expect(issuer.visited.map(({ pathname }) => pathname)).toEqual(['/end']);
    expect(issuer.visited[0]?.searchParams.get('post_logout_redirect_uri')).toBe(home);
  });

  test('is signed out after the page was loaded again', async () => {
    const { issuer, page } = await signedIn(true);
    await page.reload();
    await leave(page);
    expect(issuer.visited.map(({ pathname }) => pathname)).toEqual(['/end']);
  });

  test('is signed out at Cognito, which wants its own parameters', async () => {
    const { issuer, page, home } = await signedIn(false, true);
    await leave(page);
    expect(issuer.visited.map(({ pathname }) => pathname)).toEqual(['/logout']);
    const { searchParams } = issuer.visited[0] ?? new URL(home);
    expect(Object.fromEntries(searchParams)).toEqual({ client_id: 'console', logout_uri: home });
  });

  test('is at least signed out in this tab where the issuer has no such place', async () => {
    const { issuer, page } = await signedIn(false);
    await leave(page);
    expect(issuer.visited).toEqual([]);
  });
});
