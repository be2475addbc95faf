import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Queue, QueueName } from '../../shared/ports.ts';
import { chunks } from '../../shared/usecases/agenda.ts';

const BATCH = 10;
const TRIES = 3;

/** SQS; `send` answers when every message was taken, and throws where some were not after three tries. */
export function createSqsQueue(client: SQSClient, urls: Readonly<Record<QueueName, string>>): Queue {
  return {
    send: async (queue, messages, delaySeconds) => {
      for (const chunk of chunks(messages, BATCH)) await sendBatch(client, urls[queue], chunk, delaySeconds);
    },
  };
}

async function sendBatch(
  client: SQSClient,
  url: string,
  messages: readonly object[],
  delaySeconds: number | undefined,
): Promise<void> {
  let rest = messages.map((message, index) => ({
    Id: String(index),
    MessageBody: JSON.stringify(message),
    ...(delaySeconds === undefined ? {} : { DelaySeconds: delaySeconds }),
  }));
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (attempt === TRIES) throw new Error(`the queue did not take ${rest.length} messages`);
    const answer = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: rest }));
    const failed = new Set((answer.Failed ?? []).map((entry) => entry.Id));
    rest = rest.filter((entry) => failed.has(entry.Id));
  }
}
