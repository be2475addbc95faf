import type { SQSEvent } from 'aws-lambda';
import { z } from 'zod';
import type { QueueHandler } from '../../../local/queue.ts';
import type { Queue } from '../../../shared/ports.ts';
import type { Chance } from '../chance/chance.ts';

const answered = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** Like a queue that delivers at least once, in no order: some messages twice, all of them shuffled. */
export function unrulyQueue(queue: Queue, chance: Chance): Queue {
  return {
    ...queue,
    send: async (name, messages, delaySeconds) => {
      const twice = messages.filter(() => chance.holds(0.15));
      await queue.send(name, chance.shuffled([...messages, ...twice]), delaySeconds);
    },
  };
}

/** The number of times that a handled message may come again as if it had not been handled. */
const COMES_AGAIN = 3;

/**
 * A handler whose batches are shuffled, sometimes handled twice at once, and some of whose messages come again
 * although they were handled: their visibility ran out.
 */
export function unrulyHandler(handler: QueueHandler, chance: Chance): QueueHandler {
  const again = new Map<string, number>();
  return async (event: SQSEvent) => {
    const shuffled: SQSEvent = { Records: chance.shuffled(event.Records) };
    const runs = chance.holds(0.1) ? [handler(shuffled), handler(shuffled)] : [handler(shuffled)];
    const failed = (await Promise.all(runs)).flatMap((answer) => answered.parse(answer).batchItemFailures);
    const late = event.Records.map((record) => record.messageId).filter((id) => {
      const times = again.get(id) ?? 0;
      if (times >= COMES_AGAIN || !chance.holds(0.1)) return false;
      again.set(id, times + 1);
      return true;
    });
    const ids = new Set([...failed.map((failure) => failure.itemIdentifier), ...late]);
    return { batchItemFailures: [...ids].map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
