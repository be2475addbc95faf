import type { FunctionName } from './functions.ts';

/** Figures in a function’s log lines that the dashboard shows: the code of the line, and the field. */
export interface Observation {
  readonly from: FunctionName;
  readonly code: string;
  /** A number in the line. Without a field, the lines are counted. */
  readonly field?: string;
  readonly title: string;
}

export const observations = {
  WatermarkAge: {
    from: 'sweep',
    code: 'SWEPT',
    field: 'watermarkAgeSeconds',
    title: 'Seconds since the beginning of the day up to which nothing is owed any more',
  },
  HandedOver: { from: 'sweep', code: 'SWEPT', field: 'pointers', title: 'Steps that fell due' },
  NoticesSent: { from: 'deliver', code: 'DELIVERED', field: 'sent', title: 'Notices that left' },
  NoticesLate: {
    from: 'deliver',
    code: 'DELIVERED',
    field: 'late',
    title: 'Notices that left an hour or more after their time',
  },
  PaceShort: {
    from: 'sweep',
    code: 'PACE_SHORT',
    title: 'Mornings on which more falls due within a week than the mail provider takes in a day',
  },
  SendFailures: { from: 'deliver', code: 'SEND_FAILED', title: 'Tries that a provider did not take' },
} as const satisfies Record<string, Observation>;
export type ObservationName = keyof typeof observations;

/** What is watched besides the functions themselves, and what a person loses when it goes wrong. */
export interface Concern {
  readonly loss: string;
  readonly firstStep: string;
}

export const concerns = {
  'dead-letters': {
    loss: 'The work of these messages is not done: a notice is not sent, or a date is not computed again.',
    firstStep:
      'Fix the cause that MESSAGE_FAILED names, then replay the messages; replaying twice does no harm.',
  },
  capacity: {
    loss: 'Functions are held back: pages do not answer, and notices wait.',
    firstStep: 'Look which function runs most, and ask for a higher limit of concurrent executions.',
  },
  table: {
    loss: 'Requests are sent back and messages come again: what people enter may have to be sent twice.',
    firstStep: 'Look at the table’s consumed capacity: one hot partition, or too much at once.',
  },
  schedules: {
    loss: 'A function was not started at its time; the next run does its work, if it starts.',
    firstStep: 'Look whether the functions are throttled, and whether the schedules’ role may start them.',
  },
  quotas: {
    loss: 'When the limit is reached, no further mail or SMS leaves until the next day or month.',
    firstStep: 'Ask for a higher limit now; it takes a day.',
  },
  watermark: {
    loss: 'A day’s agenda was not read to its end: a reminder of that day may not have been sent.',
    firstStep:
      'Read the log of sweep; the agenda of the watermark’s day shows what cannot be sent to the queue.',
  },
  late: {
    loss: 'Units get their notices an hour or more after the time that the bureau set.',
    firstStep: 'Compare the age of the queue deliver with SEND_FAILED: too many at once, or a slow provider.',
  },
  'send-failures': {
    loss: 'Notices wait for another try, or do not reach their units at all.',
    firstStep:
      'Read SEND_FAILED: temporary means the provider is not available, permanent means an address to correct.',
  },
  pace: {
    loss: 'On a day within the coming week reminders wait for a later day, or come too late to be of use.',
    firstStep:
      'Read PACE_SHORT for the day and the numbers, and ask the provider for a higher rate and daily limit.',
  },
  bounces: {
    loss: 'Units do not get their mails, and above 5 % the provider may stop all mail of the bureau.',
    firstStep: 'Correct the contacts that the daily mail lists, before anything else is sent to them.',
  },
  complaints: {
    loss: 'Recipients mark the mails as unwanted, and above 0.1 % the provider may stop all of them.',
    firstStep: 'Find out who complained, and remove the address from the subject’s contacts.',
  },
} as const satisfies Record<string, Concern>;
export type ConcernName = keyof typeof concerns;
