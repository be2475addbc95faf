import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { quantile } from './measure.ts';
import type { Desk } from './report.ts';
import type { Served } from './served.ts';

const READ_EVERY = 50;
const WRITE_EVERY = 200;
/** How long answers are waited for once the load is over. */
const PATIENCE = 15_000;

const READ_GOAL = 300;
const WRITE_GOAL = 1000;
export const MEMORY_GOAL = 500;

const identified = z.object({ id: z.string() });

/** Milliseconds that others waited for their answers. */
export interface Waits {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  /** Requests that were not answered when waiting ended; they count with the time until then. */
  readonly unanswered: number;
}

/** Other people: one look-up every 50 ms and one new unit every 200 ms, whether the last one was answered or not. */
export interface Others {
  during(load: () => Promise<unknown>): Promise<Waits>;
}

export async function othersOn(served: Served): Promise<Others> {
  let fresh = 0;
  const enter = async (): Promise<string> => {
    fresh += 1;
    const unit = { kind: 'unit', code: `OTHER-${fresh}`, name: `另外${fresh}单位`, traits: ['direct'] };
    const { status, body } = await served.ask('bureau-officer', 'POST', '/subjects', unit);
    if (status !== 201) throw new Error(`entering a unit was answered ${status}: ${JSON.stringify(body)}`);
    return identified.parse(body).id;
  };
  const known = await enter();
  const look = async (): Promise<void> => {
    const { status } = await served.ask('bureau-officer', 'GET', `/status/${known}`);
    if (status !== 200) throw new Error(`a look-up was answered ${status}`);
  };
  return { during: (load) => waitsDuring(load, look, enter) };
}

interface Asked {
  readonly begun: number;
  took: number | undefined;
}

async function waitsDuring(
  load: () => Promise<unknown>,
  look: () => Promise<unknown>,
  enter: () => Promise<unknown>,
): Promise<Waits> {
  const failures: Error[] = [];
  let given = false;
  const asking = (work: () => Promise<unknown>, all: Asked[]): void => {
    const one: Asked = { begun: performance.now(), took: undefined };
    all.push(one);
    work().then(
      () => (one.took = performance.now() - one.begun),
      (error: unknown) => {
        if (!given) failures.push(error instanceof Error ? error : new Error(String(error)));
      },
    );
  };
  const [reads, writes]: [Asked[], Asked[]] = [[], []];
  const timers = [
    setInterval(() => asking(look, reads), READ_EVERY),
    setInterval(() => asking(enter, writes), WRITE_EVERY),
  ];
  await load().finally(() => timers.forEach((timer) => clearInterval(timer)));
  const end = performance.now() + PATIENCE;
  const open = (): number => [...reads, ...writes].filter(({ took }) => took === undefined).length;
  while (open() > 0 && failures.length === 0 && performance.now() < end) await pause(50);
  if (failures[0] !== undefined) throw failures[0];
  given = true;
  const unanswered = open();
  const times = (all: readonly Asked[]): number[] =>
    all.map(({ begun, took }) => took ?? performance.now() - begun);
  return { reads: times(reads), writes: times(writes), unanswered };
}

/** The 99th percentiles beside those of the same requests on the idle server. */
export function addWaits(desk: Desk, meanwhile: string, waits: Waits, idle: Waits): void {
  const note =
    waits.unanswered === 0
      ? undefined
      : `${waits.unanswered} of ${waits.reads.length + waits.writes.length} requests were not answered ${PATIENCE / 1000} s after the load was measured: they count with the time until then`;
  for (const [what, list, others, goal] of [
    ['reads', waits.reads, idle.reads, READ_GOAL],
    ['writes', waits.writes, idle.writes, WRITE_GOAL],
  ] as const) {
    const [figure, beside] = [quantile(list, 0.99), quantile(others, 0.99)];
    desk.add({
      goal: '6',
      what: `p99 of other ${what} while ${meanwhile}`,
      figure,
      unit: 'ms',
      beside: { name: 'idle', figure: beside },
      ratio: figure / beside,
      wanted: `within ${goal} ms`,
      met: figure <= goal,
      ...(note === undefined || what === 'reads' ? {} : { note }),
    });
  }
}

/** The most memory that the product held, beside what it held before the load. */
export function addMemory(
  desk: Desk,
  { goal, what, limit }: { readonly goal: string; readonly what: string; readonly limit: number },
  before: number | undefined,
  after: number | undefined,
): void {
  if (before === undefined || after === undefined) {
    desk.skip(`memory, ${what}`, 'this system does not tell the most memory that a process held');
    return;
  }
  desk.add({
    goal,
    what: `most memory, ${what}`,
    figure: after,
    unit: 'MB',
    beside: { name: 'before', figure: before },
    ratio: after / before,
    wanted: `under ${limit} MB`,
    met: after < limit,
  });
}
