import { noAccounts, type Messages, type Store } from '../../../shared/ports.ts';
import type { SQSEvent } from 'aws-lambda';
import { z } from 'zod';
import { createSesMail } from '../../../functions/adapters/mail-ses.ts';
import { createDeliver } from '../../../functions/deliver.ts';
import { createSweep } from '../../../functions/sweep.ts';
import { lambdaContext } from '../../../local/compose.ts';
import { staffBody, subjectBody } from '../../../shared/contract/bodies.ts';
import { instant, minutes, plus, type Instant } from '../../../shared/domain/time/instant.ts';
import { loadContext } from '../../../shared/usecases/context.ts';
import type { Deps } from '../../../shared/usecases/deps.ts';
import { report } from '../../../shared/usecases/daily/report.ts';
import { putStaff } from '../../../shared/usecases/persons/staff-list.ts';
import type { Request } from '../../../shared/usecases/request.ts';
import { setUp } from '../../../shared/usecases/settings/setup.ts';
import { createSubject } from '../../../shared/usecases/subjects/subjects.ts';
import { createMemoryStore, type MemoryStore } from '../engines/memory-store.ts';
import { clientOf, SesAccount, type SesLimits } from './ses.ts';
import { VirtualTime } from './virtual-time.ts';

export interface MorningOptions {
  /** What the account has. */
  readonly ses: SesLimits;
  /** What the stage says that it has, if that differs. */
  readonly stage?: SesLimits;
  /** Environments of the function `deliver`. */
  environments: number;
}

const ENTERED = '2026-09-21T10:00:00+08:00';
const answered = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });
/** A message that failed comes again after the queue’s time. */
const HIDDEN = minutes(30);
const BATCH = 10;

interface Message {
  readonly id: string;
  readonly body: string;
}

/**
 * The stage on AWS in this process: functions with environments of their own on one table, a queue that is not in
 * the table, an account of SES with its limits, and one clock on which all of them wait.
 */
export class Morning {
  readonly time = new VirtualTime(instant(ENTERED));
  readonly store: MemoryStore = createMemoryStore();
  readonly account: SesAccount;
  /** The lines of the log with a code, by code. */
  readonly said = new Map<string, number>();
  private waiting: Message[] = [];
  private idle: (() => void)[] = [];
  private sent = 0;
  /** Which of the runs goes on; 0: none. */
  private running = 0;
  private runs = 0;

  constructor(readonly options: MorningOptions) {
    this.account = new SesAccount(options.ses, () => this.time.now);
  }

  /** What a function gets; every environment has its own. */
  deps(owner: string, store: Store = this.store): Deps {
    const { ses, stage = ses } = this.options;
    const mail = createSesMail({ client: clientOf(this.account), from: 'a@bureau.example.com' });
    return {
      store,
      accounts: noAccounts,
      clock: { now: () => this.time.now },
      queue: {
        send: async (_queue, messages) => {
          for (const message of messages)
            this.waiting.push({ id: `m${(this.sent += 1)}`, body: JSON.stringify(message) });
          for (const wake of this.idle.splice(0)) wake();
        },
      },
      channels: {
        email: { send: (...given) => this.time.during(() => mail.send(...given)) },
        sms: { send: async () => ({ kind: 'permanent', provider: 'none', reason: 'none' }) },
      },
      lease: { owner, isVoid: (claim, now) => now >= claim.until },
      log: (_level, code) => void this.said.set(code, (this.said.get(code) ?? 0) + 1),
      ids: { fresh: () => `fresh-${(this.sent += 1)}` },
      pace: { limits: { email: stage }, until: this.time.until },
    };
  }

  /** Units that each get a reminder on 22 September at nine, on the 23rd and the 29th, and an overdue notice on 8 October. */
  async enter(units: number): Promise<void> {
    await setUp(this.deps('api'));
    const request = await this.request('bureau-officer');
    for (let index = 0; index < units; index += 1) {
      const contacts = [{ name: '档案员', email: `u${index}@unit.example.com` }];
      const unit = {
        kind: 'unit',
        code: `U-${index}`,
        name: `第${index}单位`,
        traits: ['professional-archives'],
      };
      const made = await createSubject(request, subjectBody.parse({ ...unit, facts: {}, contacts }));
      if (!made.ok) throw new Error(JSON.stringify(made.failure));
    }
    this.waiting = [];
    await this.sweep();
  }

  /** The daily mails of this moment to an officer of the bureau, as they are given to a provider without limits. */
  async dailyMails(): Promise<Messages['email'][]> {
    const mails: Messages['email'][] = [];
    const deps = this.deps('report');
    const officer = { sub: 'officer', name: '王科员', role: 'bureau-officer', email: 'o@bureau.example.com' };
    await putStaff(await this.request('bureau-admin'), staffBody.parse([officer]));
    const send: Deps['channels']['email']['send'] = async (mail) => {
      mails.push(mail);
      return { kind: 'accepted', provider: 'simulated' };
    };
    const pace = { limits: {}, until: this.time.until };
    const quiet = { ...deps, pace, channels: { ...deps.channels, email: { send } } };
    await report(quiet, { jurisdictions: ['hongjiang'] });
    return mails;
  }

  private async request(role: 'bureau-officer' | 'bureau-admin'): Promise<Request> {
    const context = await loadContext(this.store, 'hongjiang');
    if (!context) throw new Error('not set up');
    return {
      deps: this.deps('api'),
      context,
      principal: { sub: 'officer', role, jurisdiction: 'hongjiang' },
      ifMatch: undefined,
      repeatable: undefined,
      language: 'zh',
    };
  }

  async sweep(owner = 'sweep', store: Store = this.store): Promise<void> {
    await createSweep(this.deps(owner, store))({}, lambdaContext());
  }

  /** The delivery queue is emptied by somebody. */
  loseQueue(): number {
    return this.waiting.splice(0).length;
  }

  get queued(): number {
    return this.waiting.length;
  }

  /** From one moment to another the schedule runs each minute, and the environments work on the queue. */
  async run(from: string, to: string, done: () => boolean = () => false): Promise<void> {
    this.time.now = instant(from);
    const end = instant(to);
    this.running = this.runs += 1;
    void this.schedule(this.running, instant(from));
    for (let index = 0; index < this.options.environments; index += 1)
      void this.environment(this.running, `deliver-${index}`);
    await this.time.run(end, done);
    this.running = 0;
    for (const wake of this.idle.splice(0)) wake();
  }

  private async schedule(run: number, from: Instant): Promise<void> {
    for (let minute = 0; this.running === run; minute += 1) {
      await this.time.until(plus(from, minutes(minute)));
      if (this.running === run) await this.sweep();
    }
  }

  private async environment(run: number, owner: string): Promise<void> {
    const handler = createDeliver(this.deps(owner));
    while (this.running === run) {
      const batch = this.waiting.splice(0, BATCH);
      if (batch.length === 0) {
        await new Promise<void>((resolve) => this.idle.push(resolve));
        continue;
      }
      const answer: unknown = await handler(eventOf(batch), lambdaContext());
      const failed = new Set(answered.parse(answer).batchItemFailures.map((one) => one.itemIdentifier));
      void this.comeBack(batch.filter(({ id }) => failed.has(id)));
    }
  }

  private async comeBack(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    await this.time.until(plus(this.time.now, HIDDEN));
    this.waiting.push(...messages);
    for (const wake of this.idle.splice(0)) wake();
  }
}

function eventOf(batch: readonly Message[]): SQSEvent {
  return {
    Records: batch.map(({ id, body }) => ({
      messageId: id,
      receiptHandle: id,
      body,
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: 'test',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:test:000000000000:deliver',
      awsRegion: 'test',
    })),
  };
}
