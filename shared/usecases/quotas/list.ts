import { ok, problemAt, type Outcome } from '../../outcome.ts';
import { seesOffice } from '../../domain/principal.ts';
import { calendarYears } from '../../domain/time/calendar.ts';
import { day, formatDay, yearOf, type Day } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { countedTo, populationsFrom } from '../../domain/quotas/counted.ts';
import { planFor } from '../../domain/quotas/plan.ts';
import { quotasOn } from '../../domain/quotas/quotas.ts';
import type {
  CountedInspection,
  CountedTo,
  Kept,
  Quota,
  QuotaInput,
  QuotaPlan,
  QuotaSubject,
} from '../../domain/quotas/types.ts';
import { inspectionRecord, type InspectionRecord, inspectionsOf } from '../../records/inspection.ts';
import {
  populationRecord,
  quotaDecisionRecord,
  type QuotaDecisionRecord,
  populationsOf,
  decisionsOf,
} from '../../records/quota.ts';
import { readAll } from '../../store/read.ts';
import type { Context } from '../context.ts';
import { withDecisions } from './decision-trail.ts';
import type { Deps } from '../deps.ts';
import { followUpsDue } from '../checks/findings.ts';
import { owedReports, registerOfSubjects } from '../register/population.ts';
import type { Request } from '../request.ts';

function countedInspection({ id, content }: InspectionRecord): CountedInspection {
  const { at, regime, ruleId, mode, cause, countsTowards, targets } = content;
  return {
    id,
    on: dayOf(at),
    regime,
    mode,
    cause,
    targets,
    ...(ruleId === undefined ? {} : { ruleId }),
    ...(countsTowards === undefined ? {} : { countsTowards }),
  };
}

interface Stored {
  readonly kept: readonly Kept[];
  readonly decisions: readonly QuotaDecisionRecord[];
}

async function storedOf(deps: Deps, jurisdiction: string): Promise<Stored> {
  const [populations, decisions] = await Promise.all([
    readAll(deps.store, populationsOf(jurisdiction)),
    readAll(deps.store, decisionsOf(jurisdiction)),
  ]);
  return {
    kept: populations.map((item) => {
      const { ruleId, period, countedOn, subjectIds, directIds } = populationRecord.of(item);
      const kept = { ruleId, period, countedOn: day(countedOn), subjectIds };
      return directIds ? { ...kept, directIds } : kept;
    }),
    decisions: decisions.map(quotaDecisionRecord.of),
  };
}

/** The decisions, with who made them and when. */
export type StoredInput = Omit<QuotaInput, 'decisions'> & Pick<Stored, 'decisions'>;

/**
 * Everything from which the quotas of a day are computed, with the records of checks from the year of `since`
 * on.
 */
export async function quotaInput(
  deps: Deps,
  context: Context,
  on: Day,
  since: Day = on,
): Promise<StoredInput> {
  return (await inputWithRecords(deps, context, on, since)).input;
}

async function inputWithRecords(
  deps: Deps,
  context: Context,
  on: Day,
  since: Day,
): Promise<{ readonly input: StoredInput; readonly records: readonly InspectionRecord[] }> {
  const jurisdiction = context.jurisdiction.id;
  const { rules } = context.rulebook;
  const today = dayOf(deps.clock.now());
  const subjects = await registerOfSubjects(deps, jurisdiction);
  const [stored, items, owed] = await Promise.all([
    storedOf(deps, jurisdiction),
    readAll(deps.store, {
      ...inspectionsOf(jurisdiction),
      from: String(Math.min(firstYear(subjects, on), yearOf(since))),
      to: `${Math.max(yearOf(on), yearOf(today))}~`,
    }),
    rules.some(({ quota }) => quota?.population.oweRule !== undefined)
      ? owedReports(deps, jurisdiction, on)
      : [],
  ]);
  const { enterpriseYearlyCap, checksPerWorkingDay = 1 } = context.settings;
  const records = items.map(inspectionRecord.of);
  const input = {
    rules,
    choices: context.settings,
    calendar: context.calendar,
    checksPerWorkingDay,
    overrides: context.overrides,
    on,
    today,
    subjects,
    inspections: records.map(countedInspection),
    owed,
    ...(enterpriseYearlyCap === undefined ? {} : { enterpriseYearlyCap }),
    ...stored,
  };
  return { input, records };
}

/** The year of the day; when decisions of earlier years are followed up, the year of the first of them. */
function firstYear(subjects: readonly QuotaSubject[], on: Day): number {
  const years = subjects.flatMap(({ kind, facts }) => {
    const decided = facts['decidedOn'];
    return kind === 'reconsideration-decision' && typeof decided === 'string'
      ? [Number(decided.slice(0, 4))]
      : [];
  });
  return Math.min(yearOf(on), ...years);
}

const ofOffice =
  ({ principal, context }: Request) =>
  ({ ruleId }: { readonly ruleId: string }): boolean => {
    const rule = context.rulebook.ruleOf(ruleId);
    return rule !== undefined && seesOffice(principal, rule.office);
  };

/** All quotas of the periods that contain the day. */
export async function listQuotas(request: Request, on: Day): Promise<Quota[]> {
  const input = await quotaInput(request.deps, request.context, on);
  return withDecisions(quotasOn(input).filter(ofOffice(request)), input.decisions);
}

/**
 * A plan of checks for the rest of this year, or for a later year. Refused for a year whose work calendar is
 * not known.
 */
export async function quotaPlan(request: Request, year: number): Promise<Outcome<QuotaPlan>> {
  const { first, last } = calendarYears;
  if (year < first || year > last) return problemAt('year', 'quota.no-calendar', { year, first, last });
  const today = dayOf(request.deps.clock.now());
  const on = yearOf(today) === year ? today : day(`${year}-01-01`);
  // Whom to visit first also depends on the visits of the year before.
  const before = day(`${year - 1}-01-01`);
  const { deps, context, principal } = request;
  const { input, records } = await inputWithRecords(deps, context, on, before);
  const followUps = await followUpsDue(deps, context.jurisdiction.id, records);
  const plan = planFor({ ...input, followUps }, year);
  const own = ofOffice(request);
  const regimes = new Set(
    context.rulebook.rules.flatMap(({ regime, office }) => (seesOffice(principal, office) ? [regime] : [])),
  );
  return ok({
    ...plan,
    // A visit belongs to one office.
    visits: plan.visits.filter(
      ({ serves, followUps: followed }) =>
        serves.some(own) || followed.some(({ regime }) => regimes.has(regime)),
    ),
    unmet: plan.unmet.filter(own),
  });
}

/** For which quotas each of these records counts. */
export async function countedOf(
  { deps, context }: Request,
  records: readonly InspectionRecord[],
): Promise<Map<string, readonly CountedTo[]>> {
  const jurisdiction = context.jurisdiction.id;
  // The whole register: how many targets a check has depends on how many there are.
  const subjects = records.length === 0 ? [] : await registerOfSubjects(deps, jurisdiction);
  const { kept } = await storedOf(deps, jurisdiction);
  const now = dayOf(deps.clock.now());
  const reported = records.some(({ content }) =>
    [content.ruleId ?? '', ...(content.countsTowards ?? [])].some(
      (ruleId) => context.rulebook.ruleOf(ruleId)?.quota?.population.oweRule !== undefined,
    ),
  );
  const owed = reported ? await owedReports(deps, jurisdiction, now) : [];
  const more = { choices: context.settings, overrides: context.overrides, kept, owed, today: now };
  return new Map(
    records.map((record) => [
      record.id,
      countedTo(countedInspection(record), context.rulebook.rules, subjects, more),
    ]),
  );
}

/** Stores the populations whose day of counting is over, so that the number in use stays the same. Repeatable. */
export async function keepPopulations(deps: Deps, jurisdiction: string, input: QuotaInput): Promise<void> {
  for (const { countedOn, ...kept } of populationsFrom(input)) {
    const { ruleId, period } = kept;
    const record = { ...kept, countedOn: formatDay(countedOn) };
    await deps.store.put(populationRecord.itemOf({ jurisdiction, ruleId, period }, record), 'absent');
  }
}
