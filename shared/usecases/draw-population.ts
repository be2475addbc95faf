import { holds, membership, populationOf, registerOf } from '../domain/quota/population.ts';
import type { QuotaRule } from '../domain/quota/figures.ts';
import type { Span } from '../domain/quota/period.ts';
import type { CountInput, Owed, QuotaSubject } from '../domain/quota/types.ts';
import { addDays, day, dayFrom, formatDay, yearOf, type Day } from '../domain/day.ts';
import { dayOf } from '../domain/instant.ts';
import type { Item } from '../ports.ts';
import { listOf } from '../store/keys.ts';
import { obligationRecord, subjectRecord, type SubjectRecord } from '../store/records.ts';
import { readList } from '../store/read.ts';
import type { Context } from './context.ts';
import type { Deps } from './deps.ts';

interface Bounds {
  readonly from?: string;
  readonly to?: string;
}

async function whole(deps: Deps, pk: string, bounds: Bounds = {}): Promise<Item[]> {
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

function counted(record: SubjectRecord): QuotaSubject {
  const { id, kind, name, traits, facts, parentId, createdAt, retiredOn } = record;
  return {
    id,
    kind,
    name,
    traits,
    facts,
    createdOn: dayOf(createdAt),
    ...(parentId === undefined ? {} : { parentId }),
    ...(retiredOn === undefined ? {} : { retiredOn: day(retiredOn) }),
  };
}

/** The reports owed that fall due in the year or the next: which of them count, the quota’s population knows. */
async function owedReports(deps: Deps, jurisdiction: string, on: Day): Promise<Owed[]> {
  const from = formatDay(addDays(dayFrom(yearOf(on), 1, 1), -1));
  const to = `${formatDay(dayFrom(yearOf(on) + 1, 12, 31))}#~`;
  const items = await whole(deps, listOf(jurisdiction, 'OBLIGATION'), { from, to });
  return items.flatMap((item) => {
    const { ruleId, subjectId, period, closed } = obligationRecord.parse(item);
    if (closed?.how === 'superseded' || closed?.how === 'waived') return [];
    return [{ ruleId, subjectId, ...(period === undefined ? {} : { period }) }];
  });
}

/**
 * Whom a rule’s draw is made among today: the register or the flow that its quota names, without the retired.
 * Unlike the quota’s base number, which is counted on the first day of the period, it follows the register.
 */
export async function drawPopulation(
  deps: Deps,
  context: Context,
  rule: QuotaRule,
  span: Span,
): Promise<QuotaSubject[]> {
  const jurisdiction = context.jurisdiction.id;
  const today = dayOf(deps.clock.now());
  const items = await whole(deps, listOf(jurisdiction, 'SUBJECT'));
  const subjects = items.map((item) => counted(subjectRecord.parse(item)));
  const register = registerOf(subjects);
  const choices = context.settings;
  if (!rule.quota.population.flow)
    return subjects.filter((subject) => {
      const held = membership(rule, subject, choices, register);
      return held !== undefined && holds(held, today);
    });
  const input: CountInput = {
    rules: context.rulebook.rules,
    choices,
    overrides: context.overrides,
    on: today,
    today,
    subjects,
    inspections: [],
    owed: rule.quota.population.oweRule === undefined ? [] : await owedReports(deps, jurisdiction, today),
    kept: [],
    decisions: [],
  };
  const { ids } = populationOf(rule, span, today, input, register);
  return subjects.filter(
    ({ id, retiredOn }) => ids.has(id) && (retiredOn === undefined || retiredOn > today),
  );
}
