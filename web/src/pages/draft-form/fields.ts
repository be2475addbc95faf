import type { EscalationStep } from '../../../../shared/vocabulary/measures.ts';
import type { Answer, Body } from '../../api/contract.ts';

export type Offers = Answer<'GET /v1/jurisdictions/{j}/subjects/{id}/drafts'>;
/** What a draft may stand on: a check, a missed duty or a rule. */
export type Ground = Offers['grounds'][number];

/** The form of a draft by hand, or of a measure that was taken on the spot. */
export interface DraftFields {
  readonly subjectId?: string | undefined;
  readonly step?: EscalationStep | undefined;
  /** The key of the chosen ground. */
  readonly ground?: string | undefined;
  readonly how: 'draft' | 'taken';
  /** `2026-07-02T09:30`, Asia/Shanghai. */
  readonly at?: string | undefined;
  /** Asked for only where something was done on the spot. */
  readonly officers?: readonly { readonly name?: string; readonly certificate?: string }[];
  readonly text?: string | undefined;
}

/** Tells grounds of one step apart. */
export const keyOf = ({ ruleId, check }: Ground): string => `${ruleId} ${check?.id ?? ''}`;

const trimmed = (text: string | undefined): string => (text ?? '').trim();

export function bodyOf(
  fields: DraftFields & { readonly subjectId: string; readonly step: EscalationStep },
  ground: Ground | undefined,
): Body<'POST /v1/jurisdictions/{j}/escalations'> {
  const { subjectId, step, how, at = '', officers = [], text } = fields;
  return {
    subjectId,
    step,
    ...(ground === undefined ? {} : { ruleId: ground.ruleId }),
    ...(ground?.check === undefined ? {} : { inspectionId: ground.check.id }),
    text: trimmed(text),
    ...(how === 'taken'
      ? {
          takenOnTheSpot: {
            at: `${at.slice(0, 16)}:00+08:00`,
            officers: officers
              .filter(({ name }) => trimmed(name) !== '')
              .map(({ name, certificate }) =>
                trimmed(certificate) === ''
                  ? { name: trimmed(name) }
                  : { name: trimmed(name), certificate: trimmed(certificate) },
              ),
          },
        }
      : {}),
  };
}
