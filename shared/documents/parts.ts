import type { Day } from '../domain/time/day.ts';
import type { EscalationStatus } from '../domain/escalations/state.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Party } from '../domain/register/party.ts';
import type { serviceMethodWords } from '../vocabulary/value-words.ts';
import type { EscalationStep, OfficeName } from '../rules/schema.ts';
import type { PaperName } from '../vocabulary/papers.ts';
import type { SupervisionChoice, TransferOf } from '../vocabulary/supervision.ts';

/** The document of an escalation, or one that goes with it. */
export const documentForms = [
  'document',
  'circular',
  'prior-notice',
  'service-receipt',
  'filing-approval',
  'interview-record',
] as const;
export type DocumentForm = (typeof documentForms)[number];

export type ServiceMethod = keyof typeof serviceMethodWords;

/** What every paper of an office says of where it is found, and of where its acts may be contested. */
export interface DeskParts {
  /** The delegation under which it acts, where it acts under one. */
  readonly delegation?: string | undefined;
  readonly address?: string | undefined;
  readonly telephone?: string | undefined;
  readonly contact?: string | undefined;
  readonly reconsiderationBody?: string | undefined;
  readonly court?: string | undefined;
  /** Where fines are paid. */
  readonly bank?: string | undefined;
  readonly bankAccount?: string | undefined;
}

/** Who acts, as a paper names them. */
export interface OfficerParts {
  readonly name: string;
  readonly certificate?: string | undefined;
}

/** All that a document about one escalation is made from; equal parts give equal documents. */
export interface DocumentParts {
  readonly step: EscalationStep;
  /** What it is made as. */
  readonly paper: PaperName;
  /** Whether a reminder went before it. */
  readonly again: boolean;
  /** Whether an officer entered a power of its own. */
  readonly isEntered: boolean;
  /** What it rests on, as papers print it after 依据: 《中华人民共和国档案法》第四十五条 */
  readonly law: readonly string[];
  /** All provisions of the measure with their state, for those who draft and approve. */
  readonly provisions: readonly string[];
  readonly status: EscalationStatus;
  /** `key-project-archives` */
  readonly regime: string;
  readonly office: OfficeName;
  /** The organ in whose name it leaves: 洪江区档案局 */
  readonly bureau: string;
  readonly desk: DeskParts;
  /** The government of the same level: 涉县人民政府 */
  readonly government: string;
  /** 怀化市档案局 */
  readonly superior: string | undefined;
  /** The party by name; while nobody is known, what it is to the subject. */
  readonly owner: string;
  readonly party: Party | undefined;
  /** What it is about, where that is not the party itself: 一号水厂工程 */
  readonly about: string | undefined;
  /** Title and section of the list of responsibilities: the bureau’s own procedure, no law. */
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
  /** Those of the check or of the measure; none are known where no check was made. */
  readonly officers: readonly OfficerParts[];
  /** By whom it was approved, as an upward report names who signs. */
  readonly signatory: string | undefined;
  /** How and when the facts came to be known, for a filing. */
  readonly discovery: { readonly on?: Day | undefined; readonly source?: string | undefined };
  readonly evidence: string | undefined;
  readonly interview:
    { readonly at: Instant; readonly place: string; readonly attendees: string } | undefined;
  /** What was chosen in place of the paper that the step gives. */
  readonly supervision?: SupervisionChoice | undefined;
  readonly transfer?: TransferOf | undefined;
  /** What an investigation has found, and when. */
  readonly investigation?: { readonly on: Day; readonly text: string } | undefined;
  readonly refusal: string | undefined;
  readonly legalBasis: string | undefined;
  readonly form: 'penalty' | 'internal-circular' | undefined;
  readonly priorNotice:
    | {
        readonly servedOn: Day;
        readonly method: ServiceMethod;
        readonly number?: string | undefined;
        readonly receivedBy?: string | undefined;
        /** Facts and reasons as they were told, and the basis. */
        readonly text?: string | undefined;
        readonly basis?: string | undefined;
      }
    | undefined;
  readonly defenceWorkingDays: number;
  readonly statement:
    | {
        readonly received: boolean;
        readonly on?: string | undefined;
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
        readonly place?: string | undefined;
        readonly deliverers?: readonly OfficerParts[] | undefined;
      }
    | undefined;
  /** Levels of approval of a filing, as the rulebook’s procedure names them. */
  readonly filingApprovals: readonly string[];
}
