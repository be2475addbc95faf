import type { Channels } from '../shared/ports.ts';

/** Counts what providers accepted, for the answer of the simulated clock. */
export interface Counter {
  notices: number;
}

export function counting(channels: Channels, counter: Counter): Channels {
  return {
    email: {
      send: async (mail, noticeId, at) => {
        const outcome = await channels.email.send(mail, noticeId, at);
        if (outcome.kind === 'accepted') counter.notices += 1;
        return outcome;
      },
    },
    sms: {
      send: async (sms, noticeId, at) => {
        const outcome = await channels.sms.send(sms, noticeId, at);
        if (outcome.kind === 'accepted') counter.notices += 1;
        return outcome;
      },
    },
  };
}
