import { addDays } from '../shared/domain/day.ts';
import { at, dayOf, type Instant } from '../shared/domain/instant.ts';
import type { QueueName } from '../shared/ports.ts';
import { regulated } from '../shared/rules/catalogue.ts';
import type { Deps } from '../shared/usecases/deps.ts';
import { loadContext } from '../shared/usecases/context.ts';
import { nextReportAt } from '../shared/usecases/report.ts';
import { nextDue } from '../shared/usecases/sweep.ts';
import type { LocalQueue, QueueHandler } from './queue.ts';

/** The scheduled handlers and those of the queues, as the composition root made them. */
export interface Handlers {
  readonly sweep: () => Promise<unknown>;
  readonly report: () => Promise<unknown>;
  readonly planStart: () => Promise<unknown>;
  readonly queues: Readonly<Record<QueueName, QueueHandler>>;
}

export interface Drive {
  /** Does all that is due now and answers when nothing is left. */
  settle(): Promise<void>;
  /** Moves a simulated clock to `target`, stopping in order at everything that falls due on the way. */
  advance(target: Instant): Promise<void>;
}

/** The hour of the nightly run that looks whether anything must be planned again. */
const NIGHTLY_HOUR = 1;

export function createDrive(deps: Deps, clock: { set(now: Instant): void }, queue: LocalQueue, handlers: Handlers): Drive {
  const settle = async (): Promise<void> => {
    await queue.drain(handlers.queues);
    await handlers.sweep();
    await queue.drain(handlers.queues);
  };

  const nextReport = async (): Promise<Instant | undefined> => {
    const now = deps.clock.now();
    const contexts = await Promise.all(regulated.map(({ id }) => loadContext(deps.store, id)));
    const times = contexts.flatMap((context) => (context ? [nextReportAt(context, now)] : []));
    return times.length === 0 ? undefined : times.reduce((a, b) => (a < b ? a : b));
  };

  const nightly = (): Instant => {
    const now = deps.clock.now();
    const today = at(dayOf(now), NIGHTLY_HOUR);
    return now < today ? today : at(addDays(dayOf(now), 1), NIGHTLY_HOUR);
  };

  const reportIfDue = async (reportAt: Instant | undefined): Promise<Instant | undefined> => {
    if (reportAt !== undefined && deps.clock.now() < reportAt) return reportAt;
    await handlers.report();
    return nextReport();
  };

  return {
    settle,
    advance: async (target) => {
      await handlers.planStart();
      await settle();
      let reportAt = await reportIfDue(undefined);
      for (;;) {
        const now = deps.clock.now();
        const night = nightly();
        const horizon = earliest([reportAt, night, target]) ?? target;
        const dueAt = await nextDue(deps.store, now, horizon);
        const next = earliest([dueAt, horizon]) ?? target;
        clock.set(next);
        if (next >= night) {
          await handlers.planStart();
          await queue.drain(handlers.queues);
        }
        if (dueAt !== undefined && dueAt <= next) await settle();
        reportAt = await reportIfDue(reportAt);
        if (next >= target && (dueAt === undefined || dueAt > next)) break;
      }
      await settle();
    },
  };
}

function earliest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.flatMap((instant) => (instant === undefined ? [] : [instant]));
  return known.length === 0 ? undefined : known.reduce((a, b) => (a < b ? a : b));
}
