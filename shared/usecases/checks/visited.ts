import type { InspectionBody } from '../../contract/inspections.ts';
import { isCoordinating, isFirm } from '../../domain/checks/visit.ts';
import { ok, problemAt, type Outcome } from '../../outcome.ts';
import type { InspectionRecord } from '../../records/inspection.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import { visitRecord, type VisitRecord } from '../../records/visit.ts';
import { answerableFor } from '../register/party.ts';
import type { Request } from '../request.ts';

/** The planned check that a record names: of the same regime, with the same subjects, and not cancelled. */
export async function visitedOf(
  { deps, context }: Request,
  { visitId, regime, targets }: InspectionBody,
): Promise<Outcome<VisitRecord | undefined>> {
  if (visitId === undefined) return ok(undefined);
  const visit = await visitRecord.read(deps.store, { jurisdiction: context.jurisdiction.id, id: visitId });
  const fits =
    visit !== undefined &&
    visit.cancelled === undefined &&
    visit.content.regime === regime &&
    targets.every((id) => visit.content.targets.includes(id));
  return fits ? ok(visit) : problemAt('visitId', 'visit.no-such-visit');
}

/**
 * The firms that were checked on the spot and had not been told of it: their check needs an approval and a notice
 * beforehand (国办发〔2024〕54号). The record is taken all the same: the check was made, and whoever reads it sees this.
 */
export async function untold(
  { deps }: Request,
  { mode }: InspectionBody,
  subjects: readonly SubjectRecord[],
  visit: VisitRecord | undefined,
): Promise<string[]> {
  if (mode !== 'on-site' && mode !== 'joint') return [];
  const told = new Set(visit?.notices.map(({ subjectId }) => subjectId));
  return firmsAmong(
    deps,
    subjects.filter(({ id }) => !told.has(id)),
  );
}

/** Bodies that took part in a check of a firm, although they only coordinate and may check none (国办发〔2024〕54号). */
export async function coordinating(
  { deps }: Request,
  { joined = [] }: InspectionBody,
  subjects: readonly SubjectRecord[],
): Promise<string[]> {
  const bodies = joined.map(({ body }) => body).filter(isCoordinating);
  if (bodies.length === 0) return [];
  return (await firmsAmong(deps, subjects)).length === 0 ? [] : bodies;
}

async function firmsAmong(deps: Request['deps'], subjects: readonly SubjectRecord[]): Promise<string[]> {
  const judged = await Promise.all(
    subjects.map(async (subject) => {
      const { party } = await answerableFor(deps, subject);
      return isFirm(subject, party) ? [subject.id] : [];
    }),
  );
  return judged.flat();
}

/** Enters in the plan that it was carried out. Repeatable. */
export async function markDone(
  { deps }: Request,
  { id, jurisdiction, content }: InspectionRecord,
): Promise<void> {
  if (content.visitId === undefined) return;
  await visitRecord.change(deps.store, { jurisdiction, id: content.visitId }, async (visit) =>
    !visit || visit.inspections.includes(id)
      ? undefined
      : { ...visit, inspections: [...visit.inspections, id] },
  );
}
