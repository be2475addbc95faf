import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Queue, QueueName } from '../../shared/ports.ts';
import { chunks } from '../../shared/domain/chunks.ts';
import { CAUSE_ATTRIBUTE } from '../cause.ts';

const BATCH = 10;
const TRIES = 3;

type Urls = Readonly<Partial<Record<QueueName, string>>>;

/**
 * SQS, limited to the queues whose addresses this function has: a send to any other queue is refused. `send`
 * resolves when every message was taken, and throws if some were not after three tries. The cause of a message
 * is sent with it.
 */
export function createSqsQueue(client: SQSClient, urls: Urls, cause: () => string | undefined): Queue {
  return {
    send: async (queue, messages, delaySeconds) => {
      const url = urls[queue];
      if (url === undefined) throw new Error(`this function does not send to the queue ${queue}`);
      const common = { ...attributesOf(cause()), ...delayOf(delaySeconds) };
      for (const chunk of chunks(messages, BATCH)) await sendBatch(client, url, chunk, common);
    },
  };
}

const attributesOf = (cause: string | undefined): object =>
  cause === undefined
    ? {}
    : { MessageAttributes: { [CAUSE_ATTRIBUTE]: { DataType: 'String', StringValue: cause } } };

const delayOf = (seconds: number | undefined): object =>
  seconds === undefined ? {} : { DelaySeconds: seconds };

async function sendBatch(
  client: SQSClient,
  url: string,
  messages: readonly object[],
  common: object,
): Promise<void> {
  let rest = messages.map((message, index) => ({
    Id: String(index),
    MessageBody: JSON.stringify(message),
    ...common,
  }));
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (attempt === TRIES) throw new Error(`the queue did not take ${rest.length} messages`);
    const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: rest }));
    const failed = new Set((answer.Failed ?? []).map((entry) => entry.Id));
    rest = rest.filter((entry) => failed.has(entry.Id));
  }
}
