import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Server } from 'oauth2-mock-server';
import { expect, onTestFinished, test } from 'vitest';
import { openOidc } from '../../local/oidc.ts';
import { createExclusive } from '../../local/exclusive.ts';
import { createLocalServer } from '../../local/server.ts';
import { openClock } from '../../local/clock.ts';
import { openTokens } from '../../local/tokens.ts';
import { browserOfSuite, built, describeInBrowser, settled, visit } from '../support/product/browser.ts';
import { serverForTest } from '../support/product/server.ts';

/** Where an issuer writes role and jurisdiction. */
interface Shape {
  readonly of: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

const person = { sub: 'officer-1', role: 'bureau-officer', jurisdiction: 'hongjiang' };

describeInBrowser('people sign in at an issuer elsewhere', () => {
  const browser = browserOfSuite();

  async function issuer({ claims }: Shape): Promise<string> {
    const server = new OAuth2Server();
    await server.issuer.keys.generate('RS256');
    await server.start(0, '127.0.0.1');
    onTestFinished(() => server.stop());
    server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
      Object.assign(token.payload, claims);
    });
    return server.issuer.url ?? '';
  }

  async function served(url: string): Promise<string> {
    const { product } = await serverForTest('2026-07-02T10:00:00+08:00');
    const directory = mkdtempSync(join(tmpdir(), 'archive-duty-foreign-'));
    const clock = openClock(directory, product.deps.clock.now());
    const tokens = openTokens(directory);
    const server = createLocalServer({
      product,
      verify: openOidc(url, 'console'),
      pages: directory,
      console: { built, signIn: { kind: 'oidc', issuer: url, clientId: 'console' } },
      mode: 'served',
      local: { product, clock, tokens, counter: product.counter, moving: createExclusive() },
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
      rmSync(directory, { recursive: true, force: true });
    });
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  const shapes: readonly Shape[] = [
    { of: 'a plain issuer', claims: { ...person, aud: 'console', scope: 'openid profile' } },
    {
      of: 'Cognito: the use of the token is a claim, the client takes the place of the audience',
      claims: { ...person, aud: undefined, token_use: 'access', client_id: 'console' },
    },
  ];

  test.each(shapes)(
    '$of: the console goes there by itself, comes back where it was, and is let in',
    async (shape) => {
      const site = await served(await issuer(shape));
      const { page, close } = await visit(browser(), site);
      page.setDefaultTimeout(40_000);
      await page.goto('/subjects');
      await page.getByRole('heading', { name: '监管对象', level: 1 }).waitFor();
      await settled(page);
      expect(new URL(page.url()).pathname).toBe('/subjects');
      await close();
    },
  );
});
