import { FACTS } from '../actor.ts';
import { formatDay, yearOf, type Day } from '../time/day.ts';
import type { Dates } from '../time/dates.ts';
import { dayOf, startOfDay } from '../time/instant.ts';
import type { Occurrence } from './due/occurrence.ts';
import { numberFigure } from '../../rules/rule.ts';
import { choicesOf } from './schedule.ts';
import type { Planning } from './planning.ts';
import type { ObligationRecord } from '../../records/obligation.ts';

/** The day on which the facts alone show that the duty is fulfilled; undefined when they do not. */
export function metOn(occurrence: Occurrence, planning: Planning): Day | undefined {
  const { metBy } = occurrence.rule.deadline;
  const { facts } = planning.planSubject;
  if (!metBy) return undefined;
  const year =
    occurrence.period === undefined ? yearOf(occurrence.dates.dueOn) : Number(occurrence.period.slice(0, 4));
  const choices = choicesOf(planning.policy.settings);
  const on = formatDay(occurrence.arisesOn);
  const recorded = (fact: string): Day => {
    const on = facts.recordedOn(fact) ?? dayOf(planning.now);
    return on < occurrence.dates.dueOn ? on : occurrence.dates.dueOn;
  };
  switch (metBy.how) {
    case 'day-fact':
      return facts.day(metBy.fact);
    case 'day-in-year':
      return facts
        .days(metBy.fact)
        .filter((heard) => yearOf(heard) === year)
        .reduce<Day | undefined>(
          (first, heard) => (first === undefined || heard < first ? heard : first),
          undefined,
        );
    case 'number-in-year': {
      const done = facts.numberIn(metBy.fact, year) ?? 0;
      return done >= numberFigure(occurrence.rule, metBy.figure, choices, on)
        ? recorded(metBy.fact)
        : undefined;
    }
    case 'number-by-level': {
      const figure = metBy.figures[facts.text('level') ?? ''];
      const value = facts.number(metBy.fact);
      if (figure === undefined || value === undefined) return undefined;
      return value >= numberFigure(occurrence.rule, figure, choices, on) ? recorded(metBy.fact) : undefined;
    }
  }
}

export function closing(on: Day, dates: Dates, planning: Planning): NonNullable<ObligationRecord['closed']> {
  const late = dates.overdueFrom <= startOfDay(on);
  return { how: late ? 'fulfilled-late' : 'fulfilled', on: formatDay(on), at: planning.now, by: FACTS };
}
