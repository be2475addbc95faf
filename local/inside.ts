import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';

/** What of a request of the SDK’s is handed on. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

interface Answered {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/**
 * Hands requests to a server in this process, headers and body as they are, without the sockets between. For
 * servers that read the body by its events and answer in one piece.
 */
export function inside(server: Pick<Server, 'emit'>): NonNullable<DynamoDBClientConfig['requestHandler']> {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (asked: Asked) => ({ response: await answer(server, asked) }),
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

function answer(
  server: Pick<Server, 'emit'>,
  { method, path, headers, body = '' }: Asked,
): Promise<Answered> {
  return new Promise((resolve) => {
    const sent: Record<string, string> = {};
    for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = value;
    const request = Object.assign(new EventEmitter(), { method, url: path, headers: sent });
    const given: Record<string, string> = {};
    const response = {
      statusCode: 200,
      setHeader: (name: string, value: string | number) => {
        given[name.toLowerCase()] = String(value);
      },
      end: (text = '') => {
        resolve({ statusCode: response.statusCode, headers: given, body: Buffer.from(text) });
      },
    };
    server.emit('request', request, response);
    request.emit('data', bytesOf(body));
    request.emit('end');
  });
}

/** The SDK’s bodies warn where they are taken for a string, as `Buffer.from` of the whole would do. */
const bytesOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
