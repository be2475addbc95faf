import { factReader } from '../../domain/register/subject-facts.ts';
import type { Deps } from '../deps.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** How the rulebooks call the department that a project belongs to, where it is to be told. */
const COMPETENT = '项目主管部门';
const LEVELS = 3;

export const tellsCompetent = (tell: readonly string[] | undefined): boolean =>
  tell?.includes(COMPETENT) === true;

/** What the register says of a project’s competent department. */
export const namedCompetent = ({ facts, recorded }: SubjectRecord): string | undefined =>
  factReader(facts, recorded).text('competentDepartment');

/**
 * The unit above the subject (its parent, or one above that) that bears the name of its competent department;
 * undefined where none does: nobody is told by guess.
 */
export async function competentBody(
  { store }: Pick<Deps, 'store'>,
  subject: SubjectRecord,
): Promise<SubjectRecord | undefined> {
  const name = namedCompetent(subject);
  if (name === undefined) return undefined;
  let above = subject.parentId;
  for (let level = 0; level < LEVELS && above !== undefined; level += 1) {
    const item = await store.get(subjectRecord.key({ jurisdiction: subject.jurisdiction, id: above }));
    if (!item) return undefined;
    const body = subjectRecord.of(item);
    if (body.name === name) return body.retiredOn === undefined ? body : undefined;
    above = body.parentId;
  }
  return undefined;
}
