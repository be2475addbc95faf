import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { seconds } from './measure.ts';

const run = promisify(execFile);

export interface Peer {
  /** Puts `count` jobs that are due at once beside the others, works them with a durable mark each; seconds. */
  handOver(count: number): Promise<number>;
  close(): Promise<void>;
}

/** Whether Redis is installed here. */
export async function hasRedis(): Promise<boolean> {
  return run('redis-server', ['--version']).then(
    () => true,
    () => false,
  );
}

interface Server {
  readonly path: string;
  close(): Promise<void>;
}

/** A Redis of its own that writes every change to disk each second. */
async function startRedis(): Promise<Server> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-redis-'));
  const path = join(directory, 'redis.sock');
  const settings = ['--port', '0', '--unixsocket', path, '--appendonly', 'yes', '--appendfsync', 'everysec'];
  const child: ChildProcess = spawn('redis-server', [...settings, '--dir', directory], { stdio: 'ignore' });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  while (!existsSync(path)) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`);
    await pause(50);
  }
  return {
    path,
    close: async () => {
      process.off('exit', kill);
      const gone = once(child, 'exit');
      kill();
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const NAME = 'notices';

interface Notice {
  readonly id: string;
}

const jobsOf = (prefix: string, from: number, count: number, opts: object) =>
  Array.from({ length: count }, (_, index) => ({
    name: 'notice',
    data: { id: `${prefix}-${from + index}` },
    opts,
  }));

/** BullMQ with as many jobs far in the future. */
export async function startBull(stored: number): Promise<Peer> {
  const server = await startRedis();
  const connection = { path: server.path, maxRetriesPerRequest: null };
  const redis = new Redis(connection);
  const queue = new Queue<Notice>(NAME, { connection });
  const future = { delay: 30 * 86_400_000, removeOnComplete: true };
  for (let start = 0; start < stored; start += 1000)
    await queue.addBulk(jobsOf('later', start, Math.min(1000, stored - start), future));
  let rounds = 0;
  return {
    handOver: async (count) => {
      rounds += 1;
      await queue.addBulk(jobsOf(`${rounds}`, 0, count, { removeOnComplete: true }));
      return workAll(redis, connection, count);
    },
    close: async () => {
      await queue.close();
      await redis.quit();
      await server.close();
    },
  };
}

/** Seconds until every job was worked: marked once, so that a second run of it would find the mark. */
async function workAll(
  redis: Redis,
  connection: { path: string; maxRetriesPerRequest: null },
  count: number,
): Promise<number> {
  let left = count;
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  const worker = new Worker<Notice>(
    NAME,
    async ({ data }) => {
      if ((await redis.set(`sent:${data.id}`, '1', 'NX')) !== null) left -= 1;
      if (left === 0) finish();
    },
    { connection, concurrency: 200, autorun: false },
  );
  const taken = await seconds(async () => {
    void worker.run();
    await done;
  });
  await worker.close();
  return taken;
}
