import { SESv2Client } from '@aws-sdk/client-sesv2';
import sesLocal from 'aws-ses-v2-local';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { createSesMail, encodedSender, noticeIdOfTag, tagOf } from '../../functions/adapters/mail-ses.ts';
import { closedPort, httpFake, portOf, type Answer } from './http-fake.ts';
import { at, mail, noticeId } from './samples.ts';

const from = '洪江区档案局 <tixing@hongjiang.example>';

function clientOf(endpoint: string): SESv2Client {
  const client = new SESv2Client({
    endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  onTestFinished(() => client.destroy());
  return client;
}

async function localSes(): Promise<string> {
  const server = await sesLocal({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return `http://127.0.0.1:${portOf(server.address())}`;
}

async function sentThrough(answer: Answer, to = mail.to) {
  const fake = await httpFake(answer);
  const channel = createSesMail({ client: clientOf(fake.url), from, configurationSet: 'notices' });
  return { fake, outcome: await channel.send({ ...mail, to }, noticeId, at, 'hongjiang') };
}

const stored = z.object({
  emails: z.array(
    z.object({
      messageId: z.string(),
      from: z.string(),
      subject: z.string(),
      destination: z.object({ to: z.array(z.string()) }),
      body: z.object({ text: z.string(), html: z.string() }),
      headers: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
});

describe('mail by SES', () => {
  test('arrives whole: subject, text, HTML and the notice', async () => {
    const url = await localSes();
    const outcome = await createSesMail({ client: clientOf(url), from }).send(
      mail,
      noticeId,
      at,
      'hongjiang',
    );
    const { emails } = stored.parse(await (await fetch(`${url}/store`)).json());
    expect(emails).toHaveLength(1);
    const [email] = emails;
    expect(outcome).toEqual({ kind: 'accepted', provider: 'ses', providerId: email?.messageId });
    expect(email).toMatchObject({
      from: '=?UTF-8?B?5rSq5rGf5Yy65qGj5qGI5bGA?= <tixing@hongjiang.example>',
      subject: mail.subject,
      destination: { to: [mail.to] },
      body: { text: mail.text, html: mail.html },
    });
    expect(email?.headers).toContainEqual({ name: 'X-Notice-Id', value: noticeId });
  });

  test('carries the notice as a tag, the configuration set and UTF-8', async () => {
    const { fake, outcome } = await sentThrough({ body: { MessageId: 'ses-1' } });
    expect(outcome).toEqual({ kind: 'accepted', provider: 'ses', providerId: 'ses-1' });
    expect(JSON.parse(fake.received[0]?.body ?? '')).toMatchObject({
      ConfigurationSetName: 'notices',
      EmailTags: [
        { Name: 'notice-id', Value: tagOf(noticeId) },
        { Name: 'jurisdiction', Value: 'hongjiang' },
      ],
      Content: { Simple: { Subject: { Charset: 'UTF-8' }, Body: { Text: { Charset: 'UTF-8' } } } },
    });
  });

  test.each([noticeId, 'a_b.c', 'notice:通知/1'])(
    'the tag of %s is one that SES takes, and leads back',
    (id) => {
      expect(tagOf(id)).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(noticeIdOfTag(tagOf(id))).toBe(id);
    },
  );
});

describe('the sender', () => {
  test('an address alone or an ASCII name stays as it is', () => {
    expect(encodedSender('a@b.example')).toBe('a@b.example');
    expect(encodedSender('Bureau <a@b.example>')).toBe('Bureau <a@b.example>');
  });

  test('a long Chinese name is cut into encoded words that readers put together again', () => {
    const name = '石家庄市鹿泉区档案馆档案行政监督指导科';
    const sender = encodedSender(`"${name}" <a@b.example>`);
    const words = [...sender.matchAll(/=\?UTF-8\?B\?([^?]+)\?=/g)];
    expect(words.map(([, word = '']) => Buffer.from(word, 'base64').toString()).join('')).toBe(name);
    for (const [word] of words) expect(word.length).toBeLessThanOrEqual(75);
    expect(sender).toMatch(/ <a@b\.example>$/);
  });
});

describe('what SES answers', () => {
  test.each([
    ['TooManyRequestsException', 429, 'Rate exceeded', 'throttled'],
    ['TooManyRequestsException', 429, 'Maximum sending rate exceeded.', 'throttled'],
    ['LimitExceededException', 400, 'Daily message quota exceeded', 'throttled'],
    ['SendingPausedException', 400, 'Sending is paused for this account', 'temporary'],
    ['AccountSuspendedException', 400, 'Account is suspended', 'temporary'],
    ['MailFromDomainNotVerifiedException', 400, 'MAIL FROM is not verified', 'temporary'],
    ['InternalServiceErrorException', 500, 'Internal failure', 'temporary'],
    ['AccessDeniedException', 403, 'User is not authorized to perform ses:SendEmail', 'temporary'],
    ['NotFoundException', 404, 'Configuration set <notices> does not exist', 'temporary'],
    ['MessageRejected', 400, 'Address is on the suppression list', 'permanent'],
    ['BadRequestException', 400, "Missing final '@domain'", 'permanent'],
    ['BadRequestException', 400, 'Domain contains illegal character', 'permanent'],
    ['BadRequestException', 400, 'Invalid message tag value', 'temporary'],
    [
      'MessageRejected',
      400,
      'Email address is not verified. The following identities failed the check: tixing@hongjiang.example',
      'temporary',
    ],
  ])('%s (%d %s) is %s', async (name, status, message, kind) => {
    const { outcome } = await sentThrough({
      status,
      headers: { 'x-amzn-errortype': name },
      body: { message },
    });
    expect(outcome).toMatchObject({ kind, provider: 'ses', reason: `${name}: ${message}` });
  });

  test.each([
    ['TooManyRequestsException', 429, 'Maximum sending rate exceeded.', 'rate'],
    ['Throttling', 400, 'Maximum sending rate exceeded.', 'rate'],
    ['TooManyRequestsException', 429, 'Daily message quota exceeded.', 'day'],
    ['LimitExceededException', 400, 'You have reached your daily sending quota', 'day'],
  ])('%s (%d %s) is its limit of a %s', async (name, status, message, quota) => {
    const answer = { status, headers: { 'x-amzn-errortype': name }, body: { message } };
    const { fake, outcome } = await sentThrough(answer);
    expect(outcome).toMatchObject({ kind: 'throttled', quota });
    expect(fake.received).toHaveLength(1);
  });

  test('a refused connection is worth another try', async () => {
    const client = clientOf(`http://127.0.0.1:${await closedPort()}`);
    expect((await createSesMail({ client, from }).send(mail, noticeId, at, 'hongjiang')).kind).toBe(
      'temporary',
    );
  });
});
