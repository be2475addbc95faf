import type { EscalationRecord } from '../../records/escalation.ts';
import { day, type Day } from '../time/day.ts';
import { isServed, paperIn, periodOf } from '../../vocabulary/measures.ts';

/**
 * The one table of an escalation’s states. What is edited after a proposal or an approval is a draft again; no
 * timer approves, issues or serves. `number` gives a measure that was taken on the spot its paper; `advise` is the legal
 * officer’s word, which changes nothing of the state. An event that is missing from a state’s row is refused there.
 */
export const escalationTransitions = {
  draft: { edit: 'draft', advise: 'draft', propose: 'awaiting-approval', withdraw: 'withdrawn' },
  'awaiting-approval': {
    edit: 'draft',
    advise: 'awaiting-approval',
    approve: 'approved',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  approved: { edit: 'draft', advise: 'approved', issue: 'issued', withdraw: 'withdrawn' },
  issued: {
    advise: 'issued',
    number: 'issued',
    serve: 'served',
    correct: 'issued',
    comply: 'issued',
    withdraw: 'withdrawn',
  },
  served: { advise: 'served', number: 'served', correct: 'served', comply: 'served', withdraw: 'withdrawn' },
  rejected: { edit: 'draft', withdraw: 'withdrawn' },
  withdrawn: {},
} as const;

export type EscalationStatus = keyof typeof escalationTransitions;
export type EscalationEvent =
  | 'edit'
  | 'advise'
  | 'propose'
  | 'approve'
  | 'reject'
  | 'issue'
  | 'number'
  | 'serve'
  | 'correct'
  | 'comply'
  | 'withdraw';

/** Where the event leads, or undefined where the state does not allow it. */
export function escalationAfter(
  status: EscalationStatus,
  event: EscalationEvent,
): EscalationStatus | undefined {
  const row: Partial<Record<EscalationEvent, EscalationStatus>> = escalationTransitions[status];
  return row[event];
}

/** Not sent out yet: withdrawn by itself once the duty behind it is met. */
export function isPending(status: EscalationStatus): boolean {
  return (
    status === 'draft' || status === 'awaiting-approval' || status === 'approved' || status === 'rejected'
  );
}

export function isOut(status: EscalationStatus): boolean {
  return status === 'issued' || status === 'served';
}

/**
 * Whether it is still to be served on the party. Reports and recommendations to others end with their issue, and a
 * stop that officers called on the spot was its own notice.
 */
export function awaitsService(escalation: EscalationRecord): boolean {
  const { step, status, takenOnTheSpot } = escalation;
  if (status !== 'issued') return false;
  const paper = paperIn(escalation);
  if (takenOnTheSpot) return periodOf(step, paper) !== undefined;
  return isServed(step, paper);
}

/** Still waits: to be proposed, decided, issued, served, or for its period to pass. */
export function isOpen(escalation: EscalationRecord, today: Day): boolean {
  if (escalation.complied) return false;
  if (escalation.status === 'issued') return awaitsService(escalation);
  if (escalation.status === 'served')
    return escalation.rectifyUntil !== undefined && today <= day(escalation.rectifyUntil);
  return isPending(escalation.status) && escalation.status !== 'rejected';
}
