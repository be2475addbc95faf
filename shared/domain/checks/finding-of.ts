import type { Rule } from '../../rules/rule.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** The problem that a duty is to put right; undefined for a duty that no check began. */
export const findingBehind = (
  { deadline }: Pick<Rule, 'deadline'>,
  { findings }: Pick<SubjectRecord, 'findings'>,
  { key }: Pick<ObligationRecord, 'key'>,
) => (deadline?.due.type === 'finding' ? findings?.find(({ id }) => id === key) : undefined);
