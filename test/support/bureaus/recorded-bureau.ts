import type { SQSEvent } from 'aws-lambda';
import { createApi } from '../../../functions/api.ts';
import { countedTogether, createLimiter, type Limiter } from '../../../functions/api/limiter.ts';
import type { Result } from '../../../functions/api/answer.ts';
import { createDeliver } from '../../../functions/deliver.ts';
import { createDocuments } from '../../../functions/documents.ts';
import { createImportRun, createImports } from '../../../functions/imports.ts';
import { createPlan, createPlanStart } from '../../../functions/plan.ts';
import { createReceipts } from '../../../functions/receipts.ts';
import { createReport, createReportStart } from '../../../functions/report.ts';
import { createSweep } from '../../../functions/sweep.ts';
import { lambdaContext } from '../../../local/compose.ts';
import { instant, type Instant } from '../../../shared/domain/time/instant.ts';
import type { FunctionName } from '../../../shared/functions.ts';
import { noAccounts, type QueueName, type SendOutcome, type Store } from '../../../shared/ports.ts';
import type { Deps } from '../../../shared/usecases/deps.ts';
import { loadContext } from '../../../shared/usecases/context.ts';
import { tellFaults } from '../../../shared/usecases/notices/rule-faults.ts';
import { setUp } from '../../../shared/usecases/settings/setup.ts';
import { growAgenda } from '../../../shared/usecases/shards.ts';
import { apiEvent, type ApiRequest } from '../product/api-event.ts';
import { createMemoryStore } from '../engines/memory-store.ts';
import { nothingUsed, recording, type Used } from '../engines/recording-store.ts';

export interface UsedByFunction extends Used {
  readonly sends: Set<QueueName>;
  readonly channels: Set<'mail' | 'sms'>;
}

/** A calendar is not JSON. */
const parsed = ({ body = 'null', headers }: Result): unknown =>
  String(headers?.['content-type']).includes('json') ? JSON.parse(body) : body;

const fresh = (): UsedByFunction => ({ ...nothingUsed(), sends: new Set(), channels: new Set() });

/** Every function on one table in memory, each with a store that records what it does. */
export class RecordedBureau {
  readonly used: Record<FunctionName, UsedByFunction> = {
    api: fresh(),
    plan: fresh(),
    sweep: fresh(),
    deliver: fresh(),
    report: fresh(),
    receipts: fresh(),
    documents: fresh(),
    imports: fresh(),
  };
  now: Instant;
  /** The answer of the providers. */
  outcome: SendOutcome = { kind: 'accepted', provider: 'test' };
  /** What happens while a provider takes a message. */
  meanwhile: ((noticeId: string) => Promise<void>) | undefined;
  /** The token of the last letter that can be answered. */
  link = '';
  /** The API’s process ends before it can plan, or before it links a decision. */
  apiStops: 'planning' | 'linking' | undefined;
  /** The process of the import ends once it has entered its next subject. */
  importStops = false;
  private readonly store = createMemoryStore();
  private readonly waiting: Record<QueueName, object[]> = {
    deliver: [],
    import: [],
    plan: [],
    receipts: [],
    report: [],
  };
  private ids = 0;

  constructor(now: string) {
    this.now = instant(now);
  }

  /** As on AWS, where requests are counted in the table. */
  private limiter(name: FunctionName): Limiter {
    const { store, clock } = this.deps(name);
    return createLimiter({ client: 10, bureau: 1_000 }, countedTogether(store, clock));
  }

  async api(asked: ApiRequest): Promise<{ status: number; body: unknown }> {
    const deps = this.deps('api');
    const store: Store = {
      ...deps.store,
      putMany: (items) => {
        if (this.apiStops === 'planning') throw new Error('stopped');
        return deps.store.putMany(items);
      },
      query: (query) => {
        if (this.apiStops === 'linking' && query.pk.endsWith('#LEDGER')) throw new Error('stopped');
        return deps.store.query(query);
      },
    };
    const api = createApi({ ...deps, store }, { version: 'test', limiter: this.limiter('api') });
    const answer = await api(apiEvent(asked), lambdaContext());
    return { status: answer.statusCode ?? 0, body: parsed(answer) };
  }

  /** A download: its bytes, or the problem. */
  async documents(asked: ApiRequest): Promise<{ status: number; body: string }> {
    const answer = await createDocuments(this.deps('documents'), this.limiter('documents'))(
      apiEvent(asked),
      lambdaContext(),
    );
    return { status: answer.statusCode ?? 0, body: answer.body ?? '' };
  }

  /** A file in, or a list out. */
  async imports(asked: ApiRequest): Promise<{ status: number; body: string }> {
    const answer = await createImports(this.deps('imports'), this.limiter('imports'))(
      apiEvent(asked),
      lambdaContext(),
    );
    return { status: answer.statusCode ?? 0, body: answer.body ?? '' };
  }

  /** A receipt of a provider, delivered twice. */
  async receive(message: object): Promise<void> {
    const receipts = createReceipts(this.deps('receipts'));
    for (let time = 0; time < 2; time += 1) {
      const answer: unknown = await receipts(batchOf(message), lambdaContext());
      if (JSON.stringify(answer) !== '{"batchItemFailures":[]}') throw new Error('the receipt failed');
    }
  }

  /** As functions/lambda/plan.ts does. */
  async planStart(): Promise<void> {
    const deps = this.deps('plan');
    await setUp(deps);
    await createPlanStart(deps)({}, lambdaContext());
  }

  /** Planning meets a rule that cannot be computed. */
  async meetFault(jurisdiction: string): Promise<void> {
    const deps = this.deps('plan');
    const context = await loadContext(deps.store, jurisdiction);
    const rule = context?.rulebook.deadlines[0];
    if (!rule) throw new Error(`${jurisdiction} has no rule`);
    await tellFaults(deps, context, [{ rule, error: 'no number' }]);
  }

  /** There are more bureaus than before. */
  async grow(bureaus: number): Promise<void> {
    await growAgenda(this.deps('plan'), bureaus, this.now);
  }

  /** The delivery queue loses what it holds. */
  lose(): void {
    this.waiting.deliver.length = 0;
  }

  async sweep(): Promise<void> {
    await createSweep(this.deps('sweep'))({}, lambdaContext());
  }

  async report(): Promise<void> {
    await createReportStart(this.deps('report'))({}, lambdaContext());
    await this.drain();
  }

  /** Handles its queues; each message comes twice, as SQS allows. */
  async drain(): Promise<void> {
    const deliver = createDeliver(this.deps('deliver'));
    const plan = createPlan(this.deps('plan'));
    const report = createReport(this.deps('report'));
    const imports = this.deps('imports');
    const run = createImportRun({
      ...imports,
      store: {
        ...imports.store,
        put: async (item, guard) => {
          const done = await imports.store.put(item, guard);
          if (!this.importStops || !item.pk.includes('#S#')) return done;
          this.importStops = false;
          throw new Error('stopped');
        },
      },
    });
    for (const [queue, handler] of [
      ['import', run],
      ['deliver', deliver],
      ['plan', plan],
      ['report', report],
    ] as const) {
      for (let message = this.waiting[queue].shift(); message; message = this.waiting[queue].shift()) {
        await handler(batchOf(message), lambdaContext());
        await handler(batchOf(message), lambdaContext());
      }
    }
  }

  private deps(name: FunctionName): Deps {
    const used = this.used[name];
    const channel = (kind: 'mail' | 'sms') => ({
      send: async (message: object, noticeId: string) => {
        used.channels.add(kind);
        this.link = /\/a\/([a-z0-9-]+)/.exec(JSON.stringify(message))?.[1] ?? this.link;
        await this.meanwhile?.(noticeId);
        return this.outcome;
      },
    });
    return {
      store: recording(this.store, used),
      queue: {
        send: async (queue, messages) => {
          used.sends.add(queue);
          this.waiting[queue].push(...messages);
        },
      },
      clock: { now: () => this.now },
      channels: { email: channel('mail'), sms: channel('sms') },
      accounts: noAccounts,
      lease: { owner: name, isVoid: (claim, now) => now >= claim.until },
      log: () => undefined,
      publicAddress: () => 'https://duty.example.com',
      ids: { fresh: () => `id-${String((this.ids += 1))}` },
      pace: { limits: { email: { perSecond: 100, perDay: 100_000 } }, until: async () => undefined },
    };
  }
}

function batchOf(message: object): SQSEvent {
  return {
    Records: [
      {
        messageId: 'message-1',
        receiptHandle: 'handle-1',
        body: JSON.stringify(message),
        attributes: {
          ApproximateReceiveCount: '1',
          SentTimestamp: '0',
          SenderId: 'test',
          ApproximateFirstReceiveTimestamp: '0',
        },
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:test:000000000000:test',
        awsRegion: 'test',
      },
    ],
  };
}
