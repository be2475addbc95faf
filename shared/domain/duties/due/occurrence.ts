import { type VersionsOf } from './arising.ts';
import type { WorkCalendar } from '../../time/calendar.ts';
import { type Dates, type Step, type Trace } from '../../time/dates.ts';
import type { Day } from '../../time/day.ts';
import type { PlanSubject } from '../../register/facts.ts';
import type { Choices, DeadlineRule } from '../../../rules/rule.ts';
import type { Due } from '../../../rules/schema.ts';

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

/** The due part of a rule of one type. */
export type DueOf<T extends Due['type']> = Extract<Due, { readonly type: T }>;

/** What the drafts of a duty are made from, beside the due part of its rule. */
export interface Asked {
  readonly rule: DeadlineRule;
  readonly subject: PlanSubject;
  readonly context: OccurrenceContext;
}
