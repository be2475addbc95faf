import type { Rule } from '../../rules/rule.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { measures } from '../../vocabulary/measures.ts';
import type { PaperName, Power } from '../../vocabulary/papers.ts';
import type { Nature } from '../../vocabulary/parties.ts';
import { citedAs, groundsOf, powersOf, type Ground } from './provisions.ts';

/** What decides which paper a step becomes. */
interface Making {
  readonly step: EscalationStep;
  readonly nature: Nature | undefined;
  /** What the provisions carry that hold for this party. */
  readonly powers: ReadonlySet<Power>;
  /** Whether it follows a missed duty: then it may remind, where it cannot order. */
  readonly isMissed: boolean;
  /** Whether an officer entered a basis of its own, and the legal officer answers for it. */
  readonly isEntered: boolean;
  readonly form: 'penalty' | 'internal-circular' | undefined;
}

/** Whether an officer entered a basis of its own, and the legal officer answers for it. */
export const isEntered = ({
  legalBasis,
  legalReview,
}: Pick<EscalationRecord, 'legalBasis' | 'legalReview'>): boolean =>
  legalBasis !== undefined && legalBasis.trim() !== '' && legalReview !== undefined;

/** The paper that a step becomes now, and the provisions behind it. */
export interface Footing {
  readonly paper: PaperName;
  readonly nature: Nature | undefined;
  readonly powers: ReadonlySet<Power>;
  readonly grounds: readonly Ground[];
}

/** The footing of a step under a rule, against a party of this nature, by the law of a day (`YYYY-MM-DD`). */
export function footingOf(
  rule: Pick<Rule, 'deadline' | 'escalation'>,
  escalation: Pick<EscalationRecord, 'step' | 'form' | 'legalBasis' | 'legalReview'>,
  nature: Nature | undefined,
  on: string,
): Footing {
  const { step, form } = escalation;
  const grounds = groundsOf(rule, step, nature, on);
  const powers = powersOf(grounds);
  const isMissed = isReportOwed(rule) || grounds.some(({ gives }) => gives.includes('duty'));
  const paper = paperOf({ step, nature, powers, isMissed, isEntered: isEntered(escalation), form });
  return { paper, nature, powers, grounds };
}

/** A problem that a check found is no report that was owed: what a measure against it needs is a power. */
const isReportOwed = ({ deadline }: Pick<Rule, 'deadline'>): boolean =>
  deadline !== undefined && deadline.due.type !== 'finding';

/** Outside of the administration: no supervision and no circular reaches it. */
export const isOutside = (nature: Nature | undefined): boolean =>
  nature === 'private' || nature === 'individual';

/**
 * The paper that a step becomes. The source decides the steps; the party and the law decide the paper. Without a power
 * to order, an order becomes an opinion, a reminder or a letter to the body that has the power.
 */
function paperOf(making: Making): PaperName {
  const { step, nature, powers, form } = making;
  const { makes, outside, withPower, penalty } = measures[step];
  if (penalty !== undefined && form === 'penalty') return 'filing-proposal';
  if (making.isEntered && withPower !== undefined) return withPower.makes;
  if (makes === 'order') return orderOr(making);
  if (makes === 'circular' && powers.has('letter')) return 'letter-to-department';
  return outside !== undefined && isOutside(nature) ? outside : makes;
}

function orderOr({ nature, powers, isMissed, isEntered: entered }: Making): PaperName {
  if (entered || powers.has('order')) return 'order';
  if (isMissed) return isOutside(nature) ? 'reminder-letter' : 'order';
  if (powers.has('opinion')) return 'opinion';
  return powers.has('letter') ? 'letter-to-department' : 'order';
}

/** What a provision must carry to stand behind a paper. */
const carriedBy: Readonly<Partial<Record<PaperName, Power>>> = {
  order: 'order',
  opinion: 'opinion',
  notice: 'notice',
  recommendation: 'recommendation',
  'letter-to-department': 'letter',
  'filing-proposal': 'penalty',
};

/** Whether a provision that holds is printed on the paper: what it rests on, and what was owed. */
export function supports(paper: PaperName, gives: readonly Power[]): boolean {
  const power = carriedBy[paper];
  return power !== undefined && (gives.includes(power) || (paper === 'order' && gives.includes('duty')));
}

/** The provisions that a paper prints after 依据, with what an officer entered; a list of the county is none of them. */
export const lawOf = (
  { paper, grounds }: Pick<Footing, 'paper' | 'grounds'>,
  { legalBasis = '' }: Pick<EscalationRecord, 'legalBasis'>,
): readonly string[] => [
  ...grounds.filter(({ applies, gives }) => applies && supports(paper, gives)).map(citedAs),
  ...(legalBasis.trim() === '' ? [] : [legalBasis.trim()]),
];
