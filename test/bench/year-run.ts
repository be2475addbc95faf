import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeliver } from '../../functions/deliver.ts';
import { createPlan, createPlanStart } from '../../functions/plan.ts';
import { createReport, createReportStart } from '../../functions/report.ts';
import { createSweep } from '../../functions/sweep.ts';
import { openClock } from '../../local/clock.ts';
import { compose, lambdaContext, type Product } from '../../local/compose.ts';
import { createDrive, type Drive } from '../../local/drive.ts';
import { createLocalQueue } from '../../local/queue.ts';
import { openEngine, type Engine } from '../../local/sqlite/engine.ts';
import { instant, type Instant } from '../../shared/domain/time/instant.ts';
import type { Store } from '../../shared/ports.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import { putStaff } from '../../shared/usecases/persons/staff-list.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { createSubject } from '../../shared/usecases/subjects/subjects.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import { median, ROUNDS, seconds } from './measure.ts';
import { depsOn, handClock, officerIn } from './product.ts';
import { registerOf } from './register.ts';
import { recordedWrites, replayed, type Write } from './replayed.ts';
import type { Year } from './year-answer.ts';

/** A process of its own for each simulation, so that none finds the memory of another. */

const FIRST = instant('2026-01-05T08:00:00+08:00');
const YEARS = 5;
const endOf = (year: number): Instant => instant(`${2026 + year}-01-05T08:00:00+08:00`);

/** A bureau with an officer and a hundred subjects; nobody fulfils anything, so every notice there is leaves. */
async function enter(deps: Deps, jurisdiction: string, units: number): Promise<void> {
  const officer = {
    sub: 'officer',
    name: '王科员',
    role: 'bureau-officer',
    email: 'officer@bureau.example.com',
  } as const;
  await putStaff(await officerIn(deps, jurisdiction), [officer]);
  const request = await officerIn(deps, jurisdiction);
  for (const body of registerOf('Y', units)) {
    const made = await createSubject(request, body);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
}

type Lived = Pick<Year, 'taken' | 'notices'>;

interface Living {
  readonly deps: Deps;
  readonly drive: Drive;
  readonly jurisdictions: readonly string[];
  readonly units: number;
}

async function liveThrough({ deps, drive, jurisdictions, units }: Living): Promise<number> {
  return seconds(async () => {
    for (const jurisdiction of jurisdictions) await enter(deps, jurisdiction, units);
    await drive.advance(endOf(1));
  });
}

/** The product’s handlers on the store in memory, driven as on one machine. */
async function inMemory(store: Store, units: number): Promise<Lived> {
  const clock = handClock(FIRST);
  const queue = createLocalQueue(store, 'bench');
  let notices = 0;
  const send = async () => {
    notices += 1;
    return { kind: 'accepted', provider: 'none' } as const;
  };
  const deps = depsOn(store, clock, { queue, channels: { email: { send }, sms: { send } } });
  await setUp(deps);
  const [sweep, planStart, reportStart] = [createSweep(deps), createPlanStart(deps), createReportStart(deps)];
  const [deliver, plan, report] = [createDeliver(deps), createPlan(deps), createReport(deps)];
  const context = lambdaContext();
  const drive = createDrive(deps, clock, queue, {
    sweep: () => sweep({}, context),
    planStart: () => planStart({}, context),
    reportStart: () => reportStart({}, context),
    queues: {
      deliver: (event) => deliver(event, context),
      plan: (event) => plan(event, context),
      report: (event) => report(event, context),
      import: async () => ({ batchItemFailures: [] }),
      receipts: async () => ({ batchItemFailures: [] }),
    },
  });
  return { taken: await liveThrough({ deps, drive, jurisdictions: ['hongjiang'], units }), notices };
}

/** The whole product of one machine on its embedded engine, for as long as `work` takes. */
async function onEngine<T>(
  work: (product: Product) => Promise<T>,
  around = (engine: Engine) => engine,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-bench-'));
  const product = await compose({
    engine: around(openEngine(directory)),
    directory,
    clock: openClock(directory, FIRST),
    sending: { smtpUrl: undefined, mailFrom: undefined, smsGateway: undefined },
    version: 'bench',
    verbose: false,
  });
  try {
    return await work(product);
  } finally {
    await product.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function replayedOnDisk(writes: readonly Write[]): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-bench-'));
  const engine = openEngine(directory);
  try {
    return await seconds(() => replayed(engine.store, writes));
  } finally {
    await engine.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One bureau in memory, after a year that does not count; then its writes alone. */
async function memory(units: number): Promise<Year> {
  const recorded = recordedWrites(createMemoryStore());
  await inMemory(recorded.store, units);
  const [lived, bare]: [Lived[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    lived.push(await inMemory(createMemoryStore(), units));
    bare.push(await seconds(() => replayed(createMemoryStore(), recorded.writes)));
  }
  const taken = median(lived.map((one) => one.taken));
  return { taken, notices: lived[0]?.notices ?? 0, bare: median(bare), megabytes: [] };
}

/** As many bureaus as have a rulebook, on the embedded engine; once. */
async function engine(units: number): Promise<Year> {
  const jurisdictions = regulated.map(({ id }) => id);
  const live = async ({ deps, drive, counter }: Product): Promise<Lived> => {
    const taken = await liveThrough({ deps, drive, jurisdictions, units });
    return { taken, notices: counter.notices };
  };
  const lived = await onEngine(live);
  let writes: readonly Write[] = [];
  await onEngine(live, (one) => {
    const recorded = recordedWrites(one.store);
    writes = recorded.writes;
    return { ...one, store: { ...one.store, ...recorded.store } };
  });
  return { ...lived, bare: await replayedOnDisk(writes), megabytes: [] };
}

/** One bureau on the embedded engine for five years: the memory at the end of each. */
async function years(units: number): Promise<Year> {
  const megabytes: number[] = [];
  return onEngine(async ({ deps, drive, counter }) => {
    const taken = await seconds(async () => {
      await enter(deps, 'hongjiang', units);
      for (let year = 1; year <= YEARS; year += 1) {
        await drive.advance(endOf(year));
        globalThis.gc?.();
        megabytes.push(process.memoryUsage.rss() / 1e6);
      }
    });
    return { taken, notices: counter.notices, megabytes };
  });
}

const [kind, units] = process.argv.slice(2);
const modes: Readonly<Record<string, (units: number) => Promise<Year>>> = { memory, engine, years };
const found = await modes[kind ?? '']?.(Number(units));
process.send?.(found);
process.disconnect();
