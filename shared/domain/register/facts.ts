import type { Day } from '../time/day.ts';
import type { Instant } from '../time/instant.ts';
import type { SubjectKind } from '../../rules/schema.ts';

/** A fact as the domain reads it: days as numbers, instants as milliseconds. */
export interface FactReader {
  day(name: string): Day | undefined;
  instant(name: string): Instant | undefined;
  days(name: string): readonly Day[];
  number(name: string): number | undefined;
  numberIn(name: string, year: number): number | undefined;
  text(name: string): string | undefined;
  /** The day on which the fact was recorded in its present value. */
  recordedOn(name: string): Day | undefined;
}

/** A finding of a check, with the day by which it must be put right. */
export interface PlanFinding {
  readonly id: string;
  readonly regime: string;
  /** The day of the check. */
  readonly on: Day;
  readonly rectifyBy: Day;
  readonly text: string;
}

/** What planning needs to know about a subject. */
export interface PlanSubject {
  readonly kind: SubjectKind;
  readonly traits: readonly string[];
  readonly facts: FactReader;
  readonly findings: readonly PlanFinding[];
}
