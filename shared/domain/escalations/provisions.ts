import { provisions, type Provision } from '../../rules/instruments.ts';
import type { Rule } from '../../rules/rule.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { Nature } from '../../vocabulary/parties.ts';
import type { Power } from '../../vocabulary/papers.ts';

/** A provision that a measure names, and whether it holds for this party on this day. */
export interface Ground extends Provision {
  /** Seen, in force on the day, and against a party of this nature; a nature that nobody entered excludes none. */
  readonly applies: boolean;
}

/** The provisions that a rule names for a step, in its order. */
export function groundsOf(
  { deadline, escalation }: Pick<Rule, 'deadline' | 'escalation'>,
  step: EscalationStep,
  nature: Nature | undefined,
  on: string,
): readonly Ground[] {
  const named =
    deadline?.sanctions?.find((entry) => entry.step === step) ??
    escalation?.steps.find((entry) => entry.step === step);
  return (named?.provisions ?? []).flatMap((id) => {
    const provision = provisions.get(id);
    return provision === undefined ? [] : [{ ...provision, applies: applies(provision, nature, on) }];
  });
}

function applies({ state, from, to, against }: Provision, nature: Nature | undefined, on: string): boolean {
  const isInForce = (from === null || from <= on) && (to === undefined || on <= to);
  return state === 'seen' && isInForce && (nature === undefined || against.includes(nature));
}

/** What the provisions that hold carry. */
export const powersOf = (grounds: readonly Ground[]): ReadonlySet<Power> =>
  new Set(grounds.flatMap(({ applies: holds, gives }) => (holds ? gives : [])));

/** 《中华人民共和国档案法》第四十五条 */
export const citedAs = ({ instrument, article = '' }: Pick<Provision, 'instrument' | 'article'>): string =>
  `《${instrument}》${article}`;
