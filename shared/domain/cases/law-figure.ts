import { numberFigure, type Choices } from '../../rules/rule.ts';
import type { CaseRules } from './rules.ts';

/** The rules of a case, and what the bureau has chosen where they leave a figure open. */
interface Ruled {
  readonly rules: CaseRules;
  readonly choices: Choices;
}

/** A figure of national law with its provision: 7, 行政处罚法第六十一条、第八十五条. */
export interface LawFigure {
  readonly value: number;
  readonly citation: string;
}

/**
 * A figure that national law sets for a part of every case, on the day of the case’s first event. A list that takes
 * the place of the law’s rule changes none of it.
 */
export function lawFigure({ rules, choices }: Ruled, part: keyof CaseRules['law'], name: string): LawFigure {
  const rule = rules.law[part];
  const values = rule.figures?.[name]?.values ?? [];
  const dated = values.findLast(({ from }) => from === null || from <= rules.on) ?? values[0];
  return {
    value: numberFigure(rule, name, choices, rules.on),
    citation: (dated?.cite ?? rule.cite).replaceAll(', ', '、'),
  };
}
