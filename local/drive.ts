import { toInstant, type Instant } from '../shared/domain/time/instant.ts';
import type { QueueName } from '../shared/ports.ts';
import type { Deps } from '../shared/usecases/deps.ts';
import { nextHorizonAt } from '../shared/usecases/duties/start-planning.ts';
import type { Looked } from '../shared/usecases/daily/start-reports.ts';
import { nextDue, type Swept } from '../shared/usecases/loop/sweep.ts';
import { oneRun } from './one-run.ts';
import type { Errand, LocalQueue, QueueHandler } from './queue.ts';

/** The scheduled handlers and those of the queues, as the composition root made them. */
export interface Handlers {
  readonly sweep: () => Promise<Swept>;
  readonly reportStart: () => Promise<Looked>;
  readonly planStart: () => Promise<unknown>;
  readonly queues: Readonly<Record<QueueName, QueueHandler>>;
}

export interface Drive {
  /**
   * Does the work that changes only the table: receipts, imports, planning; of one errand, or all. It works in
   * portions, and between two of them other changes get a turn.
   */
  work(errand?: Errand): Promise<void>;
  /**
   * Sends everything that is due, in parallel with everything else: no request that writes waits for a
   * provider. Resolves after a run that began after the call.
   */
  deliver(): Promise<void>;
  /** Sends the daily mails that are due. Resolves after a run that began after the call. */
  report(): Promise<void>;
  /** Does everything that is due now. Resolves when nothing is left. */
  settle(): Promise<void>;
  /** Begins nothing more. A move of the clock ends where it is. */
  stop(): void;
  /** Moves a simulated clock to `target`, stopping in order at everything that falls due on the way. */
  advance(target: Instant): Promise<void>;
}

export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/** Work that changes only the table, in this order: an import is complete before its subjects are planned. */
const tableQueues = ['receipts', 'import', 'plan'] as const satisfies readonly QueueName[];

/**
 * `exclusive` separates changes of the table from those of requests. Providers are never called inside it. A
 * simulated clock does not move until everything that is due has been sent, while requests go on.
 */
export function createDrive(
  deps: Pick<Deps, 'store' | 'clock'>,
  clock: { set(now: Instant): void },
  queue: Pick<LocalQueue, 'drain'>,
  handlers: Handlers,
  exclusive: Exclusive = (work) => work(),
): Drive {
  let stopped = false;
  /** When the last sweep wants to be repeated, because it left something that is due. */
  let left: Instant | undefined;
  /** When the next daily mail is due. */
  let reportAt: Instant | undefined;
  const work = async (errand?: Errand): Promise<void> => {
    await queue.drain(handlers.queues, tableQueues, { errand, turn: exclusive });
  };
  const deliver = oneRun(async () => {
    if (stopped) return;
    await queue.drain(handlers.queues, ['deliver']);
    left = (await handlers.sweep()).again;
    await queue.drain(handlers.queues, ['deliver']);
  });
  const report = oneRun(async () => {
    for (let asked = 1; !stopped && asked > 0;) {
      // Also what an earlier run asked for.
      await queue.drain(handlers.queues, ['report']);
      ({ asked, next: reportAt } = await handlers.reportStart());
    }
  });
  const settle = async (): Promise<void> => {
    await work();
    await deliver();
  };
  const plan = (): Promise<unknown> => exclusive(handlers.planStart);

  return {
    work,
    deliver,
    report,
    settle,
    stop: () => {
      stopped = true;
    },
    advance: async (target) => {
      await plan();
      await settle();
      await report();
      let horizonAt = nextHorizonAt(deps.clock.now());
      while (!stopped && deps.clock.now() < target) {
        const now = deps.clock.now();
        const bound = latest(now, earliest(reportAt ?? target, horizonAt, target));
        const first = await nextDue(deps.store, now, bound);
        const dueAt = first === now && left !== undefined ? earliest(latest(now, left), bound) : first;
        clock.set(dueAt ?? bound);
        if (deps.clock.now() >= horizonAt) {
          horizonAt = nextHorizonAt(deps.clock.now());
          await plan();
          await settle();
        }
        if (dueAt !== undefined) await settle();
        if (reportAt !== undefined && deps.clock.now() >= reportAt) await report();
      }
      await settle();
    },
  };
}

function latest(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

function earliest(...instants: readonly Instant[]): Instant {
  return toInstant(Math.min(...instants));
}
