import { day, formatDay, type Day } from '../../time/day.ts';
import { holdsOn, type DeadlineRule } from '../../../rules/rule.ts';

/** Every version of a rule, the earliest first. */
export type VersionsOf = (ruleId: string) => readonly DeadlineRule[];

const dated = (rule: DeadlineRule): boolean => rule.from !== null || rule.to !== undefined;

/**
 * Whether a duty that an event brings about arises under this version: the version is in force on the event’s
 * day.
 */
export function arisesWith(rule: DeadlineRule, event: Day): boolean {
  return !dated(rule) || holdsOn(rule, formatDay(event));
}

/**
 * The day on which a duty of a period arises under the rule: the period’s own day, or the rule’s first day if
 * it begins later. Undefined when the period belongs to another version: the one in force on the period’s day,
 * or else the first that begins after it. So no period has two duties.
 */
export function arisesIn(rule: DeadlineRule, starts: Day, versionsOf: VersionsOf): Day | undefined {
  if (!dated(rule)) return starts;
  const on = formatDay(starts);
  const first = versionsOf(rule.ruleId).find(({ to }) => to === undefined || on <= to);
  if (first !== rule) return undefined;
  return rule.from !== null && rule.from > on ? day(rule.from) : starts;
}
