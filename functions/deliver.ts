import middy from '@middy/core';
import partialBatchFailure from '@middy/sqs-partial-batch-failure';
import type { SQSEvent } from 'aws-lambda';
import { deliver, deliverMessage } from '../shared/usecases/deliver.ts';
import type { Deps } from '../shared/usecases/deps.ts';
import { eachRecord } from './records.ts';

/** Delivers the steps that the messages of a batch point to. */
export function createDeliver(deps: Deps) {
  return middy<SQSEvent>()
    .use(partialBatchFailure({ logger: (reason: unknown) => logFailure(deps, reason) }))
    .handler((event) => eachRecord(event, deliverMessage, (message) => deliver(deps, message.pointers)));
}

export function logFailure(deps: Deps, reason: unknown): void {
  deps.log('error', 'MESSAGE_FAILED', 'A queue message failed and comes again.', {
    error: reason instanceof Error ? `${reason.name}: ${reason.message}` : 'unknown',
    ...(reason instanceof Error ? { stack: reason.stack } : {}),
  });
}
