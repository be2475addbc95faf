import {
  BatchWriteItemCommand,
  ScanCommand,
  type AttributeValue,
  type BatchWriteItemCommandOutput,
  type DynamoDBClient,
  type ScanCommandOutput,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { z } from 'zod';
import type { Item, Key } from '../../shared/ports.ts';
import { chunks } from '../../shared/usecases/agenda.ts';
import { BackupError } from './archive.ts';

const item = z.looseObject({ pk: z.string(), sk: z.string() });

/** Every item, as it is stored, whatever its version. Consistent item by item, not as a whole. */
export async function* scan(client: DynamoDBClient, TableName: string, limit?: number): AsyncGenerator<Item> {
  let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        ...(limit === undefined ? {} : { Limit: limit }),
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    for (const one of page.Items ?? []) yield item.parse(unmarshall(one));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
}

export async function isEmpty(client: DynamoDBClient, table: string): Promise<boolean> {
  for await (const one of scan(client, table, 1)) return one.pk === '';
  return true;
}

const BATCH = 25;
const ROUNDS = 10;

export async function write(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  await send(
    client,
    table,
    items.map((one) => ({ PutRequest: { Item: marshall(one, { removeUndefinedValues: true }) } })),
  );
}

export async function remove(client: DynamoDBClient, table: string, keys: readonly Key[]): Promise<void> {
  await send(
    client,
    table,
    keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk: { S: pk }, sk: { S: sk } } } })),
  );
}

async function send(client: DynamoDBClient, table: string, requests: readonly WriteRequest[]): Promise<void> {
  for (const chunk of chunks(requests, BATCH)) {
    let rest: BatchWriteItemCommandOutput['UnprocessedItems'] = { [table]: [...chunk] };
    for (let round = 0; Object.values(rest ?? {}).flat().length > 0; round += 1) {
      if (round >= ROUNDS)
        throw new BackupError(`the table ${table} is throttled: run the same command again`);
      if (round > 0) await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** round));
      const answer: BatchWriteItemCommandOutput = await client.send(
        new BatchWriteItemCommand({ RequestItems: rest }),
      );
      rest = answer.UnprocessedItems;
    }
  }
}
