import type { Owed, QuotaSubject } from '../../domain/quotas/types.ts';
import { addDays, day, dayFrom, formatDay, yearOf, type Day } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Item } from '../../ports.ts';
import { listOf } from '../../records/keys.ts';
import { readList } from '../../store/read.ts';
import type { Deps } from '../deps.ts';
import { obligationRecord } from '../../records/obligation.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

interface Bounds {
  readonly from?: string;
  readonly to?: string;
}

/** Every item of a partition of the list index. */
export async function wholeList(deps: Deps, pk: string, bounds: Bounds = {}): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await readList(deps.store, {
      pk,
      ...bounds,
      limit: 200,
      ...(after === undefined ? {} : { after }),
    });
    items.push(...page.items);
    after = page.after;
  } while (after !== undefined);
  return items;
}

/** A subject in the form that quotas and draws compute with. */
function quotaSubject(record: SubjectRecord): QuotaSubject {
  const { id, kind, name, traits, facts, parentId, parties, createdAt, retiredOn } = record;
  return {
    id,
    kind,
    name,
    traits,
    facts,
    createdOn: dayOf(createdAt),
    ...(parentId === undefined ? {} : { parentId }),
    ...(parties === undefined ? {} : { answeredBy: parties.flatMap(({ subjectId }) => subjectId ?? []) }),
    ...(retiredOn === undefined ? {} : { retiredOn: day(retiredOn) }),
  };
}

/** The whole register of a jurisdiction, including retired subjects. */
export async function registerOfSubjects(deps: Deps, jurisdiction: string): Promise<QuotaSubject[]> {
  const items = await wholeList(deps, listOf(jurisdiction, 'SUBJECT'));
  return items.map((item) => quotaSubject(subjectRecord.of(item)));
}

/** The reports due in this year or the next. The quota’s population decides which of them count. */
export async function owedReports(deps: Deps, jurisdiction: string, on: Day): Promise<Owed[]> {
  const from = formatDay(addDays(dayFrom(yearOf(on), 1, 1), -1));
  const to = `${formatDay(dayFrom(yearOf(on) + 1, 12, 31))}#~`;
  const items = await wholeList(deps, listOf(jurisdiction, 'OBLIGATION'), { from, to });
  return items.flatMap((item) => {
    const { ruleId, subjectId, period, closed } = obligationRecord.of(item);
    if (closed?.how === 'superseded' || closed?.how === 'waived') return [];
    return [{ ruleId, subjectId, ...(period === undefined ? {} : { period }) }];
  });
}
