import { stepId } from '../../domain/duties/schedule.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import { obligationKey, subjectKey } from '../../records/keys.ts';
import {
  obligationRecord,
  subjectRecord,
  type ObligationRecord,
  type Pointer,
  type StepRecord,
  type SubjectRecord,
} from '../../records/records.ts';
import { loadContext, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { dutyRule } from '../register/rule-of.ts';
import { bureauSubjectId } from '../bureau-subject.ts';

/** One step of one obligation, with all that its letter needs. */
export interface Duty {
  readonly pointer: Pointer;
  readonly context: Context;
  readonly rule: DeadlineRule;
  readonly obligation: ObligationRecord;
  readonly step: StepRecord;
  readonly subject: SubjectRecord;
  readonly parent: SubjectRecord | undefined;
  readonly bureau: SubjectRecord | undefined;
}

export async function dutiesFor(deps: Deps, pointers: readonly Pointer[]): Promise<Duty[]> {
  const unique = [
    ...new Map(pointers.map((entry) => [`${entry.obligationId}/${entry.step}`, entry])).values(),
  ];
  const ids = [...new Set(unique.map((entry) => entry.jurisdiction))];
  const contexts = new Map<string, Context>();
  for (const id of ids) {
    const context = await loadContext(deps.store, id);
    if (context) contexts.set(id, context);
  }
  const items = await deps.store.getMany(
    uniqueKeys(unique.map((entry) => obligationKey(entry.jurisdiction, entry.obligationId))),
  );
  const obligations = new Map(
    items.map((item) => obligationRecord.parse(item)).map((record) => [record.id, record]),
  );
  const subjects = await subjectsFor(deps, [...obligations.values()], contexts);
  return unique.flatMap((entry) => dutyOf(entry, contexts, obligations, subjects));
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
      bureau: subjects.get(bureauSubjectId(context.jurisdiction.id, rule.office)),
    },
  ];
}

async function subjectsFor(
  deps: Deps,
  obligations: readonly ObligationRecord[],
  contexts: ReadonlyMap<string, Context>,
): Promise<Map<string, SubjectRecord>> {
  const keys = obligations.flatMap((obligation) => {
    const context = contexts.get(obligation.jurisdiction);
    const office = (context && dutyRule(context.rulebook, obligation))?.office ?? 'archives';
    return [
      subjectKey(obligation.jurisdiction, obligation.subjectId),
      subjectKey(obligation.jurisdiction, bureauSubjectId(obligation.jurisdiction, office)),
    ];
  });
  const own = (await deps.store.getMany(uniqueKeys(keys))).map((item) => subjectRecord.parse(item));
  const parents = own.flatMap((subject) =>
    subject.parentId === undefined ? [] : [subjectKey(subject.jurisdiction, subject.parentId)],
  );
  const more = (await deps.store.getMany(uniqueKeys(parents))).map((item) => subjectRecord.parse(item));
  return new Map([...own, ...more].map((subject) => [subject.id, subject]));
}

function uniqueKeys<K extends { readonly pk: string; readonly sk: string }>(keys: readonly K[]): K[] {
  return [...new Map(keys.map((key) => [`${key.pk}|${key.sk}`, key])).values()];
}
