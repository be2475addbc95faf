import { seesSubject } from '../../domain/principal.ts';
import { subjectKey } from '../../records/keys.ts';
import { subjectRecord, type SubjectRecord } from '../../records/records.ts';
import { type Request } from '../request.ts';

export async function readSubject(request: Request, id: string): Promise<SubjectRecord | undefined> {
  const item = await request.deps.store.get(subjectKey(request.context.jurisdiction.id, id));
  const subject = item && subjectRecord.parse(item);
  return subject && seesSubject(request.principal, subject) ? subject : undefined;
}
