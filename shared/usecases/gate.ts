import { waitAfter } from '../domain/notices/tries.ts';
import { plus, type Instant } from '../domain/time/instant.ts';
import type { Channels, SendOutcome } from '../ports.ts';
import { channelNames, type ChannelName } from '../vocabulary/channels.ts';
import { tableOf } from '../vocabulary/table.ts';

/** The time that one message may take, from its turn to the provider’s answer. */
const SEND_MILLISECONDS = 60_000;
/** The time that a channel may take to end after it was told to stop. */
const STOP_MILLISECONDS = 1_000;
const AT_ONCE = 10;

/**
 * Limits what this process gives to one provider: so many messages at a time, none for longer than its time,
 * and none for a while after the provider was down. A message that the gate holds back has not been tried.
 */
export interface Gate {
  /** Waits for a turn, then runs the work. */
  turn<T>(work: () => Promise<T>): Promise<T>;
  /** When to try again; undefined when messages may be sent now. */
  restsUntil(now: Instant): Instant | undefined;
  /** Ends the pause at once: a person says that the provider works. */
  open(): void;
  /** Sends nothing before that time: the provider said that messages come too fast. */
  rest(until: Instant): void;
  hand(now: Instant, send: (signal: AbortSignal) => Promise<SendOutcome>): Promise<SendOutcome>;
  /**
   * Waits briefly for the answers to other messages: on one machine, outcomes recorded at the same moment share
   * one write to the disk.
   */
  together(): Promise<void>;
  /**
   * Starts nothing more; after `grace` milliseconds, aborts the sends that are still running. Returns how many
   * ended with an unknown outcome.
   */
  stop(grace: number): Promise<number>;
}

function createGate(channel: ChannelName, atOnce = AT_ONCE): Gate {
  const queue: (() => void)[] = [];
  const underWay = new Map<AbortController, Promise<SendOutcome>>();
  const company = createCompany(Math.ceil(atOnce / 2));
  let free = atOnce;
  let failures = 0;
  let until: Instant | undefined;
  let stopped = false;

  const judge = (outcome: SendOutcome, now: Instant): void => {
    const down = outcome.kind === 'unknown' || (outcome.kind === 'temporary' && outcome.outage === true);
    if (outcome.kind === 'throttled') return;
    if (!down) {
      failures = 0;
      until = undefined;
    } else if (until === undefined || until <= now) {
      failures += 1;
      until = plus(now, waitAfter(failures));
    }
  };

  return {
    turn: async (work) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else free += 1;
      }
    },
    restsUntil: (now) => {
      if (stopped) return now;
      return until !== undefined && until > now ? until : undefined;
    },
    open: () => {
      until = undefined;
      failures = 0;
    },
    rest: (time) => {
      if (until === undefined || until < time) until = time;
    },
    hand: async (now, send) => {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), SEND_MILLISECONDS);
      const sending = Promise.race([send(controller.signal), overTime(channel, controller.signal)]);
      underWay.set(controller, sending);
      try {
        const outcome = await sending;
        judge(outcome, now);
        return outcome;
      } finally {
        clearTimeout(timer);
        underWay.delete(controller);
      }
    },
    together: () => company.join(underWay.size > 0),
    stop: async (grace) => {
      stopped = true;
      const timer = setTimeout(() => {
        for (const controller of underWay.keys()) controller.abort();
      }, grace);
      const ended = await Promise.allSettled([...underWay.values()]);
      clearTimeout(timer);
      return ended.filter((one) => one.status === 'fulfilled' && one.value.kind === 'unknown').length;
    },
  };
}

/**
 * The time that an outcome waits for others. If the process is killed meanwhile, the outcome is not recorded
 * and the message is sent again.
 */
const COMPANY_MILLISECONDS = 10;

/**
 * A group that waits together. All go on when there are `enough` of them, when no others are expected, or when
 * the first has waited long enough.
 */
function createCompany(enough: number) {
  let waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const go = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const all = waiting;
    waiting = [];
    for (const each of all) each();
  };
  return {
    join: (othersToCome: boolean): Promise<void> =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (!othersToCome || waiting.length >= enough) go();
        else timer ??= setTimeout(go, COMPANY_MILLISECONDS);
      }),
  };
}

/** Ends the wait for a channel that does not react to the abort. */
function overTime(provider: ChannelName, signal: AbortSignal): Promise<SendOutcome> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      const timer = setTimeout(
        () => resolve({ kind: 'unknown', provider, reason: 'no answer in time' }),
        STOP_MILLISECONDS,
      );
      timer.unref();
    });
  });
}

export type Gates = Readonly<Record<ChannelName, Gate>>;

const gates = new WeakMap<Channels, Gates>();

/** The gates in front of the channels of this process. */
export function gatesOf(channels: Channels): Gates {
  const known = gates.get(channels);
  if (known) return known;
  const made = tableOf(channelNames, (name) => createGate(name, channels[name].atOnce));
  gates.set(channels, made);
  return made;
}
