import { eventBody, isCase } from '../../domain/cases/event.ts';
import { type CaseEntry } from '../../domain/cases/file.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/**
 * Stored events were checked when they came in, and are read with the same schema. Throws if one does not fit:
 * that is a bug.
 */
export function caseEntries({ stage }: SubjectRecord): CaseEntry[] {
  return (stage?.entries ?? []).map(({ at, by, body }) => {
    const parsed = eventBody.parse(body);
    if (!isCase(parsed)) throw new Error(`${parsed.event} is no event of a case`);
    return { at, by, body: parsed };
  });
}
