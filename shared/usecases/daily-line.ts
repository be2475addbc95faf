import { sortableInstant, type Instant } from '../domain/instant.ts';
import type { Item } from '../ports.ts';
import { dailyPartition } from '../store/keys.ts';
import type { DailyLineType } from '../store/records.ts';

/** A line for the bureau’s next daily mail: `id` is an obligation’s, or a notice’s for `undelivered`. */
export function dailyItem(jurisdiction: string, type: DailyLineType, id: string, now: Instant): Item {
  return { pk: dailyPartition(jurisdiction), sk: `${sortableInstant(now)}#${type}#${id}`, v: 1, type, id };
}
