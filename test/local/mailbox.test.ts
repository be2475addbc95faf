import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openMailbox } from '../../local/mailbox.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { NoRoom } from '../../shared/store/no-room.ts';

const AT = instant('2026-03-02T08:00:00+08:00');
const sms = { to: '13900000000', template: 'reminder', text: '请按期移交', variables: {} };

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'archive-duty-mailbox-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a message that is handed over a second time is captured once its first line is there', async () => {
  const data = directory();
  let makeRoom = (): void => undefined;
  const room = new Promise<void>((resolve) => {
    makeRoom = resolve;
  });
  let full = false;
  const mailbox = await openMailbox(
    data,
    { patiently: async (work) => (full ? room.then(work) : work()) },
    true,
  );
  full = true;
  const told: string[] = [];
  const first = mailbox.sms.send(sms, 'n1', AT, 'hongjiang').then(() => told.push('first'));
  const second = mailbox.sms.send(sms, 'n1', AT, 'hongjiang').then(() => told.push('second'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(told).toEqual([]);
  makeRoom();
  await Promise.all([first, second]);
  expect(await mailbox.read({})).toHaveLength(1);
});

test('where there was no room for its line, neither is told that it was captured, and the next one is', async () => {
  let full = false;
  const mailbox = await openMailbox(
    directory(),
    {
      patiently: async (work) => {
        if (full) throw new NoRoom('the process ends');
        return work();
      },
    },
    true,
  );
  full = true;
  const both = await Promise.allSettled([
    mailbox.sms.send(sms, 'n1', AT, 'hongjiang'),
    mailbox.sms.send(sms, 'n1', AT, 'hongjiang'),
  ]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  full = false;
  await mailbox.sms.send(sms, 'n1', AT, 'hongjiang');
  expect(await mailbox.read({})).toHaveLength(1);
});
