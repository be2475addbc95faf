import { rectificationRuleOf } from '../../domain/checks/finding.ts';
import { obligationIdOf } from '../../domain/ids.ts';
import { obligationRecord, type ObligationRecord } from '../../records/obligation.ts';
import type { FindingRecord } from '../../records/records.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import type { Deps } from '../deps.ts';

/** A problem that an earlier check found, with the duty that it became. */
export interface EarlierFinding {
  readonly subjectId: string;
  readonly finding: FindingRecord;
  readonly duty: ObligationRecord | undefined;
}

/** The problems of some subjects by the ids of their duties; those of other subjects are left out. */
export async function earlierFindings(
  { store }: Pick<Deps, 'store'>,
  subjects: readonly Pick<SubjectRecord, 'id' | 'jurisdiction' | 'findings'>[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, EarlierFinding>> {
  const asked = new Set(ids);
  const known = subjects.flatMap(({ id: subjectId, jurisdiction, findings = [] }) =>
    findings.flatMap((finding) => {
      const id = obligationIdOf(subjectId, rectificationRuleOf(finding.regime), finding.id);
      return asked.has(id) ? [{ id, jurisdiction, subjectId, finding }] : [];
    }),
  );
  if (known.length === 0) return new Map();
  const duties = await obligationRecord.readMany(store, known);
  const byId = new Map(duties.map((duty) => [duty.id, duty] as const));
  return new Map(
    known.map(({ id, subjectId, finding }) => [id, { subjectId, finding, duty: byId.get(id) }] as const),
  );
}

/** Whether it was put right: then it may be looked at before its period ends. */
export const isPutRight = ({ duty }: EarlierFinding): boolean =>
  duty?.closed?.how === 'fulfilled' || duty?.closed?.how === 'fulfilled-late';
