import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { encodingFor } from '../../local/assets.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const script = 'console.log("期限");\n'.repeat(500);
const picture = randomBytes(2000);
const page = `<!doctype html><title>控制台</title>${'<p>档案</p>'.repeat(200)}`;

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly bytes: Buffer;
}

/** As it comes over the wire, not unpacked. */
async function ask(url: string, method: string, headers: Record<string, string> = {}): Promise<Answer> {
  const sent = request(url, { method, headers });
  sent.end();
  const [response]: IncomingMessage[] = await once(sent, 'response');
  if (!response) throw new Error('no answer');
  const parts: Buffer[] = [];
  for await (const part of response) if (Buffer.isBuffer(part)) parts.push(part);
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) };
}

async function built(): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-console-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'assets/index-Ab12Cd34.js'), script);
  writeFileSync(join(directory, 'assets/seal-Ab12Cd34.png'), picture);
  writeFileSync(join(directory, 'index.html'), page);
  return serverForTest('2026-03-02T10:00:00+08:00', undefined, {
    built: directory,
    signIn: { kind: 'local' },
  });
}

describe('the files of the console', () => {
  test('come packed as their reader takes them, with a tag for each form', async () => {
    const { url } = await built();
    const at = `${url}/assets/index-Ab12Cd34.js`;
    const brotli = await ask(at, 'GET', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await ask(at, 'GET', { 'accept-encoding': 'gzip' });
    const plain = await ask(at, 'GET');
    expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
    expect(gunzipSync(gzip.bytes).toString()).toBe(script);
    expect(plain.bytes.toString()).toBe(script);
    for (const { headers, bytes } of [brotli, gzip, plain]) {
      expect(headers['content-length']).toBe(String(bytes.length));
      expect(headers.vary).toBe('accept-encoding');
      expect(headers['cache-control']).toContain('immutable');
    }
    expect([brotli, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(brotli.bytes.length).toBeLessThan(script.length / 4);
  });

  test('are not sent again to whoever has them, and are when they have changed', async () => {
    const { url } = await built();
    const first = await ask(url, 'GET', { 'accept-encoding': 'br' });
    const tag = first.headers.etag ?? '';
    expect(first.headers['cache-control']).toBe('no-cache');
    expect(brotliDecompressSync(first.bytes).toString()).toBe(page);
    const again = await ask(url, 'GET', { 'accept-encoding': 'br', 'if-none-match': `W/${tag}` });
    expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, tag]);
    const other = await ask(url, 'GET', { 'accept-encoding': 'br', 'if-none-match': '"older"' });
    expect(other.status).toBe(200);
  });

  test('that are packed already stay as they are', async () => {
    const { url } = await built();
    const { headers, bytes } = await ask(`${url}/assets/seal-Ab12Cd34.png`, 'GET', {
      'accept-encoding': 'br',
    });
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined]);
    expect(bytes.equals(picture)).toBe(true);
  });
});

test('HEAD answers as GET, without the body', async () => {
  const server = await built();
  const token = await server.token({ role: 'auditor', jurisdiction: 'hongjiang' });
  const known = { authorization: `Bearer ${token}` };
  const paths = [
    '/',
    '/assets/index-Ab12Cd34.js',
    '/config.json',
    '/mailbox',
    '/health',
    '/local/clock',
    '/v1/openapi.json',
    '/v1/jurisdictions/hongjiang/rules',
    '/v1/jurisdictions/hongjiang/exports/rules.xlsx',
    '/v1/jurisdictions/hongjiang/subjects/nobody',
  ];
  for (const path of paths) {
    const headers = { ...known, 'accept-encoding': 'gzip' };
    const got = await ask(server.url + path, 'GET', headers);
    const head = await ask(server.url + path, 'HEAD', headers);
    expect([path, head.status]).toEqual([path, got.status]);
    expect([path, head.bytes.length]).toEqual([path, 0]);
    expect([path, head.headers['content-length']]).toEqual([path, String(got.bytes.length)]);
    expect(head.headers['content-type']).toBe(got.headers['content-type']);
  }
  const nowhere = await ask(`${server.url}/v1/preview`, 'HEAD', known);
  expect(nowhere.status).toBeGreaterThanOrEqual(400);
});

test('the encoding is the best that is asked for', () => {
  expect(['gzip, br', 'gzip;q=0.5, br;q=0', '*', 'identity', undefined, 'GZIP'].map(encodingFor)).toEqual([
    'br',
    'gzip',
    'br',
    'identity',
    'identity',
    'gzip',
  ]);
});
