import { minutes, plus, type Instant } from '../domain/time/instant.ts';
import { idOf } from '../domain/ids.ts';
import type { Item, Store } from '../ports.ts';
import { LEAST_SHARDS, agendaPage, laneOf, shardOf, type Pointer } from '../records/agenda.ts';
import { sweepRecord } from '../records/sweep.ts';
import { chunks } from '../domain/chunks.ts';

/** The largest number of pointers in one page of the agenda, and in one message to the delivery queue. */
const PAGE_SIZE = 100;

/** How many shards each store’s agenda has, as it was read last. */
const shardsSeen = new WeakMap<Store, { readonly at: Instant; readonly shards: number }>();

/**
 * The number of shards, read every few minutes: it only grows, and the sweep reads at least as many as anybody
 * writes to.
 */
async function shardsNow(store: Store, now: Instant): Promise<number> {
  const seen = shardsSeen.get(store);
  if (seen && seen.at <= now && now < plus(seen.at, minutes(5))) return seen.shards;
  const shards = (await sweepRecord.read(store, 'agenda'))?.shards ?? LEAST_SHARDS;
  shardsSeen.set(store, { at: now, shards });
  return shards;
}

/**
 * Writes pointers into the agenda. A page holds pointers of one bureau, moment and lane, is filled as far as
 * possible, and lies in one shard of the day. A moment in the past is entered under now, so that no pointer lies
 * behind the watermark. Repeatable: a page is named by the hash of its content.
 */
export async function enterAgenda(store: Store, pointers: readonly Pointer[], now: Instant): Promise<void> {
  if (pointers.length === 0) return;
  await store.putMany(pagesOf(pointers, now, await shardsNow(store, now)));
}

/** A sweep may read the agenda within this time, before the obligation behind a new pointer is stored. */
const IMMINENT = minutes(10);

/** Returns the pointers that must be entered a second time, after their obligation was stored. */
export function imminent(pointers: readonly Pointer[], now: Instant): Pointer[] {
  return pointers.filter((pointer) => pointer.at <= plus(now, IMMINENT));
}

export function pagesOf(pointers: readonly Pointer[], now: Instant, shards = LEAST_SHARDS): Item[] {
  const groups = new Map<string, Pointer[]>();
  for (const pointer of pointers) {
    const place = `${Math.max(pointer.at, now)} ${laneOf(pointer)} ${pointer.jurisdiction}`;
    const group = groups.get(place) ?? [];
    group.push(pointer);
    groups.set(place, group);
  }
  return [...groups.values()].flatMap((group) =>
    chunks(group, PAGE_SIZE).flatMap((chunk) => page(chunk, now, shards)),
  );
}

/**
 * The id of whatever the step belongs to. A quota is named with its jurisdiction, because several jurisdictions
 * share rule ids and periods.
 */
export const calledBy = ({
  escalationId,
  drawId,
  quota,
  obligationId,
  jurisdiction,
  settings,
  person,
}: Pointer): string =>
  escalationId ??
  drawId ??
  person?.sub ??
  (settings ? `${jurisdiction} settings` : undefined) ??
  (quota === undefined ? obligationId : [jurisdiction, quota.ruleId, quota.period].join(' '));

function page(pointers: readonly Pointer[], now: Instant, shards: number): Item[] {
  const [first] = pointers;
  if (!first) return [];
  const name = idOf(...pointers.map((pointer) => `${calledBy(pointer)}/${pointer.step}/${pointer.attempt}`));
  const at = first.at > now ? first.at : now;
  const shard = shardOf(first.jurisdiction, shards);
  return [agendaPage.itemOf({ at, lane: laneOf(first), shard, name }, { pointers: [...pointers] })];
}
