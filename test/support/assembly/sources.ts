import { z } from 'zod';
import type { Authority } from './authority.ts';
import type { Functions } from './functions.ts';
import { found, md5, type Received, type SimulatedQueue } from './queues.ts';
import type { Account } from './resolve.ts';

const mapping = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.number().default(10),
  Enabled: z.boolean().default(true),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.number().min(2) }).optional(),
  FilterCriteria: z.never().optional(),
});

/** Lambda’s pollers: from each queue to its function, as the event source mappings say. */
export interface Sources {
  /** Works on everything that can be received now, and on what that brings; `atOnce` batches of a queue together. */
  readonly drain: (atOnce?: number) => Promise<void>;
}

interface Parts {
  readonly account: Account;
  readonly authority: Authority;
  readonly functions: Functions;
  readonly queues: ReadonlyMap<string, SimulatedQueue>;
}

export function createSources(parts: Parts): Sources {
  const sources = parts.account.all('AWS::Lambda::EventSourceMapping').map(({ properties }) => {
    const read = mapping.parse(properties);
    const one = parts.functions.named(read.FunctionName);
    return { ...read, one, queue: found(parts.queues, read.EventSourceArn) };
  });
  const poll = async ({ queue, one, BatchSize, FunctionResponseTypes }: (typeof sources)[number]) => {
    const batch = receive(parts, one.roleArn, queue, BatchSize);
    if (batch.length === 0) return false;
    const outcome = await parts.functions.invoke(one.arn, {
      Records: batch.map((each) => record(parts, queue, each)),
    });
    if (outcome.kind !== 'answered') return true;
    const failed = FunctionResponseTypes.includes('ReportBatchItemFailures')
      ? new Set(
          failures.parse(outcome.answer ?? {}).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
        )
      : new Set<string>();
    for (const { id, handle } of batch) if (!failed.has(id)) queue.remove(handle);
    return true;
  };
  return {
    drain: async (atOnce = 1) => {
      for (let busy = true; busy;) {
        busy = false;
        for (const source of sources.filter(({ Enabled }) => Enabled)) {
          const pollers = Math.min(atOnce, source.ScalingConfig?.MaximumConcurrency ?? atOnce);
          const polled = await Promise.all(Array.from({ length: pollers }, () => poll(source)));
          busy ||= polled.includes(true);
        }
      }
    },
  };
}

const failures = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]),
});

/** The poller asks with the function’s role, and the queue’s messages are under its key. */
function receive(
  { authority, account }: Parts,
  role: string,
  queue: SimulatedQueue,
  most: number,
): Received[] {
  if ((queue.nextAt() ?? Infinity) === Infinity) return [];
  const rights = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) =>
    authority.roleMay(role, `sqs:${action}`, queue.arn),
  );
  if (queue.keyArn !== undefined)
    rights.push(
      authority.roleMay(role, 'kms:Decrypt', queue.keyArn, {
        'kms:ViaService': [`sqs.${account.region}.amazonaws.com`],
      }),
    );
  return rights.every((one) => one === 'allow') ? queue.receive(most) : [];
}

const record = ({ account }: Parts, queue: SimulatedQueue, message: Received): object => ({
  messageId: message.id,
  receiptHandle: message.handle,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: 'AROASIMULATED',
    ApproximateFirstReceiveTimestamp: String(message.firstAt),
  },
  messageAttributes: Object.fromEntries(
    Object.entries(message.attributes).map(([name, stringValue]) => [
      name,
      { stringValue, stringListValues: [], binaryListValues: [], dataType: 'String' },
    ]),
  ),
  md5OfBody: md5(message.body),
  eventSource: 'aws:sqs',
  eventSourceARN: queue.arn,
  awsRegion: account.region,
});
