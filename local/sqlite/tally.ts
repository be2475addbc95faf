import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';

/** Rows read at once: a few milliseconds. */
const PART = 2000;

/** How many items of a list have each value of a field. Other work gets a turn between two parts. */
export type Tally = (list: string, field: string) => Promise<ReadonlyMap<string, number>>;

export const createTally =
  (database: DatabaseSync): Tally =>
  async (list, field) => {
    const part = database.prepare(
      `SELECT ls, json_extract(body, '$.' || ?) AS value FROM item WHERE lp = ? AND ls > ? ORDER BY ls LIMIT ${PART}`,
    );
    const found = new Map<string, number>();
    let after = '';
    for (;;) {
      const rows = part.all(field, list, after);
      for (const { value } of rows) found.set(String(value), (found.get(String(value)) ?? 0) + 1);
      if (rows.length < PART) return found;
      after = String(rows.at(-1)?.['ls']);
      await turn();
    }
  };
