import { sortableInstant, type Instant } from '../../domain/time/instant.ts';
import type { Item } from '../../ports.ts';
import { readAll } from '../../store/read.ts';
import { dailyPartition } from '../../records/keys.ts';
import { dailyLine, type DailyLineType } from '../../records/records.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';

/** A line for the bureau’s next daily mail. `id` is the id of a notice, a document or a rule. */
export function dailyItem(jurisdiction: string, type: DailyLineType, id: string, now: Instant): Item {
  return { pk: dailyPartition(jurisdiction), sk: `${sortableInstant(now)}#${type}#${id}`, v: 1, type, id };
}

/** The lines entered after one moment and up to another. */
export async function dailyLines(
  deps: Deps,
  context: Context,
  after: Instant,
  now: Instant,
): Promise<{ type: string; id: string }[]> {
  const items = await readAll(deps.store, {
    pk: dailyPartition(context.jurisdiction.id),
    from: `${sortableInstant(after)}#~`,
    to: `${sortableInstant(now)}#~`,
    consistent: true,
  });
  return items.map((item) => dailyLine.parse(item));
}
