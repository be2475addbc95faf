import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { Sending } from '../../../local/compose.ts';
import { portOf } from '../../adapters/http-fake.ts';

/** A mail server in this process whose answer to an address a test can change. */
export interface SmtpBox {
  readonly sending: Sending;
  /** Addresses with the status and the words with which each is refused. */
  readonly refused: Map<string, readonly [status: number, words: string]>;
  /** The recipients of mails, oldest first. */
  readonly accepted: string[];
  /** The text of the last mail to an address. */
  readonly lastTo: (to: string) => Promise<string | undefined>;
}

export async function smtpBox(): Promise<SmtpBox> {
  const refused: SmtpBox['refused'] = new Map();
  const accepted: string[] = [];
  const letters = new Map<string, Uint8Array>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refused.get(address);
      if (refusal) done(Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }));
      else done();
    },
    onData: (stream, session, done) => {
      void buffer(stream).then((letter) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        accepted.push(...to);
        for (const address of to) letters.set(address, letter);
        done();
      });
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const smtpUrl = `smtp://127.0.0.1:${portOf(listener.address())}`;
  const sending = { smtpUrl, mailFrom: '档案局 <duty@bureau.example.com>', smsGateway: undefined };
  const lastTo: SmtpBox['lastTo'] = async (to) => {
    const letter = letters.get(to);
    return letter && (await simpleParser(letter)).text;
  };
  return { sending, refused, accepted, lastTo };
}
