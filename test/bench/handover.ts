import { createLocalQueue } from '../../local/queue.ts';
import { addDays } from '../../shared/domain/time/day.ts';
import { at, dayOf, instant, plus, type Instant } from '../../shared/domain/time/instant.ts';
import type { Store } from '../../shared/ports.ts';
import { readAll } from '../../shared/store/read.ts';
import type { Pointer } from '../../shared/records/agenda.ts';
import { sweep } from '../../shared/usecases/loop/sweep.ts';
import { hasRedis, startBull, type Peer } from './bullmq.ts';
import { multiplied, obligationsIn, plannedParts, pointersOf, storeParts } from './filler.ts';
import { fullPages, singlePages, type Made } from './made-items.ts';
import { median, ROUNDS, seconds } from './measure.ts';
import { depsOn, handClock, onDisk } from './product.ts';
import type { Bench, Desk } from './report.ts';
import type { Sizes } from './sizes.ts';

const ENTERED = instant('2026-01-05T10:00:00+08:00');
/** Long before any step of what is stored. */
const FIRST_ROUND = dayOf(instant('2024-01-08T00:00:00+08:00'));
const GROWTH_GOAL = 1.05;
const PEER_GOAL = 10;
const FILL_SECONDS = 15;
/** How often the larger store holds the smaller one. */
const TIMES = 10;

type Pages = typeof fullPages;

interface Site {
  readonly store: Store;
  readonly pointers: readonly Pointer[];
  /** Sweeps so far: each has a day of its own. */
  rounds: number;
}

/** Enters pointers due at one moment, then sweeps them into the durable queue; a second. */
async function handOver(site: Site, pages: Pages, count: number): Promise<number> {
  site.rounds += 1;
  const due: Instant = at(addDays(FIRST_ROUND, site.rounds), 9);
  const entered = plus(due, -3_600_000);
  const pointers = Array.from({ length: count }, (_, index) => {
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
  if (swept !== count || messages.length < count / 25)
    throw new Error(`${swept} pointers, ${messages.length} messages`);
  await site.store.deleteMany(messages);
  return count / taken;
}

interface Rates {
  readonly single: number[];
  readonly full: number[];
  readonly small: number[];
  readonly bull: number[];
}

/** Everything once in each round, after one that does not count. */
async function rates(large: Site, small: Site, peer: Peer | undefined, due: number): Promise<Rates> {
  const found: Rates = { single: [], full: [], small: [], bull: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    // Large, small, small, large: what warms up or wears out meets both alike.
    const first = await handOver(large, singlePages, due);
    const beside =
      ((await handOver(small, singlePages, due)) + (await handOver(small, singlePages, due))) / 2;
    const single = (first + (await handOver(large, singlePages, due))) / 2;
    const full = await handOver(large, fullPages, due);
    const bull = peer && due / (await peer.handOver(due));
    if (round === 0) continue;
    found.single.push(single);
    found.small.push(beside);
    found.full.push(full);
    if (bull !== undefined) found.bull.push(bull);
  }
  return found;
}

const shown = (count: number): string => count.toLocaleString('en');

/** Plans and stores the smaller part. */
async function fill(desk: Desk, small: Store, stored: number): Promise<readonly Made[]> {
  const begun = process.hrtime.bigint();
  const parts = await plannedParts(stored / TIMES, ENTERED);
  const writing = await seconds(() => storeParts(small, parts, ENTERED));
  const taken = Number(process.hrtime.bigint() - begun) / 1e9;
  const count = parts.reduce((total, part) => total + obligationsIn(part), 0);
  desk.add({
    goal: '2',
    what: `${shown(count)} obligations with their agenda, planned and written`,
    figure: taken,
    unit: 's',
    beside: { name: 'writing alone', figure: writing },
    ratio: taken / writing,
    wanted: 'under 15 s',
    met: taken < FILL_SECONDS,
  });
  return parts;
}

async function measure(
  desk: Desk,
  large: Store,
  small: Store,
  parts: readonly Made[],
  { stored, due }: Sizes,
): Promise<void> {
  const pointers = pointersOf(parts, 10_000);
  const peer = (await hasRedis()) ? await startBull(stored / TIMES) : undefined;
  if (!peer) desk.skip('the baseline BullMQ', 'there is no redis-server: apt-get install redis-server');
  const found = await rates(
    { store: large, pointers, rounds: 0 },
    { store: small, pointers, rounds: 0 },
    peer,
    due,
  );
  await peer?.close();
  const lines = [
    { what: 'a page each', list: found.single },
    { what: 'full pages', list: found.full },
  ];
  for (const { what, list } of lines) {
    const ratio = median(list.map((one, index) => one / (found.bull[index] ?? Number.NaN)));
    const beside = peer && {
      beside: { name: `BullMQ everysec, ${shown(stored / TIMES)} stored`, figure: median(found.bull) },
      ratio,
      met: ratio >= PEER_GOAL,
    };
    desk.add({
      goal: '2',
      what: `${shown(due)} due among ${shown(stored)}, ${what}`,
      figure: median(list),
      unit: 'notices/s',
      wanted: '10 times',
      ...beside,
    });
  }
  const growth = median(found.small.map((one, index) => one / (found.single[index] ?? Number.NaN)));
  desk.add({
    goal: '2',
    what: `the same among ${shown(stored / TIMES)}`,
    figure: median(found.small),
    unit: 'notices/s',
    beside: { name: `among ${shown(stored)}`, figure: median(found.single) },
    ratio: growth,
    wanted: 'under 1.05',
    met: growth < GROWTH_GOAL,
    note: 'growth of the time from the smaller store to the larger one',
  });
}

/** The larger file is the smaller one, as many times. */
async function run(desk: Desk, sizes: Sizes): Promise<void> {
  await onDisk(async (small, file) => {
    const parts = await fill(desk, small.store, sizes.stored);
    await onDisk(
      (large) => measure(desk, large.store, small.store, parts, sizes),
      (other) => multiplied(file, other, TIMES),
    );
  });
}

export const handover: Bench = { title: 'Sweep and hand-over to the durable queue', run };
