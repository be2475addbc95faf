import { seesSubject } from '../../domain/principal.ts';
import { type Request } from '../request.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

export async function readSubject(request: Request, id: string): Promise<SubjectRecord | undefined> {
  const subject = await subjectRecord.read(request.deps.store, {
    jurisdiction: request.context.jurisdiction.id,
    id,
  });
  return subject && seesSubject(request.principal, subject) ? subject : undefined;
}
