import { arisesIn } from './arising.ts';
import { fixedDate } from '../../time/dates.ts';
import { addDays, chineseDay, dayFrom, weekday, yearOf } from '../../time/day.ts';
import type { Asked, Draft, DueOf } from './occurrence.ts';
import { dueIn, firstDay } from './in-year.ts';

/** Named events of every year: on a day, or in the week that contains it. */
export function eventDrafts(due: DueOf<'yearly-events'>, { rule, context }: Omit<Asked, 'subject'>): Draft[] {
  const drafts: Draft[] = [];
  const first = firstDay(context);
  for (let year = yearOf(first); year <= yearOf(context.window.to); year += 1) {
    const arisesOn = arisesIn(rule, dayFrom(year, 1, 1), context.versionsOf);
    if (arisesOn === undefined) continue;
    for (const event of due.events) {
      const named = dueIn(year, rule, event.figure, context, arisesOn);
      const dueOn = event.on === 'that-day' ? named : addDays(named, (7 - weekday(named)) % 7);
      if (dueOn < arisesOn) continue;
      drafts.push({
        key: `${year}:${event.key}`,
        period: String(year),
        title: event.title,
        arisesOn,
        count(trace) {
          if (event.on === 'week-containing') {
            trace?.push({
              rule: '宣传周',
              day: addDays(dueOn, -6),
              text: `${chineseDay(named)}所在的一周（周一至周日）为${chineseDay(addDays(dueOn, -6))}至${chineseDay(dueOn)}。`,
            });
          }
          return fixedDate(context.calendar, dueOn, trace);
        },
      });
    }
  }
  return drafts;
}
