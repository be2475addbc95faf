import {
  createCalendar,
  type WorkCalendar,
  type YearArrangement,
} from '../../../shared/domain/time/calendar.ts';
import { day, formatDay } from '../../../shared/domain/time/day.ts';
import { formatInstant, startOfDay } from '../../../shared/domain/time/instant.ts';
import { occurrencesOf } from '../../../shared/domain/duties/occurrences.ts';
import type { Occurrence } from '../../../shared/domain/duties/due/occurrence.ts';
import { choicesOf, stepId, stepsOf } from '../../../shared/domain/duties/schedule.ts';
import { planSubjectOf } from '../../../shared/domain/register/subject-facts.ts';
import { jurisdictionOf, rulebookOf } from '../../../shared/rules/catalogue.ts';
import type { DeadlineRule } from '../../../shared/rules/rule.ts';
import type { SubjectKind } from '../../../shared/rules/schema.ts';
import type { FactValue } from '../../../shared/records/records.ts';
import type { SettingsRecord } from '../../../shared/records/settings.ts';
import { defaultSettings, type Context } from '../../../shared/usecases/context.ts';
import { preview, type Previewed } from '../../../shared/usecases/duties/preview.ts';

/** A subject with its facts, and the days between which its duties are asked for. */
export interface Case {
  readonly ruleId: string;
  /** What the case shows, as a sentence. */
  readonly shows: string;
  readonly kind: SubjectKind;
  readonly traits?: readonly string[];
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly from: string;
  readonly to: string;
  readonly readings?: Readonly<Record<string, string>>;
  readonly figures?: Readonly<Record<string, number | string | boolean | number[]>>;
  /** Arrangements entered over the published ones. */
  readonly entered?: readonly YearArrangement[];
}

const calendars = new Map<string, WorkCalendar>();

/** Calendars are large: one for each set of entered years. */
function calendarOf(entered: readonly YearArrangement[]): WorkCalendar {
  const key = JSON.stringify(entered);
  const known = calendars.get(key) ?? createCalendar(entered);
  calendars.set(key, known);
  return known;
}

/** A jurisdiction as it is set up, tracked from the start of 2015, with other settings where wanted. */
export function contextOf(
  id: string,
  change: Partial<SettingsRecord> = {},
  entered: readonly YearArrangement[] = [],
): Context {
  const jurisdiction = jurisdictionOf(id);
  if (!jurisdiction) throw new Error(`no jurisdiction ${id}`);
  return {
    jurisdiction,
    rulebook: rulebookOf(id),
    settings: { ...defaultSettings(day('2015-01-01')), ...change },
    staff: [],
    former: [],
    staffVersion: 0,
    years: [],
    overrides: [],
    calendar: calendarOf(entered),
    plannedBasis: undefined,
    reported: undefined,
  };
}

export function ruleOf(jurisdiction: string, ruleId: string): DeadlineRule {
  const rule = rulebookOf(jurisdiction).deadlineOf(ruleId);
  if (!rule) throw new Error(`${jurisdiction} has no deadline rule ${ruleId}`);
  return rule;
}

function contextFor(jurisdiction: string, { ruleId, readings, figures, entered }: Case): Context {
  return contextOf(
    jurisdiction,
    {
      readings: readings === undefined ? {} : { [ruleId]: { ...readings } },
      figures: figures === undefined ? {} : { [ruleId]: { ...figures } },
    },
    entered,
  );
}

/** The result of the public preview for the case’s rule. */
export function previewed(jurisdiction: string, one: Case): Previewed[] {
  const outcome = preview(contextFor(jurisdiction, one), {
    jurisdiction,
    subject: { kind: one.kind, traits: [...(one.traits ?? [])], facts: { ...one.facts } },
    from: one.from,
    to: one.to,
  });
  if (!outcome.ok) throw new Error(`${one.shows}: ${JSON.stringify(outcome)}`);
  return outcome.value.filter((duty) => duty.ruleId === one.ruleId);
}

/** The occurrences, with the steps for each as if it were known from the day on which it arises. */
export function planned(jurisdiction: string, one: Case): { occurrence: Occurrence; steps: string[] }[] {
  const context = contextFor(jurisdiction, one);
  const rule = ruleOf(jurisdiction, one.ruleId);
  const subject = planSubjectOf({
    kind: one.kind,
    traits: one.traits ?? [],
    facts: one.facts ?? {},
    recorded: {},
  });
  const found = occurrencesOf(rule, subject, {
    calendar: context.calendar,
    choices: choicesOf(context.settings),
    explain: false,
    window: { from: day(one.from), to: day(one.to), onceTo: day(one.to), yearlyFrom: day(one.from) },
    recordedOn: day(one.from),
    versionsOf: context.rulebook.versionsOf,
  });
  const policy = { calendar: context.calendar, settings: context.settings };
  return found.map((occurrence) => ({
    occurrence,
    steps:
      rule.deadline.pursuit === 'none'
        ? []
        : stepsOf(
            rule,
            policy,
            occurrence.dates,
            formatDay(occurrence.arisesOn),
            startOfDay(occurrence.arisesOn),
            undefined,
          ).map((step) => `${formatInstant(step.at)} ${stepId(step)}`),
  }));
}

/** The decisive days, as `2026-02-28`; instants for a duty by the hour. */
export function datesOf(jurisdiction: string, one: Case): Record<string, string | boolean | undefined>[] {
  return previewed(jurisdiction, one).map((duty) => ({
    ...(duty.period === undefined ? {} : { period: duty.period }),
    arisesOn: duty.arisesOn,
    due: duty.dueOn ?? duty.dueAt,
    actBy: duty.actBy,
    overdueFrom: duty.overdueFrom,
    provisional: duty.provisional,
  }));
}

/** The due days alone. */
export function dueDays(jurisdiction: string, one: Case): string[] {
  return planned(jurisdiction, one).map(({ occurrence }) => formatDay(occurrence.dates.dueOn));
}
