import { formatInstant } from '../../domain/time/instant.ts';
import { subjectPartition } from '../../records/keys.ts';
import { readAll } from '../../store/read.ts';
import type { Deps } from '../deps.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** The due date that a notice states: the day, or the instant for a duty by the hour. */
export function toldDate(obligation: Pick<ObligationRecord, 'dueOn' | 'extendedTo' | 'dueAt'>): string {
  if (obligation.extendedTo !== undefined) return obligation.extendedTo;
  return obligation.dueAt === undefined ? obligation.dueOn : formatInstant(obligation.dueAt);
}

export async function obligationsOf(
  deps: Deps,
  subject: SubjectRecord,
): Promise<Map<string, ObligationRecord>> {
  const pk = subjectPartition(subject.jurisdiction, subject.id);
  const items = await readAll(deps.store, { pk, from: '2#', to: '2#~', consistent: true });
  return new Map(items.map(obligationRecord.of).map((record) => [record.id, record]));
}
