import type { Engine } from '../../local/sqlite/engine.ts';
import { createLocalQueue } from '../../local/queue.ts';
import { addDays } from '../../shared/domain/day.ts';
import { at, dayOf, instant, plus, type Instant } from '../../shared/domain/instant.ts';
import type { Store } from '../../shared/ports.ts';
import { readAll } from '../../shared/store/read.ts';
import type { Pointer } from '../../shared/store/records.ts';
import { sweep } from '../../shared/usecases/sweep.ts';
import { Missing, startBull, type Peer } from './bullmq.ts';
import { fullPages, madeItems, singlePages } from './made-items.ts';
import { median, ROUNDS, seconds } from './measure.ts';
import { depsOn, handClock, onDisk } from './product.ts';
import type { Bench, Desk } from './report.ts';

const DUE = 10_000;
const ENTERED = instant('2026-01-05T10:00:00+08:00');
/** Long before any step of what is stored. */
const FIRST_ROUND = dayOf(instant('2024-01-08T00:00:00+08:00'));
const GROWTH_GOAL = 1.05;

/** Obligations in the larger store; the smaller one has a tenth. A million takes long to write. */
const STORED = Number(process.env['BENCH_STORED'] ?? 100_000);

/** Fills a store with obligations and the agenda of their steps, all in the future. */
async function fill(store: Store, wanted: number): Promise<Pointer[]> {
  let stored = 0;
  const sample: Pointer[] = [];
  for (let part = 0; stored < wanted; part += 1) {
    const made = await madeItems(`${part}`, Math.min(2000, Math.ceil((wanted - stored) / 2.5)), ENTERED);
    for (let start = 0; start < made.items.length; start += 1000)
      await store.putMany(made.items.slice(start, start + 1000));
    await store.putMany(fullPages(made.pointers, ENTERED));
    stored += made.items.filter(({ sk }) => sk.startsWith('2#')).length;
    if (sample.length < DUE) sample.push(...made.pointers);
  }
  return sample;
}

type Pages = typeof fullPages;

interface Site {
  readonly store: Store;
  readonly pointers: readonly Pointer[];
  /** Sweeps so far: each has a day of its own. */
  rounds: number;
}

/** Enters 10,000 pointers due at one moment, then sweeps them into the durable queue; a second. */
async function handOver(site: Site, pages: Pages): Promise<number> {
  site.rounds += 1;
  const due: Instant = at(addDays(FIRST_ROUND, site.rounds), 9);
  const entered = plus(due, -3_600_000);
  const pointers = Array.from({ length: DUE }, (_, index) => {
    const one = site.pointers[index % site.pointers.length];
    if (!one) throw new Error('nothing is stored');
    return { ...one, at: due, attempt: index };
  });
  await site.store.putMany(pages(pointers, entered));
  const queue = createLocalQueue(site.store, `round-${site.rounds}`);
  const deps = depsOn(site.store, handClock(due), { queue });
  let swept = 0;
  const taken = await seconds(async () => {
    swept = (await sweep(deps)).pointers;
  });
  const messages = await readAll(site.store, { pk: 'QUEUE#deliver' });
  if (swept !== DUE || messages.length < DUE / 25)
    throw new Error(`${swept} pointers, ${messages.length} messages`);
  await site.store.deleteMany(messages);
  return DUE / taken;
}

async function peerOn(desk: Desk, stored: number): Promise<Peer | undefined> {
  try {
    return await startBull(stored);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    desk.skip('the baseline BullMQ', error.message);
    return undefined;
  }
}

interface Rates {
  readonly single: number[];
  readonly full: number[];
  readonly small: number[];
  readonly bull: number[];
}

/** Everything once in each round, after one that does not count. */
async function rates(large: Site, small: Site, peer: Peer | undefined): Promise<Rates> {
  const found: Rates = { single: [], full: [], small: [], bull: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    // Large, small, small, large: what warms up or wears out meets both alike.
    const first = await handOver(large, singlePages);
    const beside = ((await handOver(small, singlePages)) + (await handOver(small, singlePages))) / 2;
    const single = (first + (await handOver(large, singlePages))) / 2;
    const full = await handOver(large, fullPages);
    const bull = peer && DUE / (await peer.handOver(DUE));
    if (round === 0) continue;
    found.single.push(single);
    found.small.push(beside);
    found.full.push(full);
    if (bull !== undefined) found.bull.push(bull);
  }
  return found;
}

async function measure(desk: Desk, large: Engine, small: Engine): Promise<void> {
  const taken = await seconds(() => fill(large.store, STORED));
  desk.say(`${STORED} obligations and their agenda written in ${Math.round(taken)} s`);
  const pointers = await fill(small.store, STORED / 10);
  const peer = await peerOn(desk, STORED / 10);
  const found = await rates(
    { store: large.store, pointers, rounds: 0 },
    { store: small.store, pointers, rounds: 0 },
    peer,
  );
  await peer?.close();
  const bull = median(found.bull);
  const lines = [
    { what: `10,000 due among ${STORED}, a page each`, list: found.single },
    { what: `10,000 due among ${STORED}, full pages`, list: found.full },
  ];
  for (const { what, list } of lines) {
    const ratio = median(list.map((one, index) => one / (found.bull[index] ?? Number.NaN)));
    const beside = peer && {
      beside: { name: 'BullMQ', figure: bull },
      ratio,
      wanted: 'faster',
      met: ratio > 1,
    };
    desk.add({ goal: '2', what, figure: median(list), unit: 'notices/s', ...beside });
  }
  const growth = median(found.small.map((one, index) => one / (found.single[index] ?? Number.NaN)));
  desk.add({
    goal: '2',
    what: `time among ${STORED} over that among ${STORED / 10}`,
    figure: growth,
    unit: 'times',
    wanted: 'under 1.05',
    met: growth < GROWTH_GOAL,
    ...(STORED < 1_000_000
      ? { note: 'BENCH_STORED=1000000 measures the full size; it takes long to write' }
      : {}),
  });
}

export const handover: Bench = {
  title: 'Sweep and hand-over to the durable queue',
  run: (desk) => onDisk((large) => onDisk((small) => measure(desk, large, small))),
};
