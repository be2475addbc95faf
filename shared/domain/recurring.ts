import { arisesIn, arisesWith } from './arising.ts';
import { fixedDate, monthsAfter } from './dates.ts';
import { addDays, chineseDay, dayFrom, dayInYear, formatDay, weekday, yearOf, type Day } from './day.ts';
import type { PlanSubject } from './facts.ts';
import { numberFigure, readingOf, textFigure, type DeadlineRule } from '../rules/rule.ts';
import { eventDay, type Draft, type OccurrenceContext } from './occurrences.ts';

/** The opening form’s due day, from which the yearly forms begin (reading `first`: opening-form-due). */
function openingDue(rule: DeadlineRule, subject: PlanSubject, context: OccurrenceContext): Day | undefined {
  const { due } = rule.deadline;
  if (due.type !== 'yearly' || due.sinceOpeningForm === undefined) return undefined;
  if (readingOf(rule, 'first', context.choices) === 'started-on') return undefined;
  for (const opening of context.versionsOf(`${rule.regime}/${due.sinceOpeningForm}`)) {
    const event = eventDay(opening, subject, context.choices);
    if (event === undefined || opening.deadline.due.type !== 'after' || !arisesWith(opening, event)) continue;
    const months = numberFigure(opening, opening.deadline.due.figure, context.choices, formatDay(event));
    return monthsAfter(context.calendar, event, months).dueOn;
  }
  return undefined;
}

export function yearlyDrafts(rule: DeadlineRule, subject: PlanSubject, context: OccurrenceContext): Draft[] {
  const { due } = rule.deadline;
  if (due.type !== 'yearly') return [];
  const since = due.since === undefined ? undefined : subject.facts.day(due.since);
  if (due.since !== undefined && since === undefined) return [];
  const first = openingDue(rule, subject, context) ?? since ?? yearlyFrom(due.notBefore, subject, context);
  const until = due.until === undefined ? undefined : subject.facts.day(due.until);
  const begins = since ?? (due.notBefore === undefined ? undefined : subject.facts.day(due.notBefore));
  const drafts: Draft[] = [];
  const firstYear = Math.max(yearOf(first), yearOf(context.window.from) - 1);
  for (let year = firstYear; year <= yearOf(context.window.to); year += 1) {
    const start = dayFrom(year, 1, 1);
    const arisesOn = arisesIn(
      rule,
      begins !== undefined && begins > start ? begins : start,
      context.versionsOf,
    );
    if (arisesOn === undefined) continue;
    const dueOn = dueIn(year, rule, due.figure, context, arisesOn);
    if (dueOn < first || dueOn < arisesOn || (until !== undefined && dueOn >= until)) continue;
    const period = String(due.reports === 'previous-year' ? year - 1 : year);
    drafts.push({
      key: period,
      period,
      arisesOn,
      count(trace) {
        trace?.push({ rule: '年度', day: start, text: yearText(due.reports, period, year) });
        return fixedDate(context.calendar, dueOn, trace);
      },
    });
  }
  return drafts;
}

/** The due day of a year by the figure of the day on which the duty arises. */
function dueIn(
  year: number,
  rule: DeadlineRule,
  figure: string,
  context: OccurrenceContext,
  arisesOn: Day,
): Day {
  return dayInYear(year, textFigure(rule, figure, context.choices, formatDay(arisesOn)));
}

/** Where no fact begins the duty for good: from the window on, and from the optional fact where it is later. */
function yearlyFrom(fact: string | undefined, subject: PlanSubject, context: OccurrenceContext): Day {
  const begins = fact === undefined ? undefined : subject.facts.day(fact);
  return begins !== undefined && begins > context.window.yearlyFrom ? begins : context.window.yearlyFrom;
}

function yearText(reports: 'same-year' | 'previous-year', period: string, year: number): string {
  return reports === 'previous-year'
    ? `${year}年办理的是${period}年度（上一年度）的事项。`
    : `${period}年度的事项，当年办理。`;
}

export function halfYearlyDrafts(rule: DeadlineRule, context: OccurrenceContext): Draft[] {
  const { due } = rule.deadline;
  if (due.type !== 'half-yearly') return [];
  const drafts: Draft[] = [];
  const first =
    context.window.yearlyFrom > context.window.from ? context.window.yearlyFrom : context.window.from;
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

export function eventDrafts(rule: DeadlineRule, context: OccurrenceContext): Draft[] {
  const { due } = rule.deadline;
  if (due.type !== 'yearly-events') return [];
  const drafts: Draft[] = [];
  const first =
    context.window.yearlyFrom > context.window.from ? context.window.yearlyFrom : context.window.from;
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
