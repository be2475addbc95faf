import { createHash, randomUUID } from 'node:crypto';
import type { Chance } from '../chance/chance.ts';
import { fieldsOf, textOf } from './reading.ts';
import type { Account } from './resolve.ts';

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
  firstAt: number | undefined;
}

export interface Received extends Message {
  readonly handle: string;
}

/** A queue as SQS keeps it: hidden while somebody works on it, buried after too many receives, no order promised. */
export interface SimulatedQueue {
  readonly arn: string;
  readonly url: string;
  readonly keyArn: string | undefined;
  readonly visibilitySeconds: number;
  send(body: string, attributes: Readonly<Record<string, string>>, delaySeconds?: number): Message;
  receive(most: number): Received[];
  remove(handle: string): void;
  readonly messages: readonly Message[];
  /** When the next message can be received; undefined: there is none. */
  nextAt(): number | undefined;
}

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Every queue of an account. `unrest` now and then hands a message out a second time, as a standard queue may. */
export function createQueues(
  account: Account,
  clock: { readonly now: () => number },
  unrest?: Chance,
): ReadonlyMap<string, SimulatedQueue> {
  const queues = new Map<string, SimulatedQueue>();
  for (const { arn, ref, properties } of account.all('AWS::SQS::Queue')) {
    const redrive = fieldsOf(properties['RedrivePolicy']);
    const bury =
      redrive['deadLetterTargetArn'] === undefined
        ? undefined
        : {
            after: Number(redrive['maxReceiveCount']),
            to: (): SimulatedQueue => found(queues, textOf(redrive['deadLetterTargetArn'])),
          };
    queues.set(
      arn,
      createQueue({
        arn,
        url: ref,
        keyArn: properties['KmsMasterKeyId'] === undefined ? undefined : textOf(properties['KmsMasterKeyId']),
        visibilitySeconds: Number(properties['VisibilityTimeout'] ?? 30),
        delaySeconds: Number(properties['DelaySeconds'] ?? 0),
        bury,
        clock,
        unrest,
      }),
    );
  }
  return queues;
}

export function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`there is no ${key}; there is ${[...map.keys()].join(', ')}`);
  return value;
}

interface Made {
  readonly arn: string;
  readonly url: string;
  readonly keyArn: string | undefined;
  readonly visibilitySeconds: number;
  readonly delaySeconds: number;
  readonly bury: { readonly after: number; readonly to: () => SimulatedQueue } | undefined;
  readonly clock: { readonly now: () => number };
  readonly unrest: Chance | undefined;
}

function createQueue({ clock, unrest, bury, delaySeconds: always, ...named }: Made): SimulatedQueue {
  let messages: Message[] = [];
  const handles = new Map<string, Message>();
  return {
    ...named,
    get messages() {
      return messages;
    },
    nextAt: () =>
      messages.length === 0 ? undefined : Math.min(...messages.map(({ visibleAt }) => visibleAt)),
    send: (body, attributes, delaySeconds = always) => {
      const now = clock.now();
      const message: Message = {
        id: randomUUID(),
        body,
        attributes,
        sentAt: now,
        visibleAt: now + delaySeconds * 1000,
        receives: 0,
        firstAt: undefined,
      };
      messages.push(message);
      return message;
    },
    receive: (most) => {
      const now = clock.now();
      const visible = messages.filter(({ visibleAt }) => visibleAt <= now);
      const taken = (unrest?.shuffled(visible) ?? visible).slice(0, most);
      const given: Received[] = [];
      for (const message of taken) {
        message.receives += 1;
        message.firstAt ??= now;
        if (bury && message.receives > bury.after) {
          messages = messages.filter((one) => one !== message);
          bury.to().send(message.body, message.attributes);
          continue;
        }
        message.visibleAt = now + named.visibilitySeconds * 1000;
        const handle = randomUUID();
        handles.set(handle, message);
        given.push({ ...message, handle });
      }
      return given;
    },
    remove: (handle) => {
      const message = handles.get(handle);
      handles.delete(handle);
      if (!message || !messages.includes(message)) return;
      messages = messages.filter((one) => one !== message);
      // A server that was away still has it, once.
      if (unrest?.holds(0.25) === true)
        messages.push({ ...message, visibleAt: clock.now(), receives: Math.max(1, message.receives - 1) });
    },
  };
}
