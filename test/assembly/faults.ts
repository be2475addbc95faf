import type { Cloud } from '../support/assembly/cloud.ts';
import type { Call } from '../support/assembly/asked.ts';
import type { Fault } from '../support/assembly/facade.ts';
import type { Chance } from '../support/chance/chance.ts';
import { z } from 'zod';

/** What goes wrong on a day. */
export type Mishap =
  /** The process of a function ends at its n-th call of the day, before or after that took effect. */
  | { readonly kind: 'ended'; readonly of: string; readonly nth: number; readonly moment: 'before' | 'after' }
  /** The process ends when its first call of this kind on a day took effect. */
  | { readonly kind: 'first'; readonly of: string; readonly operation: string }
  /** AWS does not answer the call, and Lambda ends the process at its time limit. */
  | { readonly kind: 'unanswered'; readonly of: string; readonly nth: number }
  /** A share of the calls of a service is refused because of the rate. */
  | { readonly kind: 'throttled'; readonly service: Call['service']; readonly share: number }
  /** A service does not work until the day is over. */
  | { readonly kind: 'down'; readonly service: Call['service'] }
  /** Two environments of every function at once. */
  | { readonly kind: 'together' };

export const wordsOf = (mishap: Mishap): string => Object.values(mishap).join(' ');

/** The names of refusals because of the rate. */
const rates: Readonly<Record<Call['service'], readonly [name: string, status: number]>> = {
  dynamodb: ['ProvisionedThroughputExceededException', 400],
  ses: ['TooManyRequestsException', 429],
  sqs: ['RequestThrottled', 400],
  'sms-voice': ['ThrottlingException', 400],
  secretsmanager: ['ThrottlingException', 400],
  cognito: ['TooManyRequestsException', 400],
};

/** The calls of a function on a morning. */
export interface Calls {
  many: number;
  /** The numbers of those that change or send something. */
  readonly effects: number[];
  readonly operations: Set<string>;
}

const changes = /^(?:Put|BatchWrite|Send)/;

/**
 * The sweep ends when it has written the record of what it hands over, and no more: the agenda must still hold
 * it, because no queue does. The lease is written before, as a single item.
 */
export const handingOver: Mishap = { kind: 'first', of: 'sweep', operation: 'BatchWriteItem' };

/**
 * Any mishaps, one a day. The calls that the functions made on a quiet morning say where they may end: mostly
 * around one that changes something.
 */
export function mishapsFrom(chance: Chance, days: number, calls: ReadonlyMap<string, Calls>): Mishap[] {
  const functions = ['sweep', 'deliver', 'deliver', 'report', 'plan', 'receipts'];
  const once: Mishap[] = [
    { kind: 'throttled', service: 'dynamodb', share: 0.1 },
    { kind: 'throttled', service: 'ses', share: 0.3 },
    { kind: 'down', service: 'ses' },
    { kind: 'together' },
    handingOver,
  ];
  const ends = Array.from({ length: Math.max(0, days - once.length) }, (_, at): Mishap => {
    const of = chance.pick(functions);
    const { many = 1, effects = [] } = calls.get(of) ?? {};
    const near = effects.length > 0 && chance.holds(0.7);
    const nth = near ? chance.pick(effects) : chance.between(1, many);
    if (at % 4 === 3) return { kind: 'unanswered', of, nth };
    return { kind: 'ended', of, nth, moment: chance.pick(['before', 'after']) };
  });
  return chance.shuffled([...once, ...ends]);
}

export interface Watched {
  /** By the name of the function, as the registry has it: since the last day began. */
  readonly calls: ReadonlyMap<string, Calls>;
  /** Notices that may be sent again: a provider had them when the process ended, and the table did not say so. */
  readonly mayRepeat: Set<string>;
  /** Begins another day. */
  readonly meet: (mishap: Mishap | undefined) => Promise<void>;
  /** The mishaps that really happened, as often as they did. */
  readonly happened: readonly Mishap[];
}

const notice = z.looseObject({ sk: z.string().startsWith('N#'), id: z.string(), status: z.string() });

/** Lets mishaps happen to a cloud, and counts the calls of each function. */
export function withMishaps(cloud: Cloud, chance: Chance): Watched {
  const calls = new Map<string, Calls>();
  const mayRepeat = new Set<string>();
  const names = new Map(
    cloud.functions.all.map(({ roleArn, id }) => [roleArn.split('/').at(-1), nameOf(id)]),
  );
  let mishap: Mishap | undefined;
  const happened: Mishap[] = [];
  let waiting: Promise<void>[] = [];

  /** What a provider has from an environment, and the table does not know to be sent. */
  const unrecorded = async (environment: string): Promise<void> => {
    const taken = cloud.mailbox.taken.filter(({ by }) => by === environment).map(({ noticeId }) => noticeId);
    const sent = new Set<string>();
    for await (const item of cloud.store.scan()) {
      const read = notice.safeParse(item);
      if (read.success && ['sent', 'delivered'].includes(read.data.status)) sent.add(read.data.id);
    }
    for (const id of taken) if (!sent.has(id)) mayRepeat.add(id);
  };

  const faultOf = (call: Call): Fault | undefined => {
    const name = names.get(call.role) ?? '';
    const counted = calls.get(name) ?? { many: 0, effects: [], operations: new Set() };
    const nth = (counted.many += 1);
    const first = !counted.operations.has(call.operation);
    counted.operations.add(call.operation);
    if (changes.test(call.operation)) counted.effects.push(nth);
    calls.set(name, counted);
    if (!mishap) return undefined;
    if (mishap.kind === 'throttled') {
      if (call.service !== mishap.service || !chance.holds(mishap.share)) return undefined;
      happened.push(mishap);
      const [refusal, status] = rates[call.service];
      return { kind: 'refused', name: refusal, status };
    }
    if (mishap.kind === 'down') {
      if (call.service !== mishap.service) return undefined;
      happened.push(mishap);
      return { kind: 'refused', name: 'ServiceUnavailableException', status: 503 };
    }
    if (mishap.kind === 'together' || mishap.of !== name) return undefined;
    if (mishap.kind === 'first' ? !(first && mishap.operation === call.operation) : mishap.nth !== nth)
      return undefined;
    happened.push(mishap);
    const environment = cloud.functions.environment(call.environment);
    if (environment) waiting.push(environment.ended.then(() => unrecorded(environment.id)));
    return { kind: 'ended', moment: momentOf(mishap) };
  };
  cloud.faults = faultOf;
  return {
    calls,
    mayRepeat,
    happened,
    meet: async (next) => {
      await Promise.all(waiting);
      waiting = [];
      calls.clear();
      mishap = next;
      cloud.atOnce = next?.kind === 'together' ? 2 : 1;
    },
  };
}

function momentOf(mishap: Mishap): 'before' | 'after' {
  if (mishap.kind === 'ended') return mishap.moment;
  return mishap.kind === 'first' ? 'after' : 'before';
}

/** `deliver` of `deliverFunction43E933B4`. */
const nameOf = (id: string): string => id.replace(/Function[0-9A-F]{8}$/, '');
