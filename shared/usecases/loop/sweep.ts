import { watermarkRecord } from '../../records/watermark.ts';
import { busyAfter, busyUntil, roomFor } from '../../domain/notices/pace.ts';
import { addDays, formatDay, type Day } from '../../domain/time/day.ts';
import {
  dayOf,
  hours,
  minutes,
  plus,
  sortableInstant,
  startOfDay,
  type Instant,
} from '../../domain/time/instant.ts';
import type { Item, Key, Store } from '../../ports.ts';
import { LEAST_SHARDS, agendaPage, agendaOf, type Lane } from '../../records/agenda.ts';
import { sweepRecord, type SweepRecord } from '../../records/sweep.ts';
import { compare } from '../../store/requests.ts';
import type { Deps } from '../deps.ts';
import { spentOf } from '../pace.ts';
import { GRACE, type Watermark, readWatermark } from '../watermark.ts';
import { handOver, handOverAgain } from './handed.ts';
import { lookAhead, mustLookAhead } from './outlook.ts';
import { endSweep, mustRenew, storeSweep, takeSweep } from './sweep-lease.ts';

export interface SweepResult {
  readonly pages: number;
  readonly pointers: number;
}

export interface Swept extends SweepResult {
  /**
   * The time since the beginning of the watermark’s day, as it was when this run began: 0 to 25 hours when all
   * is well. Undefined when another run was sweeping.
   */
  readonly watermarkAgeSeconds: number | undefined;
  /** When to sweep again, if something that is due was left; undefined when nothing was. */
  readonly again: Instant | undefined;
}

/** The order of the lanes: what cannot wait comes before reminders. */
const lanes: readonly Lane[] = ['urgent', 'later'];
/** A run begins nothing more after this time: the function would be ended after five minutes. */
const LONGEST = minutes(4);
/** It is looked this often for what was handed over and not worked on. */
const LOOK = hours(1);

/** One run, and what it has handed over so far. */
interface Run {
  readonly deps: Deps;
  readonly begun: Instant;
  record: SweepRecord;
  /** How many more pointers of a lane may be handed over. */
  readonly room: (lane: Lane) => number;
  readonly took: (count: number) => void;
  pages: number;
  pointers: number;
  /** Another run has taken over, or this one has taken its time. */
  ended: boolean;
}

/**
 * Sends everything that is due to the delivery queue, as far as the provider’s limits let it leave soon: the
 * rest keeps its order in the agenda. A page is deleted only after the queue has stored its pointers, so the
 * agenda contains exactly what still has to be sent. One run sweeps at a time. The watermark moves to a day only
 * when every shard of every earlier day was read to its end and found empty.
 */
export async function sweep(deps: Deps): Promise<Swept> {
  const now = deps.clock.now();
  const taken = await takeSweep(deps, now);
  if (taken.kind === 'busy')
    return { pages: 0, pointers: 0, watermarkAgeSeconds: undefined, again: taken.until };
  const today = dayOf(now);
  const known = await readWatermark(deps.store, now);
  // When the clock was set back, pages are written behind the watermark, so the watermark goes back as well.
  const watermark = today < known.day ? { ...known, day: addDays(today, -1) } : known;
  const run = await begin(deps, taken.record, now);
  if (deps.queue.inTable !== true && now >= plus(run.record.looked, LOOK)) {
    await handOverAgain(deps, now);
    run.record = { ...run.record, looked: now };
  }
  const limits = deps.pace?.limits.email;
  if (limits && mustLookAhead(run.record.lookedAheadOn, now)) {
    await lookAhead(deps, limits, run.record.shards, now);
    run.record = { ...run.record, lookedAheadOn: formatDay(today) };
  }
  let open: Day | undefined;
  for (const lane of lanes)
    for (let current = watermark.day; current <= today; current = addDays(current, 1)) {
      if (await sweepDay(run, lane, current)) continue;
      open = open === undefined || current < open ? current : open;
      break;
    }
  await moveWatermark(deps, watermark, known.day, open, now);
  const behind = open !== undefined;
  if (!run.ended) await endSweep(deps, taken.record, { ...run.record, behind }, deps.clock.now());
  const watermarkAgeSeconds = Math.max(0, Math.floor((now - startOfDay(watermark.day)) / 1000));
  const { pages, pointers } = run;
  return { pages, pointers, watermarkAgeSeconds, again: behind ? plus(now, minutes(1)) : undefined };
}

async function begin(deps: Deps, record: SweepRecord, begun: Instant): Promise<Run> {
  const pace = await spentOf(deps, 'email', begun);
  const handed = pace ? busyUntil(pace.spent, record.handed, begun) : record.handed;
  const run: Run = {
    deps,
    begun,
    record: pace ? { ...record, handed } : record,
    room: (lane) => (pace ? roomFor(pace.spent, pace.limits, run.record.handed, lane, begun) : Infinity),
    took: (count) => {
      if (pace) run.record = { ...run.record, handed: busyAfter(pace.spent, run.record.handed, count) };
    },
    pages: 0,
    pointers: 0,
    ended: false,
  };
  return run;
}

/**
 * Reads all shards of a lane of a day together, so that what is due at one moment fills its messages. Returns
 * whether nothing that is due is left.
 */
async function sweepDay(run: Run, lane: Lane, current: Day): Promise<boolean> {
  const { deps, begun } = run;
  let open: readonly { readonly pk: string; readonly after?: string }[] = agendaOf(
    current,
    lane,
    run.record.shards,
  );
  while (open.length > 0) {
    const room = run.room(lane);
    // Enough that messages are full, and not all that waits.
    const limit = Number.isFinite(room) ? { limit: Math.max(25, Math.ceil(room / open.length / 4)) } : {};
    const read = await Promise.all(
      open.map((from) =>
        deps.store.query({ ...from, ...limit, to: `${sortableInstant(begun)}#~`, consistent: true }),
      ),
    );
    const due = read.flatMap(({ items }) => items).sort((a, b) => compare(a.sk, b.sk));
    const taken = fitting(due, (await goesOn(run)) ? room : 0);
    await take(run, taken);
    if (taken.length < due.length) return false;
    open = open.flatMap(({ pk }, index) => {
      const after = read[index]?.after;
      return after === undefined ? [] : [{ pk, after }];
    });
  }
  return true;
}

/** The first pages that have room. */
function fitting(pages: readonly Item[], room: number): readonly Item[] {
  let left = room;
  return pages.filter((page) => {
    const fits = left > 0;
    left -= fits ? agendaPage.of(page).pointers.length : 0;
    return fits;
  });
}

async function take(run: Run, pages: readonly Item[]): Promise<void> {
  const { deps, begun } = run;
  if (pages.length === 0) return;
  const pointers = pages.flatMap((page) => agendaPage.of(page).pointers);
  await handOver(deps, pointers, begun);
  await deps.store.deleteMany(pages.map(({ pk, sk }): Key => ({ pk, sk })));
  run.took(pointers.length);
  run.pages += pages.length;
  run.pointers += pointers.length;
}

/** Whether this run may take more: nobody has taken over, and its time is not up. */
async function goesOn(run: Run): Promise<boolean> {
  const now = run.deps.clock.now();
  if (run.ended || now >= plus(run.begun, LONGEST)) return false;
  if (!mustRenew(run.record, now)) return true;
  const renewed = await storeSweep(run.deps, run.record, now);
  run.ended = renewed === undefined;
  run.record = renewed ?? run.record;
  return !run.ended;
}

/** `open`: the first day of which something is left. */
async function moveWatermark(
  deps: Deps,
  watermark: Watermark,
  storedDay: Day,
  open: Day | undefined,
  now: Instant,
): Promise<void> {
  const today = dayOf(now);
  const over = now >= plus(startOfDay(today), GRACE) ? today : addDays(today, -1);
  const closable = open !== undefined && open < over ? open : over;
  const next = closable > watermark.day ? closable : watermark.day;
  if (watermark.version > 0 && next === storedDay) return;
  await watermarkRecord.put(deps.store, 'agenda', {
    version: 0,
    ...watermark.record,
    day: formatDay(next),
  });
}

/** The first moment from `from` to `to` for which the agenda has an entry; undefined when there is none. */
export async function nextDue(store: Store, from: Instant, to: Instant): Promise<Instant | undefined> {
  const shards = (await sweepRecord.read(store, 'agenda'))?.shards ?? LEAST_SHARDS;
  for (let current = dayOf(from); current <= dayOf(to); current = addDays(current, 1)) {
    const all = lanes.flatMap((lane) => agendaOf(current, lane, shards));
    const firsts = await Promise.all(all.map((shard) => store.query({ ...shard, limit: 1 })));
    const instants = firsts.flatMap((page) =>
      page.items.map((item) => Date.parse(item.sk.split('#')[0] ?? '')),
    );
    const first = plus(from, Math.max(0, Math.min(...instants) - from));
    if (instants.length > 0) return first <= to ? first : undefined;
  }
  return undefined;
}
