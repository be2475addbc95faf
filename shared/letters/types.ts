import type { ChannelName } from '../vocabulary/channels.ts';
import type { Day } from '../domain/time/day.ts';
import type { Instant } from '../domain/time/instant.ts';

/** The content of a letter. The wording depends on nothing else. Days and instants are in Asia/Shanghai. */
export interface DutyLetter {
  readonly kind: 'reminder' | 'overdue' | 'correction' | 'report-returned' | 'bureau-alert' | 'report-up';
  /** Read inside the bureau, where doubts about instruments may be mentioned. */
  readonly inside: boolean;
  /** Inside the bureau: the leader reads it, who sees to it that others do it. */
  readonly toLeader: boolean;
  /** A government reads it, which is reported to and asked. */
  readonly above: boolean;
  /** The bureau that writes, for instance 洪江区档案局. */
  readonly bureau: string;
  /** The people or the office to ask, with what is known about them. */
  readonly ask: readonly { readonly name: string; readonly phone?: string; readonly email?: string }[];
  /** The subject of the duty: a unit, a project, a case … */
  readonly owner: string;
  /** The party that answers for it: the unit itself, the construction unit of a project … */
  readonly party: string;
  /** The owner again, if it is not the party: 一号水厂工程 */
  readonly about: string | undefined;
  /** The body whose people read the letter: the party, or the parent when the party has no contact. */
  readonly addressee: string;
  /** Whether the addressee stands in for the party. */
  readonly onBehalf: boolean;
  /** The duty in words: 《重点建设项目档案管理登记表》 */
  readonly what: string;
  readonly ruleTitle: string;
  /** 2025年度, 2026年上半年; undefined for a duty that occurs once. */
  readonly period: string | undefined;
  /** The forms that the party can download for it, already filled in with what the register knows. */
  readonly forms?: readonly string[];
  /** The body to which it must be handed in. */
  readonly handTo: string | undefined;
  readonly dueOn: Day;
  readonly dueAt: Instant | undefined;
  /** The last working day on or before the due day. */
  readonly actBy: Day;
  readonly extended: boolean;
  readonly provisional: boolean;
  /**
   * Working days from today (not counted) to the due day (counted). After the due day, the complete working
   * days since, as zero or a negative number.
   */
  readonly workingDaysLeft: number;
  /** 洪江区档案局事中事后监管制度 三(一)五(一) */
  readonly clause: string;
  /** Instruments that the source names, with their status. */
  readonly basis: readonly {
    readonly instrument: string;
    readonly status: string;
    readonly note?: string | undefined;
  }[];
  /** What happens next if nothing is done. */
  readonly next: string;
  /** For corrections: the day stated before. Undefined when the duty no longer exists. */
  readonly toldBefore: Day | undefined;
  /** For corrections: the duty no longer exists. */
  readonly ended: boolean;
  /** For returned reports: the reason. */
  readonly reason: string | undefined;
  /** Where the reader can answer without an account. */
  readonly answerAt?: string;
  /** The letter should have been sent earlier, and why it was not. */
  readonly late: boolean;
  readonly today: Day;
}

export interface DailyLine {
  readonly owner: string;
  readonly what: string;
  readonly period: string | undefined;
  readonly dueOn: Day;
  readonly note: string | undefined;
}

export interface UndeliveredLine {
  readonly owner: string;
  readonly to: string;
  readonly channel: ChannelName | 'none';
  readonly what: string;
  readonly reason: string;
}

/** A document that waits for somebody: a draft, a decision, an issue, a service. */
export interface DocumentLine {
  readonly owner: string;
  readonly document: string;
  readonly number: string | undefined;
  readonly note: string;
}

/** A quota of the bureau’s own checks: 2026年7月日常检查. */
export interface QuotaLine {
  readonly title: string;
  readonly period: string;
  /** For quotas that each subject has for itself. */
  readonly owner: string | undefined;
  /** 2次，4个检查对象 */
  readonly left: string;
  /** Two figures cannot both be met: a leader decides which one applies. */
  readonly conflict: boolean;
  readonly latestSafeDay: Day | undefined;
}

export interface DailyLetter {
  readonly bureau: string;
  readonly today: Day;
  readonly becameOverdue: readonly DailyLine[];
  /** Late since an earlier mail, and still not done. */
  readonly stillOverdue: readonly DailyLine[];
  readonly dueThisWeek: readonly DailyLine[];
  /**
   * Entered or corrected when already late, so they wait for an officer’s confirmation. Each mail lists all of
   * them.
   */
  readonly lateEntries: readonly DailyLine[];
  /** All reports of units that wait for the bureau’s answer. */
  readonly reports: readonly DailyLine[];
  /** Duties for which a unit asks for a later day, which their note names; until the leader decides. */
  readonly extensions?: readonly DailyLine[];
  /** The names of subjects whose corrected contacts wait for an officer. */
  readonly contacts?: readonly string[];
  readonly documents: readonly DocumentLine[];
  /** Those among them that wait for the legal officer. */
  readonly legal?: readonly DocumentLine[];
  readonly quotasMissed: readonly QuotaLine[];
  readonly quotasAtRisk: readonly QuotaLine[];
  /** In the first mail of a month all of them; afterwards those counted since the last mail. */
  readonly quotasOwed: readonly QuotaLine[];
  readonly undelivered: readonly UndeliveredLine[];
  /** Reminders that lost their use before the provider’s limits had room for them. */
  readonly passed?: readonly UndeliveredLine[];
  /** Rules that cannot be computed, so that their dates are not updated. */
  readonly rules?: readonly string[];
  /** What prevents all notices of a channel from being sent, or soon may. */
  readonly channels: readonly string[];
}

export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
