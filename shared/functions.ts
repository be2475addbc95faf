import { openRoutes } from './open-routes.ts';
import type { List, Partition } from './partitions.ts';
import type { QueueName } from './ports.ts';

export type { QueueName };

/**
 * The registry of functions: which exist, what starts them, what they may access, and what a person loses when
 * they stop. Both composition roots and the infrastructure are built from it. After an id is added here, none
 * of the three compiles until it has the function too.
 */
export interface Schedule {
  readonly kind: 'schedule';
  /** Minutes between two runs. */
  readonly everyMinutes: number;
}

export interface QueueTrigger {
  readonly kind: 'queue';
  readonly queue: QueueName;
  readonly batchSize: number;
  /** Tries before a message becomes a dead letter. */
  readonly maxReceive: number;
  /**
   * The most environments that work on it at the same time on AWS, at least 2. What sends is bounded further down
   * by the provider’s limits; the rest leaves the account’s concurrency to the API.
   */
  readonly atOnce: number;
  /** Providers’ events that go into the queue, besides what other functions send. */
  readonly events?: readonly ProviderEvents[];
}

/** What SES reports about a mail afterwards (delivered, bounced, complained), and AWS about an SMS. */
export type ProviderEvents = 'mail-events' | 'sms-events';

export interface HttpTrigger {
  readonly kind: 'http';
  /** Routes without a token. Every other route requires one. */
  readonly open: readonly string[];
  /** The routes that it answers. Without this, all routes that no other function names. */
  readonly routes?: readonly string[];
  /** The most requests a second for each of these routes, where they cost more than others. */
  readonly perSecond?: number;
}

export type TableAction = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'BatchWriteItem' | 'Query';

/** Everything that a function may access. Its role refuses everything else. */
export interface Grants {
  readonly table: Readonly<Partial<Record<TableAction, readonly Partition[]>>>;
  readonly lists: readonly List[];
  /** Queues to which it sends. Reading its own queue follows from its triggers. */
  readonly sends: readonly QueueName[];
  readonly mail: boolean;
  readonly sms: boolean;
  /** What it does with accounts where a stage has a user pool. Without it, nothing. */
  readonly accounts?: 'invites' | 'manages';
}

export interface FunctionDefinition {
  readonly purpose: string;
  readonly triggers: readonly (Schedule | QueueTrigger | HttpTrigger)[];
  /** What a person loses while it does not run: the text of its alarm. */
  readonly loss: string;
  /** The first thing to do about it. The runbook has the rest under `alarm-<id>`. */
  readonly firstStep: string;
  /** The most seconds that one run may take. */
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly grants: Grants;
}

export const functionRegistry = {
  api: {
    purpose: 'Answers the HTTP API',
    triggers: [{ kind: 'http', open: openRoutes }],
    loss: 'Nobody can look up a status, enter a fact or close a duty.',
    firstStep: 'Read the last API_FAILED lines of its log: route and error say where it failed.',
    timeoutSeconds: 29,
    memoryMegabytes: 1024,
    grants: {
      table: {
        GetItem: [
          'config',
          'subject',
          'text',
          'ledger',
          'number',
          'draw',
          'inspection',
          'visit',
          'quota',
          'feed',
          'answer',
          'person',
          'client',
          'repetition',
          'suppressed',
          'system',
          'rate',
        ],
        BatchGetItem: ['subject', 'draw'],
        PutItem: [
          'subject',
          'config',
          'ledger',
          'number',
          'draw',
          'inspection',
          'visit',
          'quota',
          'feed',
          'person',
          'client',
          'repetition',
          'rate',
        ],
        BatchWriteItem: [
          'subject',
          'named',
          'draw',
          'agenda',
          'daily',
          'feed',
          'person',
          'client',
          'repetition',
          'suppressed',
        ],
        Query: ['subject', 'config', 'ledger', 'inspection', 'visit', 'quota', 'feed', 'client'],
      },
      lists: ['subjects', 'obligations', 'notices', 'escalations', 'draws'],
      sends: ['plan'],
      mail: false,
      sms: false,
      accounts: 'manages',
    },
  },
  plan: {
    purpose: 'Computes obligations again when rules, calendars, settings or facts change, and for a new year',
    triggers: [
      { kind: 'schedule', everyMinutes: 60 },
      { kind: 'queue', queue: 'plan', batchSize: 1, maxReceive: 5, atOnce: 8 },
    ],
    loss: 'Changed dates are not computed again: reminders may state an old date.',
    firstStep: 'Read the last MESSAGE_FAILED lines of its log, fix the cause, then replay its dead letters.',
    timeoutSeconds: 300,
    memoryMegabytes: 1024,
    grants: {
      table: {
        GetItem: ['subject', 'inspection', 'system'],
        BatchGetItem: ['subject'],
        PutItem: ['subject', 'config', 'system'],
        BatchWriteItem: ['config', 'agenda', 'daily'],
        Query: ['subject', 'config'],
      },
      lists: ['subjects'],
      sends: ['plan'],
      mail: false,
      sms: false,
    },
  },
  sweep: {
    purpose: 'Sends what is due to the delivery queue',
    triggers: [{ kind: 'schedule', everyMinutes: 1 }],
    loss: 'No reminder, overdue notice or alert is sent; they wait and are sent late.',
    firstStep:
      'Check that its schedule is enabled and read its log; nothing is lost, the next run catches up.',
    timeoutSeconds: 300,
    memoryMegabytes: 512,
    grants: {
      table: {
        GetItem: ['system'],
        PutItem: ['system'],
        BatchWriteItem: ['agenda', 'handed'],
        Query: ['agenda', 'handed'],
      },
      lists: [],
      sends: ['deliver'],
      mail: false,
      sms: false,
    },
  },
  deliver: {
    purpose: 'Writes and sends the notices that are due',
    triggers: [{ kind: 'queue', queue: 'deliver', batchSize: 10, maxReceive: 5, atOnce: 5 }],
    loss: 'Notices that are due wait in the queue and are sent late.',
    firstStep: 'Read SEND_FAILED and MESSAGE_FAILED in its log, then ask the mail provider for its state.',
    timeoutSeconds: 300,
    memoryMegabytes: 1024,
    grants: {
      table: {
        GetItem: ['subject', 'config', 'ledger', 'draw', 'quota', 'system'],
        BatchGetItem: ['subject', 'suppressed'],
        PutItem: ['subject', 'config', 'ledger', 'draw', 'quota', 'system'],
        BatchWriteItem: ['subject', 'text', 'answer', 'agenda', 'handed', 'daily'],
        Query: ['subject', 'config', 'inspection', 'ledger', 'suppressed'],
      },
      lists: [],
      sends: [],
      mail: true,
      sms: true,
      accounts: 'invites',
    },
  },
  report: {
    purpose: 'Sends the bureau its daily mail',
    triggers: [
      { kind: 'schedule', everyMinutes: 10 },
      { kind: 'queue', queue: 'report', batchSize: 1, maxReceive: 5, atOnce: 5 },
    ],
    loss: 'The bureau is not informed of what became overdue and what could not be delivered.',
    firstStep: 'Read its log for DAILY_NOBODY and SEND_FAILED; the console shows the same lists meanwhile.',
    timeoutSeconds: 300,
    memoryMegabytes: 512,
    grants: {
      table: {
        GetItem: ['subject', 'config', 'suppressed', 'system'],
        BatchGetItem: ['subject'],
        PutItem: ['subject', 'config', 'quota', 'system'],
        BatchWriteItem: ['text', 'daily'],
        Query: ['config', 'daily', 'inspection', 'quota', 'subject'],
      },
      lists: ['escalations', 'obligations', 'subjects'],
      sends: ['report'],
      mail: true,
      sms: false,
    },
  },
  receipts: {
    purpose: 'Records what the providers report about messages afterwards',
    triggers: [
      {
        kind: 'queue',
        queue: 'receipts',
        batchSize: 10,
        maxReceive: 8,
        atOnce: 5,
        events: ['mail-events', 'sms-events'],
      },
    ],
    loss: 'Bounces and complaints are not seen: mails still go to dead addresses, and the provider may stop us.',
    firstStep: 'Read the last MESSAGE_FAILED lines of its log, fix the cause, then replay its dead letters.',
    timeoutSeconds: 60,
    memoryMegabytes: 512,
    grants: {
      table: {
        GetItem: ['subject', 'system'],
        PutItem: ['subject', 'suppressed', 'system'],
        BatchWriteItem: ['daily'],
        Query: ['system'],
      },
      lists: [],
      sends: [],
      mail: false,
      sms: false,
    },
  },
  documents: {
    purpose: 'Makes documents and dossiers for download',
    triggers: [
      {
        kind: 'http',
        open: [],
        routes: [
          'GET /v1/jurisdictions/{j}/escalations/{id}/document.docx',
          'GET /v1/jurisdictions/{j}/escalations/{id}/dossier.zip',
          'GET /v1/jurisdictions/{j}/inspections/{id}/document.docx',
          'GET /v1/jurisdictions/{j}/visits/{id}/document.docx',
          'GET /v1/jurisdictions/{j}/obligations/{id}/document.docx',
          'GET /v1/jurisdictions/{j}/subjects/{id}/document.docx',
          'GET /v1/jurisdictions/{j}/subjects/{id}/dossier.zip',
        ],
        perSecond: 20,
      },
    ],
    loss: 'Nobody can download a document or a dossier; the API still shows their texts and takes decisions.',
    firstStep: 'Read the last API_FAILED lines of its log: route and error say where it failed.',
    timeoutSeconds: 29,
    memoryMegabytes: 1024,
    grants: {
      table: {
        GetItem: ['subject', 'text', 'inspection', 'visit', 'person', 'rate'],
        BatchGetItem: ['subject'],
        PutItem: ['rate'],
        Query: ['subject', 'config', 'ledger', 'inspection'],
      },
      lists: ['subjects', 'obligations'],
      sends: [],
      mail: false,
      sms: false,
    },
  },
  imports: {
    purpose: 'Imports spreadsheets of subjects, and exports lists as spreadsheets',
    triggers: [
      {
        kind: 'http',
        open: [],
        routes: [
          'POST /v1/jurisdictions/{j}/imports',
          'GET /v1/jurisdictions/{j}/imports',
          'GET /v1/jurisdictions/{j}/imports/{id}',
          'GET /v1/jurisdictions/{j}/import-templates/{file}',
          'GET /v1/jurisdictions/{j}/exports/{file}',
        ],
        perSecond: 10,
      },
      { kind: 'queue', queue: 'import', batchSize: 1, maxReceive: 5, atOnce: 2 },
    ],
    loss: 'No roster can be imported and no list exported; imports that were under way wait in the queue.',
    firstStep: 'Read API_FAILED and MESSAGE_FAILED in its log, fix the cause, then replay its dead letters.',
    timeoutSeconds: 29,
    memoryMegabytes: 1769,
    grants: {
      table: {
        GetItem: ['subject', 'import', 'repetition', 'person', 'rate'],
        BatchGetItem: ['subject', 'import'],
        PutItem: ['subject', 'import', 'repetition', 'rate'],
        BatchWriteItem: ['named', 'import', 'repetition'],
        Query: ['config', 'named', 'import', 'ledger', 'inspection', 'quota', 'feed'],
      },
      lists: ['subjects', 'obligations', 'notices', 'escalations', 'draws', 'imports'],
      sends: ['plan', 'import'],
      mail: false,
      sms: false,
    },
  },
} as const satisfies Record<string, FunctionDefinition>;

export type FunctionName = keyof typeof functionRegistry;
