import { z } from 'zod';
import { lambdaContext } from '../../../local/compose.ts';
import { instant, type Instant } from '../../../shared/domain/time/instant.ts';
import { apiEvent, type ApiRequest } from '../product/api-event.ts';
import { chanceFrom, type Chance } from '../chance/chance.ts';
import { Crash, createFuse, type CrashPoint } from './crash.ts';
import { createMemoryStore } from '../engines/memory-store.ts';
import { createProvider, type Refusal } from './provider.ts';
import { watching, type Watch } from './simulated-rules.ts';
import {
  createProcess,
  startProcess,
  type LeaseKind,
  type SimulatedProcess,
  type World,
} from './simulated-process.ts';

/** Where the n-th process ends; undefined: nowhere. */
export type Crashes = (nth: number) => CrashPoint | undefined;

export interface SimulationOptions {
  readonly seed: string;
  readonly from: string;
  readonly lease?: LeaseKind;
  readonly crashes?: Crashes;
  /** Shuffles, duplicates and splits; lets simultaneous events happen in other orders. */
  readonly unruly?: boolean;
  readonly refuse?: Refusal;
}

export interface SimulatedAnswer {
  readonly status: number;
  readonly body: unknown;
  /** The process ended before it had answered, and the request was sent again. */
  readonly repeated: boolean;
}

/**
 * The whole product on the memory store, with a simulated clock and a provider in memory. A process that ends
 * is discarded with everything that it had in memory; the next one starts on the same store and continues. The
 * same options replay the same run.
 */
export class Simulation {
  readonly world: World;
  readonly watch: Watch;
  /** Processes so far. */
  processes = 0;
  private process: SimulatedProcess | undefined;
  private readonly unrest: Chance | undefined;
  private asked = 0;
  private fresh = 0;

  constructor(private readonly options: SimulationOptions) {
    let now = instant(options.from);
    const clock = { now: () => now, set: (next: Instant) => (now = next) };
    const store = createMemoryStore();
    this.watch = watching(store);
    const provider = createProvider({ clock, refuse: options.refuse, watch: this.watch.see });
    this.world = { store, clock, provider };
    this.unrest = options.unruly === true ? chanceFrom(`${options.seed}/unruly`) : undefined;
  }

  get now(): Instant {
    return this.world.clock.now();
  }

  /** Does some work to its end, in as many processes as it takes. */
  async survive<T>(work: (process: SimulatedProcess) => Promise<T>): Promise<T> {
    for (;;) {
      const process = this.process ?? this.begin();
      try {
        if (this.process === undefined) await startProcess(process);
        this.process = process;
        const result = await work(process);
        process.fuse.check();
        return result;
      } catch (error) {
        if (!process.fuse.burnt()) throw error;
        if (!(error instanceof Crash)) this.swallowed.push(error);
        this.process = undefined;
      }
    }
  }

  /** What the code made of a crash that it caught; reported when a run fails. */
  readonly swallowed: unknown[] = [];

  private begin(): SimulatedProcess {
    this.processes += 1;
    return createProcess(this.world, {
      run: `run-${String(this.processes).padStart(5, '0')}`,
      fuse: createFuse(this.options.crashes?.(this.processes), this.unrest),
      lease: this.options.lease ?? 'one machine',
      unruly: this.unrest,
      fresh: () => `fresh-${String((this.fresh += 1))}`,
    });
  }

  /** Discards the present process, like `kill -9`. */
  kill(): void {
    this.process = undefined;
  }

  /** The clock goes to the moment; everything on the way is done in order. */
  async to(moment: string | Instant): Promise<void> {
    const target = typeof moment === 'string' ? instant(moment) : moment;
    await this.survive((process) => process.drive.advance(target));
  }

  /** The clock is at the moment without anything having been done on the way: nobody was there. */
  async wakeAt(moment: string | Instant): Promise<void> {
    this.kill();
    this.world.clock.set(typeof moment === 'string' ? instant(moment) : moment);
    await this.survive(async (process) => {
      await process.handlers.planStart();
      await process.drive.settle();
      await process.drive.report();
    });
  }

  /**
   * A request, sent again with the same Idempotency-Key until it is answered; then all remaining work is done.
   */
  async ask(request: Omit<ApiRequest, 'headers'>): Promise<SimulatedAnswer> {
    this.asked += 1;
    const headers: Record<string, string> =
      request.method === 'POST' && this.options.lease !== 'aws'
        ? { 'idempotency-key': `ask-${this.asked}` }
        : {};
    let tries = 0;
    return this.survive(async (process) => {
      tries += 1;
      const result = await process.api(apiEvent({ ...request, headers }), lambdaContext());
      process.fuse.check();
      if (request.method !== 'GET') await process.drive.settle();
      const status = result.statusCode ?? 500;
      if (status >= 500) throw new Error(`${request.method} ${request.path}: ${result.body ?? ''}`);
      return { status, body: JSON.parse(result.body ?? 'null'), repeated: tries > 1 };
    });
  }

  /** A GET of a list, whole. */
  async list<T extends z.ZodType>(
    claims: ApiRequest['claims'],
    path: string,
    item: T,
  ): Promise<z.output<T>[]> {
    const page = z.object({ items: z.array(item), nextCursor: z.string().nullable() });
    const items: z.output<T>[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await this.ask({ claims, method: 'GET', path: `${path}?limit=200${more}` });
      const answer: z.output<typeof page> = page.parse(body);
      items.push(...answer.items);
      cursor = answer.nextCursor;
    }
    return items;
  }
}
