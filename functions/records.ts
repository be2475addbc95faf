import type { SQSEvent } from 'aws-lambda';
import type { z } from 'zod';
import { causedBy, causeOf } from './cause.ts';

/** What a queue’s handler is called with by the scheduler in its place, or by the queue. */
export type QueueOrSchedule = SQSEvent | { readonly source: 'schedule' };

/** The messages of a batch, each checked and worked on its own; the failures of some leave the others done. */
export function eachRecord<T extends z.ZodType>(
  event: SQSEvent,
  schema: T,
  work: (message: z.output<T>) => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>[]> {
  return Promise.allSettled(
    event.Records.map((record) =>
      causedBy(causeOf(record), async () => work(schema.parse(JSON.parse(record.body)))),
    ),
  );
}
