import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { memoryDatabase } from '../../local/sqlite/database.ts';
import { engineOn } from '../../local/sqlite/engine.ts';
import { patientStore } from '../../local/sqlite/room.ts';
import { NoRoom } from '../../shared/store/no-room.ts';
import { servedFrom } from '../support/product/kept-server.ts';
import { startProcess } from '../support/product/real-process.ts';
import { reach } from '../support/product/server.ts';
import { fillUp, testOnSmallDisk } from '../support/product/small-disk.ts';
import { bag, END, fill, mailboxGrowth, PATH, STAFF, START } from '../support/product/small-bureau.ts';

/** Answers when the process has logged this code. */
function logged(child: { readonly stderr: NodeJS.ReadableStream | null }, code: RegExp): Promise<void> {
  return new Promise((resolve) => {
    let told = '';
    child.stderr?.on('data', (part: Buffer) => {
      told += part.toString();
      if (code.test(told)) resolve();
    });
  });
}

test('a table without room refuses whole groups of writes, reads on, and goes on when there is room', async () => {
  const told: string[] = [];
  const database = memoryDatabase();
  const log = (_: string, code: string): number => told.push(code);
  const engine = engineOn(database, undefined, { log, damaged: () => undefined });
  const item = (sk: string) => ({ pk: 'a', sk, text: 'x'.repeat(300_000) });
  await engine.store.put(item('0'), 'absent');
  database.exec('PRAGMA max_page_count = 150');
  const group = await Promise.allSettled([
    engine.store.put(item('1'), 'absent'),
    engine.store.put(item('2'), 'absent'),
  ]);
  expect(group.map((each) => each.status === 'rejected' && each.reason instanceof NoRoom)).toEqual([
    true,
    true,
  ]);
  expect((await engine.store.query({ pk: 'a' })).items.map(({ sk }) => sk)).toEqual(['0']);
  const waiting = patientStore(engine.store, engine.room).putMany([item('3')]);
  database.exec('PRAGMA max_page_count = 4294967294');
  await waiting;
  expect((await engine.store.query({ pk: 'a' })).items.map(({ sk }) => sk)).toEqual(['0', '3']);
  expect(told).toEqual(['DISK_FULL', 'DISK_HAS_ROOM']);
  await engine.close();
});

testOnSmallDisk(
  'a disk that fills and empties loses and doubles nothing; who writes meanwhile hears 507',
  async (disk) => {
    const calm = mkdtempSync(join(tmpdir(), 'archive-duty-calm-'));
    onTestFinished(() => rmSync(calm, { recursive: true, force: true }));
    const one = await startProcess(calm, '--now', START);
    await fill(one);
    await reach(one.url).advance(END);
    const wanted = await bag(one);
    await one.stop('SIGTERM');

    const data = join(disk, 'data');
    const other = await startProcess(data, '--now', START);
    await fill(other);
    const officer = await reach(other.url).as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
    const admin = await reach(other.url).as({ role: 'bureau-admin', jurisdiction: 'hongjiang' });
    const nobody = reach(other.url).with(undefined);
    let filled = 0;
    const move = () => nobody.ask('POST', '/local/clock', { body: { now: END } });
    const moved = move();
    for (;;) {
      const mailbox = mailboxGrowth(data, 20_000);
      const arrived = await Promise.race([moved, mailbox.grown]);
      mailbox.stop();
      if (arrived !== undefined || filled === 2) break;
      const full = logged(other.child, /"DISK_(?:NEARLY_)?FULL"/);
      const free = fillUp(disk);
      await Promise.race([full, moved]);
      // What the log of changes still has room for may be stored: the same again, which changes nothing.
      const written = await admin.ask('PUT', `${PATH}/staff`, { body: STAFF });
      expect([200, 507]).toContain(written.status);
      expect((await officer.ask('GET', `${PATH}/subjects`)).status).toBe(200);
      free();
      filled += 1;
    }
    expect(filled).toBeGreaterThan(0);
    expect([200, 507]).toContain((await moved).status);
    await reach(other.url).advance(END);
    expect(wanted.length).toBeGreaterThan(40);
    expect(await bag(other)).toEqual(wanted);
    await other.stop('SIGTERM');
  },
);

testOnSmallDisk(
  'whoever asks, or only reads, hears that the disk is full, and that it no longer is',
  async (disk) => {
    await servedFrom(join(disk, 'data'), START, async (server) => {
      const nobody = server.with(undefined);
      const officer = await server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
      const heard = async () => {
        const [ready, list] = [
          await nobody.ask('GET', '/ready'),
          await officer.ask('GET', `${PATH}/subjects`),
        ];
        return [ready.status, ready.body, list.status, list.headers.get('storage-full')];
      };
      const calm = [200, { status: 'ready' }, 200, null];
      expect(await heard()).toEqual(calm);
      const free = fillUp(disk);
      const missing = expect.objectContaining({
        code: 'ready.disk-full',
        errors: [expect.objectContaining({ path: 'disk', code: 'ready.disk-full' })],
      });
      expect(await heard()).toEqual([503, missing, 200, 'true']);
      free();
      expect(await heard()).toEqual(calm);
    });
  },
);
