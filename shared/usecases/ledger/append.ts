import { z } from 'zod';
import { BEFORE_FIRST, linkOf } from '../../domain/ledger.ts';
import { minutes, plus, type Instant, formatInstant } from '../../domain/time/instant.ts';
import type { Item, Key, Store } from '../../ports.ts';
import { pendingLink, type PendingLink } from '../../records/records.ts';
import { ledgerKey, ledgerPartition } from '../../records/keys.ts';
import type { Deps } from '../deps.ts';
import { signature, type Principal } from '../../domain/principal.ts';
import { idOf } from '../../domain/ids.ts';

/**
 * Decisions are linked into one chain a jurisdiction. A decision is stored with its pending link; a repeatable
 * step then chooses a number, puts the link there if the place is free, and takes the pending link away. Since
 * the number stands on the record before the link is written, a stop at any point links it once.
 */
export const linkRecord = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.literal(1),
  id: z.string(),
  number: z.number(),
  previous: z.string(),
  contentHash: z.string(),
  hash: z.string(),
  content: z.record(z.string(), z.unknown()),
});
export type LinkRecord = z.infer<typeof linkRecord>;

/** Any versioned item that holds pending links. */
const holder = z.looseObject({
  pk: z.string(),
  sk: z.string(),
  version: z.number(),
  links: z.array(pendingLink).optional(),
});

/**
 * How often a place is looked for: as many writers at once would have to be in the way. Each turn is a step of two
 * items (the number on the record, then the link), so it is no change of one record.
 */
const TRIES = 20;

/** The step of a pointer that looks whether a decision was linked. */
export const LINK_STEP = 'ledger';

/** When it is looked whether what an act asked for was done: longer than a request takes. */
export const checkAt = (now: Instant): Instant => plus(now, minutes(2));

/** What a decision says of itself in the chain: who, when, what, on which text. */
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

/** Links what a record’s decisions still wait for; repeatable. Answers the record as it is then. */
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

/** Whether the link stands at the number now. */
async function place(
  store: Store,
  jurisdiction: string,
  pending: PendingLink,
  number: number,
): Promise<boolean> {
  const before = number === 1 ? undefined : await store.get(ledgerKey(jurisdiction, number - 1));
  if (number > 1 && !before) return false;
  const previous = before ? linkRecord.parse(before).hash : BEFORE_FIRST;
  const link = {
    ...ledgerKey(jurisdiction, number),
    v: 1,
    id: pending.id,
    ...linkOf(number, previous, pending.content),
  };
  if (await store.put(link, 'absent')) return true;
  const there = await store.get(ledgerKey(jurisdiction, number));
  return there !== undefined && linkRecord.parse(there).id === pending.id;
}

async function nextNumber(store: Store, jurisdiction: string): Promise<number> {
  const last = await store.query({
    pk: ledgerPartition(jurisdiction),
    descending: true,
    limit: 1,
    consistent: true,
  });
  const [head] = last.items.map((item) => linkRecord.parse(item));
  return (head?.number ?? 0) + 1;
}
