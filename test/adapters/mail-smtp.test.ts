import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { buffer } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSmtpMail, messageIdOf, type SmtpMail } from '../../functions/adapters/mail-smtp.ts';
import { closedPort, portOf } from './http-fake.ts';
import { at, mail, noticeId } from './samples.ts';

const from = '洪江区档案局 <tixing@hongjiang.example>';

interface Mailbox {
  readonly channel: SmtpMail;
  readonly mails: Buffer[];
  /** Connections that were opened. */
  connections: number;
}

/** A real SMTP server in this process, and the channel to it. */
async function mailbox(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mails: Buffer[] = [];
  const box = { mails, connections: 0 };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect(_session, done) {
      box.connections += 1;
      done();
    },
    onData(stream, _session, done) {
      void buffer(stream).then((bytes) => {
        mails.push(bytes);
        done();
      });
    },
    ...options,
  });
  const listener = server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => listener.once('listening', () => resolve()));
  const channel = createSmtpMail({ url: `smtp://127.0.0.1:${portOf(listener.address())}`, from });
  onTestFinished(async () => {
    channel.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return Object.assign(box, { channel });
}

/** As servers refuse: a status and a text. */
function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function refusingRecipients(status: number, message: string): SMTPServerOptions {
  return { onRcptTo: (_address, _session, done) => done(refusal(status, message)) };
}

function refusingData(status: number, message: string): SMTPServerOptions {
  return {
    onData(stream, _session, done) {
      void buffer(stream).then(() => done(refusal(status, message)));
    },
  };
}

describe('mail by SMTP', () => {
  test('arrives whole: subject, text, HTML, in UTF-8', async () => {
    const { channel, mails } = await mailbox();
    const outcome = await channel.send(mail, noticeId, at, 'hongjiang');
    expect(outcome).toEqual({
      kind: 'accepted',
      provider: 'smtp',
      providerId: `<${noticeId}@hongjiang.example>`,
    });
    const [raw = Buffer.alloc(0)] = mails;
    const parsed = await simpleParser(raw);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text).toBe(mail.text);
    expect(parsed.html).toBe(mail.html);
    expect(parsed.from?.value[0]).toMatchObject({
      name: '洪江区档案局',
      address: 'tixing@hongjiang.example',
    });
    expect(parsed.to?.value.map((entry) => entry.address)).toEqual([mail.to]);
    expect(raw.toString('latin1')).toMatch(/Content-Type: text\/plain; charset=utf-8/i);
    expect(raw.toString('latin1')).toMatch(/Content-Type: text\/html; charset=utf-8/i);
  });

  test('a repeat is recognisable by its Message-ID and notice header', async () => {
    const { channel, mails } = await mailbox();
    await channel.send(mail, noticeId, at, 'hongjiang');
    await channel.send(mail, noticeId, at, 'hongjiang');
    const parsed = await Promise.all(mails.map((bytes) => simpleParser(bytes)));
    expect(parsed.map((entry) => entry.messageId)).toEqual(Array(2).fill(`<${noticeId}@hongjiang.example>`));
    expect(parsed.map((entry) => entry.headers.get('x-notice-id'))).toEqual([noticeId, noticeId]);
    expect(parsed.map((entry) => entry.headers.get('auto-submitted'))).toEqual(
      Array(2).fill('auto-generated'),
    );
  });

  test('goes over one connection, mail after mail', async () => {
    const box = await mailbox();
    for (const id of ['a', 'b', 'c']) await box.channel.send(mail, id, at, 'hongjiang');
    expect(box.mails).toHaveLength(3);
    expect(box.connections).toBe(1);
  });

  test('goes to the one address that is given', async () => {
    const recipients: string[] = [];
    const { channel } = await mailbox({
      onRcptTo(address, _session, done) {
        recipients.push(address.address);
        done();
      },
    });
    await channel.send({ ...mail, to: 'a@b.example, c@d.example' }, noticeId, at, 'hongjiang');
    expect(recipients).not.toContain('c@d.example');
  });

  test('a subject cannot add headers', async () => {
    const { channel, mails } = await mailbox();
    await channel.send({ ...mail, subject: 'x\r\nBcc: y@example.com' }, noticeId, at, 'hongjiang');
    expect((await simpleParser(mails[0] ?? Buffer.alloc(0))).headers.has('bcc')).toBe(false);
  });
});

describe('what the server answers', () => {
  test('550 for the address is final, and its words are kept', async () => {
    const { channel } = await mailbox(refusingRecipients(550, '5.1.1 mailbox unavailable'));
    expect(await channel.send(mail, noticeId, at, 'hongjiang')).toEqual({
      kind: 'permanent',
      provider: 'smtp',
      reason: '550 5.1.1 mailbox unavailable',
    });
  });

  test.each([
    ['451 for the address', 'temporary', refusingRecipients(451, 'try again later')],
    ['421 4.7.0, too fast', 'throttled', refusingRecipients(421, '4.7.0 sending rate exceeded')],
    ['450 4.7.1, too many', 'throttled', refusingRecipients(450, '4.7.1 Too many messages, slow down')],
    ['451 too many today', 'throttled', refusingRecipients(451, '4.7.1 Daily sending limit exceeded')],
    ['450 in Chinese', 'throttled', refusingRecipients(450, '发信频率过快，请稍后再试')],
    ['450 4.7.1, greylisted', 'temporary', refusingRecipients(450, '4.7.1 Greylisted, rate limit 5 min')],
    ['452 4.2.2, their mailbox', 'temporary', refusingRecipients(452, '4.2.2 mailbox over its limit')],
    ['552, a full mailbox', 'temporary', refusingRecipients(552, 'mailbox full')],
    ['554 5.7.1, we may not relay', 'temporary', refusingRecipients(554, '5.7.1 relay access denied')],
    ['550 for the address without more', 'permanent', refusingRecipients(550, 'no such user')],
    ['550 after the text', 'permanent', refusingData(550, 'mailbox unavailable')],
    ['5.1.1 after the text', 'permanent', refusingData(554, '5.1.1 no such user')],
    ['554 5.7.1 after the text, taken for spam', 'temporary', refusingData(554, '5.7.1 rejected by policy')],
    ['452 after the text', 'temporary', refusingData(452, 'insufficient storage')],
    [
      '550 for the sender',
      'temporary',
      { onMailFrom: (_address, _session, done) => done(refusal(550, 'sender refused')) },
    ],
  ] as const satisfies readonly (readonly [string, string, SMTPServerOptions])[])(
    '%s is %s',
    async (_name, kind, options) => {
      const { channel } = await mailbox(options);
      expect((await channel.send(mail, noticeId, at, 'hongjiang')).kind).toBe(kind);
    },
  );

  test('a server that wants credentials says nothing against the address', async () => {
    const { channel } = await mailbox({ disabledCommands: ['STARTTLS'], authOptional: false });
    expect(await channel.send(mail, noticeId, at, 'hongjiang')).toMatchObject({
      kind: 'temporary',
      provider: 'smtp',
    });
  });

  test('a refused connection is worth another try', async () => {
    const channel = createSmtpMail({ url: `smtp://127.0.0.1:${await closedPort()}`, from });
    onTestFinished(() => channel.close());
    const outcome = await channel.send(mail, noticeId, at, 'hongjiang');
    expect(outcome).toMatchObject({ kind: 'temporary', reason: expect.stringContaining('ECONNREFUSED') });
  });

  test('the connection works on after a refusal', async () => {
    const { channel, mails } = await mailbox({
      onRcptTo: ({ address }, _session, done) =>
        address.startsWith('gone') ? done(refusal(550, 'no such user')) : done(),
    });
    expect((await channel.send({ ...mail, to: 'gone@jiaoyu.example' }, 'a', at, 'hongjiang')).kind).toBe(
      'permanent',
    );
    expect((await channel.send(mail, 'b', at, 'hongjiang')).kind).toBe('accepted');
    expect(mails).toHaveLength(1);
  });
});

describe('the Message-ID', () => {
  test('is made of the notice and the sender’s domain', () => {
    expect(messageIdOf('abc.def', from)).toBe('<abc.def@hongjiang.example>');
    expect(messageIdOf('abc', 'tixing@hongjiang.example')).toBe('<abc@hongjiang.example>');
  });

  test('stays well formed whatever the notice is called', () => {
    expect(messageIdOf('通知 #1>', from)).toMatch(/^<[0-9a-f]{64}@hongjiang\.example>$/);
  });
});
