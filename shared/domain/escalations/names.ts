import type { EscalationStep } from '../../rules/schema.ts';
import { formOf } from '../../vocabulary/measures.ts';
import type { PaperName } from '../../vocabulary/papers.ts';

/** The title that an order bears in its regime, as its document and every letter about it name it. */
export function orderTitle(order: {
  readonly step: EscalationStep;
  readonly paper: PaperName;
  readonly isEntered: boolean;
  readonly regime: string;
  readonly onTheSpot: boolean;
  /** Documents that the rule names for the step. */
  readonly named: readonly string[];
}): string | undefined {
  const { paper } = formOf(order.step, order.paper, order.isEntered);
  if (paper.as !== 'order') return undefined;
  if (order.onTheSpot && paper.titleOnTheSpot !== undefined) return paper.titleOnTheSpot;
  const own = order.named
    .map((name) => name.replace(/[《》]/gu, ''))
    .find((name) => paper.ruleNamesTitle && /^责令.*通知书$/u.test(name));
  return own ?? paper.titleIn?.[order.regime] ?? paper.title;
}
