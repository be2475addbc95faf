import type { Rule } from '../../rules/rule.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { escalationSteps, measures } from '../../vocabulary/measures.ts';
import { day } from '../time/day.ts';
import { dayOf, type Instant } from '../time/instant.ts';

/** An order that was made outside of the product, as an officer entered it: it stands for one of the product. */
export type OrderOnPaper = NonNullable<EscalationRecord['earlierOnPaper']>;

/**
 * The step whose period must have passed without effect before this one: the one before it among the sanctions of a
 * duty, or in a list that says so (`follows`); for some measures always. Undefined where the source gives no order.
 */
export function waitsFor(
  { deadline, escalation }: Pick<Rule, 'deadline' | 'escalation'>,
  step: EscalationStep,
): EscalationStep | undefined {
  const inDuty = before(deadline?.sanctions ?? [], step);
  if (inDuty !== undefined) return inDuty;
  const steps = escalation?.steps ?? [];
  const own = steps.filter((one) => one.step === step);
  // A step that also stands without the condition may be taken at once.
  const follows = own.length > 0 && own.every((one) => one.follows !== undefined);
  const inList = follows ? before(steps, step) : undefined;
  return inList ?? escalationSteps.find((one) => one === measures[step].afterFailed);
}

function before(steps: readonly { readonly step: EscalationStep }[], step: EscalationStep) {
  const index = steps.findIndex((one) => one.step === step);
  return index < 1 ? undefined : steps[index - 1]?.step;
}

const regimeOf = ({ ruleId }: EscalationRecord): string | undefined => ruleId.split('/')[0];

/**
 * The order behind a step that waits for one: of the same regime, about the same duty or check, served, its period
 * over, and nothing came.
 */
export function failedOrder(
  escalation: EscalationRecord,
  awaited: EscalationStep | undefined,
  others: readonly EscalationRecord[],
  now: Instant,
): EscalationRecord | undefined {
  return others.find(
    (other) =>
      other.id !== escalation.id &&
      other.step === awaited &&
      regimeOf(other) === regimeOf(escalation) &&
      other.status === 'served' &&
      !other.complied &&
      other.rectifyUntil !== undefined &&
      dayOf(now) > day(other.rectifyUntil) &&
      (escalation.obligationId === undefined || other.obligationId === escalation.obligationId) &&
      isOneCheck(escalation, other),
  );
}

/** Where both name a check it is the same one. */
const isOneCheck = (one: EscalationRecord, other: EscalationRecord): boolean =>
  one.inspectionId === undefined ||
  other.inspectionId === undefined ||
  one.inspectionId === other.inspectionId;
