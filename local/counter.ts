import type { Channel, Channels, Log } from '../shared/ports.ts';

/** Counts what providers accepted and what was drafted, for the answer of the simulated clock. */
export interface Counter {
  notices: number;
  escalations: number;
}

/** The log, with an ear for drafts. */
export function countingLog(log: Log, counter: Counter): Log {
  return (level, code, sentence, fields) => {
    if (code === 'DRAFTED') counter.escalations += 1;
    log(level, code, sentence, fields);
  };
}

export function counting(channels: Channels, counter: Counter): Channels {
  const counted = <Message>(channel: Channel<Message>): Channel<Message> => ({
    ...channel,
    send: async (...given) => {
      const outcome = await channel.send(...given);
      if (outcome.kind === 'accepted') counter.notices += 1;
      return outcome;
    },
  });
  return { email: counted(channels.email), sms: counted(channels.sms) };
}
