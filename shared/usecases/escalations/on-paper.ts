import { problemAt } from '../../outcome.ts';
import type { OrderOnPaper } from '../../domain/escalations/earlier.ts';
import { day, type Day } from '../../domain/time/day.ts';
import type { EscalationStep } from '../../rules/schema.ts';

/** Why an order on paper cannot stand before a step; undefined where it can. */
export function wrongOnPaper(
  { on, servedOn, until }: OrderOnPaper,
  step: EscalationStep,
  awaited: EscalationStep | undefined,
  today: Day,
) {
  if (awaited === undefined) return problemAt('earlierOnPaper', 'escalation.nothing-awaited', { step });
  if (servedOn < on || until < servedOn) return problemAt('earlierOnPaper', 'escalation.paper-days');
  return day(until) >= today
    ? problemAt('earlierOnPaper.until', 'escalation.paper-period-runs', { on: until })
    : undefined;
}
