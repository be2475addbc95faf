import { minutes, plus, type Instant } from '../domain/time/instant.ts';
import { idOf } from '../domain/ids.ts';
import type { Item, Store } from '../ports.ts';
import { type Pointer, agendaPage } from '../records/agenda.ts';
import { chunks } from '../domain/chunks.ts';

/** The largest number of pointers in one page of the agenda, and in one message to the delivery queue. */
const PAGE_SIZE = 100;

/**
 * Writes pointers into the agenda. A page holds pointers of one moment, is filled as far as possible, and lies
 * in one shard of the day. A moment in the past is entered under now, so that no pointer lies behind the
 * watermark. Repeatable: a page is named by the hash of its content, and its shard follows from its name.
 */
export async function enterAgenda(store: Store, pointers: readonly Pointer[], now: Instant): Promise<void> {
  const pages = pagesOf(pointers, now);
  if (pages.length > 0) await store.putMany(pages);
}

/** A sweep may read the agenda within this time, before the obligation behind a new pointer is stored. */
const IMMINENT = minutes(10);

/** Returns the pointers that must be entered a second time, after their obligation was stored. */
export function imminent(pointers: readonly Pointer[], now: Instant): Pointer[] {
  return pointers.filter((pointer) => pointer.at <= plus(now, IMMINENT));
}

export function pagesOf(pointers: readonly Pointer[], now: Instant): Item[] {
  const moments = new Map<Instant, Pointer[]>();
  for (const pointer of pointers) {
    const at = pointer.at > now ? pointer.at : now;
    const group = moments.get(at) ?? [];
    group.push(pointer);
    moments.set(at, group);
  }
  return [...moments].flatMap(([at, group]) => chunks(group, PAGE_SIZE).map((chunk) => page(at, chunk)));
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

function page(at: Instant, pointers: readonly Pointer[]): Item {
  const name = idOf(...pointers.map((pointer) => `${calledBy(pointer)}/${pointer.step}/${pointer.attempt}`));
  return agendaPage.itemOf({ at, name }, { pointers: [...pointers] });
}
