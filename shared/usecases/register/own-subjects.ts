import { belongsTo, unitsOf, type Principal } from '../../domain/principal.ts';
import { subjectPartition } from '../../records/keys.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import { readAll } from '../../store/read.ts';
import { type Request } from '../request.ts';

/** By their ids. */
export type OwnSubjects = ReadonlyMap<string, SubjectRecord>;

/**
 * The subjects of a unit’s token: the unit and those that it succeeds, their children and what they answer for. Undefined for the bureau’s people.
 * A pointer to a subject may be older than the subject’s last change, so each subject itself is read and checked.
 */
export async function ownSubjects(request: Request): Promise<OwnSubjects | undefined> {
  const { principal, deps, context } = request;
  if (principal.role !== 'unit') return undefined;
  const jurisdiction = context.jurisdiction.id;
  const units = unitsOf(principal);
  const below = await Promise.all(
    units.map(async (unit) => {
      const pk = subjectPartition(jurisdiction, unit);
      return (await readAll(deps.store, { pk, from: '3#', to: '3#~' })).map(({ sk }) => sk.slice(2));
    }),
  );
  const places = [...new Set([...units, ...below.flat()])].map((id) => ({ jurisdiction, id }));
  const subjects = await subjectRecord.readMany(deps.store, places);
  return new Map(subjects.flatMap((one) => (belongsTo(principal, one) ? [[one.id, one]] : [])));
}

/** Whether somebody of this role may see who did what by name: neither units nor programs. */
export function namesVisible(principal: Principal): boolean {
  return principal.role !== 'unit' && principal.role !== 'machine';
}
