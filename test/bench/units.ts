import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import type { Item, Key, Query, Store } from '../../shared/ports.ts';
import * as stored from '../../shared/records/migrate.ts';

const consumed = z.object({ CapacityUnits: z.number() });
const answer = z.object({
  output: z.looseObject({ ConsumedCapacity: z.union([consumed, z.array(consumed)]) }),
});
const asked = z.object({ KeyConditionExpression: z.string(), ConsistentRead: z.boolean().optional() });
const askedMany = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(z.unknown()) })) });
const foundMany = z.object({ Responses: z.record(z.string(), z.array(z.unknown())) });

/** Requests with what they took, the index included, as DynamoDB bills it: read units and write units. */
export interface Billed {
  readonly requests: number;
  readonly reads: number;
  readonly writes: number;
}

export interface Meter {
  /** Counts what the work requests under the label. */
  under<T>(label: string, work: () => Promise<T>): Promise<T>;
  units(label: string): Billed;
  /** All since the last reset. */
  billed(): Billed;
  /** The same by label. */
  parts(): ReadonlyMap<string, Billed>;
  reset(): void;
}

export const nothing: Billed = { requests: 0, reads: 0, writes: 0 };

export const added = (one: Billed, other: Billed, times = 1): Billed => ({
  requests: one.requests + other.requests * times,
  reads: one.reads + other.reads * times,
  writes: one.writes + other.writes * times,
});

export const share = (all: Billed, count: number): Billed => added(nothing, all, 1 / count);

/**
 * What DynamoDB Local leaves out: where a query or a key of a batch finds nothing, DynamoDB counts its smallest read.
 */
function missed(input: unknown, output: unknown, counted: number): number {
  const query = asked.safeParse(input);
  if (query.success) return Math.max(0, (query.data.ConsistentRead === true ? 1 : 0.5) - counted);
  const many = askedMany.safeParse(input);
  if (!many.success) return 0;
  const sizeOf = (tables: Readonly<Record<string, readonly unknown[]>>): number =>
    Object.values(tables).reduce((total, list) => total + list.length, 0);
  const keys = Object.values(many.data.RequestItems).map(({ Keys }) => Keys.length);
  return keys.reduce((total, count) => total + count, 0) - sizeOf(foundMany.parse(output).Responses);
}

export const sum = ({ reads, writes }: Billed): number => reads + writes;

/** Has the engine say what each request took, by DynamoDB’s published rules, and adds it up by label. */
export function meter(client: DynamoDBClient): Meter {
  const tallies = new Map<string, Billed>();
  const label = new AsyncLocalStorage<string>();
  const count = (command: string | undefined, input: unknown, found: unknown): void => {
    const { output } = answer.parse(found);
    const counted = [output.ConsumedCapacity].flat().reduce((total, one) => total + one.CapacityUnits, 0);
    const taken = counted + missed(input, output, counted);
    const isWrite = /^(Put|Update|Delete|BatchWrite)/.test(command ?? '');
    const own = { requests: 1, reads: isWrite ? 0 : taken, writes: isWrite ? taken : 0 };
    const name = label.getStore() ?? 'other';
    tallies.set(name, added(tallies.get(name) ?? nothing, own));
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
    units: (name) => tallies.get(name) ?? nothing,
    billed: () => [...tallies.values()].reduce((all, one) => added(all, one), nothing),
    parts: () => new Map(tallies),
    reset: () => tallies.clear(),
  };
}

function kindOf({ pk, sk }: Key): string {
  if (pk.startsWith('AGENDA#')) return 'agenda';
  if (pk.startsWith('SYSTEM')) return sk.split('#')[0]?.toLowerCase() ?? '';
  if (sk.startsWith('N#')) return 'notice';
  if (pk.endsWith('#SUPPRESSED')) return 'closed address';
  return stored.kindOf({ pk, sk });
}

function labelOfPut(item: Item, fresh: boolean): string {
  const kind = kindOf(item);
  if (kind !== 'notice') return kind;
  return fresh ? 'claim' : 'outcome';
}

const labelOfMany = (keys: readonly Key[]): string => [...new Set(keys.map(kindOf))].sort().join(' and ');

/** The store with every request counted under what it is for. */
export function labelled(store: Store, { under }: Meter): Store {
  return {
    get: (key) => under(`get ${kindOf(key)}`, () => store.get(key)),
    getMany: (keys) => under(`get many: ${labelOfMany(keys)}`, () => store.getMany(keys)),
    put: (item, guard) => under(labelOfPut(item, guard === 'absent'), () => store.put(item, guard)),
    putMany: (items) => under(`put many: ${labelOfMany(items)}`, () => store.putMany(items)),
    deleteMany: (keys) => under(`delete ${labelOfMany(keys)}`, () => store.deleteMany(keys)),
    query: (query) => under(`query ${queried(query)}`, () => store.query(query)),
  };
}

const queried = ({ pk, from }: Query): string => {
  if (pk.startsWith('AGENDA#')) return 'agenda';
  if (pk.endsWith('#CONFIG')) return 'settings';
  if (pk.endsWith('#SUPPRESSED')) return 'closed addresses';
  return from === '2#' ? 'obligations' : 'notices';
};
