import { arisesWith } from './arising.ts';
import { hoursAfter } from '../../time/dates.ts';
import { formatDay } from '../../time/day.ts';
import { dayOf } from '../../time/instant.ts';
import type { Asked, Draft, DueOf } from './occurrence.ts';
import { numberFigure } from '../../../rules/rule.ts';

/** A period of hours after an instant, nights and holidays included. */
export function hourDrafts(due: DueOf<'hours'>, { rule, subject, context }: Asked): Draft[] {
  const event = subject.facts.instant(due.event);
  if (event === undefined) return [];
  const arisesOn = dayOf(event);
  if (!arisesWith(rule, arisesOn)) return [];
  const count = numberFigure(rule, due.figure, context.choices, formatDay(arisesOn));
  return [
    {
      key: '',
      arisesOn,
      count(trace) {
        return hoursAfter(context.calendar, event, count, trace);
      },
    },
  ];
}
