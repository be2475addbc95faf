import { groundsOf } from '../../domain/escalations/provisions.ts';
import { chosenTitle, orderTitle, transferOf } from '../../domain/escalations/names.ts';
import { isEntered } from '../../domain/escalations/paper.ts';
import { nameOf, paperIn } from '../../vocabulary/measures.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Rule } from '../../rules/rule.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { Context } from '../context.ts';

interface Named {
  readonly escalation: Pick<
    EscalationRecord,
    | 'step'
    | 'supervision'
    | 'transfer'
    | 'takenOnTheSpot'
    | 'draftedAt'
    | 'paper'
    | 'again'
    | 'form'
    | 'legalBasis'
    | 'legalReview'
  >;
  readonly rule: Rule;
}

const dayOfDraft = ({ draftedAt }: Pick<EscalationRecord, 'draftedAt'>): string =>
  formatDay(dayOf(draftedAt));

/** Documents that the rule names for the step; for a duty those that its regime’s escalation names. */
export function namedDocuments({ rulebook }: Context, { escalation, rule }: Named): string[] {
  const rules =
    rule.escalation === undefined
      ? rulebook.rulesOn(dayOfDraft(escalation)).filter(({ regime }) => regime === rule.regime)
      : [rule];
  return rules.flatMap((one) =>
    (one.escalation?.steps ?? [])
      .filter(({ step, approval }) => step === escalation.step && approval !== null)
      .flatMap(({ documents }) => documents ?? []),
  );
}

/** The very clause of a step: of the duty’s sanction, or of the step of an escalation rule; else the rule’s. */
export function citeOf({ escalation: { step }, rule }: Named): string {
  const own =
    rule.deadline?.sanctions?.find((sanction) => sanction.step === step)?.cite ??
    rule.escalation?.steps.find((one) => one.step === step)?.cite;
  return own ?? rule.cite;
}

/** What an escalation’s document is called, in lists, letters and on the document itself. */
export function titleOf(context: Context, named: Named): string {
  const { step, takenOnTheSpot, again, supervision, transfer } = named.escalation;
  const paper = paperIn(named.escalation);
  const grounds = groundsOf(named.rule, step, undefined, dayOfDraft(named.escalation));
  const own = chosenTitle({
    regime: named.rule.regime,
    step,
    paper,
    supervision,
    transfer: transferOf({ step, transfer }, grounds),
  });
  if (own !== undefined) return own;
  const order = orderTitle({
    step,
    paper,
    isEntered: isEntered(named.escalation),
    regime: named.rule.regime,
    onTheSpot: takenOnTheSpot !== undefined,
    named: namedDocuments(context, named),
  });
  return order ?? nameOf(step, paper, again);
}
