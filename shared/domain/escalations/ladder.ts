import type { DeadlineRule, Rule } from '../../rules/rule.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { SettingsRecord } from '../../records/settings.ts';
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

/** Days to put right are calendar days from service; those for a defence are working days from the notice. */
export type Period = keyof typeof usual;

/** What holds where neither a rule nor the bureau says anything. The first release wrote these into every bureau’s settings. */
const usual = { rectificationDays: 15, defenceWorkingDays: 5 } as const;

type Provider = Pick<Rule, 'ruleId' | 'figures' | 'discretionary'>;

/** What the bureau has set for every rule; a stored 15 or 5 of the first release is nobody’s choice. */
export function ownPeriod({ own, ...settings }: SettingsRecord, period: Period): number | undefined {
  return own?.[period] ?? (settings[period] === usual[period] ? undefined : settings[period]);
}

/** The bureau’s period for every rule, or the usual one. */
export const bureauPeriod = (settings: SettingsRecord, period: Period): number =>
  ownPeriod(settings, period) ?? usual[period];

/** The period under a rule: what its source fixes; else what the bureau set for it, or for every rule; else the rulebook’s. */
export function periodOf(settings: SettingsRecord, rule: Provider | undefined, period: Period): number {
  const fixed = rule?.figures?.[period]?.values.at(-1)?.value;
  const forRule = rule && settings.figures[rule.ruleId]?.[period];
  const inBook = rule?.discretionary?.[period]?.value;
  const chosen = [fixed, forRule, ownPeriod(settings, period), inBook].find(
    (days) => typeof days === 'number',
  );
  return typeof chosen === 'number' ? chosen : usual[period];
}

export const rectificationDays = (settings: SettingsRecord, rule: Provider): number =>
  periodOf(settings, rule, 'rectificationDays');

/** The last day of an order’s period: counted from the day after service, moved to a working day. */
export function rectificationEnd(policy: Policy, rule: Provider, servedOn: Day): Day {
  return daysAfter(policy.calendar, servedOn, rectificationDays(policy.settings, rule)).dueOn;
}

/** The last day for statement and defence: working days, the day of the notice not counted. */
export function defenceEnd(policy: Policy, rule: Provider | undefined, noticeOn: Day): Day {
  const days = periodOf(policy.settings, rule, 'defenceWorkingDays');
  return workingDaysAfter(policy.calendar, noticeOn, days).dueOn;
}

/** When it is looked at what a period that ends with `last` has brought: the send hour of the next working day. */
export function afterPeriod(policy: Policy, last: Day): Instant {
  return nextSendTime(policy.calendar, startOfDay(addDays(last, 1)), policy.settings.sendHour);
}
