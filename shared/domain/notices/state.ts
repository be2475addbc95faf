import { keysOf } from '../../vocabulary/table.ts';
import { noticeStatusWords } from '../../vocabulary/value-words.ts';

/**
 * The one table of a notice’s states. What arrives late never turns a state back: a receipt of delivery after
 * a bounce changes nothing. An event that is missing from a state’s row is refused there. A notice to an address
 * that bounced or complained before is suppressed in place of being sent. `captured`: it lies on this machine and
 * no provider has it. `unknown`: it was handed over whole, and nobody said whether it was taken.
 */
export const noticeTransitions = {
  // A receipt may be faster than our own record of the sending.
  queued: {
    accept: 'sent',
    capture: 'captured',
    retry: 'queued',
    doubt: 'unknown',
    fail: 'failed',
    withdraw: 'withdrawn',
    suppress: 'suppressed',
    deliver: 'delivered',
    bounce: 'bounced',
    complain: 'complained',
    resend: 'queued',
  },
  // It may have left: no failure of the one more try takes that back.
  unknown: {
    accept: 'sent',
    capture: 'captured',
    retry: 'unknown',
    doubt: 'unknown',
    fail: 'unknown',
    suppress: 'unknown',
    deliver: 'delivered',
    bounce: 'bounced',
    complain: 'complained',
    resend: 'queued',
  },
  sent: { deliver: 'delivered', bounce: 'bounced', complain: 'complained' },
  captured: { resend: 'queued' },
  delivered: { bounce: 'bounced', complain: 'complained' },
  bounced: { complain: 'complained', resend: 'queued' },
  complained: {},
  failed: { resend: 'queued' },
  suppressed: { resend: 'queued' },
  // Its duty calls for it after all: the date or the contact came back.
  withdrawn: { recall: 'queued' },
} as const;

export type NoticeState = keyof typeof noticeTransitions;

/** The states in the order in which a notice may come to them; the table of items and the API name these. */
export const noticeStates = keysOf(noticeStatusWords) satisfies NoticeState[];
export type NoticeEvent =
  | 'accept'
  | 'capture'
  | 'retry'
  | 'doubt'
  | 'fail'
  | 'withdraw'
  | 'recall'
  | 'suppress'
  | 'deliver'
  | 'bounce'
  | 'complain'
  | 'resend';

/** Where the event leads, or undefined where the state does not allow it. */
export function noticeAfter(state: NoticeState, event: NoticeEvent): NoticeState | undefined {
  const row: Partial<Record<NoticeEvent, NoticeState>> = noticeTransitions[state];
  return row[event];
}

/** What a provider, or nobody, said of a try; the words that a notice’s attempts begin with. */
export const ACCEPTED = 'accepted';
export const CAPTURED = 'captured';
export const UNKNOWN = 'unknown';

interface Tried {
  readonly status: NoticeState;
  readonly attempts: readonly { readonly outcome: string }[];
  readonly claim?: object | undefined;
}

const arrived: ReadonlySet<NoticeState> = new Set(['sent', 'delivered', 'complained']);
const doubtful: ReadonlySet<NoticeState> = new Set([...arrived, 'unknown', 'bounced']);

/** A provider has taken it and has not given it back; whether the recipient read it is another matter. */
export const hasLeft = (status: NoticeState): boolean => arrived.has(status);

/** Whether one of its tries may have left, whatever it waits for now: taken, unanswered, or under way. */
export const mayHaveLeft = ({ status, attempts, claim }: Tried): boolean =>
  doubtful.has(status) || claim !== undefined || attempts.some(({ outcome }) => isDoubtful(outcome));

/** Of a try by which the notice left, or may have. */
export const isDoubtful = (outcome: string): boolean =>
  outcome === ACCEPTED || outcome.split(':')[0] === UNKNOWN;
