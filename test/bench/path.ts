import { PutCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import nodemailer from 'nodemailer';
import { z } from 'zod';
import { createSmtpMail } from '../../functions/adapters/mail-smtp.ts';
import { createDeliver } from '../../functions/deliver.ts';
import { lambdaContext } from '../../local/compose.ts';
import { TABLE, type Engine } from '../../local/engine.ts';
import { createLocalQueue } from '../../local/queue.ts';
import { instant, type Instant } from '../../shared/domain/instant.ts';
import type { Mail } from '../../shared/ports.ts';
import { setUp } from '../../shared/usecases/setup.ts';
import { createSubject } from '../../shared/usecases/subjects.ts';
import { sweep } from '../../shared/usecases/sweep.ts';
import { duel, seconds } from './measure.ts';
import { depsOn, handClock, officerIn, onDisk, type HandClock } from './product.ts';
import { registerOf } from './register.ts';
import type { Bench, Desk } from './report.ts';

const JURISDICTION = 'hongjiang';
const NOTICES = 1000;
const FROM = '洪江区档案局 <tixing@hongjiang.example>';
const listening = z.object({ port: z.number() });

/** The SMTP server, in a process of its own as any mail server is. */
async function withSmtp<T>(work: (url: string) => Promise<T>): Promise<T> {
  const child = fork(fileURLToPath(new URL('smtp-sink.ts', import.meta.url)), { stdio: 'inherit' });
  try {
    const [message] = await once(child, 'message');
    return await work(`smtp://127.0.0.1:${listening.parse(message).port}`);
  } finally {
    child.disconnect();
  }
}

/** Nodemailer’s pool with one conditional write a mail, which prevents a second sending; as many at once. */
function bareSender(engine: Engine, url: string): (mails: readonly Mail[], run: string) => Promise<number> {
  const documents = DynamoDBDocumentClient.from(engine.client);
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 5 });
  const one = async (mail: Mail, id: string): Promise<void> => {
    await documents.send(
      new PutCommand({
        TableName: TABLE,
        Item: { pk: `SENT#${id}`, sk: '0', to: mail.to, subject: mail.subject },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    await transport.sendMail({
      from: FROM,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
    });
  };
  return async (mails, run) =>
    seconds(async () => {
      for (let start = 0; start < mails.length; start += AT_ONCE)
        await Promise.all(
          mails.slice(start, start + AT_ONCE).map((mail, index) => one(mail, `${run}-${start + index}`)),
        );
    });
}

/** What one batch of the delivery holds: ten messages of 25 pointers. */
const AT_ONCE = 250;

async function measure(desk: Desk, engine: Engine, url: string): Promise<void> {
  const clock = handClock(instant('2026-01-05T10:00:00+08:00'));
  const smtp = createSmtpMail({ url, from: FROM });
  const mails: Mail[] = [];
  const queue = createLocalQueue(engine.store, 'bench');
  const deps = depsOn(engine.store, clock, {
    queue,
    channels: {
      email: {
        send: (mail, noticeId, at) => {
          mails.push(mail);
          return smtp.send(mail, noticeId, at);
        },
      },
      sms: { send: async () => ({ kind: 'accepted', provider: 'none' }) },
    },
  });
  await setUp({ ...deps, queue: { send: async () => undefined } });
  const request = await officerIn({ ...deps, queue: { send: async () => undefined } }, JURISDICTION);
  const units = registerOf('M', Math.ceil((NOTICES * 4) / 3)).filter(({ kind }) => kind === 'unit');
  for (const body of units) {
    const made = await createSubject(request, body);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
  desk.say(`${units.length} units planned; each gets one mail a round`);
  const handler = createDeliver(deps);
  const handlers = {
    deliver: (event: Parameters<typeof handler>[0]) => handler(event, lambdaContext()),
    plan: async () => ({ batchItemFailures: [] }),
  };
  // The reminders of the yearly report: thirty, seven and one days before 30 September, and it overdue.
  const due = ['2026-08-31', '2026-09-23', '2026-09-29', '2026-10-08'].map((on) =>
    instant(`${on}T09:00:00+08:00`),
  );
  const bare = bareSender(engine, url);
  let round = 0;
  let unit = 0;
  const found = await duel(
    async () => {
      clock.set(due[round] ?? instant('2030-01-01T00:00:00+08:00'));
      round += 1;
      mails.length = 0;
      await sweep(deps);
      const taken = await seconds(() => queue.drain(handlers));
      if (mails.length < units.length) throw new Error(`only ${mails.length} mails left`);
      return mails.length / taken;
    },
    async () => {
      unit += 1;
      return mails.length / (await bare(mails, `run-${unit}`));
    },
  );
  smtp.close();
  desk.add({
    goal: '3',
    what: 'claimed, sent by SMTP, outcome recorded',
    figure: found.product,
    unit: 'notices/s',
    beside: { name: 'nodemailer, one conditional write a mail', figure: found.peer },
    ratio: found.ratio,
    wanted: 'at least 0.80',
    met: found.ratio >= 0.8,
  });
}

export const path: Bench = {
  name: 'path',
  title: 'The whole path to an SMTP server',
  run: (desk) => withSmtp((url) => onDisk((engine) => measure(desk, engine, url))),
};
