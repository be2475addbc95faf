import { escalationRecord } from '../store/escalation-record.ts';
import { listOf } from '../store/keys.ts';
import { subjectRecord, type SubjectRecord } from '../store/records.ts';
import { wholeList } from './register.ts';
import type { Request } from './request.ts';
import { caseEntries } from './stage-file.ts';

/** Whether another case of the jurisdiction, or a document that was issued, bears the number. */
export async function numberBorne(
  { deps }: Request,
  { jurisdiction, id }: SubjectRecord,
  number: string,
): Promise<boolean> {
  const documents = await wholeList(deps, listOf(jurisdiction, 'ESCALATION'));
  if (documents.some((item) => escalationRecord.parse(item).issue?.number === number)) return true;
  const cases = await wholeList(deps, listOf(jurisdiction, 'SUBJECT'), { from: 'case#', to: 'case#~' });
  return cases
    .map((item) => subjectRecord.parse(item))
    .some((other) => other.id !== id && caseEntries(other).some(({ body }) => decidedAs(body) === number));
}

const decidedAs = (body: ReturnType<typeof caseEntries>[number]['body']): string | undefined =>
  body.event === 'decision-approval' ? body.number : undefined;
