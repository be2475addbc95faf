import { randomUUID } from 'node:crypto';
import { createSmtpMail } from '../functions/adapters/mail-smtp.ts';
import { gateway } from '../functions/adapters/gateway.ts';
import { createGatewaySms } from '../functions/adapters/sms-gateway.ts';
import { createApi } from '../functions/api.ts';
import { countedHere, createLimiter, type Rates } from '../functions/api/limiter.ts';
import { createDeliver } from '../functions/deliver.ts';
import { createDocuments } from '../functions/documents.ts';
import { createImportRun, createImports } from '../functions/imports.ts';
import { createPlan, createPlanStart } from '../functions/plan.ts';
import { createReceipts } from '../functions/receipts.ts';
import { createReport, createReportStart } from '../functions/report.ts';
import { createSweep } from '../functions/sweep.ts';
import type { FunctionName } from '../shared/functions.ts';
import { noAccounts, type Accounts, type Channels } from '../shared/ports.ts';
import type { Deps } from '../shared/usecases/deps.ts';
import { gatesOf } from '../shared/usecases/gate.ts';
import { setUp } from '../shared/usecases/settings/setup.ts';
import type { LocalClock } from './clock.ts';
import { counting, countingLog, type Counter } from './counter.ts';
import { createDrive, type Drive, type Exclusive, type Handlers } from './drive.ts';
import { createExclusive } from './exclusive.ts';
import { createLog } from './log.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';
import { jsonOfFile } from './person-file.ts';
import { channelNames, type ChannelName } from '../shared/vocabulary/channels.ts';
import { optionTable } from './option-table.ts';
import { createLocalQueue, type LocalQueue } from './queue.ts';
import { hasRoom, type Engine } from './sqlite/engine.ts';
import type { Tally } from './sqlite/tally.ts';
import { patientStore } from './sqlite/room.ts';
import { StartError } from './start-error.ts';

/** Where mail and SMS go. A channel that is not named is captured. Read from the environment by `main.ts`. */
export interface Sending {
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** A file with the gateway as data. */
  readonly smsGateway: string | undefined;
}

export interface Product {
  readonly deps: Deps;
  readonly api: ReturnType<typeof createApi>;
  readonly documents: ReturnType<typeof createDocuments>;
  readonly imports: ReturnType<typeof createImports>;
  readonly drive: Drive;
  readonly queue: LocalQueue;
  readonly mailbox: Mailbox;
  readonly counter: Counter;
  /** False when the disk is full: a write would be refused. */
  hasRoom(): Promise<boolean>;
  /** False also when the disk is nearly full: notices are waiting already. */
  isReady(): Promise<boolean>;
  /** How many items of a list have each value of a field. */
  readonly tally: Tally;
  /** Changes of the table run one after the other. No provider is called inside it. */
  readonly exclusive: Exclusive;
  /** Mail and SMS go only into this machine’s own mailbox. */
  readonly ownMailbox: boolean;
  /** Channels of real work that are not connected: what should be sent by them stays on this machine. */
  readonly unconnected: readonly ChannelName[];
  /** How many milliseconds an answer waits for the sending of what it made due. */
  readonly patience: number;
  planStart(): Promise<unknown>;
  /** `doubtful`: the number of notices of which it is not known whether they were sent. */
  close(): Promise<{ readonly doubtful: number }>;
}

function channelsFor(mailbox: Mailbox, sending: Sending): Channels & { close(): void } {
  const { smtpUrl, mailFrom, smsGateway } = sending;
  if (smtpUrl !== undefined && mailFrom === undefined) {
    throw new StartError('SMTP_URL is set but MAIL_FROM is not: name the address that the mails come from.');
  }
  const smtp =
    smtpUrl === undefined || mailFrom === undefined
      ? undefined
      : createSmtpMail({ url: smtpUrl, from: mailFrom });
  return {
    email: smtp ?? mailbox.email,
    sms: smsGateway === undefined ? mailbox.sms : createGatewaySms(gatewayFrom(smsGateway)),
    close: () => smtp?.close(),
  };
}

const unconnected = ({ smtpUrl, smsGateway }: Sending): ChannelName[] => [
  ...(smtpUrl === undefined ? (['email'] as const) : []),
  ...(smsGateway === undefined ? (['sms'] as const) : []),
];

function gatewayFrom(file: string) {
  const parsed = gateway.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new StartError(`SMS_GATEWAY ${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function readJson(file: string): unknown {
  try {
    return jsonOfFile(file);
  } catch (error) {
    throw new StartError(
      `SMS_GATEWAY ${file} cannot be read as JSON: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
}

/** The second composition root: the product in one process, its data in `directory`. */
export async function compose(options: {
  readonly directory: string;
  readonly clock: LocalClock;
  readonly sending: Sending;
  readonly version: string;
  readonly verbose: boolean;
  /** Real work: a message that stays in this machine’s mailbox was not sent. */
  readonly realWork?: boolean;
  /** Where people sign in; without it the product has no accounts of its own. */
  readonly accounts?: Accounts;
  /** Requests a second of a program and of a bureau. */
  readonly rates?: Rates;
  /** Where people reach the console, once it is known. */
  readonly publicAddress?: () => string | undefined;
  /** The engine of the table. It is closed with the product. */
  readonly engine: Engine;
}): Promise<Product> {
  const { directory, clock, engine } = options;
  const { room } = engine;
  const patient = patientStore(engine.store, room);
  const run = randomUUID().slice(0, 8);
  const queue = createLocalQueue(patient, run, {
    clock: clock.simulated ? undefined : clock,
    sending: engine.store,
  });
  const mailbox = await openMailbox(directory, room, options.realWork !== true);
  const channels = channelsFor(mailbox, options.sending);
  const counter: Counter = { notices: 0, escalations: 0 };
  const deps: Deps = {
    store: engine.store,
    queue,
    clock,
    channels: counting(channels, counter),
    accounts: options.accounts ?? noAccounts,
    // Only one process works on a directory at a time, so a claim of any other run was left behind.
    lease: { owner: run, isVoid: (claim, now) => claim.owner !== run || now >= claim.until },
    log: countingLog(createLog(options.verbose), counter),
    ids: { fresh: () => randomUUID() },
    ...(options.publicAddress === undefined ? {} : { publicAddress: options.publicAddress }),
  };
  await queue.open();
  await setUp(deps);
  const behind: Deps = {
    ...deps,
    store: patient,
    queue: { inTable: true, send: (...given) => room.patiently(() => queue.send(...given)) },
  };
  // A person who writes is told that the disk is full. Background work waits for room.
  const handlers = handlersFor(
    deps,
    behind,
    options.version,
    options.rates ?? { client: Number(optionTable['client-per-second'].or) },
  );
  const sweep = () => handlers.sweep({}, lambdaContext());
  const reportStart = () => handlers.report.start({}, lambdaContext());
  const planStart = scheduled(handlers.plan.start);
  const exclusive = createExclusive();
  const ownMailbox = options.sending.smtpUrl === undefined && options.sending.smsGateway === undefined;
  const queues = queueHandlers(handlers, room);
  const drive = createDrive(deps, clock, queue, { sweep, reportStart, planStart, queues }, exclusive);
  return {
    deps,
    api: handlers.api,
    documents: handlers.documents,
    imports: handlers.imports.http,
    drive,
    queue,
    mailbox,
    counter,
    hasRoom: () => hasRoom(engine),
    isReady: async () => room.isEnough() && (await hasRoom(engine)),
    tally: engine.tally,
    exclusive,
    ownMailbox,
    unconnected: options.realWork === true ? unconnected(options.sending) : [],
    patience: patienceOf(clock, ownMailbox),
    planStart,
    close: async () => {
      drive.stop();
      queue.stop();
      const doubtful = await stopSending(deps.channels);
      // Waits for the work under way to end: nothing new is begun, and every send has its outcome.
      await Promise.allSettled([drive.deliver(), drive.report(), exclusive(async () => undefined)]);
      channels.close();
      await engine.close();
      return { doubtful };
    },
  };
}

/**
 * With a simulated clock, or when mail stays here, the caller may look at the result at once. The wait for a
 * provider is limited to this time, and at real work there is none.
 */
function patienceOf({ simulated }: LocalClock, ownMailbox: boolean): number {
  if (simulated && ownMailbox) return Infinity;
  return simulated || ownMailbox ? 500 : 0;
}

/** Sends that are under way may go on this long after a stop was requested. */
const GRACE_MILLISECONDS = 3_000;

async function stopSending(channels: Channels): Promise<number> {
  const gates = gatesOf(channels);
  const ended = await Promise.all(channelNames.map((name) => gates[name].stop(GRACE_MILLISECONDS)));
  return ended.reduce((sum, count) => sum + count, 0);
}

/** Every function of the registry, composed for this process. */
function handlersFor(asked: Deps, behind: Deps, version: string, rates: Rates) {
  const limiter = createLimiter(
    rates,
    countedHere(() => performance.now()),
  );
  return {
    api: createApi(asked, { version, limiter }),
    plan: { start: createPlanStart(behind), queue: createPlan(behind) },
    sweep: createSweep(behind),
    deliver: createDeliver(behind),
    report: { start: createReportStart(behind), queue: createReport(behind) },
    receipts: createReceipts(behind),
    documents: createDocuments(asked, limiter),
    imports: { http: createImports(asked, limiter), queue: createImportRun(behind) },
  } satisfies Record<FunctionName, unknown>;
}

function queueHandlers(
  handlers: ReturnType<typeof handlersFor>,
  room: { enough(): Promise<unknown> },
): Handlers['queues'] {
  const context = lambdaContext();
  return {
    // What was sent must be recorded, so nothing is sent when there may be no room for the record.
    deliver: (event) => room.enough().then(() => handlers.deliver(event, context)),
    report: (event) => room.enough().then(() => handlers.report.queue(event, context)),
    plan: (event) => handlers.plan.queue(event, context),
    import: (event) => handlers.imports.queue(event, context),
    receipts: (event) => handlers.receipts(event, context),
  };
}

type Scheduled = ReturnType<typeof createSweep>;

const scheduled = (handler: Scheduled) => (): Promise<unknown> => handler({}, lambdaContext());

/** What Lambda would say about the invocation. The handlers read none of it. */
export function lambdaContext() {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'local',
    functionVersion: '1',
    invokedFunctionArn: 'local',
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: 'local',
    logStreamName: 'local',
    getRemainingTimeInMillis: () => 300_000,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
