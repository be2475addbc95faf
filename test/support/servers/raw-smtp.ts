import { EventEmitter, once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Sending } from '../../../local/compose.ts';
import { portOf } from '../../adapters/http-fake.ts';

/**
 * `takes` every mail; `stalls`: accepts the connection and never says anything; `drops` the connection after
 * the final dot, with the mail; `hangs` there; `down`: nobody listens.
 */
export type Mood = 'takes' | 'stalls' | 'drops' | 'hangs' | 'down';

/** A mail server byte by byte, on a port that it keeps while nobody listens. */
export interface RawSmtp {
  readonly sending: Sending;
  /** Message-IDs of the mails that it has completely, oldest first, with their addresses. */
  readonly taken: { readonly id: string; readonly to: string; readonly text: string }[];
  readonly be: (mood: Mood) => Promise<void>;
  /** How many connections there were. */
  readonly connections: () => number;
  readonly nextConnection: () => Promise<void>;
  readonly nextMail: () => Promise<void>;
}

/** `patient`: the product waits for its answers as long as in real work. */
export async function rawSmtp(first: Mood = 'takes', patient = false): Promise<RawSmtp> {
  const taken: RawSmtp['taken'][number][] = [];
  const sockets = new Set<Socket>();
  const events = new EventEmitter();
  let connections = 0;
  let mood = first;
  const server = createServer((socket) => {
    sockets.add(socket);
    connections += 1;
    events.emit('connection');
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (mood !== 'stalls')
      converse(
        socket,
        () => mood,
        (mail) => {
          taken.push(mail);
          events.emit('mail');
        },
      );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const close = async (): Promise<void> => {
    hangUp();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);
  const be = async (next: Mood): Promise<void> => {
    mood = next;
    hangUp();
    if (next === 'down') return close();
    if (server.listening) return;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  if (first === 'down') await close();
  const smtpUrl = `smtp://127.0.0.1:${port}${patient ? '' : '?greetingTimeout=300&socketTimeout=300'}`;
  return {
    sending: { smtpUrl, mailFrom: '档案局 <duty@bureau.example.com>', smsGateway: undefined },
    taken,
    be,
    connections: () => connections,
    nextConnection: async () => {
      await once(events, 'connection');
    },
    nextMail: async () => {
      await once(events, 'mail');
    },
  };
}

function converse(socket: Socket, mood: () => Mood, take: (mail: RawSmtp['taken'][number]) => void): void {
  let text = '';
  let to = '';
  let inMail = false;
  socket.write('220 test\r\n');
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    for (;;) {
      const mark = inMail ? '\r\n.\r\n' : '\r\n';
      const end = text.indexOf(mark);
      if (end < 0) return;
      const part = text.slice(0, end);
      text = text.slice(end + mark.length);
      if (inMail) {
        inMail = false;
        take({ id: /^message-id:\s*(\S+)/im.exec(part)?.[1] ?? '', to, text: part });
        if (mood() === 'drops') socket.destroy();
        else if (mood() === 'takes') socket.write('250 taken\r\n');
      } else if (/^DATA/i.test(part)) {
        inMail = true;
        socket.write('354 go on\r\n');
      } else {
        to = /^RCPT TO:<(.*?)>/i.exec(part)?.[1] ?? to;
        socket.write('250 well\r\n');
      }
    }
  });
}
