import { escalationSteps, type EscalationStep } from './measures.ts';

/** Papers of a case that have a number of their own. */
const ofCases = ['prior-notice', 'penalty-decision', 'spot-decision'] as const;

/** The papers for which a pattern of numbers (文号) may be entered: each step, and the papers of a case. */
export type NumberedPaper = EscalationStep | (typeof ofCases)[number];

export const numberedPapers: readonly NumberedPaper[] = [...escalationSteps, ...ofCases];
