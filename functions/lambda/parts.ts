import { randomUUID } from 'node:crypto';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { z } from 'zod';
import { maskedFields } from '../../shared/domain/masked.ts';
import { toInstant } from '../../shared/domain/time/instant.ts';
import { channelNames } from '../../shared/vocabulary/channels.ts';
import { tableOf } from '../../shared/vocabulary/table.ts';
import {
  noAccounts,
  type Channel,
  type Channels,
  type Log,
  type Queue,
  type QueueName,
} from '../../shared/ports.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { createStore } from '../adapters/dynamo.ts';
import { createSqsQueue } from '../adapters/sqs.ts';
import { presentCause } from '../cause.ts';
import type { common } from './environment.ts';

type Parts = Partial<Omit<Deps, 'channels'>> & { readonly channels?: Partial<Channels> };

/** What every function on AWS receives. Channels and queues only if its entry adds them. */
export function createDeps(
  { TABLE_NAME, SERVES }: z.output<typeof common>,
  { channels, ...parts }: Parts = {},
): Deps {
  return {
    store: createStore(new DynamoDBClient({ cacheMiddleware: true }), TABLE_NAME),
    serves: SERVES,
    queue: noQueue,
    clock: { now: () => toInstant(Date.now()) },
    channels: { ...tableOf(channelNames, () => silent), ...channels },
    // Only where a stage has a user pool, and only for what makes and ends accounts.
    accounts: noAccounts,
    // Other runs may be alive, so a claim is void only when its time has passed.
    lease: { owner: randomUUID(), isVoid: (claim, now) => now >= claim.until },
    log: createLog(),
    ids: { fresh: () => randomUUID() },
    ...parts,
  };
}

export function queueTo(urls: Partial<Record<QueueName, string>>): Queue {
  return createSqsQueue(new SQSClient({}), urls, presentCause);
}

const noQueue: Queue = {
  send: async (queue) => {
    throw new Error(`this function does not send to the queue ${queue}`);
  },
};

/** The channel of a function or stage without one: a notice for it fails and the bureau is informed. */
export const silent: Channel<unknown> = {
  send: async () => ({ kind: 'permanent', provider: 'none', reason: 'no provider is set up for this' }),
};

/** Writes one JSON line for each message, with its cause, without addresses and numbers. */
function createLog(): Log {
  const logger = new Logger({ serviceName: 'archive-duty' });
  return (level, code, sentence, fields) =>
    logger[level](sentence, { code, cause: presentCause(), ...maskedFields(fields) });
}
