import { toInstant, type Instant } from '../shared/domain/instant.ts';
import type { QueueName } from '../shared/ports.ts';
import type { Deps } from '../shared/usecases/deps.ts';
import { nextHorizonAt } from '../shared/usecases/replan.ts';
import type { Reported } from '../shared/usecases/report.ts';
import { nextDue } from '../shared/usecases/sweep.ts';
import type { LocalQueue, QueueHandler } from './queue.ts';

/** The scheduled handlers and those of the queues, as the composition root made them. */
export interface Handlers {
  readonly sweep: () => Promise<unknown>;
  readonly report: () => Promise<Reported>;
  readonly planStart: () => Promise<unknown>;
  readonly queues: Readonly<Record<QueueName, QueueHandler>>;
}

export interface Drive {
  /** Does all that is due now and answers when nothing is left. */
  settle(): Promise<void>;
  /** Moves a simulated clock to `target`, stopping in order at everything that falls due on the way. */
  advance(target: Instant): Promise<void>;
}

export function createDrive(
  deps: Pick<Deps, 'store' | 'clock'>,
  clock: { set(now: Instant): void },
  queue: Pick<LocalQueue, 'drain'>,
  handlers: Handlers,
): Drive {
  const settle = async (): Promise<void> => {
    await queue.drain(handlers.queues);
    await handlers.sweep();
    await queue.drain(handlers.queues);
  };

  return {
    settle,
    advance: async (target) => {
      await handlers.planStart();
      await settle();
      let { next: reportAt } = await handlers.report();
      let horizonAt = nextHorizonAt(deps.clock.now());
      while (deps.clock.now() < target) {
        const now = deps.clock.now();
        const bound = latest(now, earliest(reportAt ?? target, horizonAt, target));
        const dueAt = await nextDue(deps.store, now, bound);
        clock.set(dueAt ?? bound);
        if (deps.clock.now() >= horizonAt) {
          horizonAt = nextHorizonAt(deps.clock.now());
          await handlers.planStart();
          await settle();
        }
        if (dueAt !== undefined) await settle();
        if (reportAt !== undefined && deps.clock.now() >= reportAt) reportAt = (await handlers.report()).next;
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
