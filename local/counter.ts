import type { Channels, Log } from '../shared/ports.ts';

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
  return {
    email: {
      send: async (mail, noticeId, at, jurisdiction) => {
        const outcome = await channels.email.send(mail, noticeId, at, jurisdiction);
        if (outcome.kind === 'accepted') counter.notices += 1;
        return outcome;
      },
    },
    sms: {
      send: async (sms, noticeId, at, jurisdiction) => {
        const outcome = await channels.sms.send(sms, noticeId, at, jurisdiction);
        if (outcome.kind === 'accepted') counter.notices += 1;
        return outcome;
      },
    },
  };
}
