import type { EscalationRecord } from '../store/escalation-record.ts';
import { chineseDay, day, type Day } from './day.ts';
import { dayOf, type Instant } from './instant.ts';
import { defenceEnd } from './ladder.ts';
import type { Policy } from './schedule.ts';

/** What a proposal still lacks: the field, and what to do about it. */
export interface Missing {
  readonly path: string;
  readonly message: string;
}

/**
 * What must be there before approval may be asked for. Circulated criticism and warnings against a party are
 * penalties (行政处罚法第九条): a list such as these cannot create one (第十六条), so that a basis, a prior notice,
 * a period for statement and defence that has run out with its outcome, and a legal review are asked for; and
 * for circulated criticism the finding, by a person, that an order was served, its period passed and nothing came.
 */
export function missingOf(
  escalation: EscalationRecord,
  order: EscalationRecord | undefined,
  policy: Policy,
  now: Instant,
): Missing[] {
  const missing: Missing[] = [];
  const need = (path: string, lacks: boolean, message: string): void => {
    if (lacks) missing.push({ path, message });
  };
  need('text', blank(escalation.text), 'the document has no text yet');
  if (escalation.step === 'circulated-criticism') {
    need('order', !order, 'no order to rectify was served whose period has passed without effect');
    need(
      'refusal',
      !escalation.refusal,
      'find, in words, that rectification was refused: the passing of time alone is no 拒不整改',
    );
    need('form', !escalation.form, 'say whether it is a penalty or an internal circular');
  }
  if (escalation.step === 'circulated-criticism' || escalation.step === 'warning') {
    need(
      'legalBasis',
      blank(escalation.legalBasis),
      'name the law, regulation or rule that provides for it: a list cannot create a penalty (行政处罚法第十六条)',
    );
    need(
      'priorNotice',
      !escalation.priorNotice,
      'enter when and how the party was told beforehand (第四十四条)',
    );
    missing.push(...statementOf(escalation, policy, now));
    need('legalReview', !escalation.legalReview, 'enter the legal review and its opinion (第五十八条)');
  }
  return missing;
}

function statementOf(escalation: EscalationRecord, policy: Policy, now: Instant): Missing[] {
  const { priorNotice, statement } = escalation;
  const last: Day | undefined = priorNotice && defenceEnd(policy, day(priorNotice.servedOn));
  if (last !== undefined && dayOf(now) <= last)
    return [
      {
        path: 'statement',
        message: `the period for statement and defence runs until ${chineseDay(last)} (第四十五条)`,
      },
    ];
  if (!statement)
    return [{ path: 'statement', message: 'enter whether a statement came, and its outcome (第四十五条)' }];
  if (statement.received && (blank(statement.text) || blank(statement.outcome)))
    return [{ path: 'statement', message: 'a statement came: enter what it says and what came of it' }];
  return [];
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** The order behind a criticism: served, its period over, and nothing came. */
export function failedOrder(
  escalation: EscalationRecord,
  others: readonly EscalationRecord[],
  now: Instant,
): EscalationRecord | undefined {
  return others.find(
    (other) =>
      other.id !== escalation.id &&
      other.step === 'order-to-rectify' &&
      other.status === 'served' &&
      !other.complied &&
      other.rectifyUntil !== undefined &&
      dayOf(now) > day(other.rectifyUntil) &&
      (escalation.obligationId === undefined || other.obligationId === escalation.obligationId),
  );
}
