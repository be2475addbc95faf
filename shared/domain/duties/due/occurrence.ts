import { type VersionsOf } from './arising.ts';
import type { WorkCalendar } from '../../time/calendar.ts';
import { type Dates, type Step, type Trace } from '../../time/dates.ts';
import type { Day } from '../../time/day.ts';
import type { PlanSubject } from '../../register/facts.ts';
import type { Choices, DeadlineRule } from '../../../rules/rule.ts';
import type { Due } from '../../../rules/schema.ts';

/** A duty that a rule puts on a subject, with its dates and, if requested, how they were computed. */
export interface Occurrence {
  readonly rule: DeadlineRule;
  /** Distinguishes occurrences of one rule: the period, or the event of the year. Empty if there is only one. */
  readonly key: string;
  readonly period: string | undefined;
  /** The event of the year, for rules with several events. */
  readonly title: string | undefined;
  readonly arisesOn: Day;
  readonly dates: Dates;
  readonly steps: readonly Step[];
}

export interface OccurrenceWindow {
  /** The first and the last due day wanted. For a duty by the hour, the day on which it falls due. */
  readonly from: Day;
  readonly to: Day;
  /** The last due day wanted of duties that occur once. Such a duty is known beyond the horizon too. */
  readonly onceTo: Day;
  /** The first due day of a yearly duty that does not depend on a fact of the subject. */
  readonly yearlyFrom: Day;
}

export interface OccurrenceContext {
  readonly calendar: WorkCalendar;
  readonly choices: Choices;
  readonly window: OccurrenceWindow;
  /** Whether each occurrence has its steps of computation. */
  readonly explain: boolean;
  /** For `before`: the day from which the duty exists when the day of recording is not stored. */
  readonly recordedOn: Day;
  /** The deadline rules of the jurisdiction by id, each with its versions, the earliest first. */
  readonly versionsOf: VersionsOf;
}

/** An occurrence before its dates are computed. */
export interface Draft {
  readonly key: string;
  readonly period?: string;
  readonly title?: string;
  readonly arisesOn: Day;
  count(trace: Trace): Dates;
}

/** The `due` part of a rule, of one type. */
export type DueOf<T extends Due['type']> = Extract<Due, { readonly type: T }>;

/** What the drafts of a duty are made from, besides the `due` part of its rule. */
export interface Asked {
  readonly rule: DeadlineRule;
  readonly subject: PlanSubject;
  readonly context: OccurrenceContext;
}
