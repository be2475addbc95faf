import type { Table } from '../../shared/ports.ts';
import { TableBusy } from '../../shared/store/busy.ts';

const throttles: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

/** The store, with an error of its own for what DynamoDB refuses because of its rate, after the client’s own tries. */
export function busyWhenThrottled(store: Table): Table {
  return {
    get: (key) => orBusy(store.get(key)),
    getMany: (keys) => orBusy(store.getMany(keys)),
    put: (value, guard) => orBusy(store.put(value, guard)),
    putMany: (items) => orBusy(store.putMany(items)),
    deleteMany: (keys) => orBusy(store.deleteMany(keys)),
    query: (wanted) => orBusy(store.query(wanted)),
    scan: () => store.scan(),
  };
}

async function orBusy<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Error) || !throttles.has(error.name)) throw error;
    throw new TableBusy(`the table is throttled: ${error.name}`);
  }
}
