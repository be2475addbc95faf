import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bag, END, fill, mailboxGrowth, START } from '../support/product/small-bureau.ts';
import { reach } from '../support/product/server.ts';
import { refusedStart, startProcess, type RealProcess } from '../support/product/real-process.ts';

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'archive-duty-killed-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Moves the clock until the mailbox has grown by some mails, then kills; false where the clock arrived first. */
async function killUnderway(running: RealProcess, data: string, bytes: number): Promise<boolean> {
  const mailbox = mailboxGrowth(data, bytes);
  const moved = reach(running.url)
    .advance(END)
    .then(
      () => true,
      () => false,
    );
  const arrived = await Promise.race([moved, mailbox.grown]);
  mailbox.stop();
  if (arrived === true) return false;
  await running.stop('SIGKILL');
  await moved;
  return true;
}

test('killed with -9 again and again, it loses and doubles nothing', async () => {
  const [calm, stormy] = [directory(), directory()];
  const one = await startProcess(calm, '--now', START);
  await fill(one);
  await reach(one.url).advance(END);
  const wanted = await bag(one);
  expect(await one.stop('SIGTERM')).toBe(0);

  let other = await startProcess(stormy, '--now', START);
  await fill(other);
  let kills = 0;
  while (kills < 4 && (await killUnderway(other, stormy, 20_000 * (kills + 1)))) {
    kills += 1;
    other = await startProcess(stormy);
  }
  await reach(other.url).advance(END);
  expect(kills).toBeGreaterThanOrEqual(3);
  expect(wanted.length).toBeGreaterThan(40);
  expect(await bag(other)).toEqual(wanted);
  await other.stop('SIGTERM');
});

test('a start on a directory in use, or at an earlier time, is refused readably', async () => {
  const data = directory();
  const running = await startProcess(data, '--now', '2026-03-02T08:00:00+08:00');
  const second = await refusedStart(data);
  expect(second).toMatchObject({ code: 1 });
  expect(second.told).toContain(`${data} is in use by another process: stop that one`);
  expect(await running.stop('SIGTERM')).toBe(0);
  const earlier = await refusedStart(data, '--now', '2026-03-01T08:00:00+08:00');
  expect(earlier).toMatchObject({ code: 1 });
  expect(earlier.told).toContain('is before the time kept');
});
