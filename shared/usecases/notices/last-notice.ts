import { formatInstant } from '../../domain/time/instant.ts';
import { lastNoticeRecord, type LastNotice } from '../../records/last-notice.ts';
import type { Deps } from '../deps.ts';
import type { Letter, Sent } from './send.ts';

interface Last {
  readonly place: { readonly jurisdiction: string; readonly subjectId: string };
  readonly notice: LastNotice;
}

/**
 * Stores the last notice of each subject, for the status look-up. A letter sent earlier by a process that
 * stopped before it came to this is stored as well, unless a later one is there.
 */
export async function storeLast(
  deps: Deps,
  letters: readonly Letter[],
  results: readonly PromiseSettledResult<Sent>[],
): Promise<void> {
  const last = new Map<string, Last>();
  const earlier = new Set<string>();
  for (const [index, { draft }] of letters.entries()) {
    const result = results[index];
    // A notice to others about a subject is not a notice to the subject.
    if (result?.status !== 'fulfilled' || draft.others === true) continue;
    const { value } = result;
    const left =
      value.kind === 'accepted' ? deps.clock.now() : value.kind === 'settled' ? value.leftAt : undefined;
    if (left === undefined) continue;
    const { jurisdiction, subjectId, id, kind, ruleId, escalationId, against, subject } = draft;
    const place = { jurisdiction, subjectId };
    const { pk } = lastNoticeRecord.key(place);
    const at = formatInstant(left);
    if ((last.get(pk)?.notice.at ?? '') > at) continue;
    last.set(pk, { place, notice: { id, kind, ruleId, escalationId, against, subject, at } });
    if (value.kind === 'settled') earlier.add(pk);
    else earlier.delete(pk);
  }
  const current = await withoutOutdated(deps, last, earlier);
  const items = current.map(({ place, notice }) => lastNoticeRecord.itemOf(place, notice));
  if (items.length > 0) await deps.store.putMany(items);
}

/** By partition. */
type Lasts = ReadonlyMap<string, Last>;

async function withoutOutdated(deps: Deps, last: Lasts, earlier: ReadonlySet<string>): Promise<Last[]> {
  if (earlier.size === 0) return [...last.values()];
  const unsure = [...last].filter(([pk]) => earlier.has(pk));
  const known = await deps.store.getMany(unsure.map(([, { place }]) => lastNoticeRecord.key(place)));
  const standing = new Map(known.map((item) => [item.pk, lastNoticeRecord.of(item).at]));
  return [...last].filter(([pk, { notice }]) => (standing.get(pk) ?? '') < notice.at).map(([, one]) => one);
}
