import type { SubjectRecord } from '../../records/subject.ts';
import { holdsOn, type Rule } from '../../rules/rule.ts';

/** The figure of a rule that asks for the certificate before the work starts. */
const ASKS = 'certificateBeforeWork';

/** Why an archivist started work against a rule of that day: before the certificate, or without one. */
export interface Uncertified {
  readonly startedOn: string;
  /** Undefined where none is known. */
  readonly certifiedOn: string | undefined;
  readonly rule: Rule;
}

/**
 * An archivist who has started work before the day of the certificate, or has none, where a rule in force on that day
 * asks for it. It is a condition and no date: nobody is pursued, the bureau is told.
 */
export function uncertified(
  { kind, facts }: Pick<SubjectRecord, 'kind' | 'facts'>,
  rulesOn: (day: string) => readonly Rule[],
  today: string,
): Uncertified | undefined {
  const { startedWorkOn, certifiedOn } = facts;
  if (kind !== 'archivist' || typeof startedWorkOn !== 'string' || startedWorkOn > today) return undefined;
  const certified = typeof certifiedOn === 'string' ? certifiedOn : undefined;
  if (certified !== undefined && certified <= startedWorkOn) return undefined;
  const rule = rulesOn(startedWorkOn).find(
    (one) => one.figures?.[ASKS] !== undefined && holdsOn(one, startedWorkOn),
  );
  return rule && { startedOn: startedWorkOn, certifiedOn: certified, rule };
}
