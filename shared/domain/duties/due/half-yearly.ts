import { arisesIn } from './arising.ts';
import { fixedDate } from '../../time/dates.ts';
import { dayFrom, yearOf } from '../../time/day.ts';
import type { Asked, Draft, DueOf } from './occurrence.ts';
import { dueIn, firstDay } from './in-year.ts';

/** Two days of every year, each for the half-year before it. */
export function halfYearlyDrafts(
  due: DueOf<'half-yearly'>,
  { rule, context }: Omit<Asked, 'subject'>,
): Draft[] {
  const drafts: Draft[] = [];
  const first = firstDay(context);
  for (let year = yearOf(first); year <= yearOf(context.window.to); year += 1) {
    const halves = [
      { period: `${year - 1}-H2`, figure: due.secondHalf, starts: dayFrom(year, 1, 1) },
      { period: `${year}-H1`, figure: due.firstHalf, starts: dayFrom(year, 7, 1) },
    ];
    for (const half of halves) {
      const arisesOn = arisesIn(rule, half.starts, context.versionsOf);
      if (arisesOn === undefined) continue;
      const dueOn = dueIn(year, rule, half.figure, context, arisesOn);
      if (dueOn < arisesOn) continue;
      drafts.push({
        key: half.period,
        period: half.period,
        arisesOn,
        count(trace) {
          const name = half.period.endsWith('H1') ? '上半年（1月至6月）' : '下半年（7月至12月）';
          trace?.push({
            rule: '半年度',
            day: half.starts,
            text: `报告期为${half.period.slice(0, 4)}年${name}。`,
          });
          return fixedDate(context.calendar, dueOn, trace);
        },
      });
    }
  }
  return drafts;
}
