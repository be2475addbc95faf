import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { main as start } from '../../local/start.ts';
import { issuerForTest } from '../support/servers/issuer.ts';
import { startProcess } from '../support/product/real-process.ts';
import { runTool } from '../support/product/run-tool.ts';
import { proxyTo } from '../support/servers/reverse-proxy.ts';

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'archive-duty-served-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('started with an issuer, the product opens no /local behind a proxy on the same machine, and tells browsers nothing about TLS', async () => {
  const issuer = await issuerForTest();
  const running = await startProcess(
    directory(),
    '--issuer',
    issuer.url,
    '--audience',
    'console',
    '--now',
    '2026-03-02T08:00:00+08:00',
  );
  onTestFinished(async () => {
    await running.stop('SIGKILL');
  });
  for (const keepsHost of [true, false]) {
    const proxy = await proxyTo(running.url, { keepsHost });
    for (const path of ['mailbox', 'dead-letters', 'clock'])
      expect((await fetch(`${proxy}/local/${path}`)).status).toBe(404);
    expect((await fetch(`${proxy}/local/token`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await fetch(`${proxy}/mailbox`)).status).toBe(404);
    const { status, headers } = await fetch(`${proxy}/v1/jurisdictions`);
    expect(status).toBe(401);
    for (const name of ['strict-transport-security', 'server', 'x-powered-by'])
      expect(headers.get(name)).toBeNull();
    expect((await fetch(`${proxy}/health`)).status).toBe(200);
  }
});

test.each([
  [['--trust-proxy'], '--issuer'],
  [['--host', '0.0.0.0'], '--issuer'],
  [['--host', '0.0.0.0'], '--public-url'],
  [['--host', '0.0.0.0', '--public-url', 'http://duty.example.cn'], 'https://'],
  [
    ['--trust-proxy', '--public-url', 'https://duty.example.cn', '--now', '2026-03-02T08:00:00+08:00'],
    '--now',
  ],
  [['--tls-cert', 'cert.pem'], '--tls-key'],
  [['--issuer', 'https://issuer.example'], '--audience'],
])('%j is not started without what says who may come in', async (args, needs) => {
  const data = directory();
  const { code, errors } = await runTool(start, ['--port', '0', '--data', data, '--empty', ...args]);
  expect([code, errors]).toEqual([1, expect.stringContaining(needs)]);
  expect(readdirSync(data)).toEqual([]);
});

test('the mailbox cannot be framed by another page', async () => {
  const running = await startProcess(directory(), '--now', '2026-03-02T08:00:00+08:00');
  onTestFinished(async () => {
    await running.stop('SIGKILL');
  });
  const { status, headers } = await fetch(`${running.url}/mailbox`);
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-frame-options')).toBe('DENY');
});
