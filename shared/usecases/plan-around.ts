import { officeOf } from '../contract/principal.ts';
import { subjectKey } from '../store/keys.ts';
import { subjectRecord, type SubjectRecord } from '../store/records.ts';
import type { Context } from './context.ts';
import type { Deps } from './deps.ts';
import { planSubject } from './plan.ts';
import { bureauSubjectId } from './setup.ts';

/**
 * Plans a subject’s duties and those that hang on it: a case moves what its office must report. Repeatable.
 */
export async function planAround(
  deps: Deps,
  context: Context,
  subject: SubjectRecord,
  by: string,
): Promise<void> {
  await planSubject(deps, context, subject, by);
  const office = subject.kind === 'case' ? officeOf(subject.kind, subject.facts) : undefined;
  if (office === undefined) return;
  const key = subjectKey(subject.jurisdiction, bureauSubjectId(subject.jurisdiction, office));
  const item = await deps.store.get(key);
  if (item) await planSubject(deps, context, subjectRecord.parse(item), by);
}
