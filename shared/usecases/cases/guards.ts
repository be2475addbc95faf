import { problemAt, type Failure } from '../../outcome.ts';
import type { FactValue } from '../../records/records.ts';
import type { PartyRecord } from '../../records/party.ts';
import type { SubjectRecord } from '../../records/subject.ts';

const proposing: ReadonlySet<unknown> = new Set(['decision-proposal', 'spot-decision']);
const telling: ReadonlySet<unknown> = new Set(['prior-notice', 'spot-decision']);

/** What a decision rests on: changed by events alone once one was proposed. */
const decided = ['fine', 'fineMaximum', 'party', 'major'] as const;

/**
 * Why a change of facts would pass by the events of a case: its office’s chain of approvals is fixed by the first
 * event, and what was proposed is what is approved.
 */
export function heldByStage(
  subject: SubjectRecord,
  facts: Readonly<Record<string, FactValue>>,
): Failure | undefined {
  const entries = subject.kind === 'case' ? (subject.stage?.entries ?? []) : [];
  if (entries.length === 0) return undefined;
  const proposed = entries.some(({ body }) => proposing.has(body['event']));
  const names = proposed ? ['office', ...decided] : ['office'];
  const moved = names.find((name) => facts[name] !== subject.facts[name]);
  if (moved === undefined) return undefined;
  const path = `facts.${moved}`;
  return moved === 'office'
    ? problemAt(path, 'case.office-fixed').failure
    : problemAt(path, 'case.proposed').failure;
}

/** Whom a subject is against or who answers for it: the first of its parties, else the unit above. */
const against = ({ parties = [], parentId }: Pick<SubjectRecord, 'parties' | 'parentId'>) =>
  parties[0] ?? (parentId === undefined ? undefined : { subjectId: parentId });

type Person = Partial<Pick<PartyRecord, 'subjectId' | 'name' | 'code'>>;

const isSamePerson = (a: Person, b: Person | undefined): boolean =>
  (['subjectId', 'code', 'name'] as const).some((field) => a[field] !== undefined && a[field] === b?.[field]);

/**
 * Why a case would come to be against another person than the one who was told what is intended, and heard: a name is
 * put right under the same code, or in the record of the unit.
 */
export function heldParty(
  subject: SubjectRecord,
  next: Pick<SubjectRecord, 'parties' | 'parentId'>,
): Failure | undefined {
  const isTold = subject.stage?.entries.some(({ body }) => telling.has(body['event'])) === true;
  const told = subject.kind === 'case' && isTold ? against(subject) : undefined;
  if (!told || isSamePerson(told, against(next))) return undefined;
  return problemAt(subject.parties === next.parties ? 'parentId' : 'parties.0', 'case.party-told').failure;
}
