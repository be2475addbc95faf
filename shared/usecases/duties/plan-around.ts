import type { Actor } from '../../domain/actor.ts';
import { officeOf } from '../../domain/principal.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { planSubjects } from './plan.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/**
 * Plans a subject’s duties and those that depend on it: a case changes what its office must report. Repeatable.
 */
export const planAround = (deps: Deps, context: Context, subject: SubjectRecord, by: Actor): Promise<void> =>
  planAllAround(deps, context, [subject], by);

/** The same for several subjects. */
export async function planAllAround(
  deps: Deps,
  context: Context,
  subjects: readonly SubjectRecord[],
  by: Actor,
): Promise<void> {
  const known = new Set(subjects.map(({ id }) => id));
  const offices = new Set(subjects.flatMap(officeSubjectOf).filter((id) => !known.has(id)));
  const keys = [...offices].map((id) => subjectRecord.key({ jurisdiction: context.jurisdiction.id, id }));
  const holders = keys.length === 0 ? [] : await deps.store.getMany(keys);
  await planSubjects(deps, context, [...subjects, ...holders.map(subjectRecord.of)], by);
}

/** The subject of the office that reports the case. */
function officeSubjectOf({ kind, facts, jurisdiction }: SubjectRecord): string[] {
  const office = kind === 'case' ? officeOf(kind, facts) : undefined;
  return office === undefined ? [] : [bureauSubjectId(jurisdiction, office)];
}
