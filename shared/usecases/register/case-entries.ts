import { eventBody, isCase } from '../../domain/cases/event.ts';
import { type CaseEntry } from '../../domain/cases/file.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** What is stored was checked when it came, and is read by the same schema; throws where it is not so: a bug. */
export function caseEntries({ stage }: SubjectRecord): CaseEntry[] {
  return (stage?.entries ?? []).map(({ at, by, body }) => {
    const parsed = eventBody.parse(body);
    if (!isCase(parsed)) throw new Error(`${parsed.event} is no event of a case`);
    return { at, by, body: parsed };
  });
}
