import type { Channel, Channels, Log } from '../shared/ports.ts';
import { channelNames } from '../shared/vocabulary/channels.ts';
import { tableOf } from '../shared/vocabulary/table.ts';

/** Counts what providers accepted and what was drafted, for the answer of the simulated clock. */
export interface Counter {
  notices: number;
  escalations: number;
}

/** The log, which also counts drafts. */
export function countingLog(log: Log, counter: Counter): Log {
  return (level, code, sentence, fields) => {
    if (code === 'DRAFTED') counter.escalations += 1;
    log(level, code, sentence, fields);
  };
}

export function counting(channels: Channels, counter: Counter): Channels {
  const counted = (channel: Channel<never>): Channel<never> => ({
    ...channel,
    send: async (...given) => {
      const outcome = await channel.send(...given);
      if (outcome.kind === 'accepted') counter.notices += 1;
      return outcome;
    },
  });
  return tableOf(channelNames, (name) => counted(channels[name]));
}
