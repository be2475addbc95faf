import type { Instant } from '../../domain/time/instant.ts';
import type { Item } from '../../ports.ts';
import { readAll } from '../../store/read.ts';
import { dailyLine, type DailyLineType, linesBetween } from '../../records/daily-line.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';

/** A line for the bureau’s next daily mail. `id` is the id of a notice, a document or a rule. */
export function dailyItem(jurisdiction: string, type: DailyLineType, id: string, now: Instant): Item {
  return dailyLine.itemOf({ jurisdiction, at: now, type, id }, { type, id });
}

/** The lines entered after one moment and up to another. */
export async function dailyLines(
  deps: Deps,
  context: Context,
  after: Instant,
  now: Instant,
): Promise<{ type: string; id: string }[]> {
  const lines = linesBetween(context.jurisdiction.id, after, now);
  return (await readAll(deps.store, { ...lines, consistent: true })).map(dailyLine.of);
}
