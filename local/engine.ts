import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import dynalite from 'dynalite';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { ensureTable, createStore } from '../functions/adapters/dynamo.ts';
import type { Store } from '../shared/ports.ts';
import { inside } from './inside.ts';

export const TABLE = 'archive-duty';

export interface Engine {
  readonly client: DynamoDBClient;
  readonly store: Store;
  close(): Promise<void>;
}

/** What a signed request carries, for engines that look whether it is there; none of them checks it. */
const signed = {
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
};

/**
 * A client for an engine of DynamoDB’s API on this machine, where neither credentials nor signatures are checked,
 * so that none are computed.
 */
export function localClient(
  endpoint: string,
  requestHandler: DynamoDBClientConfig['requestHandler'] = new NodeHttpHandler({
    httpAgent: new Agent({ keepAlive: true, maxSockets: 50 }),
  }),
): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: {
      sign: (request) => {
        Object.assign(request.headers, signed);
        return Promise.resolve(request);
      },
    },
    requestHandler,
    cacheMiddleware: true,
  });
}

/**
 * The embedded engine: dynalite in this process, on LevelDB in `directory`, or in memory without one. It
 * listens on the loopback address alone.
 */
export async function startEngine(directory: string | undefined): Promise<Engine> {
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
  const client = localClient(`http://127.0.0.1:${port}`, inside(server));
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
