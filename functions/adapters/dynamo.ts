import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DescribeTableCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type BatchGetCommandOutput,
  type BatchWriteCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Guard, Item, Key, Page, Query, Store } from '../../shared/ports.ts';
import { BadCursor, cursorParts, listCursor, tableCursor } from '../../shared/store/cursor.ts';
import { upToDate } from '../../shared/store/migrate.ts';
import { chunks } from '../../shared/usecases/agenda.ts';

export const LIST_INDEX = 'list';

const lastKey = z.record(z.string(), z.string());

/** What came from the table, its key checked and in this code’s form. By hand, as every item read passes here. */
function itemFrom(value: Readonly<Record<string, unknown>>): Item {
  const { pk, sk } = value;
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new Error('an item without its key');
  return upToDate({ ...value, pk, sk });
}

/** DynamoDB’s own limits for one request. */
const WRITE_BATCH = 25;
const READ_BATCH = 100;
/** Rounds for what a batch left unprocessed, with growing pauses. */
const ROUNDS = 8;

/** The store on any engine that speaks DynamoDB’s API. */
export function createStore(client: DynamoDBClient, table: string): Store {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    get: async (key) => {
      const found = await documents.send(
        new GetCommand({ TableName: table, Key: { pk: key.pk, sk: key.sk }, ConsistentRead: true }),
      );
      return found.Item === undefined ? undefined : itemFrom(found.Item);
    },
    getMany: (keys) => getMany(documents, table, keys),
    put: (value, guard) => put(documents, table, value, guard),
    putMany: (items) =>
      writeMany(
        documents,
        table,
        items.map((value) => ({ PutRequest: { Item: { ...value } } })),
      ),
    deleteMany: (keys) =>
      writeMany(
        documents,
        table,
        keys.map((key) => ({ DeleteRequest: { Key: { pk: key.pk, sk: key.sk } } })),
      ),
    query: (query) => runQuery(documents, table, query),
  };
}

async function put(
  documents: DynamoDBDocumentClient,
  table: string,
  value: Item,
  guard: Guard,
): Promise<boolean> {
  try {
    await documents.send(new PutCommand({ TableName: table, Item: { ...value }, ...condition(guard) }));
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
    ExpressionAttributeValues: { ':version': guard.version },
  };
}

async function getMany(
  documents: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
): Promise<Item[]> {
  const parts = await Promise.all(chunks(keys, READ_BATCH).map((chunk) => getChunk(documents, table, chunk)));
  return parts.flat();
}

async function getChunk(
  documents: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
): Promise<Item[]> {
  const found: Item[] = [];
  let wanted: Record<string, unknown>[] = keys.map((key) => ({ pk: key.pk, sk: key.sk }));
  for (let round = 0; wanted.length > 0; round += 1) {
    await pause(round);
    const answer: BatchGetCommandOutput = await documents.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: wanted, ConsistentRead: true } } }),
    );
    found.push(...(answer.Responses?.[table] ?? []).map(itemFrom));
    wanted = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  return found;
}

type WriteRequest =
  { PutRequest: { Item: Record<string, unknown> } } | { DeleteRequest: { Key: Record<string, unknown> } };

async function writeMany(
  documents: DynamoDBDocumentClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  await Promise.all(chunks(requests, WRITE_BATCH).map((chunk) => writeChunk(documents, table, chunk)));
}

async function writeChunk(
  documents: DynamoDBDocumentClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  let rest: BatchWriteCommandOutput['UnprocessedItems'] = { [table]: [...requests] };
  for (let round = 0; Object.values(rest ?? {}).flat().length > 0; round += 1) {
    await pause(round);
    const answer: BatchWriteCommandOutput = await documents.send(
      new BatchWriteCommand({ RequestItems: rest }),
    );
    rest = answer.UnprocessedItems;
  }
}

/** Nothing before the first round; then 50 ms, doubled each time. Gives up when throttled for too long. */
async function pause(round: number): Promise<void> {
  if (round === 0) return;
  if (round >= ROUNDS) throw new Error('the table is throttled: items were left unprocessed');
  await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** (round - 1)));
}

async function runQuery(documents: DynamoDBDocumentClient, table: string, query: Query): Promise<Page> {
  const inIndex = query.index === 'list';
  const names = { '#p': inIndex ? 'lp' : 'pk', '#s': inIndex ? 'ls' : 'sk' };
  const bounds = boundsOf(query);
  const start = query.after === undefined ? undefined : startKey(query, query.after);
  const command = new QueryCommand({
    TableName: table,
    ...(inIndex ? { IndexName: LIST_INDEX } : { ConsistentRead: query.consistent ?? false }),
    KeyConditionExpression: `#p = :p${bounds.expression}`,
    ExpressionAttributeNames: bounds.expression === '' ? { '#p': names['#p'] } : names,
    ExpressionAttributeValues: { ':p': query.pk, ...bounds.values },
    ScanIndexForward: !(query.descending ?? false),
    ...(query.limit === undefined ? {} : { Limit: query.limit }),
    ...(start === undefined ? {} : { ExclusiveStartKey: start }),
  });
  const answer = await documents.send(command).catch((error: unknown) => {
    // A cursor of another query, or one made up, names a place outside of this one.
    if (start !== undefined && error instanceof Error && error.name === 'ValidationException')
      throw new BadCursor('cursor');
    throw error;
  });
  const last = answer.LastEvaluatedKey;
  return {
    items: (answer.Items ?? []).map(itemFrom),
    after: last === undefined ? undefined : cursorOf(inIndex, lastKey.parse(last)),
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

/** Makes the table on an engine of one’s own; on AWS the state stack does. */
export async function ensureTable(client: DynamoDBClient, table: string): Promise<void> {
  if ((await tableStatus(client, table)) === undefined) await createTable(client, table);
  // A table that is being made answers queries as one that is not there.
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
