import { keysOf } from '../../vocabulary/table.ts';
import { noticeStatusWords } from '../../vocabulary/value-words.ts';

/**
 * The only table of a notice’s states. A late receipt never turns a state back: a delivery receipt after a
 * bounce changes nothing. An event that a state’s row does not list is refused in that state. `suppressed`: the
 * address bounced or complained before, so the notice is not sent. `captured`: the notice is stored on this
 * machine and no provider has it. `unknown`: the whole message was sent to the provider, and whether it was
 * taken is not known.
 */
export const noticeTransitions = {
  // A receipt may arrive before we have recorded the sending.
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
  // The notice may have been sent, and a failure of the one further try does not change that.
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
  // The duty needs the notice after all: the date or the contact came back.
  withdrawn: { recall: 'queued' },
} as const;

export type NoticeState = keyof typeof noticeTransitions;

/** The states in the order in which a notice can reach them; the table of items and the API use this order. */
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

/** The next state; undefined when the state does not allow the event. */
export function noticeAfter(state: NoticeState, event: NoticeEvent): NoticeState | undefined {
  const row: Partial<Record<NoticeEvent, NoticeState>> = noticeTransitions[state];
  return row[event];
}

/** The outcome of a try. The texts of a notice’s attempts begin with these words. */
export const ACCEPTED = 'accepted';
export const CAPTURED = 'captured';
export const UNKNOWN = 'unknown';
/** No try: it lost its use while the provider’s limits kept it back. */
export const PASSED = 'passed';

interface Tried {
  readonly status: NoticeState;
  readonly attempts: readonly { readonly outcome: string }[];
  readonly claim?: object | undefined;
}

const arrived: ReadonlySet<NoticeState> = new Set(['sent', 'delivered', 'complained']);
const doubtful: ReadonlySet<NoticeState> = new Set([...arrived, 'unknown', 'bounced']);

/** A reminder that lost its use before there was room for it. */
export const isPassed = ({ status, attempts }: Tried): boolean =>
  status === 'withdrawn' && attempts.at(-1)?.outcome === PASSED;

/** A provider has taken it and has not returned it. Whether the recipient read it is not known. */
export const hasLeft = (status: NoticeState): boolean => arrived.has(status);

/**
 * Whether one of its tries may have been sent, whatever state it is in now: a try that was taken, unanswered or
 * under way.
 */
export const mayHaveLeft = ({ status, attempts, claim }: Tried): boolean =>
  doubtful.has(status) || claim !== undefined || attempts.some(({ outcome }) => isDoubtful(outcome));

/** Whether the notice was sent, or may have been sent, by a try with this outcome. */
export const isDoubtful = (outcome: string): boolean =>
  outcome === ACCEPTED || outcome.split(':')[0] === UNKNOWN;
