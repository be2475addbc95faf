import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';
import type { Deps } from '../shared/usecases/deps.ts';
import { causedBy, causeOf } from './cause.ts';

/** The event of a queue’s handler: from the queue, or from the scheduler. */
export type QueueOrSchedule = SQSEvent | { readonly source: 'schedule' };

export const isBatch = (event: QueueOrSchedule): event is SQSEvent => 'Records' in event;

/**
 * Checks each message of a batch and works on it. Returns the ids of those that failed: the queue delivers
 * these again, and the others are done.
 */
export function eachRecord<T extends z.ZodType>(
  deps: Pick<Deps, 'log'>,
  event: SQSEvent,
  schema: T,
  work: (message: z.output<T>) => Promise<unknown>,
): Promise<SQSBatchResponse> {
  const handle = (record: SQSRecord): Promise<unknown> =>
    causedBy(causeOf(record), async () => {
      try {
        return await work(schema.parse(JSON.parse(record.body)));
      } catch (error) {
        logFailure(deps, error);
        throw error;
      }
    });
  // A processor for each call, because it holds the records of one batch, and on one machine batches overlap.
  return processPartialResponse(event, handle, new BatchProcessor(EventType.SQS), {
    throwOnFullBatchFailure: false,
  });
}

function logFailure(deps: Pick<Deps, 'log'>, reason: unknown): void {
  deps.log('error', 'MESSAGE_FAILED', 'A queue message failed and comes again.', {
    error: reason instanceof Error ? `${reason.name}: ${reason.message}` : 'unknown',
    ...(reason instanceof Error ? { stack: reason.stack } : {}),
  });
}
