import type { WorkCalendar } from '../time/calendar.ts';
import type { Day } from '../time/day.ts';
import type { Choices, Rule } from '../../rules/rule.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import type { OverrideRecord } from '../../records/override.ts';

/** What quotas need to know about a subject. Retired subjects are in the list too. */
export interface QuotaSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly traits: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly parentId?: string;
  /** The units among its parties. Absent when it names none, so that the unit above answers for it. */
  readonly answeredBy?: readonly string[];
  /** Day of entry in the register, Asia/Shanghai. */
  readonly createdOn: Day;
  /** The first day on which it is no longer in the register. */
  readonly retiredOn?: Day;
}

/** One inspection record, as far as quotas read it. */
export interface CountedInspection {
  readonly id: string;
  readonly on: Day;
  readonly regime: string;
  readonly ruleId?: string;
  readonly mode: string;
  readonly cause: string;
  readonly countsTowards?: readonly string[];
  readonly targets: readonly string[];
}

/** A report that a unit has to send: the population of the cap on spot checks. */
export interface Owed {
  readonly subjectId: string;
  readonly ruleId: string;
  readonly period?: string;
}

/** A population that was counted and stored. It is used instead of counting again. */
export interface Kept {
  readonly ruleId: string;
  readonly period: string;
  readonly countedOn: Day;
  readonly subjectIds: readonly string[];
  /** The ones directly under the government on that day. Older records do not have this. */
  readonly directIds?: readonly string[];
}

/** A finding whose rectification must still be checked on site. */
export interface FollowUpDue {
  /** The record of the check that made the finding. */
  readonly inspectionId: string;
  readonly subjectId: string;
  readonly regime: string;
  /** The day on which it was put right. Until that is known, the day by which it has to be. */
  readonly from: Day;
  /** `YYYY-MM-DD` */
  readonly rectifyBy: string;
  readonly text: string;
}

/** Which of two readings that cannot both be met the bureau follows. */
export interface QuotaDecision {
  readonly ruleId: string;
  readonly period: string;
  readonly follow: string;
  readonly reason: string;
}

export interface QuotaInput {
  readonly rules: readonly Rule[];
  readonly choices: Choices;
  readonly calendar: WorkCalendar;
  readonly overrides: readonly OverrideRecord[];
  /** The quotas of the periods that contain this day are wanted. */
  readonly on: Day;
  readonly today: Day;
  readonly subjects: readonly QuotaSubject[];
  readonly inspections: readonly CountedInspection[];
  readonly owed: readonly Owed[];
  readonly kept: readonly Kept[];
  readonly decisions: readonly QuotaDecision[];
  /** Only for the plan. */
  readonly followUps?: readonly FollowUpDue[];
  /** The number of checks that an office makes on a working day; 1 when it is not given. */
  readonly checksPerWorkingDay?: number;
  /** The most checks in a calendar year that the bureau makes at one enterprise. Absent when it set none. */
  readonly enterpriseYearlyCap?: number;
}

/** What counting needs. Judging needs the calendar as well. */
export type CountInput = Omit<QuotaInput, 'calendar' | 'checksPerWorkingDay' | 'followUps'>;

export type QuotaStatus =
  'met' | 'on-track' | 'at-risk' | 'missed' | 'exceeded' | 'conflict' | 'not-applicable';

/** What is required. Empty when neither the source nor a superior sets a figure. */
export interface Required {
  readonly checks?: number;
  readonly targetsPerCheck?: number;
  /** Different targets in the period: at least, at most. */
  readonly targets?: { readonly min?: number; readonly max?: number };
  /** Of the targets, at least this many directly under the government. */
  readonly direct?: number;
  /** A range of money, in yuan (maintenance fee). No check is counted against it. */
  readonly amount?: { readonly volumes: number; readonly min: number; readonly max: number };
}

export interface Done {
  /** Records that count as a check. */
  readonly checks: number;
  /** Different targets that these checks reached. */
  readonly targets: number;
  readonly direct?: number;
}

/** What is still to do. For a cap, `targets` is what is still allowed. */
export interface Remaining {
  readonly checks?: number;
  readonly targets?: number;
  readonly direct?: number;
}

/** Which of two readings that cannot both be met a bureau follows. */
export type Follow = 'ratio' | 'direct' | 'cap' | 'quota';

export interface QuotaReading {
  readonly follow: Follow;
  readonly required: Required;
  readonly text: string;
}

/** A decision between readings, with the person who made it. */
export interface MadeDecision {
  readonly follow: string;
  readonly reason: string;
  /** `role:sub` */
  readonly by: string;
  /** ISO 8601, +08:00 */
  readonly at: string;
}

/** Two figures that cannot both be met. `follow` and `reason` are set once the bureau has decided. */
export interface QuotaConflict {
  /** Names of the figures in conflict. */
  readonly between: readonly string[];
  readonly text: string;
  readonly readings: readonly QuotaReading[];
  readonly follow?: Follow;
  readonly reason?: string;
  /** The decision in force. */
  readonly decision?: MadeDecision;
  /** The decisions of the period that are no longer in force, oldest first. */
  readonly earlier?: readonly MadeDecision[];
}

/** A superior’s figures in force, beside the rule’s own, which stay visible. */
export interface QuotaOverride {
  readonly figures: Readonly<Record<string, number>>;
  readonly original: Readonly<Record<string, number>>;
  readonly issuedBy: string;
  readonly documentNumber: string;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly to: string;
}

/** A period as the contract writes it: `2026-07`, `2026-Q3`, `2026-H1`, `2026`; days `YYYY-MM-DD`. */
export interface QuotaPeriod {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/** One quota of one period, as the contract shows it. */
export interface Quota {
  readonly ruleId: string;
  /** For quotas that hold for each subject. */
  readonly subjectId?: string;
  readonly period: QuotaPeriod;
  /** The number of which percentages were taken, or of which all have to be checked. */
  readonly population?: number;
  /** The day on which the population was counted, `YYYY-MM-DD`. */
  readonly countedOn?: string;
  readonly required: Required;
  readonly done: Done;
  readonly remaining: Remaining;
  /**
   * The last working day on which the rest can be begun at the bureau’s pace, `YYYY-MM-DD`: the rest of this
   * quota, or everything that the office has to do until the period ends, whichever day comes first.
   */
  readonly latestSafeDay?: string;
  readonly status: QuotaStatus;
  readonly explanation: string;
  readonly override?: QuotaOverride;
  readonly conflict?: QuotaConflict;
}

/** A quota for which a record counts. */
export interface CountedTo {
  readonly ruleId: string;
  readonly period: string;
  readonly subjectId?: string;
}

/** What a visit does for one quota. Each becomes a separate record that names the rule. */
export interface PlannedService {
  readonly ruleId: string;
  readonly period: string;
  readonly mode: string;
  readonly targets: readonly string[];
}

export interface PlannedVisit {
  /** A working day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly targets: readonly string[];
  readonly serves: readonly PlannedService[];
  /** Earlier findings whose rectification is checked on this visit. */
  readonly followUps: readonly Omit<FollowUpDue, 'from' | 'text'>[];
  readonly mode: string;
  readonly note: string;
}

export interface UnmetQuota {
  readonly ruleId: string;
  readonly period: string;
  readonly subjectId?: string;
  readonly why: string;
}

export interface QuotaPlan {
  readonly year: number;
  /** The year’s holidays are not published yet, so days may move. */
  readonly provisional: boolean;
  readonly visits: readonly PlannedVisit[];
  readonly unmet: readonly UnmetQuota[];
  readonly notes: readonly string[];
}
