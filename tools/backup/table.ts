import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  ScanCommand,
  type BatchWriteCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import type { Item, Key } from '../../shared/ports.ts';
import { chunks } from '../../shared/usecases/agenda.ts';
import { BackupError } from './archive.ts';

const item = z.looseObject({ pk: z.string(), sk: z.string() });

/** Every item, as it is stored, whatever its version. Consistent item by item, not as a whole. */
export async function* scan(client: DynamoDBClient, TableName: string, limit?: number): AsyncGenerator<Item> {
  const documents = DynamoDBDocumentClient.from(client);
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        ...(limit === undefined ? {} : { Limit: limit }),
        ...(ExclusiveStartKey === undefined ? {} : { ExclusiveStartKey }),
      }),
    );
    for (const one of page.Items ?? []) yield item.parse(one);
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
    items.map((one) => ({ PutRequest: { Item: { ...one } } })),
  );
}

export async function remove(client: DynamoDBClient, table: string, keys: readonly Key[]): Promise<void> {
  await send(
    client,
    table,
    keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
  );
}

type Request =
  { PutRequest: { Item: Record<string, unknown> } } | { DeleteRequest: { Key: Record<string, unknown> } };

async function send(client: DynamoDBClient, table: string, requests: readonly Request[]): Promise<void> {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  for (const chunk of chunks(requests, BATCH)) {
    let rest: BatchWriteCommandOutput['UnprocessedItems'] = { [table]: [...chunk] };
    for (let round = 0; Object.values(rest ?? {}).flat().length > 0; round += 1) {
      if (round >= ROUNDS)
        throw new BackupError(`the table ${table} is throttled: run the same command again`);
      if (round > 0) await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** round));
      const answer: BatchWriteCommandOutput = await documents.send(
        new BatchWriteCommand({ RequestItems: rest }),
      );
      rest = answer.UnprocessedItems;
    }
  }
}
