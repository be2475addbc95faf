import { problemAt, type Failure } from '../../outcome.ts';
import type { FactValue } from '../../records/records.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** What a decision rests on: changed by events alone once one was proposed. */
const decided = ['fine', 'fineMaximum', 'party', 'major'] as const;

/**
 * Why a change of facts would pass by the events of a case: its office’s chain of approvals is fixed by the first
 * event, and what was proposed is what is approved.
 */
export function heldByStage(
  subject: SubjectRecord,
  facts: Readonly<Record<string, FactValue>>,
): Failure | undefined {
  const entries = subject.kind === 'case' ? (subject.stage?.entries ?? []) : [];
  if (entries.length === 0) return undefined;
  const proposed = entries.some(({ body }) => body['event'] === 'decision-proposal');
  const names = proposed ? ['office', ...decided] : ['office'];
  const moved = names.find((name) => facts[name] !== subject.facts[name]);
  if (moved === undefined) return undefined;
  const path = `facts.${moved}`;
  return moved === 'office'
    ? problemAt(path, 'case.office-fixed').failure
    : problemAt(path, 'case.proposed').failure;
}
