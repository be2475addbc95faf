import { AsyncLocalStorage } from 'node:async_hooks';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { functionRegistry, type QueueTrigger } from '../shared/functions.ts';
import type { Clock, Item, Queue, QueueName, Store } from '../shared/ports.ts';
import { readAll } from '../shared/store/read.ts';
import { tableOf } from '../shared/vocabulary/table.ts';
import { hasRested } from './rests.ts';

/** The answer of a queue’s handler: the messages that failed. */
const batchAnswer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

export type QueueHandler = (event: SQSEvent) => Promise<unknown>;

interface Message {
  readonly item: Item;
  readonly id: string;
  readonly body: string;
  /** The errand that caused the message, if somebody waits for its end. */
  readonly errand: Errand | undefined;
  received: number;
  /** The time of the failure after which it rests, by the queue’s clock. */
  failedAt: number;
}

/**
 * Identifies everything that one request caused: the messages that it sent, and those that their handlers sent.
 */
export type Errand = symbol;

/** The errand of the current work. */
const errands = new AsyncLocalStorage<Errand | undefined>();

/** Messages that `work` sends to the queue belong to the errand. */
export const onErrand = <T>(errand: Errand, work: () => Promise<T>): Promise<T> => errands.run(errand, work);

export interface DrainOptions {
  /** Only messages of this errand. */
  readonly errand?: Errand | undefined;
  /** Called with each batch, so that other work gets a turn between two batches. */
  readonly turn?: <T>(batch: () => Promise<T>) => Promise<T>;
}

const stored = z.object({ pk: z.string(), sk: z.string(), body: z.string() });

/** A message that failed too often. */
export interface DeadLetter {
  readonly queue: string;
  readonly id: string;
  readonly body: string;
}

/**
 * The queue of one machine. Messages are in the table until they have been handled, come again when their
 * handler fails, and become dead letters as on SQS. Nothing is lost when the process is killed.
 */
export interface LocalQueue extends Queue {
  /** Loads what an earlier run left. */
  open(): Promise<void>;
  /** Works until these queues (all by default) are empty. Returns the number of batches. */
  drain(
    handlers: Readonly<Record<QueueName, QueueHandler>>,
    queues?: readonly QueueName[],
    options?: DrainOptions,
  ): Promise<number>;
  /** After the current batches none is begun. Waiting messages stay in the table for the next start. */
  stop(): void;
  /** The number of messages that wait. */
  depth(): Readonly<Record<QueueName, number>>;
  deadLetters(): Promise<DeadLetter[]>;
  /** Puts the dead letters back into their queues. */
  replay(): Promise<number>;
}

/** The order of work: an import is complete before its subjects are planned. */
const names: readonly QueueName[] = ['receipts', 'deliver', 'import', 'plan', 'report'];
const partition = (queue: QueueName): string => `QUEUE#${queue}`;
const deadPartition = (queue: QueueName): string => `DEAD#${queue}`;

function triggerOf(queue: QueueName): QueueTrigger {
  for (const definition of Object.values(functionRegistry)) {
    for (const trigger of definition.triggers) {
      if (trigger.kind === 'queue' && trigger.queue === queue) return trigger;
    }
  }
  throw new Error(`no function takes the queue ${queue}`);
}

export interface LocalQueueOptions {
  /**
   * The clock for the rest of a failed message before its next try. Without it the message is tried at once: on
   * a simulated clock the minutes that SQS would wait do not pass.
   */
  readonly clock?: Clock | undefined;
  /**
   * The store for sent messages, if it differs from the one for handled messages: a send may be refused when
   * handling would wait.
   */
  readonly sending?: Store;
}

const empty = (): Record<QueueName, Message[]> => ({
  receipts: [],
  deliver: [],
  import: [],
  plan: [],
  report: [],
});

const atOnce = <T>(batch: () => Promise<T>): Promise<T> => batch();

export function createLocalQueue(store: Store, run: string, options: LocalQueueOptions = {}): LocalQueue {
  const { clock } = options;
  const waiting = empty();
  const resting = empty();
  let sequence = 0;
  let stopped = false;

  const toMessage = (item: Item, errand?: Errand): Message => {
    const { sk, body } = stored.parse(item);
    return { item, id: sk, body, errand, received: 0, failedAt: 0 };
  };

  const send = async (queue: QueueName, messages: readonly object[]): Promise<void> => {
    const items = messages.map((message): Item => {
      sequence += 1;
      const sk = `${String(Date.now()).padStart(14, '0')}-${run}-${String(sequence).padStart(8, '0')}`;
      return { pk: partition(queue), sk, v: 1, body: JSON.stringify(message) };
    });
    await (options.sending ?? store).putMany(items);
    const errand = errands.getStore();
    waiting[queue].push(...items.map((item) => toMessage(item, errand)));
  };

  const bury = async (queue: QueueName, message: Message): Promise<void> => {
    await store.putMany([{ ...message.item, pk: deadPartition(queue) }]);
    await store.deleteMany([message.item]);
  };

  /** The next messages that belong together; with `only`, messages of that errand. */
  const take = (queue: QueueName, only: Errand | undefined): Message[] => {
    const { batchSize } = triggerOf(queue);
    const at = waiting[queue].findIndex(({ errand }) => only === undefined || errand === only);
    const errand = waiting[queue][at]?.errand;
    const end = waiting[queue].findIndex((message, index) => index > at && message.errand !== errand);
    const alike = (end < 0 ? waiting[queue].length : end) - at;
    return at < 0 ? [] : waiting[queue].splice(at, Math.min(batchSize, alike));
  };

  const work = async (queue: QueueName, handler: QueueHandler, batch: readonly Message[]): Promise<void> => {
    const { maxReceive } = triggerOf(queue);
    const failed = await errands.run(batch[0]?.errand, () => failures(handler, queue, batch));
    await store.deleteMany(batch.filter((message) => !failed.has(message.id)).map((message) => message.item));
    for (const message of batch) {
      if (!failed.has(message.id)) continue;
      message.received += 1;
      if (message.received >= maxReceive) await bury(queue, message);
      else if (clock === undefined) waiting[queue].push(message);
      else {
        message.failedAt = clock.now();
        resting[queue].push(message);
      }
    }
  };

  const wake = (queue: QueueName): void => {
    if (clock === undefined) return;
    const now = clock.now();
    const rested = resting[queue].filter((message) => hasRested(message, now));
    resting[queue] = resting[queue].filter((message) => !rested.includes(message));
    waiting[queue].push(...rested);
  };

  return {
    send,
    inTable: true,
    open: async () => {
      for (const queue of names)
        waiting[queue].push(
          ...(await readAll(store, { pk: partition(queue) })).map((item) => toMessage(item)),
        );
    },
    stop: () => {
      stopped = true;
    },
    drain: async (handlers, queues = names, { errand, turn = atOnce }: DrainOptions = {}) => {
      if (errand === undefined) queues.forEach(wake);
      const next = async (): Promise<boolean> => {
        for (const queue of stopped ? [] : queues) {
          const batch = take(queue, errand);
          if (batch.length === 0) continue;
          await work(queue, handlers[queue], batch);
          return true;
        }
        return false;
      };
      let batches = 0;
      while (await turn(next)) batches += 1;
      return batches;
    },
    depth: () => tableOf(names, (queue) => waiting[queue].length + resting[queue].length),
    deadLetters: async () => {
      const found = await Promise.all(
        names.map(async (queue) =>
          (await readAll(store, { pk: deadPartition(queue) })).map((item) => ({
            queue,
            id: item.sk,
            body: stored.parse(item).body,
          })),
        ),
      );
      return found.flat();
    },
    replay: async () => {
      let count = 0;
      for (const queue of names) {
        const dead = await readAll(store, { pk: deadPartition(queue) });
        await send(
          queue,
          dead.map((item): object =>
            z.record(z.string(), z.unknown()).parse(JSON.parse(stored.parse(item).body)),
          ),
        );
        await store.deleteMany(dead);
        count += dead.length;
      }
      return count;
    },
  };
}

async function failures(
  handler: QueueHandler,
  queue: QueueName,
  batch: readonly Message[],
): Promise<Set<string>> {
  const event: SQSEvent = { Records: batch.map((message) => recordOf(queue, message)) };
  try {
    const answer = batchAnswer.parse(await handler(event));
    return new Set(answer.batchItemFailures.map((failure) => failure.itemIdentifier));
  } catch {
    return new Set(batch.map((message) => message.id));
  }
}

function recordOf(queue: QueueName, message: Message): SQSRecord {
  return {
    messageId: message.id,
    receiptHandle: message.id,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.received + 1),
      SentTimestamp: '0',
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
    awsRegion: 'local',
  };
}
