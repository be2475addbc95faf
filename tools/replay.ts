import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
  type Message,
} from '@aws-sdk/client-sqs';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { runForOneUser, tool, type Terminal } from '../local/command-line.ts';
import { cannotAsk, queuesOf, readStack, readStage, type StageQueue } from './aws/stage.ts';
import { createLocalQueue } from '../local/queue.ts';
import { ToldError } from '../local/told-error.ts';
import { existing, localPlace } from './backup/places.ts';
import { address } from './address.ts';
import { summaryOf, type Letter } from './replay/summary.ts';

const usage = `npm run replay -- --stage prod [--queue deliver|plan|receipts|import] [--dry-run]
npm run replay -- --url http://127.0.0.1:3000 [--dry-run]   # a demonstration or simulation that runs
npm run replay -- --data DIR [--dry-run]                     # real work, while the product is stopped
puts dead letters back into their queues; mend first what MESSAGE_FAILED in the log names. Doing it twice does no harm.
exits 0 where all went back, 1 where one failed again or nothing could be done`;

/** SQS’s own limit for one request. */
const BATCH = 10;
const LONG_POLL_SECONDS = 2;

const letters = z.object({
  items: z.array(z.object({ queue: z.string(), id: z.string(), body: z.string() })),
});
const done = z.object({ replayed: z.number() });

async function replayLocal(url: string, dry: boolean, terminal: Terminal): Promise<number> {
  const ask = async (method: string, path: string): Promise<unknown> => {
    const answer = await fetch(new URL(path, url), { method }).catch(() => {
      throw new ToldError(`${url} does not answer: start the product, on this machine and without --host.`);
    });
    if (!answer.ok)
      throw new ToldError(
        `${url}${path} answered ${answer.status}: only a demonstration or simulation has /local; for real work stop the product and use --data.`,
      );
    return answer.json();
  };
  const { items } = letters.parse(await ask('GET', '/local/dead-letters'));
  tell(items, terminal);
  if (dry || items.length === 0) return 0;
  const { replayed } = done.parse(await ask('POST', '/local/dead-letters/replay'));
  const left = letters.parse(await ask('GET', '/local/dead-letters')).items.length;
  terminal.say(`${replayed} put back and worked; ${left} failed again.`);
  return left > 0 ? 1 : 0;
}

/** The product is stopped: its next start handles what was put back. */
async function replayData(directory: string, dry: boolean, terminal: Terminal): Promise<void> {
  const place = await localPlace(existing(directory));
  try {
    const queue = createLocalQueue(place.store, randomUUID().slice(0, 8));
    tell(await queue.deadLetters(), terminal);
    if (!dry) terminal.say(`${await queue.replay()} put back; the next start handles them.`);
  } finally {
    await place.close();
  }
}

function tell(items: readonly Letter[], { say }: Terminal): void {
  say(items.length === 0 ? 'No dead letters.' : summaryOf(items).join('\n'));
}

async function replayStage(
  name: string,
  only: string | undefined,
  dry: boolean,
  terminal: Terminal,
): Promise<void> {
  const stage = readStage(name);
  const { region } = stage;
  const state = await readStack(new CloudFormationClient({ region }), stage, 'state').catch(
    (error: unknown) => {
      throw cannotAsk(error, stage) ?? error;
    },
  );
  // Runs that could not start are not messages: the next run has caught up.
  const queues = queuesOf(state).filter(({ source }) => source !== undefined);
  const chosen = queues.filter((queue) => only === undefined || queue.name === only);
  if (chosen.length === 0)
    throw new ToldError(
      `stage ${name} has no queue ${only ?? ''}: ${queues.map((queue) => queue.name).join(', ') || 'it is not deployed'}`,
    );
  const client = new SQSClient({ region, useQueueUrlAsEndpoint: false });
  for (const queue of chosen) {
    if (dry) await look(client, queue, terminal);
    else await moveBack(client, queue, terminal);
  }
}

async function receive(client: SQSClient, QueueUrl: string, VisibilityTimeout: number): Promise<Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MaxNumberOfMessages: BATCH,
      MessageAttributeNames: ['All'],
      VisibilityTimeout,
      WaitTimeSeconds: LONG_POLL_SECONDS,
    }),
  );
  return Messages;
}

const letterOf = (queue: string, { MessageId = '', Body = '' }: Message): Letter => ({
  queue,
  id: MessageId,
  body: Body,
});

/** How many there are, and what the first few ask for. All stay where they are. */
async function look(client: SQSClient, { name, dead }: StageQueue, terminal: Terminal): Promise<void> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: dead, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  terminal.say(
    `${name}: ${Attributes['ApproximateNumberOfMessages'] ?? '0'} dead letters; the first of them:`,
  );
  tell(
    (await receive(client, dead, 0)).map((message) => letterOf(name, message)),
    terminal,
  );
}

/**
 * Each message is put into its queue before it is removed from the dead letters. If this stops in between, it
 * is handled twice, which does no harm.
 */
async function moveBack(
  client: SQSClient,
  { name, dead, source = '' }: StageQueue,
  { say }: Terminal,
): Promise<void> {
  let moved = 0;
  for (
    let batch = await receive(client, dead, 60);
    batch.length > 0;
    batch = await receive(client, dead, 60)
  ) {
    for (const line of summaryOf(batch.map((message) => letterOf(name, message)))) say(line);
    const sent = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: source,
        Entries: batch.map(({ Body, MessageAttributes = {} }, index) => ({
          Id: String(index),
          MessageBody: Body,
          MessageAttributes,
        })),
      }),
    );
    const taken = new Set((sent.Successful ?? []).map(({ Id }) => Id));
    const Entries = batch.flatMap(({ ReceiptHandle }, index) =>
      taken.has(String(index)) ? [{ Id: String(index), ReceiptHandle }] : [],
    );
    if (Entries.length > 0) await client.send(new DeleteMessageBatchCommand({ QueueUrl: dead, Entries }));
    moved += Entries.length;
    if (Entries.length < batch.length)
      throw new ToldError(
        `${name}: ${moved} put back, then the queue took no more: run the same command again.`,
      );
  }
  say(`${name}: ${moved} put back.`);
}

export const main = tool({
  usage,
  flags: {
    stage: { type: 'string' },
    url: { type: 'string' },
    data: { type: 'string' },
    queue: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  run: async ({ values: { stage, url, data, queue, 'dry-run': dry } }, terminal) => {
    const named = [stage, url, data].filter((one) => one !== undefined);
    if (named.length !== 1) throw new ToldError(usage);
    if (stage !== undefined) {
      await replayStage(stage, queue, dry, terminal);
      return 0;
    }
    if (queue !== undefined)
      throw new ToldError('--queue goes with --stage: one machine replays all at once.');
    if (url !== undefined) return replayLocal(address(url), dry, terminal);
    await replayData(resolve(data ?? ''), dry, terminal);
    return 0;
  },
});

await runForOneUser(import.meta.url, main);
