import { formatDay } from '../domain/time/day.ts';
import { dayOf, minutes, plus, sortableInstant, type Instant } from '../domain/time/instant.ts';
import { idOf } from '../domain/ids.ts';
import type { Item, Store } from '../ports.ts';
import { agendaPartition, SHARDS } from '../records/keys.ts';
import type { Pointer } from '../records/records.ts';
import { chunks } from '../domain/chunks.ts';

/** How many pointers a page of the agenda, and a message to the delivery, hold at the most. */
const PAGE_SIZE = 100;

/**
 * Writes pointers into the agenda: pages by the moment at which they fall due, in the shard of the day. A
 * moment that has passed is entered under now, so that no pointer lies behind the watermark. Repeatable: a
 * page’s name is the hash of what it holds.
 */
export async function enterAgenda(store: Store, pointers: readonly Pointer[], now: Instant): Promise<void> {
  const pages = pagesOf(pointers, now);
  if (pages.length > 0) await store.putMany(pages);
}

/** A moment so near that a sweep may read the agenda before the obligation behind it is stored. */
const IMMINENT = minutes(10);

/** Those of the pointers that are entered once more after their obligation was stored. */
export function imminent(pointers: readonly Pointer[], now: Instant): Pointer[] {
  return pointers.filter((pointer) => pointer.at <= plus(now, IMMINENT));
}

export function pagesOf(pointers: readonly Pointer[], now: Instant): Item[] {
  const groups = new Map<string, { at: Instant; shard: number; pointers: Pointer[] }>();
  for (const pointer of pointers) {
    const at = pointer.at > now ? pointer.at : now;
    const shard = shardOf(calledBy(pointer));
    const key = `${at}|${shard}`;
    const group = groups.get(key) ?? { at, shard, pointers: [] };
    group.pointers.push(pointer);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) =>
    chunks(group.pointers, PAGE_SIZE).map((chunk) => page(group, chunk)),
  );
}

/** The id of what calls for the step; a quota’s rule and period are not those of one jurisdiction alone. */
const calledBy = ({ escalationId, drawId, quota, obligationId, jurisdiction }: Pointer): string =>
  escalationId ??
  drawId ??
  (quota === undefined ? obligationId : [jurisdiction, quota.ruleId, quota.period].join(' '));

function page(group: { readonly at: Instant; readonly shard: number }, pointers: readonly Pointer[]): Item {
  const names = pointers.map((pointer) => `${calledBy(pointer)}/${pointer.step}/${pointer.attempt}`);
  return {
    pk: agendaPartition(formatDay(dayOf(group.at)), group.shard),
    sk: `${sortableInstant(group.at)}#${idOf(...names)}`,
    v: 1,
    pointers,
  };
}

function shardOf(obligationId: string): number {
  let sum = 0;
  for (let index = 0; index < obligationId.length; index += 1)
    sum = (sum * 31 + obligationId.charCodeAt(index)) >>> 0;
  return sum % SHARDS;
}
