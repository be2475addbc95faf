import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { validate } from 'dockerfile-utils';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { main as build } from '../../tools/build.ts';
import { createVisitor } from '../support/product/visitor.ts';
import { runTool } from '../support/product/run-tool.ts';

const run = promisify(execFile);
const MOST_BYTES = 60_000_000;

let place = '';
let folder = '';
let told = '';

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'archive-duty-built-'));
  folder = join(place, 'server');
  mkdirSync(join(place, 'empty'));
  const ran = await runTool(build, ['--out', folder]);
  expect([ran.code, ran.errors]).toEqual([0, '']);
  told = ran.output;
}, 120_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const bytesIn = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
    : statSync(path).size;

/** Node alone, in an empty directory and an empty environment; stopped with the test. */
async function started(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(folder, 'main.mjs'), '--port', '0', ...args], {
    cwd: join(place, 'empty'),
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => void child.kill('SIGKILL'));
  let text = '';
  for await (const chunk of child.stdout) {
    text += String(chunk);
    const [, url] = /API\s+(http:\/\/127\.0\.0\.1:\d+)/u.exec(text) ?? [];
    if (url !== undefined && text.includes('Stop')) return url;
  }
  throw new Error(`it ended: ${text}`);
}

describe('the folder that npm run build makes', () => {
  test('is small, says so, and holds the licences of what is in it', () => {
    const bytes = bytesIn(folder);
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(told).toContain(`${folder}: ${(bytes / 1_000_000).toFixed(1)} MB`);
    expect(existsSync(join(folder, 'node_modules'))).toBe(false);
    expect(readFileSync(join(folder, 'LICENCES.txt'), 'utf8')).toMatch(/^oidc-provider \d/mu);
  });

  test('starts with Node alone: health, sign-in page, console, and its tools', async () => {
    const data = join(place, 'office');
    const url = await started('--empty', '--data', data);
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
    const visitor = createVisitor(url);
    expect((await visitor.begin()).text).toContain('name="password"');
    expect((await visitor.get('/account/style.css')).status).toBe(200);
    expect((await visitor.get('/')).text).toContain('<div id="root">');
    const out = join(place, 'backup.gz');
    const { stdout } = await run(
      process.execPath,
      [join(folder, 'backup.mjs'), '--data', data, '--out', out],
      {
        cwd: join(place, 'empty'),
        env: {},
      },
    );
    expect(stdout).toContain('SHA-256');
    const restored = ['--data', join(place, 'again'), '--in', out, '--sent-nothing'];
    await run(process.execPath, [join(folder, 'restore.mjs'), ...restored], { env: {} });
    expect(existsSync(join(place, 'again', 'data.db'))).toBe(true);
    expect(readdirSync(join(place, 'empty'))).toEqual([]);
  });

  test('answers a program that looks a status up', async () => {
    const url = await started('--data', join(place, 'demo'), '--now', '2026-03-02T08:00:00+08:00');
    const asked = await fetch(`${url}/local/token`, {
      method: 'POST',
      body: JSON.stringify({
        role: 'machine',
        jurisdiction: 'hongjiang',
        scopes: ['status:read', 'subjects:read'],
      }),
      headers: { 'content-type': 'application/json' },
    });
    const { token } = z.object({ token: z.string() }).parse(await asked.json());
    const get = async (path: string): Promise<unknown> => {
      const answer = await fetch(`${url}/v1/jurisdictions/hongjiang${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(answer.status).toBe(200);
      return answer.json();
    };
    const { items } = z
      .looseObject({ items: z.array(z.looseObject({ id: z.string() })) })
      .parse(await get('/subjects'));
    expect(await get(`/status/${items[0]?.id ?? ''}`)).toMatchObject({ summary: {} });
  });

  test('is not put in the place of other files', async () => {
    const other = join(place, 'empty');
    mkdirSync(join(other, 'mine'));
    const ran = await runTool(build, ['--out', other]);
    expect([ran.code, ran.errors]).toEqual([1, expect.stringContaining('holds other files')]);
    expect(readdirSync(other)).toEqual(['mine']);
    rmSync(join(other, 'mine'), { recursive: true });
  });

  test('has a Dockerfile without a fault that copies it, and runs as a user without rights', () => {
    const text = readFileSync(join(folder, 'Dockerfile'), 'utf8');
    expect(validate(text)).toEqual([]);
    for (const line of ['FROM node:24-slim', 'COPY . .', 'USER node'])
      expect(text.split('\n')).toContain(line);
  });
});
