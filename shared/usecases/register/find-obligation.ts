import { seesDuty, seesSubject } from '../../domain/principal.ts';
import { subjectOfId } from '../../domain/ids.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import { type Request } from '../request.ts';
import { dutyRule } from './rule-of.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

export interface Found {
  readonly obligation: ObligationRecord;
  readonly subject: SubjectRecord;
  readonly rule: DeadlineRule;
}

/** The obligation with its subject and rule if the caller may see all three; otherwise undefined (404). */
export async function findObligation(request: Request, id: string): Promise<Found | undefined> {
  const jurisdiction = request.context.jurisdiction.id;
  const subjectId = subjectOfId(id);
  if (subjectId === undefined) return undefined;
  const items = await request.deps.store.getMany([
    obligationRecord.key({ jurisdiction, id }),
    subjectRecord.key({ jurisdiction, id: subjectId }),
  ]);
  const own = items.find((item) => item.sk !== '0');
  const holder = items.find((item) => item.sk === '0');
  if (!own || !holder) return undefined;
  const obligation = obligationRecord.of(own);
  const subject = subjectRecord.of(holder);
  const rule = dutyRule(request.context.rulebook, obligation);
  if (!rule || !seesSubject(request.principal, subject) || !seesDuty(request.principal, rule))
    return undefined;
  return { obligation, subject, rule };
}
