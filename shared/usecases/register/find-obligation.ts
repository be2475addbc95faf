import { seesDuty, seesSubject } from '../../domain/principal.ts';
import { subjectOfId } from '../../domain/ids.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import { subjectKey } from '../../records/keys.ts';
import { subjectRecord, type SubjectRecord } from '../../records/records.ts';
import { type Request } from '../request.ts';
import { dutyRule } from './rule-of.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';

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
    subjectKey(jurisdiction, subjectId),
  ]);
  const own = items.find((item) => item.sk !== '0');
  const holder = items.find((item) => item.sk === '0');
  if (!own || !holder) return undefined;
  const obligation = obligationRecord.of(own);
  const subject = subjectRecord.parse(holder);
  const rule = dutyRule(request.context.rulebook, obligation);
  if (!rule || !seesSubject(request.principal, subject) || !seesDuty(request.principal, rule))
    return undefined;
  return { obligation, subject, rule };
}
