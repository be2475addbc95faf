import { createApi } from '../../../functions/api.ts';
import { createDeliver } from '../../../functions/deliver.ts';
import { createImportRun } from '../../../functions/imports.ts';
import { createPlan, createPlanStart } from '../../../functions/plan.ts';
import { createReceipts } from '../../../functions/receipts.ts';
import { createReport, createReportStart } from '../../../functions/report.ts';
import { createSweep } from '../../../functions/sweep.ts';
import { lambdaContext } from '../../../local/compose.ts';
import { createDrive, type Drive, type Handlers } from '../../../local/drive.ts';
import { createLocalQueue, type LocalQueue } from '../../../local/queue.ts';
import type { Instant } from '../../../shared/domain/time/instant.ts';
import { noAccounts, type Clock, type Lease } from '../../../shared/ports.ts';
import type { Deps } from '../../../shared/usecases/deps.ts';
import { setUp } from '../../../shared/usecases/settings/setup.ts';
import type { Chance } from '../chance/chance.ts';
import { crashingChannels, crashingStore, type Fuse } from './crash.ts';
import type { MemoryStore } from '../engines/memory-store.ts';
import type { Provider } from './provider.ts';
import { unrulyHandler, unrulyQueue } from './unruly-queue.ts';

/** What outlives a process: the table, the provider, the clock. */
export interface World {
  readonly store: MemoryStore;
  readonly provider: Provider;
  readonly clock: Clock & { set(now: Instant): void };
}

/**
 * When a claim that another run made is void: at once if only one process works at a time; on AWS, where others
 * may be alive, only when its time has passed.
 */
export type LeaseKind = 'one machine' | 'aws';

export interface SimulatedProcess {
  readonly run: string;
  readonly deps: Deps;
  readonly fuse: Fuse;
  readonly queue: LocalQueue;
  readonly handlers: Handlers;
  readonly drive: Drive;
  readonly api: ReturnType<typeof createApi>;
}

export interface ProcessOptions {
  readonly run: string;
  readonly fuse: Fuse;
  readonly lease: LeaseKind;
  /** Duplicates, reorders and splits the messages of the queue and batches. */
  readonly unruly: Chance | undefined;
  readonly fresh: () => string;
}

function leaseOf(kind: LeaseKind, run: string): Lease {
  return {
    owner: run,
    isVoid: (claim, now) => now >= claim.until || (kind === 'one machine' && claim.owner !== run),
  };
}

/** The product in one process, composed like `local/compose.ts`; nothing is started yet. */
export function createProcess(world: World, options: ProcessOptions): SimulatedProcess {
  const { run, fuse, unruly } = options;
  const store = crashingStore(world.store, fuse, unruly);
  const queue = createLocalQueue(store, run);
  const deps: Deps = {
    store,
    queue: unruly ? unrulyQueue(queue, unruly) : queue,
    clock: world.clock,
    channels: crashingChannels(world.provider.channels(run), fuse),
    accounts: noAccounts,
    lease: leaseOf(options.lease, run),
    log: () => undefined,
    ids: { fresh: options.fresh },
  };
  const handlers = handlersOf(deps, unruly);
  return {
    run,
    deps,
    fuse,
    queue,
    handlers,
    drive: createDrive(deps, world.clock, queue, handlers),
    api: createApi(deps, { version: 'simulated' }),
  };
}

function handlersOf(deps: Deps, unruly: Chance | undefined): Handlers {
  const [sweep, planStart, reportStart] = [createSweep(deps), createPlanStart(deps), createReportStart(deps)];
  const [deliver, plan, run] = [createDeliver(deps), createPlan(deps), createImportRun(deps)];
  const [receipts, report] = [createReceipts(deps), createReport(deps)];
  const context = lambdaContext();
  const queues: Handlers['queues'] = {
    deliver: (event) => deliver(event, context),
    plan: (event) => plan(event, context),
    import: (event) => run(event, context),
    receipts: (event) => receipts(event, context),
    report: (event) => report(event, context),
  };
  return {
    sweep: () => sweep({}, lambdaContext()),
    reportStart: () => reportStart({}, lambdaContext()),
    planStart: () => planStart({}, lambdaContext()),
    queues: unruly
      ? {
          deliver: unrulyHandler(queues.deliver, unruly),
          plan: unrulyHandler(queues.plan, unruly),
          import: unrulyHandler(queues.import, unruly),
          receipts: unrulyHandler(queues.receipts, unruly),
          report: unrulyHandler(queues.report, unruly),
        }
      : queues,
  };
}

/** What `local/start.ts` does before it listens: the messages of the run before, set-up, everything due now. */
export async function startProcess({ queue, deps, handlers, drive }: SimulatedProcess): Promise<void> {
  await queue.open();
  await setUp(deps);
  await handlers.planStart();
  await drive.settle();
}
