import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import type { Item, Store } from '../../shared/ports.ts';

const part = z.object({ CapacityUnits: z.number() });
const consumed = z.object({
  CapacityUnits: z.number(),
  GlobalSecondaryIndexes: z.record(z.string(), part).optional(),
});
const answer = z.object({ output: z.object({ ConsumedCapacity: z.union([consumed, z.array(consumed)]) }) });
const asked = z.object({ KeyConditionExpression: z.string(), ConsistentRead: z.boolean().optional() });

/** Units that requests took: of the table, and beside them of its index. */
export interface Units {
  readonly requests: number;
  readonly table: number;
  readonly index: number;
}

/** Requests with what they took: read units and write units. */
export interface Billed {
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
}

export interface Meter {
  /** Counts what the work requests under the label. */
  under<T>(label: string, work: () => Promise<T>): Promise<T>;
  units(label: string): Units;
  /** All since the last reset, index included, as DynamoDB bills it: reads and writes apart. */
  billed(): Billed;
  reset(): void;
}

const none: Units = { requests: 0, table: 0, index: 0 };

/** DynamoDB Local counts nothing for a query that finds nothing; DynamoDB counts its smallest read. */
function leastOf(input: unknown): number {
  const query = asked.safeParse(input);
  if (!query.success) return 0;
  return query.data.ConsistentRead === true ? 1 : 0.5;
}

export const sum = ({ table, index }: Units): number => table + index;

/** Has the engine say what each request took, by DynamoDB’s published rules, and adds it up by label. */
export function meter(client: DynamoDBClient): Meter {
  const tallies = new Map<string, Units>();
  let billed: Billed = { requests: 0, reads: 0, writes: 0 };
  const label = new AsyncLocalStorage<string>();
  const bill = (command: string | undefined, taken: number): void => {
    const isWrite = /^(Put|Update|Delete|BatchWrite)/.test(command ?? '');
    billed = {
      requests: billed.requests + 1,
      reads: billed.reads + (isWrite ? 0 : taken),
      writes: billed.writes + (isWrite ? taken : 0),
    };
  };
  const count = (command: string | undefined, input: unknown, found: unknown): void => {
    const { ConsumedCapacity } = answer.parse(found).output;
    const known = tallies.get(label.getStore() ?? '') ?? none;
    const each = [ConsumedCapacity].flat().map((one) => {
      const indexes = Object.values(one.GlobalSecondaryIndexes ?? {});
      return {
        all: Math.max(one.CapacityUnits, leastOf(input)),
        index: indexes.reduce((total, { CapacityUnits }) => total + CapacityUnits, 0),
      };
    });
    bill(
      command,
      each.reduce((total, { all }) => total + all, 0),
    );
    tallies.set(label.getStore() ?? '', {
      requests: known.requests + 1,
      table: known.table + each.reduce((total, { all, index }) => total + all - index, 0),
      index: known.index + each.reduce((total, { index }) => total + index, 0),
    });
  };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const found = await next({
          ...args,
          input: Object.assign(args.input, { ReturnConsumedCapacity: 'INDEXES' }),
        });
        count(commandName, args.input, found);
        return found;
      },
    { step: 'initialize', name: 'meter' },
  );
  return {
    under: (name, work) => label.run(name, work),
    units: (name) => tallies.get(name) ?? none,
    billed: () => billed,
    reset: () => {
      tallies.clear();
      billed = { requests: 0, reads: 0, writes: 0 };
    },
  };
}

function kindOf({ pk, sk }: Pick<Item, 'pk' | 'sk'>): string {
  if (pk.startsWith('AGENDA#')) return 'agenda';
  if (pk.startsWith('TEXT#')) return 'text';
  if (sk.startsWith('2#')) return 'obligation';
  if (sk.startsWith('N#')) return 'notice';
  return sk === '1' ? 'last notice' : 'other';
}

function labelOfPut(item: Item, fresh: boolean): string {
  const kind = kindOf(item);
  if (kind !== 'notice') return kind;
  return fresh ? 'claim' : 'outcome';
}

/** The store with every request counted under what it is for. */
export function labelled(store: Store, { under }: Meter): Store {
  return {
    get: (key) => under(`get ${kindOf(key)}`, () => store.get(key)),
    getMany: (keys) => under('get to deliver', () => store.getMany(keys)),
    put: (item, guard) => under(labelOfPut(item, guard === 'absent'), () => store.put(item, guard)),
    putMany: async (items) => {
      for (const kind of new Set(items.map(kindOf)))
        await under(kind, () => store.putMany(items.filter((item) => kindOf(item) === kind)));
    },
    deleteMany: (keys) => under('delete', () => store.deleteMany(keys)),
    query: (query) => under(`query ${queried(query.pk, query.from)}`, () => store.query(query)),
  };
}

function queried(pk: string, from: string | undefined): string {
  if (pk.startsWith('AGENDA#')) return 'agenda';
  if (pk.endsWith('#CONFIG')) return 'settings';
  return from === '2#' ? 'obligations' : 'notices';
}
