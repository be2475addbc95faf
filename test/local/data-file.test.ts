import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { keptClock, openClock } from '../../local/clock.ts';
import { lockDirectory } from '../../local/lock.ts';
import { openEngine, openEngineFile, openTableOf, silent } from '../../local/sqlite/engine.ts';
import { StartError } from '../../local/start-error.ts';
import { openTokens } from '../../local/tokens.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { refusedStart, startProcess } from '../support/product/real-process.ts';

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'archive-duty-file-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A directory whose data file holds some items, closed as a stop leaves it. */
async function filled(): Promise<{ data: string; file: string }> {
  const data = directory();
  const engine = openEngine(data);
  await engine.store.putMany(
    Array.from({ length: 400 }, (_, index) => ({
      pk: `P#${index % 7}`,
      sk: String(index),
      text: '档案'.repeat(99),
    })),
  );
  await engine.close();
  return { data, file: join(data, 'data.db') };
}

/** Every file with its content: what a refused start must leave as it was. */
const contents = (data: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(data)
      .filter((name) => statSync(join(data, name)).isFile() && !/^lock|-shm$|-wal$/.test(name))
      .map((name) => [name, readFileSync(join(data, name)).toString('base64')]),
  );

function refused(data: string, says: RegExp): void {
  const before = contents(data);
  let told: unknown;
  try {
    openEngine(data);
  } catch (error) {
    told = error;
  }
  expect(told).toBeInstanceOf(StartError);
  expect(String(told)).toMatch(says);
  expect(contents(data)).toEqual(before);
}

const overwrite = (file: string, at: number, bytes: Buffer): void => {
  const content = readFileSync(file);
  bytes.copy(content, at);
  writeFileSync(file, content);
};

const toBackup = /npm run restore -- --data NEW --in FILE/;

test('what was stored is there again after a stop, and one file is left', async () => {
  const { data } = await filled();
  expect(readdirSync(data)).toEqual(['data.db']);
  const engine = openEngine(data);
  expect((await engine.store.query({ pk: 'P#3' })).items).toHaveLength(57);
  await engine.close();
});

test('a page that was overwritten is refused with the way to the backup, whichever it is', async () => {
  const { data, file } = await filled();
  const whole = readFileSync(file);
  const pages = statSync(file).size / 4096;
  for (let page = 0; page < pages; page += Math.ceil(pages / 8)) {
    writeFileSync(file, whole);
    overwrite(file, page * 4096, Buffer.alloc(4096, 0xa5));
    refused(data, toBackup);
  }
});

test.each([0, 100, 4096, 20_000])('a file cut off at %i bytes is refused, not begun anew', async (size) => {
  const { data, file } = await filled();
  truncateSync(file, size);
  refused(data, toBackup);
});

test('a file of another program is refused, whether it is SQLite’s or not', async () => {
  const data = directory();
  const file = join(data, 'data.db');
  const other = new DatabaseSync(file);
  other.exec('CREATE TABLE visits (day TEXT)');
  other.close();
  refused(data, /is a file of another program: name another --data/);
  writeFileSync(file, 'something else entirely '.repeat(500));
  refused(data, /is damaged/);
});

test('a file of a newer version is refused', async () => {
  const { data, file } = await filled();
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 2');
  newer.close();
  refused(data, /was written by a newer version of this product \(form 2, this one knows 1\)/);
});

test('a copy that was taken of a running product without its log is refused: it would send again', async () => {
  const { data } = await filled();
  const engine = openEngine(data);
  await engine.store.put({ pk: 'later', sk: '0' }, 'absent');
  const copy = directory();
  copyFileSync(join(data, 'data.db'), join(copy, 'data.db'));
  await engine.close();
  refused(copy, /lacks its last changes: data.db-wal is missing/);
  expect(() => openTableOf(copy)).toThrow('lacks its last changes');
});

test('a missing file beside its log is refused', async () => {
  const data = directory();
  writeFileSync(join(data, 'data.db-wal'), 'left over');
  refused(data, /data.db is missing, but data.db-wal is there/);
});

test('a directory of the first release is recognised, and told how its data come over', async () => {
  const data = directory();
  mkdirSync(join(data, 'table'));
  writeFileSync(join(data, 'table', 'CURRENT'), 'MANIFEST-000002\n');
  refused(data, /holds the data of version 0\.1 .*npm run backup .*npm run restore/);
  expect(readdirSync(data)).toEqual(['table']);
});

test('killed twenty times in the middle of writing, it goes on with all that it had answered', async () => {
  const { data } = await filled();
  const program = `
    import { openEngine } from './local/sqlite/engine.ts';
    const { store } = openEngine(${JSON.stringify(data)});
    const life = process.argv[1];
    for (let n = 0; ; n += 1) {
      await Promise.all([0, 1, 2].map((each) => store.put({ pk: 'K#' + life, sk: String(n * 3 + each) }, 'absent')));
      process.stdout.write(n + '\\n');
    }`;
  const answered: number[] = [];
  for (let life = 0; life < 20; life += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, String(life)]);
    let rounds = 0;
    child.stdout.on('data', (part: Buffer) => {
      rounds += part.toString().split('\n').length - 1;
      if (rounds > life * 2) child.kill('SIGKILL');
    });
    const [code, signal]: unknown[] = await once(child, 'close');
    expect([code, signal]).toEqual([null, 'SIGKILL']);
    answered.push(rounds * 3);
  }
  const engine = openEngine(data);
  const found = new Map<string, Set<string>>();
  for await (const { pk, sk } of engine.store.scan()) found.set(pk, (found.get(pk) ?? new Set()).add(sk));
  for (const [life, count] of answered.entries()) {
    const stored = found.get(`K#${life}`) ?? new Set();
    const lost = Array.from({ length: count }, (_, n) => String(n)).filter((sk) => !stored.has(sk));
    expect([life, lost]).toEqual([life, []]);
    // Of the round that was under way all three or none: they are one transaction.
    expect(stored.size % 3).toBe(0);
  }
  expect(found.get('P#3')?.size).toBe(57);
  await engine.close();
});

test('a torn clock.json and a token-key that is too short are refused with the remedy', () => {
  const data = directory();
  for (const torn of ['', '{"now":"2026-0', '{}', '{"now":"tomorrow"}']) {
    writeFileSync(join(data, 'clock.json'), torn);
    expect(() => openClock(data, undefined)).toThrow(
      /clock.json does not say what the simulated clock shows: write/,
    );
    expect(readFileSync(join(data, 'clock.json'), 'utf8')).toBe(torn);
  }
  for (const key of ['', 'short']) {
    writeFileSync(join(data, 'token-key'), key);
    expect(() => openTokens(data)).toThrow(/token-key is no key: .* Delete it and start again/);
  }
});

test('the lock of a directory holds although its file and the data file were read meanwhile', async () => {
  const data = directory();
  const running = await startProcess(data, '--now', '2026-03-02T08:00:00+08:00');
  for (const name of readdirSync(data)) readFileSync(join(data, name));
  const second = await refusedStart(data);
  expect(second).toMatchObject({ code: 1 });
  expect(second.told).toBe(`${data} is in use by another process: stop that one, or name another --data.\n`);
  await running.stop('SIGKILL');
  const lock = lockDirectory(data);
  expect(() => lockDirectory(data)).toThrow('is in use by another process');
  readFileSync(join(data, 'data.db'));
  expect((await refusedStart(data)).told).toContain('is in use by another process');
  lock.release();
});

test('a process whose lock was deleted or replaced writes nothing more', async () => {
  const data = directory();
  const lock = lockDirectory(data);
  lock.check();
  const engine = openEngineFile(join(data, 'data.db'), { ...silent, mayWrite: lock.check });
  expect(await engine.store.put({ pk: 'a', sk: 'before' }, 'absent')).toBe(true);
  rmSync(join(data, 'lock'));
  await expect(engine.store.put({ pk: 'a', sk: 'gone' }, 'absent')).rejects.toThrow(
    /was deleted or replaced/,
  );
  const second = lockDirectory(data);
  await expect(engine.store.put({ pk: 'a', sk: 'other' }, 'absent')).rejects.toThrow(
    /was deleted or replaced/,
  );
  expect((await engine.store.query({ pk: 'a' })).items.map(({ sk }) => sk)).toEqual(['before']);
  lock.release();
  second.check();
  second.release();
  await engine.close();
});

test('a product whose lock was deleted ends with a sentence at its next write', async () => {
  const data = directory();
  const running = await startProcess(data, '--now', '2026-03-02T08:00:00+08:00');
  let told = '';
  running.child.stderr?.on('data', (part: Buffer) => {
    told += part.toString();
  });
  const ended = once(running.child, 'exit');
  rmSync(join(data, 'lock'));
  const move = fetch(`${running.url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"now":"2026-06-02T08:00:00+08:00"}',
  });
  await expect(move).rejects.toThrow();
  expect(await ended).toEqual([1, null]);
  expect(told).toMatch(/lock was deleted or replaced: .* The product ends\.\n$/);
});

test('a clock that somebody saved with a byte order mark is read, by the product and by the tools', async () => {
  const data = directory();
  writeFileSync(join(data, 'clock.json'), '\ufeff{"now":"2026-03-02T08:00:00+08:00"}');
  const shown = instant('2026-03-02T08:00:00+08:00');
  expect(keptClock(data)).toBe(shown);
  expect(openClock(data, undefined)).toMatchObject({ simulated: true });
});

test('what a start makes is for its own user alone', async () => {
  const parent = directory();
  const data = join(parent, 'new');
  const running = await startProcess(data, '--now', '2026-03-02T08:00:00+08:00');
  const modes = readdirSync(data).map((name) => [
    name,
    (statSync(join(data, name)).mode & 0o777).toString(8),
  ]);
  expect(statSync(data).mode & 0o777).toBe(0o700);
  expect(modes).toEqual(modes.map(([name]) => [name, '600']));
  expect(modes.map(([name]) => name)).toEqual(
    expect.arrayContaining(['clock.json', 'data.db', 'data.db-wal', 'token-key']),
  );
  await running.stop('SIGTERM');
  chmodSync(data, 0o755);
  lockDirectory(data).release();
  expect(statSync(data).mode & 0o777).toBe(0o700);
});

test.each([
  ['a torn clock', 'clock.json', '{', /clock.json does not say/],
  ['a damaged file', 'data.db', 'not a database at all '.repeat(300), toBackup],
  ['the table of the first release', 'table/CURRENT', 'MANIFEST-000002\n', /holds the data of version 0\.1 /],
])('%s ends a start with a sentence and exit code 1', async (_, name, content, says) => {
  const data = directory();
  mkdirSync(dirname(join(data, name)), { recursive: true });
  writeFileSync(join(data, name), content);
  const { code, told } = await refusedStart(data);
  expect(code).toBe(1);
  expect(told).toMatch(says);
  expect(told).not.toContain('    at ');
  expect(readFileSync(join(data, name), 'utf8')).toBe(content);
});
