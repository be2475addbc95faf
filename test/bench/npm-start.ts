import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { median, ROUNDS, seconds } from './measure.ts';
import type { Desk } from './report.ts';
import { LOADERS, ROOT } from './served.ts';

const start = promisify(execFile);
const GOAL = 2;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

async function isHealthy(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Seconds from `npm start` to the first answer of `/health`; it is ended afterwards. */
async function startOnce(directory: string): Promise<number> {
  const port = await freePort();
  const args = [
    'start',
    '--',
    '--port',
    String(port),
    '--data',
    directory,
    '--now',
    '2026-03-02T08:00:00+08:00',
  ];
  // A group of its own: npm, its shell and the product end together.
  const child = spawn('npm', args, { cwd: ROOT, stdio: 'ignore', detached: true });
  const ended = once(child, 'exit');
  const end = (signal: NodeJS.Signals): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
  };
  const kill = (): void => end('SIGKILL');
  process.once('exit', kill);
  try {
    return await seconds(async () => {
      while (!(await isHealthy(port))) {
        if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
        await pause(10);
      }
    });
  } finally {
    process.off('exit', kill);
    end('SIGTERM');
    await ended;
    while (await isHealthy(port)) await pause(50);
  }
}

const empty = (): Promise<number> =>
  seconds(() => start(process.execPath, [...LOADERS, '--input-type=module', '-e', ''], { cwd: ROOT }));

/** The first start makes the demonstration data and builds the console; the others find them. */
export async function startToHealth(desk: Desk, directory: string): Promise<void> {
  desk.say(`the first start, with everything to make, took ${(await startOnce(directory)).toFixed(1)} s`);
  const [own, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    own.push(await startOnce(directory));
    other.push(await empty());
  }
  const [figure, beside] = [median(own), median(other)];
  desk.add({
    goal: '7',
    what: 'npm start to /health, on data that are there',
    figure,
    unit: 's',
    beside: { name: 'node with the same loaders, nothing else', figure: beside },
    ratio: figure / beside,
    wanted: `under ${GOAL} s`,
    met: figure < GOAL,
  });
}
