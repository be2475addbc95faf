import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IssuerUnavailable, openOidc } from '../../local/oidc.ts';
import { startByNpm, startProcess } from '../support/product/real-process.ts';
import { issuerForTest } from '../support/servers/issuer.ts';

describe('an issuer', () => {
  test('that is away says nothing against a token, and is asked again', async () => {
    const made = await issuerForTest();
    let away = true;
    const gone = createServer((_, response) => {
      if (away) return void response.writeHead(502).end();
      response.end(JSON.stringify({ issuer: made.url, jwks_uri: `${made.url}/keys` }));
    });
    gone.listen(0, '127.0.0.1');
    await once(gone, 'listening');
    onTestFinished(() => void gone.close());
    const address = gone.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const verify = openOidc(`http://127.0.0.1:${port}`, 'archive-duty');
    const exp = Math.floor(Date.now() / 1000) + 300;
    const token = await made.sign({ sub: 'officer-1', aud: 'archive-duty', exp }, { typ: 'at+jwt' });
    await expect(verify(token)).rejects.toBeInstanceOf(IssuerUnavailable);
    away = false;
    expect(await verify(token)).toMatchObject({ sub: 'officer-1' });
  });

  test('that answers without end is read no further', async () => {
    const endless = createServer((_, response) => {
      const more = (): void => {
        while (response.writable && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    endless.listen(0, '127.0.0.1');
    await once(endless, 'listening');
    onTestFinished(() => {
      endless.closeAllConnections();
      endless.close();
    });
    const address = endless.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const verify = openOidc(`http://127.0.0.1:${port}`, 'archive-duty');
    await expect(verify('no token')).rejects.toBeInstanceOf(IssuerUnavailable);
  });
});

test('a product whose issuer is down starts, and answers 503 to whoever brings a token', async () => {
  const data = mkdtempSync(join(tmpdir(), 'archive-duty-issuer-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const running = await startProcess(data, '--issuer', 'http://127.0.0.1:1', '--audience', 'archive-duty');
  const asked = await fetch(`${running.url}/v1/jurisdictions`, { headers: { authorization: 'Bearer x' } });
  expect(asked.status).toBe(503);
  expect(asked.headers.get('retry-after')).toBe('30');
  expect((await fetch(`${running.url}/v1/jurisdictions`)).status).toBe(401);
  expect(await running.stop('SIGTERM')).toBe(0);
});

test('SIGTERM to npm start ends the product too', async () => {
  const data = mkdtempSync(join(tmpdir(), 'archive-duty-npm-'));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const child = await startByNpm(data);
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  // Its output is closed when the last process that holds it has ended.
  await ended;
  const again = await startProcess(data);
  expect(await again.stop('SIGTERM')).toBe(0);
});
