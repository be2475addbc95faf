import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { noticeStates } from '../../shared/domain/notices/state.ts';
import { memoryEngine } from '../../local/sqlite/engine.ts';
import { accountsForTest } from '../support/product/accounts.ts';
import { startDemo } from '../support/product/real-process.ts';

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'archive-duty-metrics-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const TOKEN = 'a-token-of-more-than-16-signs';

/** With any name of the host, which fetch would not send. */
async function statusAs(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const asked = request(`${url}/metrics`, { headers });
  asked.end();
  const [response]: IncomingMessage[] = await once(asked, 'response');
  response?.resume();
  return response?.statusCode ?? 0;
}

test('metrics count notices, queues, age, disk and sign-ins, and name nobody', async () => {
  const running = await startDemo(directory(), '--port', '0', '--now', '2026-03-02T08:00:00+08:00');
  onTestFinished(async () => {
    await running.stop('SIGKILL');
  });
  const moved = await fetch(`${running.url}/local/clock`, {
    method: 'POST',
    body: '{"now":"2026-03-04T12:00:00+08:00"}',
    headers: { 'content-type': 'application/json' },
  });
  const { notices } = z
    .object({ now: z.string(), notices: z.number(), escalations: z.number() })
    .parse(await moved.json());
  const answer = await fetch(`${running.url}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u);
  const text = await answer.text();
  for (const line of text.split('\n').filter((one) => one !== ''))
    expect(line).toMatch(
      /^(?:# (?:HELP|TYPE) .+|[a-z0-9_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? -?[\d.e+-]+|[a-z0-9_]+ (?:NaN|Nan))$/u,
    );
  const states = [...text.matchAll(/^archive_duty_notices\{state="(\w+)"\} (\d+)$/gmu)];
  expect(states.map(([, state]) => state)).toEqual([...noticeStates]);
  const total = states.reduce((sum, [, , count]) => sum + Number(count), 0);
  expect(notices).toBeGreaterThan(20);
  expect(total).toBe(notices);
  for (const name of [
    'queue_messages',
    'dead_letters',
    'watermark_age_seconds',
    'disk_free_bytes',
    'sign_ins',
  ])
    expect(text).toContain(`\narchive_duty_${name}`);
  expect(text).not.toMatch(/@|\p{Script=Han}/u);
});

test('others read them only with the token', async () => {
  const server = await accountsForTest({ publicUrl: 'https://duty.example.cn', metricsToken: TOKEN });
  const { host } = new URL(server.url);
  expect(await statusAs(server.url, { host })).toBe(200);
  const elsewhere = { host, 'x-forwarded-for': '203.0.113.7' };
  expect(await statusAs(server.url, elsewhere)).toBe(403);
  expect(await statusAs(server.url, { host: 'duty.example.cn' })).toBe(403);
  expect(await statusAs(server.url, { host, origin: 'https://evil.example' })).toBe(403);
  for (const wrong of ['', `${TOKEN}x`, TOKEN.replace('a', 'é')])
    expect(await statusAs(server.url, { ...elsewhere, authorization: `Bearer ${wrong}` })).toBe(403);
  expect(await statusAs(server.url, { ...elsewhere, authorization: `Bearer ${TOKEN}` })).toBe(200);
});

test('a long list is counted whole, in parts', async () => {
  const engine = memoryEngine();
  const items = Array.from({ length: 4001 }, (_, at) => ({
    pk: `P#${at}`,
    sk: 'N',
    lp: 'hongjiang#NOTICE',
    ls: String(at).padStart(5, '0'),
    status: at % 4 === 0 ? 'queued' : 'sent',
  }));
  await engine.store.putMany(items);
  expect(await engine.tally('hongjiang#NOTICE', 'status')).toEqual(
    new Map([
      ['queued', 1001],
      ['sent', 3000],
    ]),
  );
  expect(await engine.tally('shexian#NOTICE', 'status')).toEqual(new Map());
  await engine.close();
});
