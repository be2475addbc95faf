import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { contactAt } from '../support/bureaus/bureau.ts';
import { rawSmtp, type RawSmtp } from '../support/servers/raw-smtp.ts';
import { startSending, type RealProcess } from '../support/product/real-process.ts';
import { reach } from '../support/product/server.ts';

const path = '/v1/jurisdictions/hongjiang';
/** More than are handed over at the same time: the others find the channel resting, and come back at the next start. */
const UNITS = 13;
const KILLS = 20;

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'archive-duty-stalled-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const started = (data: string, { sending }: RawSmtp, ...args: string[]): Promise<RealProcess> =>
  startSending(data, { SMTP_URL: sending.smtpUrl ?? '', MAIL_FROM: sending.mailFrom ?? '' }, ...args);

const unit = (index: number) => ({
  kind: 'unit',
  name: `单位${index}`,
  code: `C${index}`,
  traits: ['professional-archives'],
  contacts: [contactAt(`U${index}`)],
});

const officer = ({ url }: RealProcess) =>
  reach(url).as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });

/** Each mail to a unit once, under one Message-ID. */
function expectEachOnce({ taken }: RawSmtp): void {
  const own = taken.filter(({ to }) => to.endsWith('@unit.example.com'));
  expect(own.map(({ to }) => to).sort()).toEqual(
    Array.from({ length: UNITS }, (_, index) => `u${index}@unit.example.com`).sort(),
  );
}

/**
 * A mail server that accepts the connection and never says a word, and a product that is killed again and again
 * while it waits, at moments that follow from what it did: after an answer, in the middle of a request, at its start.
 */
test('a stalled mail server holds up no change and no stop; nothing is lost or doubled by 20 kills', async () => {
  const data = directory();
  const box = await rawSmtp('stalls', true);
  let running = await started(data, box, '--now', '2026-09-29T08:00:00+08:00');
  for (let index = 0; index < UNITS; index += 1) {
    const answer = await (await officer(running)).ask('POST', `${path}/subjects`, { body: unit(index) });
    expect(answer.status).toBe(201);
  }
  const first = box.nextConnection();
  const moved = reach(running.url)
    .advance('2026-09-29T09:30:00+08:00')
    .then(
      () => 'moved',
      () => 'cut off',
    );
  await first;
  // The order of events, not a clock: the change is answered while the move of the clock waits for the server.
  const change = (await officer(running)).ask('POST', `${path}/subjects`, {
    body: { kind: 'unit', name: '甲' },
  });
  expect(await Promise.race([moved, change.then(({ status }) => status)])).toBe(201);
  expect(await running.stop('SIGTERM')).toBe(0);
  expect(await moved).toBe('cut off');
  expect(box.taken).toEqual([]);

  for (let kill = 0; kill < KILLS; kill += 1) {
    const connected = box.nextConnection();
    running = await started(data, box);
    if (kill % 4 === 1) await connected;
    const asked =
      kill % 4 === 2
        ? (await officer(running)).ask('POST', `${path}/subjects`, {
            body: { kind: 'unit', name: `甲${kill}` },
          })
        : undefined;
    const refused = asked?.catch(() => undefined);
    if (kill % 4 === 3) await (await officer(running)).ask('GET', `${path}/notices`);
    await running.stop('SIGKILL');
    await refused;
  }

  await box.be('takes');
  running = await started(data, box);
  await reach(running.url).advance('2026-09-30T18:00:00+08:00');
  expectEachOnce(box);
  const notices = await (await officer(running)).all(answers.notice, `${path}/notices?kind=reminder`);
  expect(new Set(notices.map(({ status }) => status))).toEqual(new Set(['sent']));
  expect(await running.stop('SIGTERM')).toBe(0);
});

test('a stop while mails hang after their last byte ends, and says that they are not known', async () => {
  const data = directory();
  const box = await rawSmtp('hangs', true);
  const running = await started(data, box, '--now', '2026-09-29T08:00:00+08:00');
  await (await officer(running)).ask('POST', `${path}/subjects`, { body: unit(0) });
  const handedOver = box.nextMail();
  const moved = reach(running.url)
    .advance('2026-09-29T09:30:00+08:00')
    .catch(() => undefined);
  await handedOver;
  let told = '';
  running.child.stdout?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  running.child.kill('SIGTERM');
  expect(await once(running.child, 'close')).toEqual([0, null]);
  await moved;
  expect(told).toContain('是否发出不明');
  await box.be('takes');
  const after = await started(data, box);
  const [notice] = await (await officer(after)).all(answers.notice, `${path}/notices?kind=reminder`);
  expect(notice).toMatchObject({ status: 'unknown' });
  await after.stop('SIGTERM');
});
