import { arisesIn, arisesWith } from './arising.ts';
import { fixedDate, monthsAfter } from '../../time/dates.ts';
import { dayFrom, formatDay, yearOf, type Day } from '../../time/day.ts';
import type { Asked, Draft, DueOf } from './occurrence.ts';
import { numberFigure, readingOf } from '../../../rules/rule.ts';
import { eventDay } from './after.ts';
import { dueIn } from './in-year.ts';

/** The opening form’s due day, from which the yearly forms begin (reading `first`: opening-form-due). */
function openingDue(due: DueOf<'yearly'>, { rule, subject, context }: Asked): Day | undefined {
  if (due.sinceOpeningForm === undefined) return undefined;
  if (readingOf(rule, 'first', context.choices) === 'started-on') return undefined;
  for (const opening of context.versionsOf(`${rule.regime}/${due.sinceOpeningForm}`)) {
    const { due: form } = opening.deadline;
    const event = form.type === 'after' ? eventDay(form, opening, subject, context.choices) : undefined;
    if (form.type !== 'after' || event === undefined || !arisesWith(opening, event)) continue;
    const months = numberFigure(opening, form.figure, context.choices, formatDay(event));
    return monthsAfter(context.calendar, event, months).dueOn;
  }
  return undefined;
}

/** A day of every year, from a fact or the window on. */
export function yearlyDrafts(due: DueOf<'yearly'>, { rule, subject, context }: Asked): Draft[] {
  const since = due.since === undefined ? undefined : subject.facts.day(due.since);
  if (due.since !== undefined && since === undefined) return [];
  const first = openingDue(due, { rule, subject, context }) ?? since ?? context.window.yearlyFrom;
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

function yearText(reports: 'same-year' | 'previous-year', period: string, year: number): string {
  return reports === 'previous-year'
    ? `${year}年办理的是${period}年度（上一年度）的事项。`
    : `${period}年度的事项，当年办理。`;
}
