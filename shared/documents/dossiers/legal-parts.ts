import type { Law } from '../../domain/escalations/law.ts';
import type { DocumentParts } from '../parts.ts';
import type { legalCheckWords, legalWordWords } from '../../vocabulary/legal.ts';

/** What was checked of a paper, at whose act it was checked last, and when. */
export interface LegalCheck {
  readonly what: keyof typeof legalCheckWords;
  /** none: the paper has nothing of the kind. */
  readonly result: 'holds' | 'lacks' | 'none';
  /** Names, numbers, days, places. */
  readonly found: readonly string[];
  /** The person as people know them; missing while nobody has done the act. */
  readonly by?: string | undefined;
  /** ISO 8601 in +08:00. */
  readonly at?: string | undefined;
}

export interface LegalWord {
  readonly word: keyof typeof legalWordWords;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly provisions: readonly string[];
  /** Whether it is about the text and the provisions as they stand. */
  readonly current: boolean;
}

/** A paper as its legal officer looks at it. Days are `YYYY-MM-DD`. */
export interface LegalPaper {
  readonly id: string;
  readonly kind: 'escalation' | 'case';
  /** The form of a paper of a case. */
  readonly form?: string | undefined;
  readonly subjectId: string;
  readonly subject: string;
  readonly name: string;
  readonly status: string;
  readonly number?: string | undefined;
  readonly issuedOn?: string | undefined;
  readonly actOn: string;
  readonly paperOn: string;
  /** The bureau’s own procedure with the instruments that its source names: no law of the paper. */
  readonly procedure: {
    readonly title: string;
    readonly instruments: DocumentParts['basis'];
  };
  readonly laws: readonly Law[];
  readonly checks: readonly LegalCheck[];
  readonly asked: boolean;
  readonly words: readonly LegalWord[];
}
