import type { EscalationRecord } from '../../records/escalation.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import { measures, type Need } from '../../vocabulary/measures.ts';
import { day, formatDay, type Day } from '../time/day.ts';
import { dayOf, type Instant } from '../time/instant.ts';
import type { Rule } from '../../rules/rule.ts';
import { defenceEnd } from './ladder.ts';
import type { Policy } from '../duties/schedule.ts';

/** Periods are those of the rule that provides for the measure. */
interface PeriodPolicy extends Policy {
  readonly rule: Rule;
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
  policy: PeriodPolicy,
  now: Instant,
): FieldError[] {
  const { afterFailed, needs = [] } = measures[escalation.step];
  return [
    ...lacksIf(blank(escalation.text), fieldError('text', 'escalation.no-text')),
    ...lacksIf(afterFailed !== undefined && !order, fieldError('order', 'escalation.no-order')),
    ...needs.flatMap((need) => missingFor[need](escalation, order, policy, now)),
  ];
}

const lacksIf = (lacks: boolean, error: FieldError): FieldError[] => (lacks ? [error] : []);

/** What a proposal lacks of each need, in the order of a measure’s own list. */
const missingFor: Readonly<Record<Need, (...about: Parameters<typeof missingOf>) => FieldError[]>> = {
  refusal: ({ refusal }) => lacksIf(!refusal, fieldError('refusal', 'escalation.no-refusal')),
  form: ({ form }) => lacksIf(!form, fieldError('form', 'escalation.no-form')),
  'legal-basis': ({ legalBasis }) =>
    lacksIf(blank(legalBasis), fieldError('legalBasis', 'escalation.no-basis')),
  'prior-notice': ({ priorNotice }) =>
    lacksIf(!priorNotice, fieldError('priorNotice', 'escalation.no-prior-notice')),
  'statement-and-defence': (escalation, order, policy, now) => {
    const early = priorNoticeFlaw(escalation, order);
    return [
      ...statementOf(escalation, policy, now),
      ...(early ? [{ path: 'priorNotice.servedOn', ...early }] : []),
    ];
  },
  'legal-review': ({ legalReview }) =>
    lacksIf(!legalReview, fieldError('legalReview', 'escalation.no-legal-review')),
};

/** Why a prior notice does not count: it was given before there was anything to announce. */
export function priorNoticeFlaw(
  { step, priorNotice, draftedAt }: EscalationRecord,
  order: EscalationRecord | undefined,
): Raised | undefined {
  const { penalty, afterFailed } = measures[step];
  if (!priorNotice || penalty === undefined) return undefined;
  const on = day(priorNotice.servedOn);
  if (afterFailed === undefined)
    return on < dayOf(draftedAt)
      ? raise('escalation.notice-before-draft', { on: formatDay(dayOf(draftedAt)) })
      : undefined;
  const until = order?.rectifyUntil;
  return until !== undefined && on <= day(until)
    ? raise('escalation.notice-within-period', { on: until })
    : undefined;
}

/** Why “nothing came” cannot be entered: the party could still be heard. */
export function silenceFlaw(
  { priorNotice, statement }: EscalationRecord,
  policy: PeriodPolicy,
  today: Day,
): Raised | undefined {
  if (!statement || statement.received) return undefined;
  if (!priorNotice) return raise('escalation.silence-before-notice');
  const last = defenceEnd(policy, policy.rule, day(priorNotice.servedOn));
  return today <= last ? raise('escalation.silence-too-early', { until: formatDay(last) }) : undefined;
}

function statementOf(escalation: EscalationRecord, policy: PeriodPolicy, now: Instant): FieldError[] {
  const { priorNotice, statement } = escalation;
  const last: Day | undefined = priorNotice && defenceEnd(policy, policy.rule, day(priorNotice.servedOn));
  if (last !== undefined && dayOf(now) <= last)
    return [fieldError('statement', 'escalation.defence-runs', { until: formatDay(last) })];
  if (!statement) return [fieldError('statement', 'escalation.no-statement')];
  if (statement.received && (blank(statement.text) || blank(statement.outcome)))
    return [fieldError('statement', 'escalation.statement-empty')];
  return [];
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const regimeOf = ({ ruleId }: EscalationRecord): string | undefined => ruleId.split('/')[0];

/** The order behind a measure that needs one, of the same regime: served, its period over, and nothing came. */
export function failedOrder(
  escalation: EscalationRecord,
  others: readonly EscalationRecord[],
  now: Instant,
): EscalationRecord | undefined {
  const { afterFailed } = measures[escalation.step];
  return others.find(
    (other) =>
      other.id !== escalation.id &&
      other.step === afterFailed &&
      regimeOf(other) === regimeOf(escalation) &&
      other.status === 'served' &&
      !other.complied &&
      other.rectifyUntil !== undefined &&
      dayOf(now) > day(other.rectifyUntil) &&
      (escalation.obligationId === undefined || other.obligationId === escalation.obligationId),
  );
}
