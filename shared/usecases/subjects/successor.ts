import { actorOf } from '../../domain/actor.ts';
import { failOf, fieldError, ok, problem, type FieldError, type Outcome } from '../../outcome.ts';
import type { Item } from '../../ports.ts';
import { predecessorKey } from '../../records/keys.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import { planAround } from '../duties/plan-around.ts';
import { promisePlanning } from '../promise.ts';
import { readSubject } from '../register/find-subject.ts';
import { leadsTo, storedLink } from '../register/subject-checks.ts';
import type { Request } from '../request.ts';

/** A successor is another subject of the jurisdiction, and not one whose own successor this subject is. */
export async function checkSuccessor(
  request: Request,
  id: string,
  successorId: string,
): Promise<FieldError | undefined> {
  const { deps, context } = request;
  if (successorId === id || !(await readSubject(request, successorId)))
    return fieldError('successorId', 'subject.no-successor');
  const next = (one: string): Promise<string | undefined> =>
    storedLink(deps.store, context.jurisdiction.id, one, 'successorId');
  return (await leadsTo(successorId, id, next))
    ? fieldError('successorId', 'subject.successor-leads-back')
    : undefined;
}

/** It leads from the successor to what was retired. It may be older than the record, which alone counts. */
export const predecessorPointer = ({ jurisdiction, id }: SubjectRecord, successorId: string): Item => ({
  ...predecessorKey(jurisdiction, successorId, id),
  v: 1,
  id,
});

/** Enters the successor of a subject that was retired before anybody knew it, or another one. */
export async function nameSuccessor(
  request: Request,
  subject: SubjectRecord,
  successorId: string,
): Promise<Outcome<SubjectRecord>> {
  const { deps, context, principal } = request;
  const wrong = await checkSuccessor(request, subject.id, successorId);
  if (wrong) return failOf([wrong]);
  await promisePlanning(deps, subject.jurisdiction, subject.id);
  await deps.store.putMany([predecessorPointer(subject, successorId)]);
  const stored = await subjectRecord.put(deps.store, { ...subject, successorId });
  if (!stored) return problem('subject.changed');
  await planAround(deps, context, stored, actorOf(principal));
  return ok(stored);
}
