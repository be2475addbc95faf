import { statSync } from 'node:fs';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { noticeStates } from '../shared/domain/notices/state.ts';
import { startOfDay } from '../shared/domain/time/instant.ts';
import { listOf } from '../shared/records/keys.ts';
import { regulated } from '../shared/rules/catalogue.ts';
import { watermarkDay } from '../shared/usecases/watermark.ts';
import type { Answered } from './answered.ts';
import type { Product } from './compose.ts';
import type { SignIns } from './sign-in-counts.ts';
import { dataFile } from './sqlite/database.ts';
import { freeBytes } from './sqlite/failure.ts';

/** `GET /metrics`, in the text format of Prometheus: counts and ages, never a person, a unit or an address. */
export type Metrics = () => Promise<Answered>;

interface Measured {
  readonly product: Product;
  readonly signIns: SignIns;
  readonly directory: string;
  readonly version: string;
}

/** Counting all notices reads each of them, so it is done at most once in this time. */
const COUNTED_MILLISECONDS = 60_000;

export function createMetrics(measured: Measured): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  for (const add of [addNotices, addQueues, addWork, addDisk, addSignIns]) add(register, measured);
  return async () => ({
    status: 200,
    headers: { 'content-type': register.contentType, 'cache-control': 'no-store' },
    body: await register.metrics(),
  });
}

type Add = (register: Registry, measured: Measured) => void;

const addNotices: Add = (register, { product }) => {
  let countedAt = -Infinity;
  new Gauge({
    name: 'archive_duty_notices',
    help: 'Notices by state, counted at most once a minute.',
    labelNames: ['state'],
    registers: [register],
    collect: async function collect() {
      if (performance.now() - countedAt < COUNTED_MILLISECONDS) return;
      countedAt = performance.now();
      const counts = new Map<string, number>(noticeStates.map((state) => [state, 0]));
      for (const { id } of regulated)
        for (const [state, count] of await product.tally(listOf(id, 'NOTICE'), 'status'))
          counts.set(state, (counts.get(state) ?? 0) + count);
      for (const [state, count] of counts) this.set({ state }, count);
    },
  });
};

const addQueues: Add = (register, { product }) => {
  new Gauge({
    name: 'archive_duty_queue_messages',
    help: 'Messages that wait in a queue.',
    labelNames: ['queue'],
    registers: [register],
    collect() {
      for (const [queue, count] of Object.entries(product.queue.depth())) this.set({ queue }, count);
    },
  });
  new Gauge({
    name: 'archive_duty_dead_letters',
    help: 'Messages that failed too often: see the runbook.',
    registers: [register],
    collect: async function collect() {
      this.set((await product.queue.deadLetters()).length);
    },
  });
};

const addWork: Add = (register, { product, version }) => {
  new Gauge({
    name: 'archive_duty_watermark_age_seconds',
    help: 'Since the beginning of the day up to which every step was handed over; over 90000: the sweep is behind.',
    registers: [register],
    collect: async function collect() {
      const now = product.deps.clock.now();
      this.set(Math.round((now - startOfDay(await watermarkDay(product.deps.store, now))) / 1000));
    },
  });
  new Gauge({
    name: 'archive_duty_ready',
    help: '1 where GET /ready answers 200.',
    registers: [register],
    collect: async function collect() {
      this.set((await product.isReady()) ? 1 : 0);
    },
  });
  new Gauge({
    name: 'archive_duty_info',
    help: 'The version that runs.',
    labelNames: ['version'],
    registers: [register],
  }).set({ version }, 1);
};

const addDisk: Add = (register, { directory }) => {
  new Gauge({
    name: 'archive_duty_disk_free_bytes',
    help: 'Bytes that may still be written beside the data file.',
    registers: [register],
    collect() {
      this.set(freeBytes(directory) ?? NaN);
    },
  });
  new Gauge({
    name: 'archive_duty_data_bytes',
    help: 'The size of the data file.',
    registers: [register],
    collect() {
      this.set(statSync(dataFile(directory), { throwIfNoEntry: false })?.size ?? 0);
    },
  });
};

const addSignIns: Add = (register, { signIns }) => {
  new Gauge({
    name: 'archive_duty_sign_ins',
    help: 'Sign-ins since the start of the process, by outcome.',
    labelNames: ['outcome'],
    registers: [register],
    collect() {
      this.set({ outcome: 'accepted' }, signIns.accepted);
      this.set({ outcome: 'refused' }, signIns.refused);
    },
  });
};
