import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Rulebook } from '../../rules/catalogue.ts';
import type { DeadlineRule, Rule } from '../../rules/rule.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { ObligationRecord } from '../../records/obligation.ts';

/** The rule under which a duty arose, in the version of that day. */
export function dutyRule(
  rulebook: Rulebook,
  { ruleId, arisesOn }: Pick<ObligationRecord, 'ruleId' | 'arisesOn'>,
): DeadlineRule | undefined {
  return rulebook.deadlineOf(ruleId, arisesOn);
}

/** The rule on which a document is based: that of its duty, else the version on the day of the draft. */
export function documentRule(
  rulebook: Rulebook,
  { ruleId, ruleOn, draftedAt }: Pick<EscalationRecord, 'ruleId' | 'ruleOn' | 'draftedAt'>,
): Rule | undefined {
  return rulebook.ruleOf(ruleId, ruleOn ?? formatDay(dayOf(draftedAt)));
}
