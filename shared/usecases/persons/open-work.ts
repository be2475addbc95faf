import { holderNow } from '../../domain/people/place.ts';
import { isPending } from '../../domain/escalations/state.ts';
import { listOf } from '../../records/keys.ts';
import { escalationRecord } from '../../records/escalation.ts';
import { obligationRecord } from '../../records/obligation.ts';
import type { FormerMember } from '../../records/staff.ts';
import { subjectRecord } from '../../records/subject.ts';
import { readAll, readInOrder } from '../../store/read.ts';
import type { Item } from '../../ports.ts';
import { rulesOf } from '../context.ts';
import { dutyRule } from '../register/rule-of.ts';
import { measures } from '../../vocabulary/measures.ts';
import type { PeopleRequest } from './request.ts';

interface OpenItem {
  readonly id: string;
  readonly name: string;
}

export interface OpenWork {
  readonly subjects: readonly OpenItem[];
  readonly obligations: readonly OpenItem[];
  readonly escalations: readonly OpenItem[];
}

/** What a person still has to do: subjects and duties that they handle, papers that they proposed. */
export async function openWorkOf(
  { deps, where: { jurisdiction } }: PeopleRequest,
  sub: string,
  former: readonly FormerMember[],
): Promise<OpenWork> {
  const all = async (what: 'SUBJECT' | 'OBLIGATION' | 'ESCALATION'): Promise<Item[]> =>
    readInOrder(deps.store, await readAll(deps.store, { pk: listOf(jurisdiction, what), index: 'list' }));
  const isTheirs = (handler: string | undefined): boolean =>
    handler !== undefined && holderNow(former, handler) === sub;
  const rulebook = rulesOf(jurisdiction)?.rulebook;
  const subjects = (await all('SUBJECT')).map(subjectRecord.of);
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  const nameIn = (subjectId: string, what: string): string => `${names.get(subjectId) ?? ''}：${what}`;
  return {
    subjects: subjects
      .filter(({ handler, retiredOn }) => retiredOn === undefined && isTheirs(handler))
      .map(({ id, name }) => ({ id, name })),
    obligations: (await all('OBLIGATION'))
      .map(obligationRecord.of)
      .filter(({ closed, handler }) => closed === undefined && isTheirs(handler))
      .map((duty) => ({
        id: duty.id,
        name: nameIn(
          duty.subjectId,
          duty.title ?? (rulebook && dutyRule(rulebook, duty)?.title) ?? duty.ruleId,
        ),
      })),
    escalations: (await all('ESCALATION'))
      .map(escalationRecord.of)
      .filter(({ status, approval }) => isPending(status) && approval.proposedBy === sub)
      .map(({ id, subjectId, step }) => ({ id, name: nameIn(subjectId, measures[step].name) })),
  };
}
