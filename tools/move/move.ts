import { isDeepStrictEqual } from 'node:util';
import { ToldError } from '../../local/told-error.ts';
import { chunks } from '../../shared/domain/chunks.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { formatInstant, plus, type Instant } from '../../shared/domain/time/instant.ts';
import type { Item, Key, Table } from '../../shared/ports.ts';
import { LEAST_SHARDS } from '../../shared/records/agenda.ts';
import { listOf } from '../../shared/records/keys.ts';
import { linkRecord, linksOf } from '../../shared/records/link.ts';
import { movedRecord, type MovedRecord } from '../../shared/records/moved.ts';
import { plannedRecord } from '../../shared/records/planned.ts';
import { settingsRecord } from '../../shared/records/settings.ts';
import { subjectRecord } from '../../shared/records/subject.ts';
import { sweepRecord } from '../../shared/records/sweep.ts';
import { readAll, readList } from '../../shared/store/read.ts';
import { pagesOf } from '../../shared/usecases/agenda.ts';
import { partsOf, stepsOf, type Parts } from './parts.ts';

/** A table of a stage or of one machine. The name is what the other side remembers it by. */
export interface Side {
  readonly store: Table;
  readonly name: string;
}

export interface Move {
  readonly jurisdiction: string;
  readonly from: Side;
  readonly to: Side;
  readonly now: Instant;
  /** What was under way when the move began may go on this long, in milliseconds. */
  readonly settle: number;
}

export interface Moved {
  readonly items: number;
  readonly steps: number;
  readonly links: number;
  /** The hash of the last decision; zeros where there is none. */
  readonly head: string;
}

/**
 * Moves a jurisdiction to another table. It is marked first: from then on nothing is entered, planned or sent at
 * either side. Then everything is copied and compared, the side of before gives up its steps, and the new side
 * may begin. A move that ended half way is done again from its first step, with the same result. Throws
 * ToldError where it has to wait or is refused.
 */
export async function move(asked: Move): Promise<Moved> {
  const { jurisdiction, from, to } = asked;
  const mark = await begun(asked);
  if (mark.state === 'left') {
    const moved = await tally(to.store, jurisdiction);
    await finish(asked);
    return moved;
  }
  const parts = await partsOf(from.store, jurisdiction);
  refuseBusy(parts, asked);
  const arriving = await movedRecord.read(to.store, jurisdiction);
  if (arriving?.state !== 'arriving')
    await to.store.putMany([movedRecord.itemOf(jurisdiction, { ...mark, version: 0, state: 'arriving' })]);
  const moved = await copied(asked, parts);
  await from.store.putMany([movedRecord.itemOf(jurisdiction, { ...mark, state: 'left' })]);
  await finish(asked);
  return moved;
}

/** The mark of this move at the side of before, made where it is new. */
async function begun({ jurisdiction, from, to, now, settle }: Move): Promise<MovedRecord> {
  if ((await settingsRecord.read(from.store, jurisdiction)) === undefined)
    throw new ToldError(`${from.name} holds nothing of ${jurisdiction}: name the side where it is.`);
  const known = await movedRecord.read(from.store, jurisdiction);
  if (known && (known.state === 'arriving' || known.from !== from.name || known.to !== to.name))
    throw new ToldError(
      `${jurisdiction} moves from ${known.from} to ${known.to} already: npm run move with these two first.`,
    );
  if (known?.state !== 'left') await refuseOccupied(to, jurisdiction, from.name);
  const first: MovedRecord = { version: 0, state: 'leaving', from: from.name, to: to.name, at: now };
  const mark = known ?? first;
  if (!known) await from.store.putMany([movedRecord.itemOf(jurisdiction, first)]);
  const settled = plus(mark.at, settle);
  if (now < settled)
    throw new ToldError(
      `${jurisdiction} is marked in ${from.name}: nothing is entered or sent there any more. What was under way ends within minutes: run the same command again after ${formatInstant(settled)}.`,
    );
  return mark;
}

/** Where another move or a bureau’s own work has put something, nothing is written over it. */
async function refuseOccupied({ store, name }: Side, jurisdiction: string, from: string): Promise<void> {
  const there = await movedRecord.read(store, jurisdiction);
  if (there?.state === 'arriving' && there.from === from) return;
  const subjects = await readList(store, { pk: listOf(jurisdiction, 'SUBJECT'), limit: 100 });
  const worked = subjects.items.map(subjectRecord.of).some(({ kind }) => kind !== 'bureau');
  const links = await store.query({ ...linksOf(jurisdiction), limit: 1 });
  if (there?.state !== 'arriving' && there?.state !== 'leaving' && !worked && links.items.length === 0)
    return;
  throw new ToldError(
    `${name} holds data of ${jurisdiction} already: nothing was changed. Where they are the ones of before it moved away, npm run move -- --clear removes them.`,
  );
}

function refuseBusy({ busy }: Parts, { jurisdiction, from }: Move): void {
  if (busy.length === 0) return;
  throw new ToldError(
    `${jurisdiction} is marked in ${from.name}, but ${busy.slice(0, 3).join(', ')}: run the same command again when that has ended (dead letters: npm run replay). Nothing was copied.`,
  );
}

const isMark = ({ sk }: Key, jurisdiction: string): boolean => sk === movedRecord.key(jurisdiction).sk;

/** The item at the new side. Everything is planned there once more: promises of the last minutes stayed behind. */
function arrived(item: Item, jurisdiction: string): Item {
  const planned = plannedRecord.key(jurisdiction);
  if (item.pk !== planned.pk || item.sk !== planned.sk) return item;
  return plannedRecord.itemOf(jurisdiction, { version: plannedRecord.of(item).version, basis: 'moved' });
}

/** Copies and compares. */
async function copied({ jurisdiction, from, to, now }: Move, parts: Parts): Promise<Moved> {
  let items = 0;
  for (const pk of parts.partitions) items += await copyPartition(from.store, to.store, { jurisdiction, pk });
  const beside = [...parts.people, ...parts.texts.map(({ key }) => key)];
  for (const keys of chunks(beside, 100)) {
    const found = await from.store.getMany(keys);
    await to.store.putMany(found);
    refuseDifferent(found, await to.store.getMany(keys));
    items += found.length;
  }
  const pointers = parts.pages.flatMap((page) => stepsOf(page, jurisdiction));
  const shards = (await sweepRecord.read(to.store, 'agenda'))?.shards ?? LEAST_SHARDS;
  await to.store.putMany(pagesOf(pointers, now, shards));
  const chain = await chainOf(from.store, jurisdiction);
  const there = await chainOf(to.store, jurisdiction);
  if (there.head !== chain.head || there.links !== chain.links)
    throw new ToldError(`the chain of decisions arrived with another head: run the same command again.`);
  return { items, steps: pointers.length, ...there };
}

async function copyPartition(
  from: Table,
  to: Table,
  { jurisdiction, pk }: { readonly jurisdiction: string; readonly pk: string },
): Promise<number> {
  const read = async (store: Table): Promise<Item[]> =>
    (await readAll(store, { pk, consistent: true })).filter((item) => !isMark(item, jurisdiction));
  const items = (await read(from)).map((item) => arrived(item, jurisdiction));
  const known = new Set(items.map(({ sk }) => sk));
  // What the set-up of the new side has made, and the bureau’s own items do not have.
  const others = (await read(to)).filter(({ sk }) => !known.has(sk));
  if (others.length > 0) await to.deleteMany(others.map(({ sk }) => ({ pk, sk })));
  await to.putMany(items);
  refuseDifferent(items, await read(to));
  return items.length;
}

function refuseDifferent(sent: readonly Item[], there: readonly Item[]): void {
  const byKey = new Map(there.map((item) => [`${item.pk}|${item.sk}`, item]));
  const wrong = sent.filter(
    (item) => !isDeepStrictEqual(plain(item), plain(byKey.get(`${item.pk}|${item.sk}`))),
  );
  if (wrong.length === 0 && there.length === sent.length) return;
  throw new ToldError(
    `${wrong.length} items of ${sent[0]?.pk ?? ''} arrived otherwise than they were: run the same command again.`,
  );
}

/** As it is stored: what is undefined is not there. */
const plain = (item: Item | undefined): unknown => JSON.parse(JSON.stringify(item ?? null));

async function chainOf(store: Table, jurisdiction: string): Promise<Pick<Moved, 'links' | 'head'>> {
  const links = (await readAll(store, { ...linksOf(jurisdiction), consistent: true })).map(linkRecord.of);
  const found = verifyChain(links);
  if (found.holds) return found;
  throw new ToldError(`the chain of decisions does not hold at link ${found.at}: ${found.why}`);
}

async function tally(store: Table, jurisdiction: string): Promise<Moved> {
  const parts = await partsOf(store, jurisdiction);
  let items = parts.people.length + parts.texts.length;
  for (const pk of parts.partitions) items += (await readAll(store, { pk })).length;
  const steps = parts.pages.flatMap((page) => stepsOf(page, jurisdiction)).length;
  return { items, steps, ...(await chainOf(store, jurisdiction)) };
}

/** The side of before gives up its steps; then the new side may begin. */
async function finish({ jurisdiction, from, to }: Move): Promise<void> {
  const { pages } = await partsOf(from.store, jurisdiction);
  await giveUp(from.store, pages, jurisdiction);
  const there = await movedRecord.read(to.store, jurisdiction);
  if (there?.state === 'arriving') await to.store.deleteMany([movedRecord.key(jurisdiction)]);
}

/** Older pages hold steps of several bureaus. */
async function giveUp(store: Table, pages: readonly Item[], jurisdiction: string): Promise<void> {
  const left = pages.map((page) => {
    const mine = new Set(stepsOf(page, jurisdiction).map((one) => JSON.stringify(one)));
    const all = Array.isArray(page['pointers']) ? page['pointers'] : [];
    return { page, others: all.filter((one) => !mine.has(JSON.stringify(one))) };
  });
  await store.putMany(
    left.flatMap(({ page, others }) => (others.length === 0 ? [] : [{ ...page, pointers: others }])),
  );
  await store.deleteMany(
    left.flatMap(({ page: { pk, sk }, others }) => (others.length === 0 ? [{ pk, sk }] : [])),
  );
}

/** Gives up a move that has not come to its end: the bureau works on where it was. What arrived stays held. */
export async function cancel({ jurisdiction, from }: Pick<Move, 'jurisdiction' | 'from'>): Promise<void> {
  const mark = await movedRecord.read(from.store, jurisdiction);
  if (mark?.state !== 'leaving')
    throw new ToldError(
      `${jurisdiction} is not leaving ${from.name}: nothing was changed. What has left comes back by a move from there.`,
    );
  await from.store.deleteMany([movedRecord.key(jurisdiction)]);
}

/** Removes what a jurisdiction left behind, but for the mark and the settings beside it. Returns how many items. */
export async function clear({ jurisdiction, from, to }: Omit<Move, 'now' | 'settle'>): Promise<number> {
  const mark = await movedRecord.read(from.store, jurisdiction);
  const there = await movedRecord.read(to.store, jurisdiction);
  const arrivedThere =
    (await settingsRecord.read(to.store, jurisdiction)) !== undefined && there?.state !== 'arriving';
  if (mark?.state !== 'left' || mark.to !== to.name || !arrivedThere)
    throw new ToldError(
      `${jurisdiction} has not moved from ${from.name} to ${to.name}: nothing was removed. First npm run move without --clear.`,
    );
  const parts = await partsOf(from.store, jurisdiction);
  await giveUp(from.store, parts.pages, jurisdiction);
  const own = parts.texts.flatMap((text) => (text.own ? [text.key] : []));
  const beside = [...parts.people, ...own];
  await from.store.deleteMany(beside);
  let removed = beside.length;
  const kept = [movedRecord.key(jurisdiction), settingsRecord.key(jurisdiction)];
  for (const pk of parts.partitions) {
    const items = await readAll(from.store, { pk, consistent: true });
    const gone = items.filter((item) => !kept.some((key) => key.pk === item.pk && key.sk === item.sk));
    await from.store.deleteMany(gone.map(({ sk }) => ({ pk, sk })));
    removed += gone.length;
  }
  return removed;
}
