/**
 * The one table of a penalty case’s stages, as BX (四)三 and (十)三 count them, and the one of the acceptance of a
 * key project’s archives (HJ 三(一)四(四), SX 三(一)五(四), BX (六)四(四)). An event that is missing from a stage’s row
 * is refused there; how far a chain of approvals has come inside a stage is told by the events that lie behind.
 */

export const caseTransitions = {
  discovery: {
    'discovery-record': 'discovery',
    'evidence-secured': 'discovery',
    'evidence-formalities': 'discovery',
    'evidence-decision': 'discovery',
    'spot-decision': 'execution',
    'filing-proposal': 'filing',
    'no-case': 'not-filed',
  },
  filing: {
    'evidence-secured': 'filing',
    'evidence-formalities': 'filing',
    'evidence-decision': 'filing',
    recusal: 'filing',
    transfer: 'transferred',
    'filing-review': 'filing',
    'filing-legal-review': 'filing',
    'filing-return': 'discovery',
    'filing-refusal': 'not-filed',
    'filing-approval': 'investigation',
  },
  investigation: {
    'evidence-secured': 'investigation',
    'evidence-formalities': 'investigation',
    'evidence-decision': 'investigation',
    recusal: 'investigation',
    inquiry: 'investigation',
    transfer: 'transferred',
    'investigation-report': 'investigation',
    'prior-notice': 'statement',
    'withdraw-case': 'withdrawn',
  },
  statement: {
    'evidence-formalities': 'statement',
    'evidence-decision': 'statement',
    recusal: 'statement',
    inquiry: 'statement',
    transfer: 'transferred',
    'investigation-report': 'statement',
    'prior-notice': 'statement',
    statement: 'statement',
    'hearing-request': 'statement',
    'hearing-notice': 'statement',
    'hearing-held': 'statement',
    'hearing-withdrawn': 'statement',
    'decision-proposal': 'decision',
    'withdraw-case': 'withdrawn',
  },
  decision: {
    'evidence-formalities': 'decision',
    'evidence-decision': 'decision',
    recusal: 'decision',
    transfer: 'transferred',
    'decision-review': 'decision',
    'decision-legal-review': 'decision',
    'collective-discussion': 'decision',
    'decision-return': 'statement',
    'decision-approval': 'service',
    'withdraw-case': 'withdrawn',
  },
  service: {
    'evidence-formalities': 'service',
    'evidence-decision': 'service',
    service: 'execution',
  },
  execution: {
    'evidence-formalities': 'execution',
    'evidence-decision': 'execution',
    'spot-filing': 'execution',
    payment: 'execution',
    'deferral-request': 'execution',
    'deferral-decision': 'execution',
    'remedy-begun': 'execution',
    'remedy-ended': 'execution',
    demand: 'execution',
    'court-application': 'execution',
    execution: 'execution',
    closing: 'closed',
  },
  closed: {},
  'not-filed': { 'evidence-formalities': 'not-filed', 'evidence-decision': 'not-filed' },
  withdrawn: { 'evidence-formalities': 'withdrawn', 'evidence-decision': 'withdrawn' },
  transferred: { 'evidence-formalities': 'transferred', 'evidence-decision': 'transferred' },
} as const;

export type CaseStage = keyof typeof caseTransitions;
export type CaseEvent =
  | 'discovery-record'
  | 'evidence-secured'
  | 'evidence-formalities'
  | 'evidence-decision'
  | 'spot-decision'
  | 'spot-filing'
  | 'inquiry'
  | 'transfer'
  | 'no-case'
  | 'filing-proposal'
  | 'filing-review'
  | 'filing-legal-review'
  | 'filing-return'
  | 'filing-refusal'
  | 'filing-approval'
  | 'recusal'
  | 'investigation-report'
  | 'prior-notice'
  | 'statement'
  | 'hearing-request'
  | 'hearing-notice'
  | 'hearing-held'
  | 'hearing-withdrawn'
  | 'decision-proposal'
  | 'decision-review'
  | 'decision-legal-review'
  | 'collective-discussion'
  | 'decision-return'
  | 'decision-approval'
  | 'service'
  | 'payment'
  | 'deferral-request'
  | 'deferral-decision'
  | 'remedy-begun'
  | 'remedy-ended'
  | 'demand'
  | 'court-application'
  | 'execution'
  | 'closing'
  | 'withdraw-case';

/** Where the event leads, or undefined where the stage does not allow it. */
export function caseAfter(stage: CaseStage, event: CaseEvent): CaseStage | undefined {
  const row: Partial<Record<CaseEvent, CaseStage>> = caseTransitions[stage];
  return row[event];
}

/** `opinion` is one of two by its score. A failed acceptance may be applied for again. */
export const acceptanceTransitions = {
  'not-applied': { application: 'applied' },
  applied: { group: 'prepared', 'withdraw-application': 'not-applied' },
  prepared: { group: 'prepared', meeting: 'met', 'withdraw-application': 'not-applied' },
  met: { score: 'scored' },
  scored: { score: 'scored', 'opinion-passed': 'accepted', 'opinion-failed': 'failed' },
  accepted: {},
  failed: { application: 'applied' },
} as const;

export type AcceptanceStage = keyof typeof acceptanceTransitions;
export type AcceptanceEvent =
  | 'application'
  | 'withdraw-application'
  | 'group'
  | 'meeting'
  | 'score'
  | 'opinion-passed'
  | 'opinion-failed';

export function acceptanceAfter(stage: AcceptanceStage, event: AcceptanceEvent): AcceptanceStage | undefined {
  const row: Partial<Record<AcceptanceEvent, AcceptanceStage>> = acceptanceTransitions[stage];
  return row[event];
}
