import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Rulebook } from '../../rules/catalogue.ts';
import type { DeadlineRule, Rule } from '../../rules/rule.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { ObligationRecord } from '../../records/obligation.ts';

/** The rule under which a duty arose: the version of that day. */
export function dutyRule(
  rulebook: Rulebook,
  { ruleId, arisesOn }: Pick<ObligationRecord, 'ruleId' | 'arisesOn'>,
): DeadlineRule | undefined {
  return rulebook.deadlineOf(ruleId, arisesOn);
}

/** The rule that provides for a document: that of its duty, else the version of the day on which it was drafted. */
export function documentRule(
  rulebook: Rulebook,
  { ruleId, ruleOn, draftedAt }: Pick<EscalationRecord, 'ruleId' | 'ruleOn' | 'draftedAt'>,
): Rule | undefined {
  return rulebook.ruleOf(ruleId, ruleOn ?? formatDay(dayOf(draftedAt)));
}
