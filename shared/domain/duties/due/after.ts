import { arisesWith } from './arising.ts';
import { daysAfter, monthsAfter, workingDaysAfter, type Dates, type Trace } from '../../time/dates.ts';
import { chineseDay, day, formatDay, type Day } from '../../time/day.ts';
import type { PlanSubject } from '../../register/facts.ts';
import type { Asked, Draft, DueOf } from './occurrence.ts';
import { numberFigure, readingOf, type Choices, type DeadlineRule } from '../../../rules/rule.ts';

type After = DueOf<'after'>;

/** The day of the event from which a period runs, by the bureau’s reading. */
export function eventDay(
  due: After,
  rule: DeadlineRule,
  subject: PlanSubject,
  choices: Choices,
): Day | undefined {
  if (due.eventDay !== undefined) return day(due.eventDay);
  const occurred =
    readingOf(rule, 'event', choices) === 'occurred' ? subject.facts.day('occurredOn') : undefined;
  // When the day of the occurrence is not known, the day of discovery is used, so that the duty is not
  // overlooked.
  return occurred ?? (due.event === undefined ? undefined : subject.facts.day(due.event));
}

/** A period of days, working days, months or years after an event. */
export function afterDrafts(due: After, { rule, subject, context }: Asked): Draft[] {
  const event = eventDay(due, rule, subject, context.choices);
  if (event === undefined || !arisesWith(rule, event)) return [];
  const count = numberFigure(rule, due.figure, context.choices, formatDay(event));
  return [
    {
      key: '',
      arisesOn: event,
      count: (trace) => counted(due, { rule, subject, context }, event, count, trace),
    },
  ];
}

function counted(due: After, { rule, context }: Asked, event: Day, count: number, trace: Trace): Dates {
  const { calendar, choices } = context;
  if (due.unit === 'month') return monthsAfter(calendar, event, count, trace);
  if (due.unit === 'year') return monthsAfter(calendar, event, count * 12, trace);
  if (readingOf(rule, 'count', choices) === 'working-days') {
    const dates = workingDaysAfter(calendar, event, count, trace);
    const other = trace && daysAfter(calendar, event, count);
    if (other)
      trace.push({
        rule: '另一种理解',
        day: other.dueOn,
        text: `如按自然日计算，届满日为${chineseDay(other.dueOn)}。`,
      });
    return dates;
  }
  const dates = daysAfter(calendar, event, count, trace);
  if (trace && rule.readings?.['count']) {
    const other = workingDaysAfter(calendar, event, count);
    trace.push({
      rule: '另一种理解',
      day: other.dueOn,
      text: `原文未写明自然日还是工作日；如按工作日计算，届满日为${chineseDay(other.dueOn)}，可在设置中选定。`,
    });
  }
  return dates;
}
