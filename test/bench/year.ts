import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeliver } from '../../functions/deliver.ts';
import { createPlan, createPlanStart } from '../../functions/plan.ts';
import { createReport } from '../../functions/report.ts';
import { createSweep } from '../../functions/sweep.ts';
import { openClock } from '../../local/clock.ts';
import { compose, lambdaContext } from '../../local/compose.ts';
import { openEngine } from '../../local/sqlite/engine.ts';
import { createDrive, type Drive } from '../../local/drive.ts';
import { createLocalQueue } from '../../local/queue.ts';
import { instant } from '../../shared/domain/instant.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import { putStaff } from '../../shared/usecases/configuration.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { setUp } from '../../shared/usecases/setup.ts';
import { createSubject } from '../../shared/usecases/subjects.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import { median, ROUNDS, seconds } from './measure.ts';
import { depsOn, handClock, officerIn } from './product.ts';
import { registerOf } from './register.ts';
import type { Bench, Desk } from './report.ts';

const FIRST = instant('2026-01-05T08:00:00+08:00');
const LAST = instant('2027-01-05T08:00:00+08:00');
const UNITS = 100;
const MEMORY_SECONDS = 1;
const DISK_SECONDS = 60;

/** A bureau with an officer and a hundred subjects; nobody fulfils anything, so every notice there is leaves. */
async function enter(deps: Deps, jurisdiction: string): Promise<void> {
  const officer = {
    sub: 'officer',
    name: '王科员',
    role: 'bureau-officer',
    email: 'officer@bureau.example.com',
  } as const;
  await putStaff(await officerIn(deps, jurisdiction), [officer]);
  const request = await officerIn(deps, jurisdiction);
  for (const body of registerOf('Y', UNITS)) {
    const made = await createSubject(request, body);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
}

interface Lived {
  readonly taken: number;
  readonly notices: number;
}

async function liveThrough(deps: Deps, drive: Drive, jurisdictions: readonly string[]): Promise<number> {
  return seconds(async () => {
    for (const jurisdiction of jurisdictions) await enter(deps, jurisdiction);
    await drive.advance(LAST);
  });
}

/** The product’s handlers on the store in memory, driven as on one machine. */
async function inMemory(): Promise<Lived> {
  const store = createMemoryStore();
  const clock = handClock(FIRST);
  const queue = createLocalQueue(store, 'bench');
  let notices = 0;
  const send = async () => {
    notices += 1;
    return { kind: 'accepted', provider: 'none' } as const;
  };
  const deps = depsOn(store, clock, { queue, channels: { email: { send }, sms: { send } } });
  await setUp(deps);
  const [sweep, planStart, report] = [createSweep(deps), createPlanStart(deps), createReport(deps)];
  const [deliver, plan] = [createDeliver(deps), createPlan(deps)];
  const context = lambdaContext();
  const drive = createDrive(deps, clock, queue, {
    sweep: () => sweep({}, context),
    planStart: () => planStart({}, context),
    report: () => report({}, context),
    queues: {
      deliver: (event) => deliver(event, context),
      plan: (event) => plan(event, context),
      import: async () => ({ batchItemFailures: [] }),
      receipts: async () => ({ batchItemFailures: [] }),
    },
  });
  return { taken: await liveThrough(deps, drive, ['hongjiang']), notices };
}

/** The whole product of one machine on its embedded engine: as many bureaus as have a rulebook. */
async function onEngine(): Promise<Lived> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-bench-'));
  const sending = { smtpUrl: undefined, mailFrom: undefined, smsGateway: undefined };
  const clock = openClock(directory, FIRST);
  const product = await compose({
    engine: openEngine(directory),
    directory,
    clock,
    sending,
    version: 'bench',
    verbose: false,
  });
  try {
    const jurisdictions = regulated.map(({ id }) => id);
    const taken = await liveThrough(product.deps, product.drive, jurisdictions);
    return { taken, notices: product.counter.notices };
  } finally {
    await product.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function rounds(live: () => Promise<Lived>): Promise<{ taken: number; notices: number }> {
  const lived: Lived[] = [];
  for (let round = 0; round < ROUNDS; round += 1) lived.push(await live());
  return { taken: median(lived.map(({ taken }) => taken)), notices: lived[0]?.notices ?? 0 };
}

async function run(desk: Desk): Promise<void> {
  const memory = await rounds(inMemory);
  desk.add({
    goal: '7',
    what: 'a bureau of 100 through a year, in memory',
    figure: memory.taken,
    unit: 's',
    wanted: 'under 1 s',
    met: memory.taken < MEMORY_SECONDS,
    note: `${memory.notices} notices left`,
  });
  const disk = await rounds(onEngine);
  desk.add({
    goal: '7',
    what: `${regulated.length} bureaus of 100 through a year, dynalite`,
    figure: disk.taken,
    unit: 's',
    wanted: 'under 60 s',
    met: disk.taken < DISK_SECONDS,
    note: `${disk.notices} notices left`,
  });
}

export const year: Bench = { title: 'A simulated year', run };
