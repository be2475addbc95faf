import type { RowError } from '../../records/roster-row.ts';
import {
  importRecord,
  portionRecord,
  portionsOf,
  type ImportRecord,
  type PortionResult,
  type RowChange,
} from '../../records/import.ts';
import { readAll } from '../../store/read.ts';
import type { Deps } from '../deps.ts';
import { noCounts } from './changes.ts';

/** Bytes of one item, well below the limit of 400 KB. */
const KEPT_BYTES = 200_000;

/** Stores the result of an import with few rows for as long as that of a large one; repeatable. */
export async function keep(deps: Deps, head: ImportRecord, result: PortionResult): Promise<ImportRecord> {
  const { jurisdiction, id, ttl } = head;
  const parts = partsOf(result).map((part, at) =>
    portionRecord.itemOf(
      { jurisdiction, id, part: `C#1#${String(at).padStart(6, '0')}` },
      { version: 0, ttl, result: part },
    ),
  );
  await deps.store.putMany(parts);
  const done: ImportRecord = {
    ...head,
    atOnce: true,
    done: head.rows,
    counts: result.counts,
    finishedAt: deps.clock.now(),
  };
  return (await importRecord.put(deps.store, done)) ?? done;
}

/** Divides both lists into parts that fit into an item. The counts of the whole are on the head. */
function partsOf({ rejected, changes }: PortionResult): PortionResult[] {
  const parts: { rejected: RowError[]; changes: RowChange[] }[] = [];
  let left = 0;
  const room = (entry: object): { rejected: RowError[]; changes: RowChange[] } => {
    const bytes = Buffer.byteLength(JSON.stringify(entry));
    const last = parts.at(-1);
    if (last && bytes <= left) {
      left -= bytes;
      return last;
    }
    const next = { rejected: [], changes: [] };
    parts.push(next);
    left = KEPT_BYTES - bytes;
    return next;
  };
  for (const entry of rejected) room(entry).rejected.push(entry);
  for (const entry of changes) room(entry).changes.push(entry);
  return parts.map((part) => ({ ...part, counts: noCounts }));
}

/** The result of an import with few rows, for a repeated request. */
export async function keptResult(deps: Deps, head: ImportRecord): Promise<PortionResult> {
  const items = await readAll(deps.store, { ...portionsOf(head), consistent: true });
  const results = items.flatMap((item) => portionRecord.of(item).result ?? []);
  return {
    counts: head.counts,
    rejected: results.flatMap(({ rejected }) => rejected),
    changes: results.flatMap(({ changes }) => changes),
  };
}
