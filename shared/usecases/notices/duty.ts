import { behind, type Party } from '../../domain/register/party.ts';
import { stepId } from '../../domain/duties/schedule.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import { subjectOfId } from '../../domain/ids.ts';
import type { Item, Key } from '../../ports.ts';
import type { Pointer } from '../../records/agenda.ts';
import { sendingContext, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { LEVELS, answerable } from '../register/party.ts';
import { dutyRule } from '../register/rule-of.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { type ObligationRecord, type StepRecord, obligationRecord } from '../../records/obligation.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** One step of one obligation, with everything that its letter needs. */
export interface Duty {
  readonly pointer: Pointer;
  readonly context: Context;
  readonly rule: DeadlineRule;
  readonly obligation: ObligationRecord;
  readonly step: StepRecord;
  readonly subject: SubjectRecord;
  readonly parent: SubjectRecord | undefined;
  /** The party that answers for the subject, and its unit in the register if that is not the subject itself. */
  readonly party: Party | undefined;
  readonly unit: SubjectRecord | undefined;
  readonly bureau: SubjectRecord | undefined;
}

export async function dutiesFor(deps: Deps, pointers: readonly Pointer[]): Promise<Duty[]> {
  const unique = [
    ...new Map(pointers.map((entry) => [`${entry.obligationId}/${entry.step}`, entry])).values(),
  ];
  const ids = [...new Set(unique.map((entry) => entry.jurisdiction))];
  const found = await Promise.all(ids.map((id) => sendingContext(deps, id)));
  const contexts = new Map(found.flatMap((one) => (one ? [[one.jurisdiction.id, one]] : [])));
  const items = await getEach(
    deps,
    unique.flatMap(({ jurisdiction, obligationId }) => [
      obligationRecord.key({ jurisdiction, id: obligationId }),
      subjectRecord.key({ jurisdiction, id: subjectOfId(obligationId) ?? obligationId }),
    ]),
  );
  const isSubject = ({ sk }: Key): boolean => sk === '0';
  const obligations = items.filter((item) => !isSubject(item)).map(obligationRecord.of);
  const own = items.filter(isSubject).map(subjectRecord.of);
  const others = await standingBy(deps, obligations, own, contexts);
  const subjects = new Map([...own, ...others].map((subject) => [subject.id, subject]));
  const byId = new Map(obligations.map((record) => [record.id, record]));
  return unique.flatMap((entry) => dutyOf(entry, contexts, byId, subjects));
}

function dutyOf(
  entry: Pointer,
  contexts: ReadonlyMap<string, Context>,
  obligations: ReadonlyMap<string, ObligationRecord>,
  subjects: ReadonlyMap<string, SubjectRecord>,
): Duty[] {
  const context = contexts.get(entry.jurisdiction);
  const obligation = obligations.get(entry.obligationId);
  const rule = obligation && context && dutyRule(context.rulebook, obligation);
  const step = obligation?.steps.find((candidate) => stepId(candidate) === entry.step);
  const subject = obligation && subjects.get(obligation.subjectId);
  if (!context || !obligation || !rule || !step || !subject) return [];
  return [
    {
      pointer: entry,
      context,
      rule,
      obligation,
      step,
      subject,
      parent: subject.parentId === undefined ? undefined : subjects.get(subject.parentId),
      ...answerable(subject, subjects),
      bureau: subjects.get(bureauSubjectId(context.jurisdiction.id, rule.office)),
    },
  ];
}

/**
 * Reads the offices of the duties, and the subjects that the given ones belong to or are answered for by,
 * unless they were read already.
 */
async function standingBy(
  deps: Deps,
  obligations: readonly ObligationRecord[],
  own: readonly SubjectRecord[],
  contexts: ReadonlyMap<string, Context>,
): Promise<SubjectRecord[]> {
  const offices = obligations.map((obligation) => {
    const context = contexts.get(obligation.jurisdiction);
    const office = (context && dutyRule(context.rulebook, obligation))?.office ?? 'archives';
    return subjectRecord.key({
      jurisdiction: obligation.jurisdiction,
      id: bureauSubjectId(obligation.jurisdiction, office),
    });
  });
  const pkOf = (subject: SubjectRecord): string => subjectRecord.key(subject).pk;
  const known = new Set(own.map(pkOf));
  const found: SubjectRecord[] = [];
  let wanted = [...offices, ...own.flatMap((subject) => above(subject, [subject.parentId, behind(subject)]))];
  for (let level = 0; level < LEVELS && wanted.length > 0; level += 1) {
    const missing = wanted.filter(({ pk }) => !known.has(pk));
    const read = (await getEach(deps, missing)).map(subjectRecord.of);
    for (const subject of read) known.add(pkOf(subject));
    found.push(...read);
    wanted = read.flatMap((subject) => above(subject, [behind(subject)]));
  }
  return found;
}

const above = ({ jurisdiction }: SubjectRecord, ids: readonly (string | undefined)[]): Key[] =>
  ids.flatMap((id) => (id === undefined ? [] : [subjectRecord.key({ jurisdiction, id })]));

/** Each key once. */
const getEach = ({ store }: Deps, keys: readonly Key[]): Promise<readonly Item[]> =>
  store.getMany([...new Map(keys.map((key) => [`${key.pk}|${key.sk}`, key])).values()]);
