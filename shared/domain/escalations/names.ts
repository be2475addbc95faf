import type { EscalationStep } from '../../rules/schema.ts';
import { formOf } from '../../vocabulary/measures.ts';
import type { PaperName } from '../../vocabulary/papers.ts';
import {
  isSupervision,
  supervisionPapers,
  supervisionRegimes,
  type SupervisionChoice,
  type SupervisionPaper,
  type TransferOf,
} from '../../vocabulary/supervision.ts';

/** What distinguishes the papers of a step that has several. */
export interface Chosen {
  readonly regime: string;
  readonly step: EscalationStep;
  readonly paper: PaperName;
  readonly supervision?: SupervisionChoice | undefined;
  readonly transfer?: TransferOf | undefined;
}

/** Which of the papers of supervision it is; undefined for the opinion of a reconsideration body. */
export function supervisionOf({ regime, supervision, paper }: Chosen): SupervisionPaper | undefined {
  if (regime !== supervisionRegimes.enforcement) return undefined;
  return supervision ?? (paper === 'opinion' ? 'opinion' : 'notice');
}

/** The title where it follows from the regime or from a choice, and not from the step alone. */
export function chosenTitle(chosen: Chosen): string | undefined {
  const { regime, paper, step, transfer } = chosen;
  if (isSupervision(regime) && (paper === 'order' || paper === 'opinion')) {
    const kind = supervisionOf(chosen);
    return kind === undefined ? '行政复议意见书' : supervisionPapers[kind].name;
  }
  return step === 'transfer' && transfer === 'crime' ? '涉嫌犯罪案件移送书' : undefined;
}

/** As chosen; else a crime where the rule names the provision on handing crimes to the police. */
export function transferOf(
  { step, transfer }: Pick<Chosen, 'step' | 'transfer'>,
  grounds: readonly { readonly id: string }[],
): TransferOf | undefined {
  if (step !== 'transfer') return undefined;
  return transfer ?? (grounds.some(({ id }) => id === 'crime-transfer-5') ? 'crime' : 'violation');
}

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
