import { z } from 'zod';
import { formatInstant } from '../../domain/time/instant.ts';
import type { Item } from '../../ports.ts';
import { lastNoticeKey } from '../../records/keys.ts';
import type { Deps } from '../deps.ts';
import type { Letter, Sent } from './send.ts';

const stored = z.object({ pk: z.string(), at: z.string() });

/**
 * Stores the last notice of each subject, for the status look-up. A letter sent earlier by a process that
 * stopped before it came to this is stored as well, unless a later one is there.
 */
export async function storeLast(
  deps: Deps,
  letters: readonly Letter[],
  results: readonly PromiseSettledResult<Sent>[],
): Promise<void> {
  const last = new Map<string, Item & { readonly at: string }>();
  const earlier = new Set<string>();
  for (const [index, { draft }] of letters.entries()) {
    const result = results[index];
    // A notice to others about a subject is not a notice to the subject.
    if (result?.status !== 'fulfilled' || draft.others === true) continue;
    const { value } = result;
    const left =
      value.kind === 'accepted' ? deps.clock.now() : value.kind === 'settled' ? value.leftAt : undefined;
    if (left === undefined) continue;
    const key = lastNoticeKey(draft.jurisdiction, draft.subjectId);
    const { id, kind, ruleId, escalationId, against, subject } = draft;
    const at = formatInstant(left);
    if ((last.get(key.pk)?.at ?? '') > at) continue;
    last.set(key.pk, { ...key, v: 1, id, kind, ruleId, escalationId, against, subject, at });
    if (value.kind === 'settled') earlier.add(key.pk);
    else earlier.delete(key.pk);
  }
  const items = await withoutOutdated(deps, last, earlier);
  if (items.length > 0) await deps.store.putMany(items);
}

async function withoutOutdated(
  deps: Deps,
  last: ReadonlyMap<string, Item & { readonly at: string }>,
  earlier: ReadonlySet<string>,
): Promise<Item[]> {
  const items = [...last.values()];
  if (earlier.size === 0) return items;
  const known = await deps.store.getMany(items.filter((item) => earlier.has(item.pk)));
  const standing = new Map(known.map((item) => stored.parse(item)).map(({ pk, at }) => [pk, at]));
  return items.filter((item) => (standing.get(item.pk) ?? '') < item.at);
}
