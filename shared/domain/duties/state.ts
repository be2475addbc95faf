import { type Instant, startOfDay } from '../time/instant.ts';
import { day } from '../time/day.ts';
import type { ObligationRecord } from '../../records/obligation.ts';

/**
 * The only table of an obligation’s states. `open` is shown as upcoming, open or overdue, depending on the
 * time. `reported` is open with a unit’s report that waits for the bureau. An event that a state’s row does not
 * list is refused in that state.
 */
export const obligationTransitions = {
  open: {
    fulfil: 'fulfilled',
    report: 'reported',
    waive: 'waived',
    extend: 'open',
    acknowledge: 'open',
    'ask-extension': 'open',
    'refuse-extension': 'open',
    confirm: 'open',
    replan: 'open',
    supersede: 'superseded',
  },
  reported: {
    fulfil: 'fulfilled',
    'confirm-report': 'fulfilled',
    'return-report': 'open',
    waive: 'waived',
    extend: 'reported',
    acknowledge: 'reported',
    'refuse-extension': 'reported',
    replan: 'reported',
    supersede: 'superseded',
  },
  // A duty that only facts had fulfilled is open again when the facts are corrected.
  fulfilled: { replan: 'fulfilled', reopen: 'open' },
  waived: {},
  superseded: { replan: 'open' },
} as const;

export type ObligationState = keyof typeof obligationTransitions;
export type ObligationEvent =
  | 'fulfil'
  | 'report'
  | 'confirm-report'
  | 'return-report'
  | 'waive'
  | 'extend'
  | 'acknowledge'
  | 'ask-extension'
  | 'refuse-extension'
  | 'confirm'
  | 'replan'
  | 'reopen'
  | 'supersede';

export function stateOf(obligation: ObligationRecord): ObligationState {
  if (obligation.closed)
    return obligation.closed.how === 'fulfilled-late' ? 'fulfilled' : obligation.closed.how;
  return obligation.report?.state === 'pending' ? 'reported' : 'open';
}

/** The next state; undefined when the state does not allow the event. */
export function after(state: ObligationState, event: ObligationEvent): ObligationState | undefined {
  const row: Partial<Record<ObligationEvent, ObligationState>> = obligationTransitions[state];
  return row[event];
}

export type ObligationStatus =
  'upcoming' | 'open' | 'overdue' | 'fulfilled' | 'fulfilled-late' | 'waived' | 'superseded';

/**
 * Why a duty is shown as overdue. Only `late` is counted and reported as late. The others wait for an officer’s
 * confirmation, fell due before tracking began, or are pursued by nobody.
 */
export type Lateness = 'late' | 'unconfirmed' | 'untracked' | 'not-pursued';

const lateness: Readonly<Record<ObligationRecord['pursuit'], Lateness>> = {
  active: 'late',
  unconfirmed: 'unconfirmed',
  untracked: 'untracked',
  none: 'not-pursued',
};

/** The only definition of late, for pages, tables, files and mails. Undefined for a duty that is not overdue. */
export function latenessOf(obligation: ObligationRecord, now: Instant): Lateness | undefined {
  return statusOf(obligation, now) === 'overdue' ? lateness[obligation.pursuit] : undefined;
}

export const isLate = (obligation: ObligationRecord, now: Instant): boolean =>
  latenessOf(obligation, now) === 'late';

/** The status that people see, at an instant. */
export function statusOf(obligation: ObligationRecord, now: Instant): ObligationStatus {
  if (obligation.closed) return obligation.closed.how;
  if (now >= obligation.overdueFrom) return 'overdue';
  return now < startOfDay(day(obligation.arisesOn)) ? 'upcoming' : 'open';
}
