import type { PlanSubject } from '../register/facts.ts';
import { afterDrafts } from './due/after.ts';
import { beforeDrafts } from './due/before.ts';
import { findingDrafts } from './due/finding.ts';
import { halfYearlyDrafts } from './due/half-yearly.ts';
import { hourDrafts } from './due/hours.ts';
import { onceDrafts } from './due/once.ts';
import { eventDrafts } from './due/yearly-events.ts';
import { yearlyDrafts } from './due/yearly.ts';
import type { Step } from '../time/dates.ts';
import type { Asked, Draft, Occurrence, OccurrenceContext } from './due/occurrence.ts';
import type { DeadlineRule } from '../../rules/rule.ts';

/**
 * Whether the rule puts a duty on such a subject at all. For findings it is always true: the subject that was
 * checked owes them.
 */
export function owes(rule: DeadlineRule, subject: PlanSubject): boolean {
  const { owedBy, due } = rule.deadline;
  if (due.type === 'finding') return true;
  if (owedBy.kind !== subject.kind) return false;
  if (owedBy.office !== undefined && (subject.facts.text('office') ?? 'archives') !== owedBy.office)
    return false;
  if (owedBy.levels && !owedBy.levels.some((level) => level === subject.facts.text('level'))) return false;
  return !owedBy.anyTrait || owedBy.anyTrait.some((trait) => subject.traits.includes(trait));
}

/**
 * Every occurrence of this version of a rule for the subject with a due day inside the window, earliest first.
 * These are the occurrences that arise while the version is in force, each with the figures of the day on which
 * it arises.
 */
export function occurrencesOf(
  rule: DeadlineRule,
  subject: PlanSubject,
  context: OccurrenceContext,
): Occurrence[] {
  if (!owes(rule, subject)) return [];
  const { from, to, onceTo } = context.window;
  const found: Occurrence[] = [];
  for (const draft of draftsOf({ rule, subject, context })) {
    const steps: Step[] | undefined = context.explain ? [] : undefined;
    const dates = draft.count(steps);
    if (dates.dueOn < from || dates.dueOn > (comesOnce(rule, draft) ? onceTo : to)) continue;
    found.push({
      rule,
      key: draft.key,
      period: draft.period,
      title: draft.title,
      arisesOn: draft.arisesOn,
      dates,
      steps: steps ?? [],
    });
  }
  return found;
}

const comesOnce = ({ deadline }: DeadlineRule, { key }: Draft): boolean =>
  key === '' || deadline.due.type === 'finding';

/** One entry for each due type. A new type does not compile until it has its drafts here. */
function draftsOf(asked: Asked): Draft[] {
  const { due } = asked.rule.deadline;
  switch (due.type) {
    case 'after':
      return afterDrafts(due, asked);
    case 'before':
      return beforeDrafts(due, asked);
    case 'hours':
      return hourDrafts(due, asked);
    case 'yearly':
      return yearlyDrafts(due, asked);
    case 'half-yearly':
      return halfYearlyDrafts(due, asked);
    case 'yearly-events':
      return eventDrafts(due, asked);
    case 'finding':
      return findingDrafts(asked);
    case 'once':
      return onceDrafts(asked);
  }
}
