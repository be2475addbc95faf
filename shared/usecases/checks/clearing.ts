import { inspectionRecord, type InspectionRecord, inspectionsOf } from '../../records/inspection.ts';
import { readAll } from '../../store/read.ts';
import type { Deps } from '../deps.ts';

/** A subject, and the check that found something at it. */
export interface FoundAt {
  readonly subjectId: string;
  readonly inspectionId: string;
}

/** The checks of a bureau from one on, in the order of their day. */
export async function checksFrom(
  { store }: Pick<Deps, 'store'>,
  jurisdiction: string,
  inspectionId: string,
): Promise<InspectionRecord[]> {
  const items = await readAll(store, { ...inspectionsOf(jurisdiction), from: inspectionId });
  return items.map(inspectionRecord.of).sort((a, b) => a.content.at - b.content.at);
}

/**
 * The last check of the same regime after the one that found the problem, if it has a result for the subject and found
 * nothing there any more.
 */
export function clearingAmong(
  checks: readonly InspectionRecord[],
  { subjectId, inspectionId }: FoundAt,
): InspectionRecord | undefined {
  const first = checks.find(({ id }) => id === inspectionId)?.content;
  const last = checks.findLast(
    ({ id, content }) =>
      id !== inspectionId &&
      first !== undefined &&
      content.at > first.at &&
      content.regime === first.regime &&
      content.targets.includes(subjectId),
  );
  return last && isClean(last, subjectId) ? last : undefined;
}

const isClean = ({ content }: InspectionRecord, subjectId: string): boolean =>
  content.checklist.some((item) => item.subjectId === undefined || item.subjectId === subjectId) &&
  !content.findings.some((finding) => finding.subjectId === subjectId);
