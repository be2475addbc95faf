import type { EscalationStep, SubjectKind } from '../../rules/schema.ts';
import { measures } from '../../vocabulary/measures.ts';

/** Whom a document is directed against: with a project whoever builds it, for a project is no person. */
export function partyName(
  step: EscalationStep,
  { name, kind }: { readonly name: string; readonly kind: SubjectKind },
): string {
  return kind === 'project' && measures[step].to === 'party' && !name.endsWith('单位')
    ? `${name}建设单位`
    : name;
}

/** The title that an order bears in its regime, as its document and every letter about it name it. */
export function orderTitle(order: {
  readonly step: EscalationStep;
  readonly regime: string;
  readonly onTheSpot: boolean;
  /** Documents that the rule names for the step. */
  readonly named: readonly string[];
}): string | undefined {
  const { paper } = measures[order.step];
  if (paper.as !== 'order') return undefined;
  if (order.onTheSpot && paper.titleOnTheSpot !== undefined) return paper.titleOnTheSpot;
  const own = order.named
    .map((name) => name.replace(/[《》]/gu, ''))
    .find((name) => paper.ruleNamesTitle && /^责令.*通知书$/u.test(name));
  return own ?? paper.titleIn?.[order.regime] ?? paper.title;
}
