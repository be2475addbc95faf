import type { EscalationRecord } from '../../records/escalation.ts';
import type { Pointer } from '../../records/agenda.ts';

/** A pointer of the agenda to something that an escalation calls for. */
export function pointerTo(escalation: EscalationRecord, step: string, at: Pointer['at']): Pointer {
  return {
    jurisdiction: escalation.jurisdiction,
    obligationId: '',
    escalationId: escalation.id,
    step,
    at,
    attempt: 0,
  };
}

/** An approved filing proposal whose case is to be opened. */
export const OPEN_CASE_STEP = 'open-case';
