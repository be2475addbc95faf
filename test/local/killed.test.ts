import { mkdtempSync, rmSync, statSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { reach } from '../support/server.ts';
import { refusedStart, startProcess, type RealProcess } from '../support/real-process.ts';

const START = '2026-01-05T08:00:00+08:00';
const END = '2026-08-15T18:00:00+08:00';

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'archive-duty-killed-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A bureau with staff, units and projects, entered over HTTP. */
async function fill({ url }: RealProcess): Promise<void> {
  const path = '/v1/jurisdictions/hongjiang';
  const admin = await reach(url).as({ role: 'bureau-admin', jurisdiction: 'hongjiang' });
  const officer = await reach(url).as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
  const staff = [{ sub: 'o', name: '张三', role: 'bureau-officer', email: 'officer@example.com' }];
  await admin.ask('PUT', `${path}/staff`, { body: staff });
  for (let index = 0; index < 8; index += 1) {
    const contacts = [{ name: '经办', email: `u${index}@example.com`, mobile: `1380000000${index}` }];
    const unit = { kind: 'unit', traits: ['professional-archives'] };
    const project = { kind: 'project', facts: { startedOn: `2025-0${index + 1}-10` } };
    const body = { ...(index % 2 === 0 ? unit : project), name: `对象${index}`, code: `C${index}`, contacts };
    await officer.ask('POST', `${path}/subjects`, { body });
  }
}

async function bag({ url }: RealProcess): Promise<string[]> {
  const mails = await reach(url).mailbox();
  return mails.map((mail) => [mail.sentAt, mail.channel, mail.to, mail.subject].join(' | ')).sort();
}

/** Moves the clock until the mailbox has grown by some mails, then kills; false where the clock arrived first. */
async function killUnderway(running: RealProcess, data: string, bytes: number): Promise<boolean> {
  const size = (): number => statSync(join(data, 'mailbox.jsonl'), { throwIfNoEntry: false })?.size ?? 0;
  const before = size();
  const moved = reach(running.url)
    .advance(END)
    .then(
      () => true,
      () => false,
    );
  const watcher = watch(data);
  const grown = new Promise<void>((resolve) => {
    watcher.on('change', () => {
      if (size() >= before + bytes) resolve();
    });
  });
  const arrived = await Promise.race([moved, grown]);
  watcher.close();
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
