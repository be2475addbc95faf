import { dayInYear, formatDay, type Day } from '../../time/day.ts';
import type { OccurrenceContext } from './occurrence.ts';
import { textFigure, type DeadlineRule } from '../../../rules/rule.ts';

/** The due day of a year, with the figure of the day on which the duty arises. */
export function dueIn(
  year: number,
  rule: DeadlineRule,
  figure: string,
  context: OccurrenceContext,
  arisesOn: Day,
): Day {
  return dayInYear(year, textFigure(rule, figure, context.choices, formatDay(arisesOn)));
}

/** The first day on which a duty that depends on no fact may fall due in the window. */
export const firstDay = ({ window }: OccurrenceContext): Day =>
  window.yearlyFrom > window.from ? window.yearlyFrom : window.from;
