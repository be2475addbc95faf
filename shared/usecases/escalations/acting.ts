import { officeDesk, type OfficeDesk } from '../../domain/papers/acting-organ.ts';
import type { OfficeName } from '../../rules/schema.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { subjectRecord } from '../../records/subject.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import type { Request } from '../request.ts';

type Asked = Pick<Request, 'deps' | 'context'>;

/** In whose name a document leaves and what it says of where to go: as at its issue, before that as it is entered. */
export async function deskFor(
  request: Asked,
  { office, issue }: Pick<EscalationRecord, 'office' | 'issue'>,
): Promise<OfficeDesk> {
  const now = await deskNow(request, office);
  if (!issue?.desk) return now;
  const { name, delegation, reconsiderationBody = now.reconsiderationBody, ...rest } = issue.desk;
  return { ...now, ...rest, reconsiderationBody, organ: { name, delegation } };
}

/** The office is called as the register calls it, unless another organ acts. */
export async function deskNow({ deps, context }: Asked, office: OfficeName): Promise<OfficeDesk> {
  const { id } = context.jurisdiction;
  const bureau = await subjectRecord.read(deps.store, { jurisdiction: id, id: bureauSubjectId(id, office) });
  return officeDesk(context, office, bureau?.name);
}

/** What is kept of it when a document is issued. */
export const deskKept = (desk: OfficeDesk) => ({
  name: desk.organ.name,
  delegation: desk.organ.delegation,
  address: desk.address,
  telephone: desk.telephone,
  contact: desk.contact,
  reconsiderationBody: desk.reconsiderationBody,
  court: desk.court,
});
