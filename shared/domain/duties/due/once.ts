import { arisesIn } from './arising.ts';
import { fixedDate } from '../../time/dates.ts';
import { day, dayFrom, formatDay, yearOf, type Day } from '../../time/day.ts';
import type { Asked, Draft, OccurrenceContext } from './occurrence.ts';
import { holdsOn, spansOf, textFigure, type DeadlineRule } from '../../../rules/rule.ts';

/**
 * A day that is set once. The duty arises with the rule; when no first day is known, with the year of its day.
 * A later value does not move a duty that has arisen before.
 */
export function onceDrafts({ rule, context }: Omit<Asked, 'subject'>): Draft[] {
  const once = onceOf(rule, context);
  const versions = context.versionsOf(rule.ruleId);
  const before = versions.slice(0, Math.max(versions.indexOf(rule), 0));
  if (!once || before.some((version) => onceOf(version, context) !== undefined)) return [];
  return [
    {
      key: '',
      arisesOn: once.arisesOn,
      count(trace) {
        return fixedDate(context.calendar, once.dueOn, trace);
      },
    },
  ];
}

function onceOf(
  rule: DeadlineRule,
  context: OccurrenceContext,
): { readonly arisesOn: Day; readonly dueOn: Day } | undefined {
  const { due } = rule.deadline;
  if (due.type !== 'once') return undefined;
  const dueBy = (on: string): Day => day(textFigure(rule, due.figure, context.choices, on));
  const startOf = (dueOn: Day): Day => (rule.from === null ? dayFrom(yearOf(dueOn), 1, 1) : day(rule.from));
  const spans = spansOf(rule, due.figure);
  const span =
    spans.find((one) => holdsOn(one, formatDay(startOf(dueBy(one.from ?? BEFORE_ALL))))) ?? spans.at(-1);
  const dueOn = dueBy(span?.from ?? BEFORE_ALL);
  const arisesOn = arisesIn(rule, startOf(dueOn), context.versionsOf);
  return arisesOn === undefined ? undefined : { arisesOn, dueOn };
}

/** A day before every dated value. */
const BEFORE_ALL = '0000-01-01';
