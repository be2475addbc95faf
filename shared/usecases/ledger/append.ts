import { z } from 'zod';
import { linkRecord, linksOf } from '../../records/link.ts';
import { BEFORE_FIRST, linkOf } from '../../domain/ledger.ts';
import { minutes, plus, type Instant, formatInstant } from '../../domain/time/instant.ts';
import type { Item, Key, Store } from '../../ports.ts';
import { pendingLink, type PendingLink } from '../../records/records.ts';
import type { Deps } from '../deps.ts';
import { signature } from '../../domain/actor.ts';
import type { Principal } from '../../domain/principal.ts';
import { idOf } from '../../domain/ids.ts';

/**
 * Links decisions into one chain for each jurisdiction. A decision is stored with its pending link. A
 * repeatable step then chooses a number, writes the link there if the place is free, and removes the pending
 * link. The number is on the record before the link is written, so a stop at any point links it once.
 */

/** Any versioned item that has pending links. */
const holder = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  version: z.number(),
  links: z.array(pendingLink).optional(),
});

/**
 * The most places that are tried. It fails only if as many writers were in the way at once. A try writes two
 * items (the number on the record, then the link), so it is not a change of one record.
 */
const TRIES = 20;

/** The step of a pointer that checks whether a decision was linked. */
export const LINK_STEP = 'ledger';

/** When to check that the follow-up of an act was done: later than any request takes. */
export const checkAt = (now: Instant): Instant => plus(now, minutes(2));

/** The content of a decision’s link in the chain: who, when, what, and on which text. */
export function pendingOf(
  principal: Principal,
  now: Instant,
  target: {
    readonly kind: string;
    readonly id: string;
    readonly subjectId: string;
    readonly version: number;
  },
  action: string,
  facts: Readonly<Record<string, unknown>> = {},
): PendingLink {
  return {
    id: idOf('link', target.kind, target.id, String(target.version), action),
    content: {
      action,
      [`${target.kind}Id`]: target.id,
      subjectId: target.subjectId,
      at: formatInstant(now),
      by: signature(principal),
      ...facts,
    },
  };
}

/** Links the pending decisions of a record; repeatable. Returns the record as it is afterwards. */
export async function settleLinks(deps: Deps, jurisdiction: string, key: Key): Promise<Item | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const item = await deps.store.get(key);
    const known = item && holder.parse(item);
    const pending = known?.links?.[0];
    if (!item || !known || !pending) return item;
    await settleOne(deps.store, jurisdiction, item, known, pending);
  }
  throw new Error(`the decisions of ${key.pk} ${key.sk} could not be linked`);
}

type Holder = z.infer<typeof holder>;

async function settleOne(
  store: Store,
  jurisdiction: string,
  item: Item,
  known: Holder,
  pending: PendingLink,
): Promise<void> {
  const rest = (known.links ?? []).slice(1);
  const placed =
    pending.number === undefined ? undefined : await place(store, jurisdiction, pending, pending.number);
  const links =
    placed === true ? rest : [{ ...pending, number: await nextNumber(store, jurisdiction) }, ...rest];
  await store.put({ ...item, links, version: known.version + 1 }, { version: known.version });
}

/** Whether the link is now at the number. */
async function place(
  store: Store,
  jurisdiction: string,
  pending: PendingLink,
  number: number,
): Promise<boolean> {
  const before =
    number === 1 ? undefined : await linkRecord.read(store, { jurisdiction, number: number - 1 });
  if (number > 1 && !before) return false;
  const link = { id: pending.id, ...linkOf(number, before?.hash ?? BEFORE_FIRST, pending.content) };
  if (await store.put(linkRecord.itemOf({ jurisdiction, number }, link), 'absent')) return true;
  return (await linkRecord.read(store, { jurisdiction, number }))?.id === pending.id;
}

async function nextNumber(store: Store, jurisdiction: string): Promise<number> {
  const last = await store.query({
    ...linksOf(jurisdiction),
    descending: true,
    limit: 1,
    consistent: true,
  });
  const [head] = last.items.map(linkRecord.of);
  return (head?.number ?? 0) + 1;
}
