import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { BEGIN, firstHalf } from '../support/bureaus/kept-bureau.ts';
import { actorAt, BASE } from '../support/product/kept-server.ts';
import * as local from '../support/product/local-answers.ts';
import { runTool } from '../support/product/run-tool.ts';
import { main as settingsTool } from '../../tools/settings.ts';
import { serverForTest, sharedServer, type TestServer } from '../support/product/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-duty-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'settings.json');

const admin = { role: 'bureau-admin', jurisdiction: 'hongjiang' } as const;
const superior = { role: 'superior', jurisdiction: 'huaihua' } as const;

async function settings(server: TestServer, claims: object, ...args: string[]) {
  const { token } = await server.with(undefined).send(local.token, 'POST', '/local/token', claims);
  vi.stubEnv('ARCHIVE_DUTY_TOKEN', token);
  return runTool(settingsTool, [...args, '--url', server.url]).finally(() => vi.unstubAllEnvs());
}

/** A stage at work, with choices of its own, and what it exports. */
const source = sharedServer(BEGIN, async (server) => {
  const actor = actorAt(server);
  await firstHalf(actor);
  const figures = { 'archives-security/self-inspection-summary': { due: '12-20' } };
  await actor.ask('PATCH', '/settings', { sendHour: 10, reminderLeads: { long: [30, 10] }, figures }, admin);
  const { code, output, errors } = await settings(server, admin, 'export');
  expect([code, errors]).toEqual([0, '']);
  writeFileSync(file, output);
});

const importing = (server: TestServer, claims: object, ...args: string[]) =>
  settings(server, claims, 'import', '--in', file, ...args);

describe('what a bureau decided', () => {
  test('is carried to another product: shown, taken over thing by thing, and then there is no difference', async () => {
    const from = source().server;
    const to = await serverForTest(BEGIN);
    const dry = await importing(to, admin, '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.output).toContain('settings: sendHour: 9 → 10');
    expect(dry.output).toContain('settings: alerts.superiors: [] → ["superior@city.example.com"]');
    expect(dry.output).toContain('staff: wang: new');
    expect(dry.output).toContain('work calendar 2027: 1 days off and 0 make-up days, from 国务院办公厅通知');
    expect(dry.output).toContain(
      'override key-project-archives/quarterly-check from 2026-01-01: 怀档〔2026〕4号, to 2026-12-31',
    );
    const again = await importing(to, admin, '--dry-run');
    expect(again.output).toBe(dry.output);

    const done = await importing(to, admin);
    expect(done.output).toContain('done: work calendar 2027\ndone: settings\ndone: staff\nREFUSED: override');
    expect(done.output).toContain('needs a token with the role superior');
    expect(done.code).toBe(1);
    const above = await importing(to, superior, '--jurisdiction', 'hongjiang');
    expect([above.code, above.errors]).toEqual([0, '']);
    expect(above.output).toContain('done: override key-project-archives/quarterly-check from 2026-01-01');
    expect((await importing(to, admin)).output).toBe('The target decides as the file says already.\n');
    const shown = (await settings(to, admin, 'export')).output;
    expect(JSON.parse(shown)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    for (const path of ['/settings', '/staff']) {
      const [a, b] = await Promise.all(
        [from, to].map(async (server) => (await server.as(admin)).ask('GET', `${BASE}${path}`)),
      );
      const withoutVersion = (body: unknown) => ({ ...z.looseObject({}).parse(body), version: 0 });
      expect(withoutVersion(b?.body)).toEqual(withoutVersion(a?.body));
    }
  });

  test('does not move the day from which duties are pursued, unless asked', async () => {
    const to = await serverForTest('2026-06-01T08:00:00+08:00');
    const line = 'trackFrom: "2026-06-01" → "2026-03-02"';
    expect((await importing(to, admin, '--dry-run')).output).toContain(`stays: ${line}: left alone`);
    expect((await importing(to, admin, '--dry-run', '--track-from')).output).toContain(`settings: ${line}`);
  });

  test('is refused field by field where the target’s rules do not allow it; the rest is done', async () => {
    const wanted = z
      .looseObject({ settings: z.looseObject({}) })
      .parse(JSON.parse(readFileSync(file, 'utf8')));
    const strict = join(folder, 'strict.json');
    writeFileSync(
      strict,
      JSON.stringify({ ...wanted, settings: { ...wanted.settings, figures: { 'no/rule': { days: 3 } } } }),
    );
    const to = await serverForTest(BEGIN);
    const { code, output } = await settings(to, admin, 'import', '--in', strict);
    expect(code).toBe(1);
    expect(output).toContain('REFUSED: settings: 422 figures.no/rule.days: there is no rule no/rule here');
    expect(output).toContain('done: staff');
  });

  test.each([
    [
      'of another bureau',
      { ...admin, jurisdiction: 'luquan' },
      'is of hongjiang, the token of luquan: their rules differ',
    ],
  ])('is not taken by one %s', async (_, claims, says) => {
    const { code, errors } = await importing(await serverForTest(BEGIN), claims);
    expect([code, errors]).toEqual([1, expect.stringContaining(says)]);
  });
});

describe('the tool', () => {
  test.each([
    [['export'], 'npm run -s settings -- export'],
    [['export', '--url', 'http://127.0.0.1:1'], 'Say who asks: --token, or ARCHIVE_DUTY_TOKEN'],
    [['export', '--url', 'http://127.0.0.1:1', '--token', 'x'], 'The token is no JWT'],
    [['export', '--url', 'localhost:3000', '--token', 'x'], '--url localhost:3000 is no address'],
    [
      ['export', '--url', 'http://127.0.0.1:1', '--token', `a.${Buffer.from('{}').toString('base64url')}.c`],
      'names no jurisdiction',
    ],
    [
      [
        'export',
        '--url',
        'http://127.0.0.1:1',
        '--token',
        `a.${Buffer.from('{}').toString('base64url')}.c`,
        '--jurisdiction',
        'hongjiang',
      ],
      'does not answer',
    ],
  ])('%j is refused with the remedy', async (args, says) => {
    const { code, errors } = await runTool(settingsTool, args);
    expect([code, errors]).toEqual([1, expect.stringContaining(says)]);
  });
});
