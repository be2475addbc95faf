import { once } from 'node:events';
import {
  CreateTableCommand,
  type DynamoDBClient,
  type AttributeDefinition,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { z } from 'zod';
import { portOf } from '../../adapters/http-fake.ts';
import { localClient } from '../engines/dynamo-engine.ts';
import type { Account } from './resolve.ts';

const kind = z.enum(['HASH', 'RANGE']);
const schema = z.array(z.object({ AttributeName: z.string(), KeyType: kind }));
const properties = z.looseObject({
  BillingMode: z.literal('PAY_PER_REQUEST'),
  KeySchema: schema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.literal('S') })),
  GlobalSecondaryIndexes: z.array(
    z.object({
      IndexName: z.string(),
      KeySchema: schema,
      Projection: z.object({ ProjectionType: z.enum(['KEYS_ONLY', 'ALL']) }),
    }),
  ),
});

export interface Engine {
  readonly url: string;
  readonly client: DynamoDBClient;
  readonly table: string;
  close(): Promise<void>;
}

/** An engine with the table as the template says it: its keys, its indexes and what they hold. */
export async function startTable(account: Account): Promise<Engine> {
  const [table, ...more] = account.all('AWS::DynamoDB::Table');
  if (!table || more.length > 0) throw new Error('one table is expected');
  const read = properties.parse(table.properties);
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server.address())}`;
  const client = localClient(url);
  const keys: KeySchemaElement[] = read.KeySchema;
  const attributes: AttributeDefinition[] = read.AttributeDefinitions;
  const indexes: GlobalSecondaryIndex[] = read.GlobalSecondaryIndexes;
  await client.send(
    new CreateTableCommand({
      TableName: table.ref,
      BillingMode: read.BillingMode,
      KeySchema: keys,
      AttributeDefinitions: attributes,
      GlobalSecondaryIndexes: indexes,
    }),
  );
  return {
    url,
    client,
    table: table.ref,
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
