import type { Link, Verified } from '../../domain/ledger.ts';
import type { ChannelName } from '../../vocabulary/channels.ts';
import type { NoticeState } from '../../domain/notices/state.ts';
import type { Party } from '../../domain/register/party.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { DocumentParts } from '../parts.ts';
import type { LegalPaper } from './legal-parts.ts';

/** All that a dossier is made from: the whole ladder against one default, or what was undertaken singly. */
export interface DossierParts {
  readonly id: string;
  readonly bureau: string;
  readonly area: string;
  /** What it is about: the party itself, or what the party answers for. */
  readonly subject: { readonly id: string; readonly name: string; readonly code: string | undefined };
  /** Whom the papers are directed against; undefined where nobody is known. */
  readonly party: Party | undefined;
  /** 漏报《重点建设项目档案管理登记表》 or the name of the step. */
  readonly matter: string;
  readonly clause: string;
  readonly basis: DocumentParts['basis'];
  readonly duty: DossierDuty | undefined;
  readonly notices: readonly DossierNotice[];
  readonly escalations: readonly DossierEscalation[];
  /** The law behind each paper, and what was checked. */
  readonly legal: readonly LegalPaper[];
  readonly timeline: readonly DossierEvent[];
  /** Signatures in the records (`bureau-officer:officer`) as people read them: 王科员（经办人员）. */
  readonly people: Readonly<Record<string, string>>;
  readonly chain: { readonly links: readonly Link[]; readonly verified: Verified };
}

export interface DossierDuty {
  readonly id: string;
  readonly ruleId: string;
  /** The rule’s: 案发之日起七日内制作《立案审批表》 */
  readonly title: string;
  readonly ruleVersion: string;
  readonly period: string | undefined;
  readonly arisesOn: string;
  readonly dueOn: string;
  /** ISO 8601, for a duty by the hour. */
  readonly dueAt: string | undefined;
  readonly extendedTo: string | undefined;
  readonly status: string;
  readonly fulfilledOn: string | undefined;
  readonly explanation: readonly { readonly rule: string; readonly day: string; readonly text: string }[];
}

export interface DossierNotice {
  readonly id: string;
  readonly kind: string;
  readonly escalationId: string | undefined;
  readonly channel: ChannelName;
  readonly to: string;
  readonly toName: string;
  readonly subject: string;
  readonly status: NoticeState;
  readonly late: boolean;
  readonly createdAt: Instant;
  readonly attempts: readonly { readonly at: Instant; readonly provider: string; readonly outcome: string }[];
  readonly text: string | undefined;
  readonly textHash: string;
}

export interface DossierEscalation {
  readonly id: string;
  readonly parts: DocumentParts;
  readonly draftedBy: string;
  readonly approval: {
    readonly role: string;
    readonly proposedBy: string | undefined;
    readonly proposedAt: Instant | undefined;
    readonly decidedBy: string | undefined;
    readonly at: Instant | undefined;
    readonly reason: string | undefined;
    readonly textHash: string | undefined;
  };
  readonly issuedBy: string | undefined;
  readonly rectifyUntil: string | undefined;
  readonly refusedBy: string | undefined;
  readonly complied: { readonly on: string; readonly note: string | undefined } | undefined;
  readonly withdrawal: Change | undefined;
  readonly corrections: readonly Change[];
  readonly recipients: readonly { readonly name: string; readonly to: string; readonly why: string }[];
}

interface Change {
  readonly reason: string;
  readonly text: string | undefined;
  readonly at: Instant;
  readonly by: string;
}

/** People by their names where the staff list has them. */
export interface DossierEvent {
  readonly at: Instant;
  readonly what: string;
  readonly by: string;
}
