import nodemailer from 'nodemailer';
import { createSmtpMail } from '../../functions/adapters/mail-smtp.ts';
import { createDeliver } from '../../functions/deliver.ts';
import { lambdaContext } from '../../local/compose.ts';
import { createLocalQueue } from '../../local/queue.ts';
import { instant, type Instant } from '../../shared/domain/time/instant.ts';
import type { Channel, Mail, Store } from '../../shared/ports.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { createSubject } from '../../shared/usecases/subjects/subjects.ts';
import { sweep } from '../../shared/usecases/loop/sweep.ts';
import { duel, median, seconds } from './measure.ts';
import { depsOn, handClock, officerIn, onDiskCounted, type CountedStore } from './product.ts';
import { registerOf } from './register.ts';
import { withSmtp } from './smtp.ts';
import type { Bench, Desk } from './report.ts';

const JURISDICTION = 'hongjiang';
const RATIO_GOAL = 0.75;
const COMMITS_GOAL = 0.4;
const FROM = '洪江区档案局 <tixing@hongjiang.example>';

interface BareSender {
  /** Seconds; `recorded` with a second conditional write a mail, of its outcome. */
  send(mails: readonly Mail[], run: string, recorded: boolean): Promise<number>;
  close(): void;
}

/** Nodemailer’s pool with one conditional write a mail, which prevents a second sending; as many at once. */
function bareSender(store: Store, url: string): BareSender {
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 5 });
  const one = async (mail: Mail, id: string, recorded: boolean): Promise<void> => {
    const item = { pk: `SENT#${id}`, sk: '0', to: mail.to, subject: mail.subject, version: 1 };
    await store.put(item, 'absent');
    await transport.sendMail({
      from: FROM,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
    });
    if (!recorded) return;
    await store.put({ ...item, version: 2, outcome: 'accepted' }, { version: 1 });
  };
  return {
    send: async (mails, run, recorded) =>
      seconds(async () => {
        for (let start = 0; start < mails.length; start += AT_ONCE)
          await Promise.all(
            mails
              .slice(start, start + AT_ONCE)
              .map((mail, index) => one(mail, `${run}-${start + index}`, recorded)),
          );
      }),
    close: () => transport.close(),
  };
}

/** What one batch of the delivery holds: ten messages of 25 pointers. */
const AT_ONCE = 250;

interface Office {
  readonly units: number;
  /** The mails of the last round, as the product sent them. */
  readonly mails: readonly Mail[];
  /** Sweeps what falls due at the moment, then delivers it all; notices a second of delivering. */
  round(due: Instant): Promise<number>;
  /** Commits a notice of each round, from the first batch to the last outcome. */
  readonly commits: readonly number[];
  close(): void;
}

/** Enters units, each with one contact; how many. */
async function enterUnits(deps: Deps, notices: number): Promise<number> {
  await setUp(deps);
  const request = await officerIn(deps, JURISDICTION);
  const units = registerOf('M', Math.ceil((notices * 4) / 3)).filter(({ kind }) => kind === 'unit');
  for (const body of units) {
    const made = await createSubject(request, body);
    if (!made.ok) throw new Error(JSON.stringify(made.failure));
  }
  return units.length;
}

/** A bureau of units whose mails go to the SMTP server, its messages in the durable queue. */
async function officeOn({ store, commits }: CountedStore, url: string, notices: number): Promise<Office> {
  const clock = handClock(instant('2026-01-05T10:00:00+08:00'));
  const smtp = createSmtpMail({ url, from: FROM });
  const mails: Mail[] = [];
  const counted: number[] = [];
  const send: Channel<Mail>['send'] = (mail, noticeId, at) => {
    mails.push(mail);
    return smtp.send(mail, noticeId, at, 'hongjiang');
  };
  const quiet = depsOn(store, clock);
  const units = await enterUnits(quiet, notices);
  const queue = createLocalQueue(store, 'bench');
  const deps = depsOn(store, clock, { queue, channels: { ...quiet.channels, email: { send } } });
  const handler = createDeliver(deps);
  const handlers: Parameters<typeof queue.drain>[0] = {
    deliver: (event) => handler(event, lambdaContext()),
    plan: async () => ({ batchItemFailures: [] }),
    import: async () => ({ batchItemFailures: [] }),
    receipts: async () => ({ batchItemFailures: [] }),
    report: async () => ({ batchItemFailures: [] }),
  };
  return {
    units,
    mails,
    round: async (due) => {
      clock.set(due);
      mails.length = 0;
      await sweep(deps);
      const before = commits();
      const taken = await seconds(() => queue.drain(handlers));
      if (mails.length < units) throw new Error(`only ${mails.length} mails left`);
      counted.push((commits() - before) / mails.length);
      return mails.length / taken;
    },
    commits: counted,
    close: () => smtp.close(),
  };
}

/** The reminders of the yearly report, 30, 7 and 1 days before 30 September, and then that it is overdue. */
const MOMENTS = ['2026-08-31', '2026-09-23', '2026-09-29', '2026-10-08'].map((on) =>
  instant(`${on}T09:00:00+08:00`),
);

async function measure(desk: Desk, counted: CountedStore, url: string, notices: number): Promise<void> {
  const office = await officeOn(counted, url, notices);
  desk.say(`${office.units} units planned; each gets one mail a round`);
  const bare = bareSender(counted.store, url);
  const moments = MOMENTS.values();
  let rounds = 0;
  const recorded: number[] = [];
  const found = await duel(
    async () => {
      const due = moments.next().value;
      if (due === undefined) throw new Error('no moment is left at which something is due');
      return office.round(due);
    },
    async () => {
      rounds += 1;
      const { mails } = office;
      recorded.push(mails.length / (await bare.send(mails, `twice-${rounds}`, true)));
      return mails.length / (await bare.send(mails, `once-${rounds}`, false));
    },
  );
  office.close();
  bare.close();
  desk.add({
    goal: '3',
    what: 'claimed, sent by SMTP, outcome recorded',
    figure: found.product,
    unit: 'notices/s',
    beside: { name: 'nodemailer, one conditional write a mail', figure: found.peer },
    ratio: found.ratio,
    wanted: 'at least 0.75',
    met: found.ratio >= RATIO_GOAL,
  });
  const commits = median(office.commits);
  desk.add({
    goal: '3',
    what: 'commits a notice',
    figure: commits,
    unit: 'commits',
    beside: { name: 'one a write, not shared', figure: 2 },
    ratio: commits / 2,
    wanted: 'at most 0.4',
    met: commits <= COMMITS_GOAL,
    note: 'counted while the notices leave; the baseline is arithmetic: a claim and an outcome',
  });
  const twice = median(recorded.slice(1));
  desk.add({
    goal: '3',
    what: '  nodemailer, claim and outcome, nothing else',
    figure: twice,
    unit: 'notices/s',
    beside: { name: 'one conditional write a mail', figure: found.peer },
    ratio: twice / found.peer,
    note: 'what nobody can pass who writes both on their own',
  });
}

export const path: Bench = {
  title: 'The whole path to an SMTP server',
  run: (desk, { notices }) =>
    withSmtp(({ url }) => onDiskCounted((counted) => measure(desk, counted, url, notices))),
};
