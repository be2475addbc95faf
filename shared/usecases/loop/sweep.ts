import { watermarkRecord } from '../../records/watermark.ts';
import { addDays, formatDay, type Day } from '../../domain/time/day.ts';
import { dayOf, plus, sortableInstant, startOfDay, type Instant } from '../../domain/time/instant.ts';
import type { Key, Store } from '../../ports.ts';
import { agendaPage, type Pointer, agendaOf } from '../../records/agenda.ts';
import type { Deps } from '../deps.ts';
import { chunks } from '../../domain/chunks.ts';
import { compare } from '../../store/requests.ts';
import { calledBy } from '../agenda.ts';
import { GRACE, type Watermark, readWatermark } from '../watermark.ts';

/** Pointers in one message to the delivery queue. A failed message is retried alone. */
const MESSAGE_SIZE = 25;

export interface SweepResult {
  readonly pages: number;
  readonly pointers: number;
}

export interface Swept extends SweepResult {
  /**
   * The time since the beginning of the watermark’s day, as it was when this run began: 0 to 25 hours when all
   * is well.
   */
  readonly watermarkAgeSeconds: number;
}

/**
 * Sends everything that is due to the delivery queue. A page is deleted only after the queue has stored its
 * pointers, so the agenda contains exactly what still has to be sent. The watermark moves to a day only when
 * every shard of every earlier day was read to its end and found empty.
 */
export async function sweep(deps: Deps): Promise<Swept> {
  const now = deps.clock.now();
  const today = dayOf(now);
  const known = await readWatermark(deps.store, now);
  // When the clock was set back, pages are written behind the watermark, so the watermark goes back as well.
  const watermark = today < known.day ? { ...known, day: addDays(today, -1) } : known;
  let pages = 0;
  let pointers = 0;
  for (let current = watermark.day; current <= today; current = addDays(current, 1)) {
    const swept = await sweepDay(deps, current, now);
    pages += swept.pages;
    pointers += swept.pointers;
  }
  await moveWatermark(deps, watermark, known.day, now);
  const watermarkAgeSeconds = Math.max(0, Math.floor((now - startOfDay(watermark.day)) / 1000));
  return { pages, pointers, watermarkAgeSeconds };
}

/** Reads all shards of a day together, so that what is due at one moment fills its messages. */
async function sweepDay(deps: Deps, current: Day, now: Instant): Promise<SweepResult> {
  let pages = 0;
  let pointers = 0;
  let open: readonly { readonly pk: string; readonly after?: string }[] = agendaOf(current);
  while (open.length > 0) {
    const read = await Promise.all(
      open.map((from) => deps.store.query({ ...from, to: `${sortableInstant(now)}#~`, consistent: true })),
    );
    const due = read.flatMap(({ items }) => items);
    const owed = due.flatMap((item) => agendaPage.of(item).pointers);
    await enqueue(deps, owed);
    await deps.store.deleteMany(due.map(({ pk, sk }): Key => ({ pk, sk })));
    pages += due.length;
    pointers += owed.length;
    open = open.flatMap(({ pk }, index) => {
      const after = read[index]?.after;
      return after === undefined ? [] : [{ pk, after }];
    });
  }
  return { pages, pointers };
}

/** Groups the pointers of one bureau and subject, so that a message reads the subject once. */
async function enqueue(deps: Deps, pointers: readonly Pointer[]): Promise<void> {
  if (pointers.length === 0) return;
  const together = [...pointers].sort((a, b) => compare(placeOf(a), placeOf(b)));
  await deps.queue.send(
    'deliver',
    chunks(together, MESSAGE_SIZE).map((chunk) => ({ pointers: chunk })),
  );
}

const placeOf = (pointer: Pointer): string => `${pointer.jurisdiction} ${calledBy(pointer)}`;

async function moveWatermark(deps: Deps, watermark: Watermark, storedDay: Day, now: Instant): Promise<void> {
  const today = dayOf(now);
  const closable = now >= plus(startOfDay(today), GRACE) ? today : addDays(today, -1);
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
  for (let current = dayOf(from); current <= dayOf(to); current = addDays(current, 1)) {
    const firsts = await Promise.all(agendaOf(current).map((shard) => store.query({ ...shard, limit: 1 })));
    const instants = firsts.flatMap((page) =>
      page.items.map((item) => Date.parse(item.sk.split('#')[0] ?? '')),
    );
    const first = plus(from, Math.max(0, Math.min(...instants) - from));
    if (instants.length > 0) return first <= to ? first : undefined;
  }
  return undefined;
}
