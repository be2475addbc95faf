import type { WorkCalendar } from '../time/calendar.ts';
import type { Day } from '../time/day.ts';
import type { Choices, Rule } from '../../rules/rule.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import type { OverrideRecord } from '../../records/override.ts';

/** What the arithmetic of quotas needs to know of a subject; retired ones belong to the list. */
export interface QuotaSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly traits: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly parentId?: string;
  /** The units among its parties; absent where it names none, and the unit above answers for it. */
  readonly answeredBy?: readonly string[];
  /** Day of entry in the register, Asia/Shanghai. */
  readonly createdOn: Day;
  /** The first day on which it no longer stands in the register. */
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

/** A report that a unit owes: the population of the cap on spot checks. */
export interface Owed {
  readonly subjectId: string;
  readonly ruleId: string;
  readonly period?: string;
}

/** A population that was counted and stored; it prevails over counting again. */
export interface Kept {
  readonly ruleId: string;
  readonly period: string;
  readonly countedOn: Day;
  readonly subjectIds: readonly string[];
  /** Of these, directly under the government on that day; older records do not say. */
  readonly directIds?: readonly string[];
}

/** A problem whose rectification has still to be checked on site. */
export interface FollowUpDue {
  /** The record of the check that found it. */
  readonly inspectionId: string;
  readonly subjectId: string;
  readonly regime: string;
  /** The day on which it was put right; until that is known, the day by which it is to be. */
  readonly from: Day;
  /** `YYYY-MM-DD` */
  readonly rectifyBy: string;
  readonly text: string;
}

/** Which of two readings that cannot both hold the bureau follows. */
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
  /** The quotas of the periods that hold this day are wanted. */
  readonly on: Day;
  readonly today: Day;
  readonly subjects: readonly QuotaSubject[];
  readonly inspections: readonly CountedInspection[];
  readonly owed: readonly Owed[];
  readonly kept: readonly Kept[];
  readonly decisions: readonly QuotaDecision[];
  /** For the plan alone. */
  readonly followUps?: readonly FollowUpDue[];
  /** How many checks an office makes on a working day; 1 where it is not said. */
  readonly checksPerWorkingDay?: number;
  /** The most checks a calendar year that the bureau makes at one enterprise; absent where it set none. */
  readonly enterpriseYearlyCap?: number;
}

/** What counting needs; judging needs the calendar as well. */
export type CountInput = Omit<QuotaInput, 'calendar' | 'checksPerWorkingDay' | 'followUps'>;

export type QuotaStatus =
  'met' | 'on-track' | 'at-risk' | 'missed' | 'exceeded' | 'conflict' | 'not-applicable';

/** What is required. Empty where neither the source nor a superior sets a figure. */
export interface Required {
  readonly checks?: number;
  readonly targetsPerCheck?: number;
  /** Different targets in the period: at least, at most. */
  readonly targets?: { readonly min?: number; readonly max?: number };
  /** Of the targets, at least so many directly under the government. */
  readonly direct?: number;
  /** A range of money, in yuan (maintenance fee); no check is counted against it. */
  readonly amount?: { readonly volumes: number; readonly min: number; readonly max: number };
}

export interface Done {
  /** Records that count as a check. */
  readonly checks: number;
  /** Different targets that were reached by them. */
  readonly targets: number;
  readonly direct?: number;
}

/** What is still to be done; for a cap, `targets` is the room that is left. */
export interface Remaining {
  readonly checks?: number;
  readonly targets?: number;
  readonly direct?: number;
}

/** By which of two readings that cannot both hold a bureau goes. */
export type Follow = 'ratio' | 'direct' | 'cap' | 'quota';

export interface QuotaReading {
  readonly follow: Follow;
  readonly required: Required;
  readonly text: string;
}

/** A decision between readings as a named person made it. */
export interface MadeDecision {
  readonly follow: string;
  readonly reason: string;
  /** role:sub */
  readonly by: string;
  /** ISO 8601, +08:00 */
  readonly at: string;
}

/** Two figures that cannot both hold. `follow` and `reason` once the bureau has decided. */
export interface QuotaConflict {
  /** Names of the figures that clash. */
  readonly between: readonly string[];
  readonly text: string;
  readonly readings: readonly QuotaReading[];
  readonly follow?: Follow;
  readonly reason?: string;
  /** The decision that is followed. */
  readonly decision?: MadeDecision;
  /** Those of the period that are not followed any more, oldest first. */
  readonly earlier?: readonly MadeDecision[];
}

/** A superior’s figures in force beside the rule’s own, which stay in view. */
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
  /** The number that percentages were taken of, or of which all are to be checked. */
  readonly population?: number;
  /** The day on which the population was counted, `YYYY-MM-DD`. */
  readonly countedOn?: string;
  readonly required: Required;
  readonly done: Done;
  readonly remaining: Remaining;
  /**
   * Last working day on which the rest can be begun at the bureau’s pace, `YYYY-MM-DD`: of this quota, or of all
   * that the office owes until the period ends, whichever comes first.
   */
  readonly latestSafeDay?: string;
  readonly status: QuotaStatus;
  readonly explanation: string;
  readonly override?: QuotaOverride;
  readonly conflict?: QuotaConflict;
}

/** A quota that a record counts to. */
export interface CountedTo {
  readonly ruleId: string;
  readonly period: string;
  readonly subjectId?: string;
}

/** What a visit does for one quota; each is a record of its own that names the rule. */
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
  /** Problems found earlier whose rectification is checked on the way. */
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
  /** The year’s holidays are not published yet: days may move. */
  readonly provisional: boolean;
  readonly visits: readonly PlannedVisit[];
  readonly unmet: readonly UnmetQuota[];
  readonly notes: readonly string[];
}
