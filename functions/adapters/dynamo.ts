import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  CreateTableCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  ScanCommand,
  type AttributeValue,
  type BatchGetItemCommandOutput,
  type BatchWriteItemCommandOutput,
  type DynamoDBClient,
  type ScanCommandOutput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { z } from 'zod';
import type { Guard, Item, Key, Page, Query, Table } from '../../shared/ports.ts';
import { TableBusy } from '../../shared/store/busy.ts';
import { BadCursor, cursorParts, listCursor, tableCursor } from '../../shared/store/cursor.ts';
import { upToDate } from '../../shared/records/migrate.ts';
import { chunks } from '../../shared/domain/chunks.ts';
import { busyWhenThrottled } from './throttled.ts';

const LIST_INDEX = 'list';

const lastKey = z.record(z.string(), z.string());

type Attributes = Record<string, AttributeValue>;

const attributesOf = (value: object): Attributes => marshall(value, { removeUndefinedValues: true });

const keyOf = ({ pk, sk }: Key): Attributes => ({ pk: { S: pk }, sk: { S: sk } });

/**
 * An item from the table, with its key checked and migrated to this version. Written by hand for speed, because
 * every item read passes here.
 */
function itemFrom(attributes: Attributes): Item {
  return upToDate(keyed(unmarshall(attributes)));
}

function keyed(value: Record<string, unknown>): Item {
  const { pk, sk } = value;
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new Error('an item without its key');
  return { ...value, pk, sk };
}

/** DynamoDB’s own limits for one request. */
const WRITE_BATCH = 25;
const READ_BATCH = 100;
/** Rounds for the items that a batch left unprocessed, with growing pauses. */
const ROUNDS = 8;

/** The store on any engine that speaks DynamoDB’s API. */
export function createStore(client: DynamoDBClient, table: string): Table {
  return busyWhenThrottled(plainStore(client, table));
}

function plainStore(client: DynamoDBClient, table: string): Table {
  return {
    get: async (key) => {
      const found = await client.send(
        new GetItemCommand({ TableName: table, Key: keyOf(key), ConsistentRead: true }),
      );
      return found.Item === undefined ? undefined : itemFrom(found.Item);
    },
    getMany: (keys) => getMany(client, table, keys),
    put: (value, guard) => put(client, table, value, guard),
    putMany: (items) =>
      writeMany(
        client,
        table,
        items.map((value) => ({ PutRequest: { Item: attributesOf(value) } })),
      ),
    deleteMany: (keys) =>
      writeMany(
        client,
        table,
        keys.map((key) => ({ DeleteRequest: { Key: keyOf(key) } })),
      ),
    query: (query) => runQuery(client, table, query),
    scan: () => scan(client, table),
  };
}

async function* scan(client: DynamoDBClient, TableName: string): AsyncGenerator<Item> {
  let ExclusiveStartKey: Attributes | undefined;
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    for (const one of page.Items ?? []) yield keyed(unmarshall(one));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
}

async function put(client: DynamoDBClient, table: string, value: Item, guard: Guard): Promise<boolean> {
  try {
    await client.send(
      new PutItemCommand({ TableName: table, Item: attributesOf(value), ...condition(guard) }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function condition(guard: Guard): object {
  if (guard === 'any') return {};
  if (guard === 'absent') return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#version = :version',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':version': { N: String(guard.version) } },
  };
}

async function getMany(client: DynamoDBClient, table: string, keys: readonly Key[]): Promise<Item[]> {
  const parts = await Promise.all(chunks(keys, READ_BATCH).map((chunk) => getChunk(client, table, chunk)));
  return parts.flat();
}

async function getChunk(client: DynamoDBClient, table: string, keys: readonly Key[]): Promise<Item[]> {
  const found: Item[] = [];
  let wanted = keys.map(keyOf);
  for (let round = 0; wanted.length > 0; round += 1) {
    await pause(round);
    const answer: BatchGetItemCommandOutput = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } }),
    );
    found.push(...(answer.Responses?.[table] ?? []).map(itemFrom));
    wanted = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
}

async function writeMany(
  client: DynamoDBClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  await Promise.all(chunks(requests, WRITE_BATCH).map((chunk) => writeChunk(client, table, chunk)));
}

async function writeChunk(
  client: DynamoDBClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  let rest: BatchWriteItemCommandOutput['UnprocessedItems'] = { [table]: [...requests] };
  for (let round = 0; Object.values(rest ?? {}).flat().length > 0; round += 1) {
    await pause(round);
    const answer: BatchWriteItemCommandOutput = await client.send(
      new BatchWriteItemCommand({ RequestItems: rest }),
    );
    rest = answer.UnprocessedItems;
  }
}

/** No pause before the first round; then 50 ms, doubled each time. Throws after being throttled for too long. */
async function pause(round: number): Promise<void> {
  if (round === 0) return;
  if (round >= ROUNDS) throw new TableBusy('the table is throttled: items were left unprocessed');
  await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** (round - 1)));
}

async function runQuery(client: DynamoDBClient, table: string, query: Query): Promise<Page> {
  const inIndex = query.index === 'list';
  const names = { '#p': inIndex ? 'lp' : 'pk', '#s': inIndex ? 'ls' : 'sk' };
  const bounds = boundsOf(query);
  const start = query.after === undefined ? undefined : startKey(query, query.after);
  const command = new QueryCommand({
    TableName: table,
    ...(inIndex ? { IndexName: LIST_INDEX } : { ConsistentRead: query.consistent ?? false }),
    KeyConditionExpression: `#p = :p${bounds.expression}`,
    ExpressionAttributeNames: bounds.expression === '' ? { '#p': names['#p'] } : names,
    ExpressionAttributeValues: attributesOf({ ':p': query.pk, ...bounds.values }),
    ScanIndexForward: !(query.descending ?? false),
    ...(query.limit === undefined ? {} : { Limit: query.limit }),
    ...(start === undefined ? {} : { ExclusiveStartKey: attributesOf(start) }),
  });
  const answer = await client.send(command).catch((error: unknown) => {
    // A cursor of another query, or an invented one, names a place outside this query.
    if (start !== undefined && error instanceof Error && error.name === 'ValidationException')
      throw new BadCursor('cursor');
    throw error;
  });
  const last = answer.LastEvaluatedKey;
  return {
    items: (answer.Items ?? []).map(itemFrom),
    after: last === undefined ? undefined : cursorOf(inIndex, lastKey.parse(unmarshall(last))),
  };
}

function cursorOf(inIndex: boolean, key: Readonly<Record<string, string>>): string {
  const { pk = '', sk = '', ls } = key;
  return inIndex ? listCursor({ pk, sk, ls }) : tableCursor(sk);
}

function boundsOf(query: Query): { readonly expression: string; readonly values: Record<string, string> } {
  const { from, to } = query;
  if (from !== undefined && to !== undefined) {
    return { expression: ' AND #s BETWEEN :from AND :to', values: { ':from': from, ':to': to } };
  }
  if (from !== undefined) return { expression: ' AND #s >= :from', values: { ':from': from } };
  if (to !== undefined) return { expression: ' AND #s <= :to', values: { ':to': to } };
  return { expression: '', values: {} };
}

function startKey(query: Query, cursor: string): Record<string, string> {
  const [first, second, third] = cursorParts(cursor) ?? [];
  if (first === undefined) throw new BadCursor('cursor');
  if (query.index !== 'list') return { pk: query.pk, sk: first };
  if (second === undefined || third === undefined) throw new BadCursor('cursor');
  return { lp: query.pk, ls: first, pk: second, sk: third };
}

/** Creates the table on a local engine. On AWS the state stack does it. */
export async function ensureTable(client: DynamoDBClient, table: string): Promise<void> {
  if ((await tableStatus(client, table)) === undefined) await createTable(client, table);
  // A table that is being created answers queries as if it did not exist.
  while ((await tableStatus(client, table)) !== 'ACTIVE')
    await new Promise((resolve) => setTimeout(resolve, 10));
}

async function tableStatus(client: DynamoDBClient, table: string): Promise<string | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: table }))).Table?.TableStatus;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function createTable(client: DynamoDBClient, table: string): Promise<void> {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: table,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'lp', 'ls'].map((name) => ({
          AttributeName: name,
          AttributeType: 'S',
        })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: LIST_INDEX,
            KeySchema: [
              { AttributeName: 'lp', KeyType: 'HASH' },
              { AttributeName: 'ls', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'KEYS_ONLY' },
          },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}
