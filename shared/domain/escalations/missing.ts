import type { EscalationRecord } from '../../records/escalation.ts';
import { chineseDay, day, formatDay, type Day } from '../time/day.ts';
import { dayOf, type Instant } from '../time/instant.ts';
import { defenceEnd } from './ladder.ts';
import type { Policy } from '../duties/schedule.ts';

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
    const early = priorNoticeFlaw(escalation, order);
    need('priorNotice.servedOn', early !== undefined, early ?? '');
    need('legalReview', !escalation.legalReview, 'enter the legal review and its opinion (第五十八条)');
  }
  return missing;
}

/** Why a prior notice does not count: it was given before there was anything to announce. */
export function priorNoticeFlaw(
  { step, priorNotice, draftedAt }: EscalationRecord,
  order: EscalationRecord | undefined,
): string | undefined {
  if (!priorNotice) return undefined;
  const on = day(priorNotice.servedOn);
  if (step === 'warning' && on < dayOf(draftedAt))
    return `the notice came before the warning was drafted on ${formatDay(dayOf(draftedAt))}: tell the party anew`;
  const until = step === 'circulated-criticism' ? order?.rectifyUntil : undefined;
  return until !== undefined && on <= day(until)
    ? `the notice came before the order’s period had passed, on ${until}: tell the party anew`
    : undefined;
}

/** Why “nothing came” cannot be entered: the party could still be heard. */
export function silenceFlaw(
  { priorNotice, statement }: EscalationRecord,
  policy: Policy,
  today: Day,
): string | undefined {
  if (!statement || statement.received) return undefined;
  if (!priorNotice) return 'nothing can have come before the prior notice: enter the notice first';
  const last = defenceEnd(policy, day(priorNotice.servedOn));
  return today <= last
    ? `the period for statement and defence runs until ${chineseDay(last)}: enter afterwards that nothing came`
    : undefined;
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

const regimeOf = ({ ruleId }: EscalationRecord): string | undefined => ruleId.split('/')[0];

/** The order behind a criticism, of the same regime: served, its period over, and nothing came. */
export function failedOrder(
  escalation: EscalationRecord,
  others: readonly EscalationRecord[],
  now: Instant,
): EscalationRecord | undefined {
  return others.find(
    (other) =>
      other.id !== escalation.id &&
      other.step === 'order-to-rectify' &&
      regimeOf(other) === regimeOf(escalation) &&
      other.status === 'served' &&
      !other.complied &&
      other.rectifyUntil !== undefined &&
      dayOf(now) > day(other.rectifyUntil) &&
      (escalation.obligationId === undefined || other.obligationId === escalation.obligationId),
  );
}
