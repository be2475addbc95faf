import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { once } from 'node:events';
import { createStore, ensureTable } from '../../../functions/adapters/dynamo.ts';
import type { Table } from '../../../shared/ports.ts';

export const TABLE = 'archive-duty';

/** An engine that speaks DynamoDB’s API, with the table in it. */
export interface DynamoEngine {
  readonly client: DynamoDBClient;
  readonly store: Table;
  close(): Promise<void>;
}

/** A client for an engine on this machine, where no credentials are checked. */
export function localClient(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new DynamoDBClient({ endpoint, region: 'local', credentials });
}

/** dynalite in this process, in memory, or on LevelDB in `directory`. It listens only on the loopback address. */
export async function startDynalite(directory?: string): Promise<DynamoEngine> {
  const server = dynalite({
    ...(directory === undefined ? {} : { path: directory }),
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const client = localClient(`http://127.0.0.1:${port}`);
  await ensureTable(client, TABLE);
  return {
    client,
    store: createStore(client, TABLE),
    close: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
