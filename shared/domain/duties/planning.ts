import type { Actor } from '../actor.ts';
import type { Dates } from '../time/dates.ts';
import type { PlanSubject } from '../register/facts.ts';
import { type Instant } from '../time/instant.ts';
import { type Policy } from './schedule.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** What the planning of one duty changes. */
export interface Change {
  readonly record: ObligationRecord;
  /** Steps that the agenda does not hold yet. */
  readonly schedule: readonly StepRecord[];
}

export interface Planning {
  readonly policy: Policy;
  readonly subject: SubjectRecord;
  readonly planSubject: PlanSubject;
  readonly ruleVersion: string;
  readonly now: Instant;
  readonly by: Actor;
}

/** Where a change of facts, calendar or settings takes the dates of a duty. */
export interface Moved {
  readonly effective: Dates;
  readonly extendedTo: string | undefined;
  readonly moved: boolean;
}
