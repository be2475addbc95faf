import type { Choices } from '../../rules/rule.ts';
import type { StaffMember } from '../../records/staff.ts';
import type { Person } from '../actor.ts';
import type { Policy } from '../duties/schedule.ts';
import type { FactReader } from '../register/facts.ts';
import type { Instant } from '../time/instant.ts';
import type { CaseRules } from './rules.ts';

/** What an event of a case is judged by, beside the events before it. */
export interface CaseWorld {
  readonly rules: CaseRules;
  readonly policy: Policy;
  readonly choices: Choices;
  readonly facts: FactReader;
  readonly staff: readonly StaffMember[];
  readonly now: Instant;
  /** Who enters it. */
  readonly by: Person;
}
