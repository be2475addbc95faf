import { setTimeout as pause } from 'node:timers/promises';
import { importedFile } from './imported-file.ts';
import { seconds } from './measure.ts';
import { addMemory, addWaits, MEMORY_GOAL, othersOn } from './probes.ts';
import type { Bench, Desk } from './report.ts';
import { withServed, type Served } from './served.ts';
import type { Sizes } from './sizes.ts';
import { withSmtp, type Smtp } from './smtp.ts';

const ENTERED = '2026-08-30T10:00:00+08:00';
/** The yearly report falls due on 30 September: its reminders 30 and 7 days before. */
const BEFORE_FIRST = '2026-08-31T08:59:00+08:00';
const FIRST = '2026-08-31T09:01:00+08:00';
const SECOND = '2026-09-23T09:01:00+08:00';
const IDLE_MILLISECONDS = 4000;
const STALLED_MILLISECONDS = 15_000;

async function measure(desk: Desk, served: Served, smtp: Smtp, letters: number): Promise<void> {
  await importedFile(served, letters);
  // The clock moves when what was imported is planned.
  await served.moveTo(BEFORE_FIRST);
  const others = await othersOn(served);
  const idle = await others.during(() => pause(IDLE_MILLISECONDS));
  const before = served.peakMegabytes();
  let left = 0;
  let taken = 0;
  const leaving = await others.during(async () => {
    taken = await seconds(async () => {
      left = await served.moveTo(FIRST);
    });
  });
  desk.say(`${left} letters left by SMTP in ${taken.toFixed(1)} s`);
  if (left < letters) throw new Error(`only ${left} letters left`);
  addWaits(desk, `${letters.toLocaleString('en')} letters leave`, leaving, idle);
  smtp.stall();
  let moved: Promise<unknown> = Promise.resolve();
  const stalled = await others.during(async () => {
    // Answered long after this: the product is ended before.
    moved = served.moveTo(SECOND).catch(() => undefined);
    await pause(STALLED_MILLISECONDS);
  });
  void moved;
  addWaits(desk, 'a mail server stalls', stalled, idle);
  addMemory(
    desk,
    { goal: '6', what: 'letters leaving and waiting', limit: MEMORY_GOAL },
    before,
    served.peakMegabytes(),
  );
}

async function run(desk: Desk, { letters }: Sizes): Promise<void> {
  await withSmtp((smtp) =>
    withServed({ now: ENTERED, smtpUrl: smtp.url }, (served) => measure(desk, served, smtp, letters)),
  );
}

export const load: Bench = { title: 'Other requests while letters leave', run };
