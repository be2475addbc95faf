import { open } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { z } from 'zod';
import { addressKey } from '../shared/domain/address.ts';
import { formatInstant } from '../shared/domain/time/instant.ts';
import type { Channel, Channels, Message, SendOutcome } from '../shared/ports.ts';
import { channelNames, type ChannelName } from '../shared/vocabulary/channels.ts';
import { tableOf } from '../shared/vocabulary/table.ts';
import { NoRoom } from '../shared/store/no-room.ts';
import { isFull, OWN_FILE } from './files.ts';
import type { Room } from './sqlite/room.ts';

const captured = z.object({
  channel: z.enum(channelNames),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
  attachments: z.array(z.object({ name: z.string(), type: z.string(), bytes: z.number() })),
  sentAt: z.string(),
  noticeId: z.string(),
});

export type Captured = z.infer<typeof captured>;

/**
 * Mail and SMS that no provider took, one line each in `mailbox.jsonl`. A notice that is sent again, because
 * the process stopped before it had recorded the first time, is not captured twice.
 */
export interface Mailbox extends Channels {
  /** Oldest first, filtered by address and channel if they are given. */
  read(filter: {
    readonly to?: string | undefined;
    readonly channel?: string | undefined;
  }): Promise<Captured[]>;
}

const tokenOf = (message: Pick<Captured, 'noticeId' | 'to' | 'channel'>): string =>
  `${message.noticeId}|${message.channel}|${message.to}`;

async function* lines(file: string): AsyncGenerator<Captured> {
  const reader = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of reader) {
    const parsed = captured.safeParse(parse(line));
    if (parsed.success) yield parsed.data;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** A process killed in the middle of a line leaves it incomplete. The next message starts on a new line. */
async function endLine(file: string): Promise<void> {
  const handle = await open(file, 'a+', OWN_FILE);
  try {
    const { size } = await handle.stat();
    if (size === 0) return;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    if (buffer[0] !== 10) await handle.appendFile('\n');
  } finally {
    await handle.close();
  }
}

/** Adds a line completely or not at all. Throws NoRoom when the disk is full. */
async function addLine(file: string, line: string): Promise<void> {
  const handle = await open(file, 'a', OWN_FILE);
  try {
    const { size } = await handle.stat();
    try {
      await handle.appendFile(line);
    } catch (error) {
      await handle.truncate(size);
      throw isFull(error) ? new NoRoom(`the disk is full (${file})`) : error;
    }
  } finally {
    await handle.close();
  }
}

/**
 * When the disk is full, a message waits to be captured. `isEndpoint`: messages are meant to end in this
 * mailbox (demonstration, simulation). Otherwise it replaces a channel that is not connected, and nothing was
 * sent.
 */
export async function openMailbox(
  directory: string,
  room: Pick<Room, 'patiently'>,
  isEndpoint: boolean,
): Promise<Mailbox> {
  const file = join(directory, 'mailbox.jsonl');
  await room.patiently(() => endLine(file));
  /** What was captured; the promise resolves when its line is written. */
  const known = new Map<string, Promise<void>>();
  let last: Promise<void> = Promise.resolve();
  for await (const message of lines(file)) known.set(tokenOf(message), last);

  const add = (token: string, message: Captured): Promise<void> => {
    const added = last.then(() => room.patiently(() => addLine(file, `${JSON.stringify(message)}\n`)));
    known.set(token, added);
    last = added.catch(() => {
      known.delete(token);
    });
    return added;
  };

  const capture = async (message: Captured): Promise<SendOutcome> => {
    const token = tokenOf(message);
    await (known.get(token) ?? add(token, message));
    return {
      kind: 'accepted',
      provider: 'captured',
      providerId: message.noticeId,
      ...(isEndpoint ? {} : { captured: true }),
    };
  };
  const capturing = (channel: ChannelName): Channel<Message> => ({
    send: ({ to, text, subject, template, html }, noticeId, at) =>
      capture({
        channel,
        to,
        subject: subject ?? template ?? '',
        text,
        html,
        attachments: [],
        sentAt: formatInstant(at),
        noticeId,
      }),
  });
  return {
    ...tableOf(channelNames, capturing),
    read: async ({ to, channel }) => {
      await last;
      const found: Captured[] = [];
      for await (const message of lines(file)) {
        if (to !== undefined && addressKey(message.to) !== addressKey(to)) continue;
        if (channel !== undefined && message.channel !== channel) continue;
        found.push(message);
      }
      return found;
    },
  };
}
