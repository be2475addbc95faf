import type { Actor } from '../actor.ts';
import type { Dates } from '../time/dates.ts';
import type { PlanSubject } from '../register/facts.ts';
import { type Instant } from '../time/instant.ts';
import { type Policy } from './schedule.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** The changes that planning makes to one duty. */
export interface Change {
  readonly record: ObligationRecord;
  /** Steps that are not in the agenda yet. */
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

/** The new dates of a duty after a change of facts, calendar or settings. */
export interface Moved {
  readonly effective: Dates;
  readonly extendedTo: string | undefined;
  readonly moved: boolean;
}
