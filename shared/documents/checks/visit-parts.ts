import type { Party } from '../../domain/register/party.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DeskParts, OfficerParts } from '../parts.ts';
import type { JoinedParts } from './parts.ts';

/** What the papers of a check that is still to be made are made from; equal parts give equal papers. */
export interface VisitParts {
  readonly bureau: string;
  readonly desk: DeskParts;
  readonly plannedAt: Instant;
  readonly on: Day;
  readonly until: Day | undefined;
  readonly mode: string;
  readonly cause: string;
  /** 日常检查, 专项检查: the quotas that it serves, by title. */
  readonly quotas: readonly string[];
  readonly regime: string;
  readonly targets: readonly VisitTarget[];
  readonly officers: readonly OfficerParts[];
  readonly place: string | undefined;
  readonly items: readonly string[];
  readonly materials: readonly string[];
  readonly joined: readonly (JoinedParts & { readonly as: 'joint' | 'assistance' })[];
  /** Checks of one firm in a year, at most, where the bureau has set it. */
  readonly cap: number | undefined;
  readonly law: readonly string[];
  readonly approval:
    | {
        readonly decision: 'approve' | 'reject';
        readonly reason: string;
        readonly at: Instant;
        readonly by: string | undefined;
        readonly isDeputy: boolean;
      }
    | undefined;
}

export interface VisitTarget {
  readonly name: string;
  readonly about?: string | undefined;
  readonly party: Party | undefined;
  readonly isFirm: boolean;
  /** Checks on the spot in the year of the day, before it. */
  readonly checkedThisYear: number;
  readonly notice: { readonly number: string; readonly on: Day } | undefined;
}
