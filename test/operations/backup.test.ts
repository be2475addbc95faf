import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BEGIN, firstHalf, HALFWAY, secondHalf } from '../support/bureaus/kept-bureau.ts';
import { actorAt, answersOf, servedFrom } from '../support/product/kept-server.ts';
import { startProcess } from '../support/product/real-process.ts';
import { runTool } from '../support/product/run-tool.ts';
import { main as backupTool } from '../../tools/backup.ts';
import { main as restoreTool } from '../../tools/restore.ts';
import type { TestServer } from '../support/product/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-duty-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
const backup = at('backup.gz');

/** What left, each by what makes it the same message; what leaves at one moment has no order. */
const sentBy = async (server: TestServer): Promise<string[]> =>
  (await server.mailbox())
    .map(({ sentAt, noticeId, to, channel, subject }) => [sentAt, noticeId, to, channel, subject].join(' '))
    .sort();

const story: {
  ids?: { project: string; late: string };
  answers?: object;
  sent?: string[];
  after?: string[];
} = {};
const ids = () => story.ids ?? { project: '', late: '' };

const restore = async (data: string, ...args: string[]) => {
  const ran = await runTool(restoreTool, ['--data', at(data), '--in', backup, ...args]);
  expect([ran.code, ran.errors]).toEqual([0, '']);
  return ran;
};
const release = async (data: string) => {
  const ran = await runTool(restoreTool, ['--data', at(data), '--release']);
  expect(ran.code).toBe(0);
  return ran;
};

beforeAll(async () => {
  await servedFrom(at('first'), BEGIN, async (server) => {
    story.ids = await firstHalf(actorAt(server));
    story.answers = await answersOf(server);
    story.sent = await sentBy(server);
  });
  const { code, output } = await runTool(backupTool, ['--data', at('first'), '--out', backup]);
  expect(code).toBe(0);
  expect(output).toMatch(/^\d+ items, taken at 2026-03-13T12:00:00\+08:00, SHA-256 [0-9a-f]{64}\n/);
  cpSync(at('first'), at('uninterrupted'), { recursive: true });
  story.after = await servedFrom(at('uninterrupted'), HALFWAY, async (server) => {
    await secondHalf(actorAt(server), ids());
    return (await sentBy(server)).slice(story.sent?.length);
  });
});

describe('a backup that was restored after everything was wiped', () => {
  test('answers every question as before', async () => {
    rmSync(at('first'), { recursive: true });
    await restore('same', '--sent-nothing');
    await servedFrom(at('same'), HALFWAY, async (server) => {
      expect(await answersOf(server)).toEqual(story.answers);
      expect(Object.keys(story.answers ?? {}).length).toBeGreaterThan(50);
    });
  });

  test('goes on, once it is let, and sends exactly what the uninterrupted one sends', async () => {
    await restore('again', '--sent-nothing');
    expect((await release('again')).output).toContain('Lifted: ');
    const sent = await servedFrom(at('again'), HALFWAY, async (server) => {
      await secondHalf(actorAt(server), ids());
      return sentBy(server);
    });
    expect(sent).toEqual(story.after);
    expect(sent.length).toBeGreaterThan(8);
  });

  test('sends nothing before it is let, not even the daily mail; then what is due, late, and nothing twice', async () => {
    await restore('held', '--sent-nothing');
    const later = '2026-03-25T12:00:00+08:00';
    await servedFrom(at('held'), HALFWAY, async (server) => {
      await server.advance(later);
      expect(await sentBy(server)).toEqual([]);
    });
    await release('held');
    expect((await release('held')).output).toBe('Nothing was held.\n');
    await servedFrom(at('held'), later, async (server) => {
      await server.advance('2026-03-26T12:00:00+08:00');
      const sent = (await server.mailbox()).map(({ noticeId }) => noticeId);
      const before = new Set(story.sent?.map((line) => line.split(' ')[1]));
      expect(sent.length).toBeGreaterThan(0);
      expect(sent.filter((id) => before.has(id))).toEqual([]);
    });
  });

  test('takes for sent what fell due while the old product still ran, and says so', async () => {
    const until = '2026-04-01T12:00:00+08:00';
    const { output } = await restore('later', '--sent-until', until);
    expect(output).toContain(`are taken to have left: ${backup}.not-sent-again.csv`);
    const [head, ...lines] = readFileSync(`${backup}.not-sent-again.csv`, 'utf8').trim().split('\n');
    expect(head).toBe('jurisdiction,id,step,due');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join()).not.toContain('@');
    await release('later');
    await servedFrom(at('later'), HALFWAY, async (server) => {
      await server.advance('2026-04-30T12:00:00+08:00');
      const outside = (await sentBy(server)).filter((line) => !/【(?:每日情况|检查)/.test(line));
      expect(outside.map((line) => line.slice(0, 10)).filter((day) => day < '2026-04-01')).toEqual([]);
      expect(outside.length).toBeGreaterThan(0);
      const [, id = ''] = lines.find((line) => line.startsWith('hongjiang,'))?.split(',') ?? [];
      const officer = await server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
      expect((await officer.ask('GET', `/v1/jurisdictions/hongjiang/obligations/${id}`)).text).toContain(
        '项通知按已发出处理，不再发送',
      );
    });
  });
});

describe('a restore', () => {
  const refused = async (...args: string[]) => {
    const ran = await runTool(restoreTool, args);
    expect([ran.code, ran.output]).toEqual([1, '']);
    return ran.errors;
  };
  const how = '--sent-nothing';

  test('does not touch a directory that holds data, unless told twice; then it keeps what was there', async () => {
    await restore('taken', how);
    const args = ['--data', at('taken'), '--in', backup, how];
    expect(await refused(...args)).toContain('holds data already');
    expect(await refused(...args, '--replace')).toContain('back it up first, then say --confirm too');
    const { output } = await restore('taken', how, '--replace', '--confirm');
    expect(output).toContain(`The data of before are in ${at('taken')}/data.db.replaced-1.`);
    expect(readdirSync(at('taken')).sort()).toEqual(['clock.json', 'data.db', 'data.db.replaced-1', 'lock']);
  });

  test('wants to hear what has left since', async () => {
    expect(await refused('--data', at('x'), '--in', backup)).toContain('Say what has left since the backup');
    expect(await refused('--data', at('x'), '--in', backup, '--sent-until', 'yesterday')).toContain(
      'is no instant',
    );
    expect(await refused('--in', backup, how)).toContain('npm run restore -- --data DIR');
  });

  const plain = (): string => gunzipSync(readFileSync(backup)).toString('utf8');
  const lines = (): string[] => plain().trimEnd().split('\n');
  const zipped = (list: readonly string[]): Buffer => gzipSync(`${list.join('\n')}\n`);
  test.each<[string, () => Buffer, RegExp]>([
    ['torn in the middle', () => readFileSync(backup).subarray(0, 5000), /cannot be read as a backup/],
    [
      'that lacks its last item',
      () => zipped(lines().slice(0, -1)),
      /holds \d+ items, its header says \d+: it is torn/,
    ],
    [
      'with a changed item',
      () => gzipSync(plain().replace('a@unit', 'b@unit')),
      /was changed since it was written/,
    ],
    ['without a header', () => zipped(lines().slice(1)), /header product/],
    [
      'of a later format',
      () => gzipSync(plain().replace('"format":1', '"format":2')),
      /this code reads backups of format 1/,
    ],
    [
      'of newer code',
      () => gzipSync(plain().replace('"v":1', '"v":9')),
      /the backup is of newer code: .*deploy that/,
    ],
    ['that is something else', () => Buffer.from('hello'), /cannot be read as a backup/],
  ])('refuses a file %s, and writes nothing', async (_, made, says) => {
    const file = at('bad.gz');
    writeFileSync(file, made());
    expect(await refused('--data', at('nothing'), '--in', file, how)).toMatch(says);
    expect(existsSync(at('nothing'))).toBe(false);
  });
});

describe('a product that runs', () => {
  test('is backed up as it is at that moment, and not restored over: its directory is its own', async () => {
    const data = at('running');
    const running = await startProcess(data, '--now', BEGIN);
    const saved = await runTool(backupTool, ['--data', data, '--out', at('running.gz')]);
    const restored = await runTool(restoreTool, ['--data', data, '--in', backup, '--sent-nothing']);
    await running.stop('SIGTERM');
    expect(restored.errors).toContain(`${data} is in use by another process: stop that one`);
    expect([saved.code, saved.errors, restored.code]).toEqual([0, '', 1]);
    const again = await runTool(backupTool, ['--data', data, '--out', at('stopped.gz')]);
    const hash = /SHA-256 [0-9a-f]{64}/;
    expect(hash.exec(saved.output)?.[0]).toBe(hash.exec(again.output)?.[0]);
  });

  test('that does not exist is not made by a backup', async () => {
    const { code, errors } = await runTool(backupTool, ['--data', at('misspelt'), '--out', at('no.gz')]);
    expect([code, existsSync(at('misspelt'))]).toEqual([1, false]);
    expect(errors).toContain('holds no data of the product');
  });
});
