import { factReader } from '../../domain/register/subject-facts.ts';
import type { Deps } from '../deps.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** The rulebooks’ name for the department that a project belongs to and that is to be informed. */
const COMPETENT = '项目主管部门';
const LEVELS = 3;

export const tellsCompetent = (tell: readonly string[] | undefined): boolean =>
  tell?.includes(COMPETENT) === true;

/** What the register says about a project’s competent department. */
export const namedCompetent = ({ facts, recorded }: SubjectRecord): string | undefined =>
  factReader(facts, recorded).text('competentDepartment');

/**
 * The unit above the subject (its parent, or one further up) that has the name of its competent department.
 * Undefined when there is none: the product does not guess.
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
