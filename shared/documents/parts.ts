import type { Day } from '../domain/time/day.ts';
import type { EscalationStatus } from '../domain/escalations/state.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Party } from '../domain/register/party.ts';
import type { serviceMethodWords } from '../vocabulary/value-words.ts';
import type { EscalationStep, OfficeName } from '../rules/schema.ts';

/** The document of an escalation, or one that goes with it. */
export const documentForms = [
  'document',
  'circular',
  'prior-notice',
  'service-receipt',
  'filing-approval',
] as const;
export type DocumentForm = (typeof documentForms)[number];

export type ServiceMethod = keyof typeof serviceMethodWords;

/** All that a document about one escalation is made from; equal parts give equal documents. */
export interface DocumentParts {
  readonly step: EscalationStep;
  readonly status: EscalationStatus;
  /** `key-project-archives` */
  readonly regime: string;
  readonly office: OfficeName;
  /** 洪江区档案局 */
  readonly bureau: string;
  /** 洪江区 */
  readonly area: string;
  /** 怀化市档案局 */
  readonly superior: string | undefined;
  /** The party by name; while nobody is known, what it is to the subject. */
  readonly owner: string;
  readonly party: Party | undefined;
  /** What it is about, where that is not the party itself: 一号水厂工程 */
  readonly about: string | undefined;
  /** Title and section of the source. */
  readonly clause: string;
  readonly basis: readonly { readonly instrument: string; readonly status: string; readonly note?: string }[];
  /** The documents that the rule names. */
  readonly named: readonly string[];
  /** What was owed, where a duty was missed. */
  readonly matter: string | undefined;
  readonly text: string;
  /** Calendar days from service, where no day was set. */
  readonly rectificationDays: number;
  readonly rectifyBy: Day | undefined;
  readonly draftedAt: Instant;
  readonly number: string | undefined;
  readonly issuedOn: Day | undefined;
  readonly onTheSpot: { readonly at: Instant; readonly officers: readonly string[] } | undefined;
  readonly refusal: string | undefined;
  readonly legalBasis: string | undefined;
  readonly form: 'penalty' | 'internal-circular' | undefined;
  readonly priorNotice: { readonly servedOn: Day; readonly method: ServiceMethod } | undefined;
  readonly defenceWorkingDays: number;
  readonly statement:
    | {
        readonly received: boolean;
        readonly text?: string | undefined;
        readonly outcome?: string | undefined;
      }
    | undefined;
  readonly legalReview: { readonly by: string; readonly opinion: string } | undefined;
  /** Names of those whom it circulates to. */
  readonly circulation: readonly string[];
  readonly service:
    | {
        readonly on: Day;
        readonly method: ServiceMethod;
        readonly receivedBy?: string | undefined;
        readonly witnesses?: readonly string[] | undefined;
        readonly electronicConsent?: string | undefined;
      }
    | undefined;
  /** Levels of approval of a filing, as the rulebook’s procedure names them. */
  readonly filingApprovals: readonly string[];
}
