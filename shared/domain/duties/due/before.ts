import { arisesWith } from './arising.ts';
import { monthsBefore } from '../../time/dates.ts';
import { addMonths, chineseDay, formatDay } from '../../time/day.ts';
import type { Asked, Draft, DueOf } from './occurrence.ts';
import { numberFigure } from '../../../rules/rule.ts';

/** A period of months before an event that is planned. */
export function beforeDrafts(due: DueOf<'before'>, { rule, subject, context }: Asked): Draft[] {
  const event = subject.facts.day(due.event);
  if (event === undefined) return [];
  const arisesOn = subject.facts.recordedOn(due.event) ?? context.recordedOn;
  if (!arisesWith(rule, arisesOn)) return [];
  const months = numberFigure(rule, due.figure, context.choices, formatDay(arisesOn));
  return [
    {
      key: '',
      arisesOn,
      count(trace) {
        const dates = monthsBefore(context.calendar, event, months, trace);
        const national = trace && addMonths(event, -3);
        if (national) {
          trace.push({
            rule: '国家规定对照',
            day: national,
            text: `国家重大建设项目档案验收规定要求档案验收在竣工验收3个月前完成，即${chineseDay(national)}前，请一并安排。`,
          });
        }
        return dates;
      },
    },
  ];
}
