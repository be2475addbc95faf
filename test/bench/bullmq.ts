import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** What the benchmark uses of the two packages, which are no dependencies of the product. */
interface Redis {
  set(key: string, value: string, mode: 'NX'): Promise<string | null>;
  config(verb: 'SET', name: string, value: string): Promise<unknown>;
  quit(): Promise<unknown>;
}
interface Job {
  readonly data: { readonly id: string };
}
interface BullQueue {
  addBulk(jobs: readonly { name: string; data: { id: string }; opts?: object }[]): Promise<unknown>;
  close(): Promise<void>;
}
interface BullWorker {
  close(): Promise<void>;
  run(): Promise<void>;
}
interface Bull {
  Queue: new (name: string, options: object) => BullQueue;
  Worker: new (name: string, work: (job: Job) => Promise<void>, options: object) => BullWorker;
}

const bullModule = z.custom<Bull>(
  (value) => typeof value === 'object' && value !== null && 'Worker' in value,
);
const redisModule = z.custom<new (options: object) => Redis>((value) => typeof value === 'function');

/** Why BullMQ cannot run here. */
export class Missing extends Error {}

/** Installed once, outside of the repository. */
async function packages(): Promise<{ bull: Bull; IoRedis: new (options: object) => Redis }> {
  const folder = join(homedir(), '.cache', 'archive-duty', 'bench-peers');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'node_modules', 'bullmq'))) {
    const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', ['install', '--prefix', folder, ...options, 'bullmq', 'ioredis']).catch(
      (error: unknown) => {
        throw new Missing(`npm could not install bullmq and ioredis: ${String(error).slice(0, 200)}`);
      },
    );
  }
  const load = createRequire(join(folder, 'package.json'));
  return { bull: bullModule.parse(load('bullmq')), IoRedis: redisModule.parse(load('ioredis')) };
}

export interface Peer {
  /** Puts `count` jobs that are due at once beside the others, works them with a durable mark each; seconds. */
  handOver(count: number): Promise<number>;
  close(): Promise<void>;
}

/** BullMQ on a Redis of its own that writes every change to disk each second, with jobs far in the future. */
export async function startBull(stored: number): Promise<Peer> {
  await run('redis-server', ['--version']).catch(() => {
    throw new Missing('there is no redis-server: apt-get install redis-server');
  });
  const { bull, IoRedis } = await packages();
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-redis-'));
  const path = join(directory, 'redis.sock');
  const settings = ['--port', '0', '--unixsocket', path, '--appendonly', 'yes', '--appendfsync', 'everysec'];
  const server = spawn('redis-server', [...settings, '--dir', directory], { stdio: 'ignore' });
  const connection = { path, maxRetriesPerRequest: null };
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 50));
  const redis = new IoRedis(connection);
  const queue = new bull.Queue('notices', { connection });
  const future = { delay: 30 * 86_400_000, removeOnComplete: true };
  for (let start = 0; start < stored; start += 1000) {
    const jobs = Array.from({ length: 1000 }, (_, index) => ({
      name: 'later',
      data: { id: `later-${start + index}` },
    }));
    await queue.addBulk(jobs.map((job) => ({ ...job, opts: future })));
  }
  let rounds = 0;
  return {
    handOver: async (count) => {
      rounds += 1;
      const jobs = Array.from({ length: count }, (_, index) => ({
        name: 'due',
        data: { id: `${rounds}-${index}` },
      }));
      await queue.addBulk(jobs.map((job) => ({ ...job, opts: { removeOnComplete: true } })));
      return workAll(bull, redis, connection, count);
    },
    close: async () => {
      await queue.close();
      await redis.quit();
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Seconds until every job was worked: marked once, so that a second run of it would find the mark. */
async function workAll(bull: Bull, redis: Redis, connection: object, count: number): Promise<number> {
  let left = count;
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  const work = async ({ data }: Job): Promise<void> => {
    if ((await redis.set(`sent:${data.id}`, '1', 'NX')) !== null) left -= 1;
    if (left === 0) finish();
  };
  const worker = new bull.Worker('notices', work, { connection, concurrency: 200, autorun: false });
  const start = process.hrtime.bigint();
  void worker.run();
  await done;
  const taken = Number(process.hrtime.bigint() - start) / 1e9;
  await worker.close();
  return taken;
}
