import type { QueueName } from './ports.ts';

/**
 * The registry of functions: what exists, what starts it and what a person loses when it stops. Both
 * composition roots and the infrastructure are built from it; an id added here fails the types of all three
 * until they follow.
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
}

export interface HttpTrigger {
  readonly kind: 'http';
}

export interface FunctionDefinition {
  readonly purpose: string;
  readonly triggers: readonly (Schedule | QueueTrigger | HttpTrigger)[];
  /** What a person loses while it does not run: the text of its alarm. */
  readonly loss: string;
  /** Seconds that one run may take. */
  readonly timeoutSeconds: number;
}

export const functionRegistry = {
  api: {
    purpose: 'Answers the HTTP API',
    triggers: [{ kind: 'http' }],
    loss: 'Nobody can look up a status, enter a fact or close a duty.',
    timeoutSeconds: 29,
  },
  plan: {
    purpose: 'Computes obligations again when rules, calendars, settings or facts change, and for a new year',
    triggers: [
      { kind: 'schedule', everyMinutes: 60 },
      { kind: 'queue', queue: 'plan', batchSize: 1, maxReceive: 5 },
    ],
    loss: 'Changed dates are not computed again: reminders may tell an old date.',
    timeoutSeconds: 300,
  },
  sweep: {
    purpose: 'Hands over what is due to the delivery',
    triggers: [{ kind: 'schedule', everyMinutes: 1 }],
    loss: 'No reminder, overdue notice or alert leaves; they wait and leave late.',
    timeoutSeconds: 300,
  },
  deliver: {
    purpose: 'Writes and sends the notices that are due',
    triggers: [{ kind: 'queue', queue: 'deliver', batchSize: 10, maxReceive: 5 }],
    loss: 'Notices that are due wait in the queue and leave late.',
    timeoutSeconds: 300,
  },
  report: {
    purpose: 'Sends the bureau its daily mail',
    triggers: [{ kind: 'schedule', everyMinutes: 10 }],
    loss: 'The bureau does not hear what became overdue and what could not be delivered.',
    timeoutSeconds: 300,
  },
} as const satisfies Record<string, FunctionDefinition>;

export type FunctionName = keyof typeof functionRegistry;
