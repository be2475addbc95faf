import { seesSubject } from '../contract/principal.ts';
import { subjectKey } from '../store/keys.ts';
import { subjectRecord, type SubjectRecord } from '../store/records.ts';
import { type Request } from './request.ts';

export async function readSubject(request: Request, id: string): Promise<SubjectRecord | undefined> {
  const item = await request.deps.store.get(subjectKey(request.context.jurisdiction.id, id));
  const subject = item && subjectRecord.parse(item);
  return subject && seesSubject(request.principal, subject) ? subject : undefined;
}
