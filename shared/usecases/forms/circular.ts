import { assessmentText } from '../../documents/duties/assessment-text.ts';
import { actorOf } from '../../domain/actor.ts';
import { notFound, ok, problemAt, type Outcome } from '../../outcome.ts';
import { draftEscalation } from '../escalations/draft.ts';
import type { FoundEscalation } from '../escalations/list.ts';
import { findObligation } from '../register/find-obligation.ts';
import { todayOf, type Request } from '../request.ts';
import { yearPartsOf } from './security.ts';

/**
 * Drafts the circular of a yearly assessment from the records of the year: HJ 三(三)四(三), SX 三(三)五(三), BX (八)四(三),
 * LQ 四(二)四(二). It is an ordinary document that a leader approves; once drafted for a year, that draft is answered.
 */
export async function draftAssessmentCircular(
  request: Request,
  id: string,
): Promise<Outcome<FoundEscalation>> {
  const { context, deps, principal } = request;
  const found = await findObligation(request, id);
  if (!found) return notFound;
  const { subject, rule } = found;
  const own = context.rulebook.ruleOf(`${rule.ruleId}-circular`, todayOf(request));
  const step = own?.escalation?.steps.find((one) => one.step === 'assessment-circular');
  if (!own || !step) return problemAt('id', 'form.no-circular');
  const parts = await yearPartsOf(request, found, 'assessment-sheet');
  if (!parts.ok) return parts;
  const escalation = await draftEscalation(deps, context, {
    subject,
    step: step.step,
    rule: own,
    approval: step.approval ?? 'bureau-leader',
    meaning: ['assessment', parts.value.period],
    text: assessmentText(parts.value),
    paper: 'circular',
    by: actorOf(principal),
  });
  return ok({ escalation, subject, rule: own });
}
