import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openEngine, openEngineFile } from '../../local/sqlite/engine.ts';
import { keptClock } from '../../local/clock.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { putInPlace } from '../../tools/backup/in-place.ts';

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'archive-duty-place-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const items = (text: string) =>
  Array.from({ length: 300 }, (_, sk) => ({ pk: `P#${sk % 7}`, sk: String(sk), text }));

/** A file beside the data file, as a restore writes it. */
async function written(data: string, text: string): Promise<string> {
  const file = join(data, 'data.db.restoring');
  const engine = openEngineFile(file);
  await engine.store.putMany(items(text));
  await engine.close();
  return file;
}

/** The files of a product that was killed: copied while it has them. Named as the data file of `to`. */
async function leftOpen(to: string, text: string, name = 'data.db'): Promise<void> {
  const other = directory();
  const engine = openEngine(other);
  await engine.store.putMany(items(text));
  for (const beside of ['', '-wal', '-shm'])
    copyFileSync(join(other, `data.db${beside}`), join(to, `${name}${beside}`));
  await engine.close();
}

async function textsIn(data: string): Promise<Set<unknown>> {
  const engine = openEngine(data);
  const found = new Set<unknown>();
  for await (const { text } of engine.store.scan()) found.add(text);
  await engine.close();
  return found;
}

test('a log that lies there without its file is moved away: it is of another one', async () => {
  const data = directory();
  await leftOpen(data, 'old');
  rmSync(join(data, 'data.db'));
  const log = readFileSync(join(data, 'data.db-wal'));
  const keepAs = putInPlace(data, await written(data, 'new'));
  expect(keepAs).toBe(join(data, 'data.db.replaced-1'));
  expect(await textsIn(data)).toEqual(new Set(['new']));
  expect(readFileSync(join(data, 'data.db.replaced-1-wal'))).toEqual(log);
});

test('what was killed is kept with its log, under a name of which nothing is there', async () => {
  const data = directory();
  for (const [text, number] of [
    ['first', 1],
    ['second', 2],
  ] as const) {
    await leftOpen(data, text);
    expect(putInPlace(data, await written(data, `new ${text}`))).toBe(
      join(data, `data.db.replaced-${number}`),
    );
    expect(await textsIn(data)).toEqual(new Set([`new ${text}`]));
    const again = directory();
    for (const beside of ['', '-wal'])
      copyFileSync(join(data, `data.db.replaced-${number}${beside}`), join(again, `data.db${beside}`));
    expect(await textsIn(again)).toEqual(new Set([text]));
    rmSync(join(data, `data.db.replaced-${number}`));
  }
});

test('where nothing was there nothing is kept', async () => {
  const data = directory();
  expect(putInPlace(data, await written(data, 'new'))).toBeUndefined();
  expect(readdirSync(data).sort()).toEqual(['data.db', 'lock']);
});

test('a file whose log did not get into it, as on a full disk, is not put into the place of another', async () => {
  const data = directory();
  await leftOpen(data, 'torn', 'data.db.restoring');
  const before = await written(directory(), 'old');
  copyFileSync(before, join(data, 'data.db'));
  expect(() => putInPlace(data, join(data, 'data.db.restoring'))).toThrow('There is no room for');
  expect(await textsIn(data)).toEqual(new Set(['old']));
  expect(existsSync(join(data, 'data.db.replaced-1'))).toBe(false);
});

const CLOCK = instant('2026-03-02T08:00:00+08:00');

test('the simulated clock is there before the data that go on with it', async () => {
  const data = directory();
  expect(putInPlace(data, await written(data, 'new'), CLOCK)).toBeUndefined();
  expect(keptClock(data)).toBe(CLOCK);
});

test('where its clock cannot be kept nothing takes the place of the data', async () => {
  const data = directory();
  copyFileSync(await written(directory(), 'old'), join(data, 'data.db'));
  mkdirSync(join(data, 'clock.json'));
  const file = await written(data, 'new');
  expect(() => putInPlace(data, file, CLOCK)).toThrow();
  expect(await textsIn(data)).toEqual(new Set(['old']));
  expect(existsSync(join(data, 'data.db.replaced-1'))).toBe(false);
});

test('the data file stays in its place until the other one takes it', async () => {
  const data = directory();
  copyFileSync(await written(directory(), 'old'), join(data, 'data.db'));
  expect(() => putInPlace(data, join(data, 'data.db.restoring'))).toThrow('ENOENT');
  expect(await textsIn(data)).toEqual(new Set(['old']));
});
