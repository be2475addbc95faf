import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { regulated } from '../../shared/rules/catalogue.ts';
import type { Bench, Desk } from './report.ts';
import { year as yearAnswer, type Year } from './year-answer.ts';
import type { Sizes } from './sizes.ts';

const MEMORY_SECONDS = 1;
const DISK_SECONDS = 20;
const GROWTH_GOAL = 1.5;

/** Runs a simulation in a process of its own, which tells what it found. */
async function simulated(kind: 'memory' | 'engine' | 'years', units: number): Promise<Year> {
  const child = fork(fileURLToPath(new URL('year-run.ts', import.meta.url)), [kind, String(units)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const failed = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`the simulation ended with ${String(code)} and told nothing`)),
  );
  try {
    const [message] = await Promise.race([once(child, 'message'), failed]);
    return yearAnswer.parse(message);
  } finally {
    failed.catch(() => undefined);
    process.off('exit', kill);
  }
}

function addTime(desk: Desk, what: string, { taken, bare, notices }: Year, goal: number): void {
  desk.add({
    goal: '8',
    what,
    figure: taken,
    unit: 's',
    ...(bare === undefined
      ? {}
      : { beside: { name: 'its writes alone', figure: bare }, ratio: taken / bare }),
    wanted: `under ${goal} s`,
    met: taken < goal,
    note: `${notices} notices left`,
  });
}

async function run(desk: Desk, { units }: Sizes): Promise<void> {
  const memory = await simulated('memory', units);
  addTime(desk, `a bureau of ${units} through a year, in memory`, memory, MEMORY_SECONDS);
  const engine = await simulated('engine', units);
  addTime(desk, `${regulated.length} bureaus of ${units} through a year, SQLite`, engine, DISK_SECONDS);
  const { megabytes, taken } = await simulated('years', units);
  const [first = Number.NaN] = megabytes;
  const last = megabytes.at(-1) ?? Number.NaN;
  desk.add({
    goal: '8',
    what: `memory after ${megabytes.length} years, a bureau of ${units}, SQLite`,
    figure: last,
    unit: 'MB',
    beside: { name: 'after one', figure: first },
    ratio: last / first,
    wanted: 'within 1.5',
    met: last / first <= GROWTH_GOAL,
    note: `the whole process after a collection of garbage; the years took ${taken.toFixed(1)} s`,
  });
}

export const year: Bench = { title: 'Simulated years', run };
