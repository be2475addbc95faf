import { arisesWith, type VersionsOf } from './arising.ts';
import type { WorkCalendar } from './calendar.ts';
import {
  daysAfter,
  hoursAfter,
  monthsAfter,
  monthsBefore,
  workingDaysAfter,
  type Dates,
  type Step,
  type Trace,
} from './dates.ts';
import { addMonths, chineseDay, day as parsed, formatDay, type Day } from './day.ts';
import type { PlanSubject } from './facts.ts';
import { dayOf } from './instant.ts';
import { numberFigure, readingOf, type Choices, type DeadlineRule } from '../rules/rule.ts';
import { findingDrafts } from './finding-duty.ts';
import { onceDrafts } from './once.ts';
import { eventDrafts, halfYearlyDrafts, yearlyDrafts } from './recurring.ts';

/** One duty that a rule puts on a subject, with its dates and, where asked for, how they were found. */
export interface Occurrence {
  readonly rule: DeadlineRule;
  /** Tells occurrences of one rule apart: the period, or the event of the year; empty where there is one. */
  readonly key: string;
  readonly period: string | undefined;
  /** The event of the year, for rules with several. */
  readonly title: string | undefined;
  readonly arisesOn: Day;
  readonly dates: Dates;
  readonly steps: readonly Step[];
}

export interface OccurrenceWindow {
  /** First and last due day wanted; for a duty by the hour, the day on which it falls due. */
  readonly from: Day;
  readonly to: Day;
  /** Last due day of duties that come once: one that is known stays known beyond the horizon. */
  readonly onceTo: Day;
  /** The first due day of a yearly duty that no fact of the subject begins. */
  readonly yearlyFrom: Day;
}

export interface OccurrenceContext {
  readonly calendar: WorkCalendar;
  readonly choices: Choices;
  readonly window: OccurrenceWindow;
  /** Whether each occurrence carries its steps. */
  readonly explain: boolean;
  /** For `before`: the day from which the duty exists where the recording day is not kept. */
  readonly recordedOn: Day;
  /** The deadline rules of the jurisdiction by their ids, each with its versions, the earliest first. */
  readonly versionsOf: VersionsOf;
}

/** An occurrence before its dates are counted. */
export interface Draft {
  readonly key: string;
  readonly period?: string;
  readonly title?: string;
  readonly arisesOn: Day;
  count(trace: Trace): Dates;
}

/** Whether the rule puts a duty on such a subject at all. What a check found is owed by whoever was checked. */
export function owes(rule: DeadlineRule, subject: PlanSubject): boolean {
  const { owedBy, due } = rule.deadline;
  if (due.type === 'finding') return true;
  if (owedBy.kind !== subject.kind) return false;
  if (owedBy.office !== undefined && (subject.facts.text('office') ?? 'archives') !== owedBy.office)
    return false;
  if (owedBy.levels && !owedBy.levels.some((level) => level === subject.facts.text('level'))) return false;
  return !owedBy.anyTrait || owedBy.anyTrait.some((trait) => subject.traits.includes(trait));
}

/**
 * Every occurrence of this version of a rule for the subject that falls due inside the window, earliest first: those
 * that arise while the version is in force, each by the figures of the day on which it arises.
 */
export function occurrencesOf(
  rule: DeadlineRule,
  subject: PlanSubject,
  context: OccurrenceContext,
): Occurrence[] {
  if (!owes(rule, subject)) return [];
  const { from, to, onceTo } = context.window;
  const found: Occurrence[] = [];
  for (const draft of draftsOf(rule, subject, context)) {
    const steps: Step[] | undefined = context.explain ? [] : undefined;
    const dates = draft.count(steps);
    if (dates.dueOn < from || dates.dueOn > (comesOnce(rule, draft) ? onceTo : to)) continue;
    found.push({
      rule,
      key: draft.key,
      period: draft.period,
      title: draft.title,
      arisesOn: draft.arisesOn,
      dates,
      steps: steps ?? [],
    });
  }
  return found;
}

const comesOnce = ({ deadline }: DeadlineRule, { key }: Draft): boolean =>
  key === '' || deadline.due.type === 'finding';

function draftsOf(rule: DeadlineRule, subject: PlanSubject, context: OccurrenceContext): Draft[] {
  const { due } = rule.deadline;
  switch (due.type) {
    case 'after':
      return afterDrafts(rule, subject, context);
    case 'before':
      return beforeDrafts(rule, subject, context);
    case 'hours':
      return hourDrafts(rule, subject, context);
    case 'yearly':
      return yearlyDrafts(rule, subject, context);
    case 'half-yearly':
      return halfYearlyDrafts(rule, context);
    case 'yearly-events':
      return eventDrafts(rule, context);
    case 'finding':
      return findingDrafts(rule, subject, context);
    case 'once':
      return onceDrafts(rule, context);
  }
}

/** The day of the event that a period runs from, by the bureau’s reading. */
export function eventDay(rule: DeadlineRule, subject: PlanSubject, choices: Choices): Day | undefined {
  const { due } = rule.deadline;
  if (due.type !== 'after') return undefined;
  if (due.eventDay !== undefined) return parsed(due.eventDay);
  const occurred =
    readingOf(rule, 'event', choices) === 'occurred' ? subject.facts.day('occurredOn') : undefined;
  // Where the day of the occurrence is not known, the day of the discovery keeps the duty in sight.
  return occurred ?? (due.event === undefined ? undefined : subject.facts.day(due.event));
}

function afterDrafts(rule: DeadlineRule, subject: PlanSubject, context: OccurrenceContext): Draft[] {
  const { due } = rule.deadline;
  const event = eventDay(rule, subject, context.choices);
  if (due.type !== 'after' || event === undefined || !arisesWith(rule, event)) return [];
  const count = numberFigure(rule, due.figure, context.choices, formatDay(event));
  return [
    {
      key: '',
      arisesOn: event,
      count(trace) {
        return countAfter(rule, context, event, count, trace);
      },
    },
  ];
}

function countAfter(
  rule: DeadlineRule,
  context: OccurrenceContext,
  event: Day,
  count: number,
  trace: Trace,
): Dates {
  const { due } = rule.deadline;
  const { calendar, choices } = context;
  if (due.type === 'after' && due.unit === 'month') return monthsAfter(calendar, event, count, trace);
  if (due.type === 'after' && due.unit === 'year') return monthsAfter(calendar, event, count * 12, trace);
  if (readingOf(rule, 'count', choices) === 'working-days') {
    const dates = workingDaysAfter(calendar, event, count, trace);
    const other = trace && daysAfter(calendar, event, count);
    if (other)
      trace.push({
        rule: '另一种理解',
        day: other.dueOn,
        text: `如按自然日计算，届满日为${chineseDay(other.dueOn)}。`,
      });
    return dates;
  }
  const dates = daysAfter(calendar, event, count, trace);
  if (trace && rule.readings?.['count']) {
    const other = workingDaysAfter(calendar, event, count);
    trace.push({
      rule: '另一种理解',
      day: other.dueOn,
      text: `原文未写明自然日还是工作日；如按工作日计算，届满日为${chineseDay(other.dueOn)}，可在设置中选定。`,
    });
  }
  return dates;
}

function beforeDrafts(rule: DeadlineRule, subject: PlanSubject, context: OccurrenceContext): Draft[] {
  const { due } = rule.deadline;
  if (due.type !== 'before') return [];
  const event = subject.facts.day(due.event);
  if (event === undefined) return [];
  const arisesOn = subject.facts.recordedOn(due.event) ?? context.recordedOn;
  if (!arisesWith(rule, arisesOn)) return [];
  const months = numberFigure(rule, due.figure, context.choices, formatDay(arisesOn));
  return [
    {
      key: '',
      arisesOn,
      count(trace) {
        const dates = monthsBefore(context.calendar, event, months, trace);
        const national = trace && addMonths(event, -3);
        if (national) {
          trace.push({
            rule: '国家规定对照',
            day: national,
            text: `国家重大建设项目档案验收规定要求档案验收在竣工验收3个月前完成，即${chineseDay(national)}前，请一并安排。`,
          });
        }
        return dates;
      },
    },
  ];
}

function hourDrafts(rule: DeadlineRule, subject: PlanSubject, context: OccurrenceContext): Draft[] {
  const { due } = rule.deadline;
  if (due.type !== 'hours') return [];
  const event = subject.facts.instant(due.event);
  const arisesOn = event === undefined ? undefined : dayOf(event);
  if (event === undefined || arisesOn === undefined || !arisesWith(rule, arisesOn)) return [];
  const count = numberFigure(rule, due.figure, context.choices, formatDay(arisesOn));
  return [
    {
      key: '',
      arisesOn,
      count(trace) {
        return hoursAfter(context.calendar, event, count, trace);
      },
    },
  ];
}
