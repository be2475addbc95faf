import { randomUUID } from 'node:crypto';
import type { Channels, Clock, Log, SendOutcome } from '../../shared/ports.ts';
import { mobileOf } from '../../shared/domain/address.ts';
import type { Person } from './directory.ts';
import { codeSms, linkMail } from './letters.ts';

/** Sends what lets people in. A failure is logged without the address; whoever asked is told nothing of it. */
export interface Post {
  readonly link: (person: Person, link: string) => Promise<void>;
  readonly code: (person: Person, digits: string) => Promise<void>;
}

interface Parts {
  readonly channels: Channels;
  readonly clock: Clock;
  readonly log: Log;
}

export function createPost({ channels, clock, log }: Parts): Post {
  const outcome = async (what: string, send: () => Promise<SendOutcome>): Promise<void> => {
    const sent = await send().catch((error: unknown) => ({ kind: 'failed' as const, error: String(error) }));
    if (sent.kind === 'accepted') return;
    log('warn', 'ACCOUNT_LETTER_FAILED', 'A letter that lets somebody sign in was not taken.', {
      what,
      kind: sent.kind,
    });
  };
  return {
    link: async (person, link) => {
      const { email, jurisdiction } = person;
      if (email === undefined) return;
      await outcome('link', () =>
        channels.email.send(linkMail(person, email, link), randomUUID(), clock.now(), jurisdiction),
      );
    },
    code: async (person, digits) => {
      const mobile = mobileOf(person.mobile ?? '');
      if (mobile === undefined) return;
      await outcome('code', () =>
        channels.sms.send(codeSms(person, mobile, digits), randomUUID(), clock.now(), person.jurisdiction),
      );
    },
  };
}
