import type { DatabaseSync } from 'node:sqlite';
import type { Item, Table } from '../../shared/ports.ts';
import { checkedKey, eachRequest, READ_BATCH, refuseTwice } from '../../shared/store/requests.ts';
import { storedForm } from '../../shared/records/stored-form.ts';
import { chunks } from '../../shared/domain/chunks.ts';
import { createReader } from './read.ts';
import { createRows, rowOf } from './write.ts';
import type { Writer } from './writer.ts';

const formOf = (item: Item) => rowOf(storedForm(item).stored);

/**
 * The table in a SQLite file. Reads happen at once and see what is committed. Writes are checked at once and
 * committed together with the others of this turn of the event loop. When a write has resolved, it is on the
 * disk.
 */
export function createSqliteStore(
  database: DatabaseSync,
  writer: Writer,
  meaning: (error: unknown) => unknown,
): Table {
  const reader = createReader(database);
  const rows = createRows(database);
  const read = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw meaning(error);
    }
  };
  return {
    get: async (key) => read(() => reader.get(key)),
    getMany: async (keys) =>
      chunks(keys, READ_BATCH).flatMap((chunk) => {
        refuseTwice(chunk);
        return chunk.flatMap((key) => read(() => reader.get(key)) ?? []);
      }),
    put: async (item, guard) => {
      const row = formOf(item);
      return writer.write(1, () => rows.put(row, guard));
    },
    putMany: async (items) =>
      many((work) =>
        eachRequest(items, formOf, (forms) =>
          work(writer.write(forms.length, () => forms.forEach((row) => rows.put(row, 'any')))),
        ),
      ),
    deleteMany: async (keys) =>
      many((work) =>
        eachRequest(keys, checkedKey, (checked) =>
          work(writer.write(checked.length, () => checked.forEach((key) => rows.remove(key)))),
        ),
      ),
    query: async (query) => read(() => reader.query(query)),
    scan: async function* () {
      try {
        yield* reader.scan();
      } catch (error) {
        throw meaning(error);
      }
    },
  };
}

/** Waits for every request of one call, even if another one was refused. */
async function many(call: (started: (request: Promise<unknown>) => void) => void): Promise<void> {
  const requests: Promise<unknown>[] = [];
  let refused: unknown;
  try {
    call((request) => requests.push(request));
  } catch (error) {
    refused = error;
  }
  await Promise.allSettled(requests);
  if (refused !== undefined) throw refused instanceof Error ? refused : new Error('refused');
  await Promise.all(requests);
}
