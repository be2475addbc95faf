import type { Instant } from '../../../shared/domain/time/instant.ts';
import type { Channels, Clock, SendOutcome } from '../../../shared/ports.ts';

/** A message as it was given to the provider. */
export interface HandOver {
  /** The run of the process that sent it. */
  readonly run: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly noticeId: string;
  /** The moment that the product gives with it: when the notice was first tried. */
  readonly at: Instant;
  readonly now: Instant;
  readonly outcome: SendOutcome['kind'];
}

type Asked = Omit<HandOver, 'outcome'>;

/** The provider’s answer; undefined when it takes the message. */
export type Refusal = (asked: Asked, tries: number) => SendOutcome | undefined;

/**
 * A provider of mail and SMS in memory. It takes a message once for its token, like captured mail: when it is
 * sent again, it is accepted again and not delivered again.
 */
export interface Provider {
  channels(run: string): Channels;
  /** Delivered, oldest first. */
  readonly mailbox: readonly HandOver[];
  /** Every send, whatever its outcome. */
  readonly handOvers: readonly HandOver[];
}

export interface ProviderOptions {
  readonly clock: Clock;
  readonly refuse?: Refusal | undefined;
  /** Called at the moment of each send, before it is answered. */
  readonly watch?: ((asked: Asked) => void) | undefined;
}

export function createProvider({ clock, refuse, watch }: ProviderOptions): Provider {
  const mailbox: HandOver[] = [];
  const handOvers: HandOver[] = [];
  const known = new Set<string>();
  const tries = new Map<string, number>();

  const take = (asked: Asked): SendOutcome => {
    watch?.(asked);
    const token = `${asked.noticeId}|${asked.channel}|${asked.to}`;
    const count = (tries.get(token) ?? 0) + 1;
    tries.set(token, count);
    const refused = refuse?.(asked, count);
    const message = { ...asked, outcome: refused?.kind ?? ('accepted' as const) };
    handOvers.push(message);
    if (refused) return refused;
    if (!known.has(token)) mailbox.push(message);
    known.add(token);
    return { kind: 'accepted', provider: 'simulated', providerId: asked.noticeId };
  };

  return {
    mailbox,
    handOvers,
    channels: (run) => ({
      email: {
        send: async ({ to, subject, text }, noticeId, at) =>
          take({ run, channel: 'email', to, subject, text, noticeId, at, now: clock.now() }),
      },
      sms: {
        send: async ({ to, template, text }, noticeId, at) =>
          take({ run, channel: 'sms', to, subject: template, text, noticeId, at, now: clock.now() }),
      },
    }),
  };
}
