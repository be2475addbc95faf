import { day } from '../../domain/time/day.ts';
import { dayOf, type Instant } from '../../domain/time/instant.ts';
import type { DocumentParts, OfficerParts } from '../../documents/parts.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { inspectionRecord, type InspectionRecord } from '../../records/inspection.ts';
import type { StaffMember } from '../../records/staff.ts';
import { causeWords } from '../../vocabulary/value-words.ts';
import type { Request } from '../request.ts';

/** The check that a document follows from. */
export async function checkBehind(
  { deps }: Pick<Request, 'deps'>,
  { jurisdiction, inspectionId: id }: EscalationRecord,
): Promise<InspectionRecord | undefined> {
  return id === undefined ? undefined : inspectionRecord.read(deps.store, { jurisdiction, id });
}

/** Who acts, as a paper names them: those of the measure, those that were entered, those of the check. */
export function officersFor(
  { staff, now }: { readonly staff: readonly StaffMember[]; readonly now: Instant },
  { takenOnTheSpot, officers }: EscalationRecord,
  check: InspectionRecord | undefined,
): OfficerParts[] {
  const taken = takenOnTheSpot?.officers.map((one) => {
    const [name = '', certificate] = one.split('，');
    return { name, certificate };
  });
  const known =
    taken ?? (officers && officers.length > 0 ? officers : undefined) ?? check?.content.officers ?? [];
  return known.map(({ name, certificate }) => ({
    name,
    certificate: certificate ?? certificateOf(staff, name, now),
  }));
}

function certificateOf(staff: readonly StaffMember[], name: string, now: Instant): string | undefined {
  const own = staff.filter((member) => member.name === name);
  const [only] = own;
  if (own.length !== 1 || !only?.certificate) return undefined;
  return day(only.certificate.validUntil) >= dayOf(now) ? only.certificate.number : undefined;
}

/** How and when the facts came to be known, as far as nobody has entered it. */
export function discoveryOf(
  { discovery, obligationId, draftedAt }: EscalationRecord,
  check: InspectionRecord | undefined,
): DocumentParts['discovery'] {
  const found = check
    ? { on: dayOf(check.content.at), source: checkSources[check.content.cause] }
    : obligationId === undefined
      ? {}
      : { on: dayOf(draftedAt), source: '日常监督管理中发现' };
  return {
    on: discovery?.on === undefined ? found.on : day(discovery.on),
    source: discovery?.source ?? found.source,
  };
}

const checkSources: Readonly<Record<keyof typeof causeWords, string>> = {
  ...causeWords,
  planned: '监督检查中发现',
};

/** The day that a check has set for what it found at a subject; undefined where it set none, or several. */
export function findingDay(check: InspectionRecord | undefined, subjectId: string): string | undefined {
  const days = (check?.content.findings ?? []).flatMap((finding) =>
    finding.subjectId === subjectId && finding.rectifyBy !== undefined ? [finding.rectifyBy] : [],
  );
  const [only, ...others] = new Set(days);
  return others.length === 0 ? only : undefined;
}
