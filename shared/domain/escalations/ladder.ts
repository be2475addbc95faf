import type { DeadlineRule } from '../../rules/rule.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { SettingsRecord } from '../../records/records.ts';
import { daysAfter, nextSendTime, workingDaysAfter } from '../time/dates.ts';
import { addDays, type Day } from '../time/day.ts';
import { startOfDay, type Instant } from '../time/instant.ts';
import type { Policy } from '../duties/schedule.ts';

/** The steps of a duty’s ladder that a person decides about, in their order. */
export type Sanction = NonNullable<DeadlineRule['deadline']['sanctions']>[number];

export function sanctionOf(rule: DeadlineRule, step: EscalationStep): Sanction | undefined {
  return rule.deadline.sanctions?.find((sanction) => sanction.step === step);
}

/** The step after this one, which begins when this one was served and its period has passed. */
export function sanctionAfter(rule: DeadlineRule, step: EscalationStep): Sanction | undefined {
  const sanctions = rule.deadline.sanctions ?? [];
  const index = sanctions.findIndex((sanction) => sanction.step === step);
  return index < 0 ? undefined : sanctions[index + 1];
}

/** Calendar days from service (discretionary): the bureau’s for this rule, else those for every rule. */
export function rectificationDays(settings: SettingsRecord, ruleId: string): number {
  const own = settings.figures[ruleId]?.['rectificationDays'];
  return typeof own === 'number' ? own : settings.rectificationDays;
}

/** The last day of an order’s period: counted from the day after service, moved to a working day. */
export function rectificationEnd(policy: Policy, ruleId: string, servedOn: Day): Day {
  return daysAfter(policy.calendar, servedOn, rectificationDays(policy.settings, ruleId)).dueOn;
}

/** The last day for statement and defence: working days, the day of the notice not counted. */
export function defenceEnd(policy: Policy, noticeOn: Day): Day {
  return workingDaysAfter(policy.calendar, noticeOn, policy.settings.defenceWorkingDays).dueOn;
}

/** When it is looked at what a period that ends with `last` has brought: the send hour of the next working day. */
export function afterPeriod(policy: Policy, last: Day): Instant {
  return nextSendTime(policy.calendar, startOfDay(addDays(last, 1)), policy.settings.sendHour);
}
