import type { Party } from '../../domain/register/party.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Day } from '../../domain/time/day.ts';
import type { RecheckResult } from '../../vocabulary/check-forms.ts';
import type { modeWords } from '../../vocabulary/value-words.ts';
import type { DeskParts, OfficerParts } from '../parts.ts';

/** What the record of a check holds about one of those that were checked; equal parts give equal papers. */
export interface CheckParts {
  readonly bureau: string;
  readonly desk: DeskParts;
  readonly at: Instant;
  /** When it ended at this place. */
  readonly until: Instant | undefined;
  readonly mode: keyof typeof modeWords;
  readonly cause: string;
  /** Who was checked, by name. */
  readonly target: string;
  readonly party: Party | undefined;
  /** What was looked at, where that is not the party itself. */
  readonly about?: string | undefined;
  /** Of a civil-defence work: what its use is compared with, and since when it stands. */
  readonly work?:
    { readonly approvedUse?: string | undefined; readonly builtOn?: Day | undefined } | undefined;
  readonly place: string | undefined;
  /** Who was there for the party. */
  readonly host: string | undefined;
  readonly officers: readonly OfficerParts[];
  /** What officers show: 执法证件, for one source 工作证件. */
  readonly certificates: 'enforcement' | 'work-id' | 'none';
  /** Undefined where nobody has entered it. */
  readonly certificatesShown: boolean | undefined;
  readonly rightsTold: boolean | undefined;
  readonly joined: readonly JoinedParts[];
  readonly checklist: readonly { readonly item: string; readonly result: string }[];
  readonly findings: readonly FindingParts[];
  readonly rechecked: readonly RecheckedParts[];
  /** Who signed for the party, or that they refused. */
  readonly signature: { readonly by: string } | { readonly refused: string } | undefined;
  /** The provisions that a check of this regime rests on. */
  readonly law: readonly string[];
  /** Where else the source wants it to be kept: 市档案安全信息系统 */
  readonly system: string | undefined;
}

/** A body that checks under its own power, with its part of the check. */
export interface JoinedParts {
  readonly body: string;
  readonly part?: string | undefined;
  readonly officers?: readonly OfficerParts[] | undefined;
}

export interface FindingParts {
  readonly text: string;
  readonly handling: string;
  readonly rectifyBy?: Day | undefined;
}

/** A problem found before, and what was seen of it now. */
export interface RecheckedParts {
  readonly text: string;
  readonly foundOn: Day;
  readonly rectifyBy: Day;
  /** The numbers of the papers that asked to put it right. */
  readonly papers: readonly string[];
  readonly result: RecheckResult;
  readonly note: string | undefined;
}
