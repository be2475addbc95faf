import type { EscalationRecord } from '../../records/escalation.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import { day, formatDay, type Day } from '../time/day.ts';
import { dayOf, type Instant } from '../time/instant.ts';
import { defenceEnd } from './ladder.ts';
import type { Policy } from '../duties/schedule.ts';

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
): FieldError[] {
  const missing: FieldError[] = [];
  const need = (lacks: boolean, error: FieldError): void => {
    if (lacks) missing.push(error);
  };
  need(blank(escalation.text), fieldError('text', 'escalation.no-text'));
  if (escalation.step === 'circulated-criticism') {
    need(!order, fieldError('order', 'escalation.no-order'));
    need(!escalation.refusal, fieldError('refusal', 'escalation.no-refusal'));
    need(!escalation.form, fieldError('form', 'escalation.no-form'));
  }
  if (escalation.step === 'circulated-criticism' || escalation.step === 'warning') {
    need(blank(escalation.legalBasis), fieldError('legalBasis', 'escalation.no-basis'));
    need(!escalation.priorNotice, fieldError('priorNotice', 'escalation.no-prior-notice'));
    missing.push(...statementOf(escalation, policy, now));
    const early = priorNoticeFlaw(escalation, order);
    if (early) missing.push({ path: 'priorNotice.servedOn', ...early });
    need(!escalation.legalReview, fieldError('legalReview', 'escalation.no-legal-review'));
  }
  return missing;
}

/** Why a prior notice does not count: it was given before there was anything to announce. */
export function priorNoticeFlaw(
  { step, priorNotice, draftedAt }: EscalationRecord,
  order: EscalationRecord | undefined,
): Raised | undefined {
  if (!priorNotice) return undefined;
  const on = day(priorNotice.servedOn);
  if (step === 'warning' && on < dayOf(draftedAt))
    return raise('escalation.notice-before-draft', { on: formatDay(dayOf(draftedAt)) });
  const until = step === 'circulated-criticism' ? order?.rectifyUntil : undefined;
  return until !== undefined && on <= day(until)
    ? raise('escalation.notice-within-period', { on: until })
    : undefined;
}

/** Why “nothing came” cannot be entered: the party could still be heard. */
export function silenceFlaw(
  { priorNotice, statement }: EscalationRecord,
  policy: Policy,
  today: Day,
): Raised | undefined {
  if (!statement || statement.received) return undefined;
  if (!priorNotice) return raise('escalation.silence-before-notice');
  const last = defenceEnd(policy, day(priorNotice.servedOn));
  return today <= last ? raise('escalation.silence-too-early', { until: formatDay(last) }) : undefined;
}

function statementOf(escalation: EscalationRecord, policy: Policy, now: Instant): FieldError[] {
  const { priorNotice, statement } = escalation;
  const last: Day | undefined = priorNotice && defenceEnd(policy, day(priorNotice.servedOn));
  if (last !== undefined && dayOf(now) <= last)
    return [fieldError('statement', 'escalation.defence-runs', { until: formatDay(last) })];
  if (!statement) return [fieldError('statement', 'escalation.no-statement')];
  if (statement.received && (blank(statement.text) || blank(statement.outcome)))
    return [fieldError('statement', 'escalation.statement-empty')];
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
