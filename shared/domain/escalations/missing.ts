import type { EscalationRecord } from '../../records/escalation.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import { formOf, needsOf, paperIn, type Need } from '../../vocabulary/measures.ts';
import type { OrderOnPaper } from './earlier.ts';
import { isEntered, isOutside, type Footing } from './paper.ts';

/** What a proposal is judged by, besides the record itself. */
export interface Standing extends Footing {
  /** The step that must have failed before, where the source gives an order. */
  readonly awaited?: EscalationStep | undefined;
  /** The order that has failed: of the product, or made on paper. */
  readonly order: EscalationRecord | OrderOnPaper | undefined;
  /** Whether the rule lets reports go out at the same moment. */
  readonly reportsAtOnce: boolean;
}

/**
 * What must be there before approval may be asked for. Circulated criticism and warnings as penalties come out of a
 * case (行政处罚法第五十四条 and after): what is proposed here is to file it, with its basis and a legal review. An
 * order needs a provision in force that gives the power, or a basis that an officer entered and the legal officer
 * answers for.
 */
export function missingOf(escalation: EscalationRecord, standing: Standing): FieldError[] {
  const { step } = escalation;
  const { paper, order, awaited } = standing;
  return [
    ...textFlaws(escalation, standing),
    ...(awaited !== undefined && !order
      ? [fieldError('order', 'escalation.no-order', { step: awaited })]
      : []),
    ...lacksIf(paper === 'order' && !hasPower(escalation, standing), noProvision(standing)),
    ...needsOf(step, paper).flatMap((need) => missingFor[need](escalation, standing)),
  ];
}

/** Whether the holder of a permit is heard before it: a recommendation to the organ that decided leaves that to it. */
export const hearsHolder = ({
  step,
  paper,
  isEntered: entered,
}: Pick<EscalationRecord, 'step'> & Pick<Footing, 'paper'> & { readonly isEntered: boolean }): boolean =>
  formOf(step, paper, entered).paper.as === 'revocation';

function textFlaws(escalation: EscalationRecord, { paper }: Standing): FieldError[] {
  if (blank(escalation.text)) return [fieldError('text', 'escalation.no-text')];
  const written = paperIn(escalation);
  return lacksIf(written !== paper, fieldError('text', 'escalation.text-of-other-paper', { written, paper }));
}

const hasPower = (escalation: EscalationRecord, { powers }: Standing): boolean =>
  powers.has('order') || isEntered(escalation);

/** What can be made in place of an order that nothing gives the power for. */
const noProvision = ({ nature }: Standing): FieldError =>
  fieldError('provisions', 'escalation.no-provision', {
    instead: isOutside(nature) ? 'reminder-letter' : 'opinion',
  });

const lacksIf = (lacks: boolean, error: FieldError): FieldError[] => (lacks ? [error] : []);

/** What a proposal lacks of each need, in the order of a measure’s own list. */
const missingFor: Readonly<Record<Need, (...about: Parameters<typeof missingOf>) => FieldError[]>> = {
  // 档案法实施条例第四十六条: a check, or the order on a missed duty that nobody followed, is on record already.
  investigation: ({ investigation, inspectionId, obligationId, previousId }) =>
    lacksIf(
      !investigation &&
        inspectionId === undefined &&
        (obligationId === undefined || previousId === undefined),
      fieldError('investigation', 'escalation.no-investigation'),
    ),
  refusal: ({ refusal }) => lacksIf(!refusal, fieldError('refusal', 'escalation.no-refusal')),
  'legal-basis': ({ legalBasis }, { powers }) =>
    lacksIf(blank(legalBasis) && !powers.has('penalty'), fieldError('legalBasis', 'escalation.no-basis')),
  'legal-review': ({ legalReview }) =>
    lacksIf(!legalReview, fieldError('legalReview', 'escalation.no-legal-review')),
  circulation: ({ circulation }) =>
    lacksIf(circulation.length === 0, fieldError('circulation', 'escalation.no-circulation')),
  'called-department': ({ circulation }, { reportsAtOnce }) =>
    lacksIf(
      circulation.length === 0 && !reportsAtOnce,
      fieldError('circulation', 'escalation.no-department-called'),
    ),
};

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
