import type { WorkCalendar } from '../time/calendar.ts';
import { fixedDate, nextSendTime, type Dates } from '../time/dates.ts';
import { addDays, day, type Day } from '../time/day.ts';
import { at, dayOf, startOfDay, type Instant } from '../time/instant.ts';
import { remindersOf, type ReminderPlan } from './reminders.ts';
import { numberFigure, numbersFigure, type Choices, type DeadlineRule } from '../../rules/rule.ts';
import type { SettingsRecord } from '../../records/settings.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';

/** The settings of a bureau that decide when things are done. */
export interface Policy {
  readonly calendar: WorkCalendar;
  readonly settings: SettingsRecord;
}

export function choicesOf(settings: SettingsRecord): Choices {
  return { figures: settings.figures, readings: settings.readings };
}

const plans = new WeakMap<SettingsRecord, Map<DeadlineRule, ReminderPlan>>();

/**
 * The discretionary leads of a rule: the bureau’s for this rule, else its leads for periods of this length,
 * else the default. The length of the period, and leads given by a source, are those of the day on which the
 * duty arose.
 */
export function reminderPlanOf(rule: DeadlineRule, settings: SettingsRecord, arisesOn: string): ReminderPlan {
  if (hasDatedFigures(rule)) return makePlan(rule, settings, arisesOn);
  const known = plans.get(settings) ?? new Map<DeadlineRule, ReminderPlan>();
  const plan = known.get(rule) ?? makePlan(rule, settings, arisesOn);
  plans.set(settings, known.set(rule, plan));
  return plan;
}

const hasDatedFigures = ({ figures }: DeadlineRule): boolean =>
  Object.values(figures ?? {}).some(({ values }) => values.length > 1);

function makePlan(rule: DeadlineRule, settings: SettingsRecord, arisesOn: string): ReminderPlan {
  const { due } = rule.deadline;
  const own = settings.figures[rule.ruleId] ?? {};
  const chosen =
    numbersFigure(
      rule,
      due.type === 'hours' ? 'reminderLeadHours' : 'reminderLeadDays',
      choicesOf(settings),
      arisesOn,
    ) ?? [];
  const byLength = leadsByLength(rule, settings, arisesOn);
  const leads = 'reminderLeadDays' in own || 'reminderLeadHours' in own ? chosen : (byLength ?? chosen);
  const sorted = [...leads].sort((a, b) => b - a);
  return {
    leadDays: due.type === 'hours' ? [] : sorted,
    leadHours: due.type === 'hours' ? sorted : [],
    sendHour: settings.sendHour,
  };
}

/** The bureau’s leads for periods of this length. Fixed dates and periods in months count as long. */
function leadsByLength(
  rule: DeadlineRule,
  settings: SettingsRecord,
  arisesOn: string,
): readonly number[] | undefined {
  const { due } = rule.deadline;
  const { long, upTo30Days, upTo7Days, hours } = settings.reminderLeads;
  if (due.type === 'hours') return hours;
  if (due.type === 'finding') return upTo30Days;
  if (due.type !== 'after' || due.unit !== 'day') return long;
  const days = numberFigure(rule, due.figure, choicesOf(settings), arisesOn);
  if (days <= 7) return upTo7Days;
  return days <= 30 ? upTo30Days : long;
}

/** The dates after a leader’s extension. A day set by a person is a fixed date. */
export function extended(calendar: WorkCalendar, dates: Dates, extendedTo: Day | undefined): Dates {
  return extendedTo === undefined ? dates : fixedDate(calendar, extendedTo);
}

/** The first send time on the n-th working day after the day. */
function workingDaysLater(policy: Policy, from: Instant, count: number): Instant {
  let reached = dayOf(from);
  for (let index = 0; index < count; index += 1) reached = policy.calendar.onOrAfter(addDays(reached, 1));
  return at(reached, policy.settings.sendHour);
}

/** When the first notice of lateness is sent: at once for hours, at the first send time for days. */
export function overdueNoticeAt(policy: Policy, dates: Dates): Instant {
  return dates.dueAt === undefined
    ? nextSendTime(policy.calendar, dates.overdueFrom, policy.settings.sendHour)
    : dates.dueAt;
}

/** Rule of counting 8: the draft of the order comes with the notice, except for a provisional date. */
function afterDue(rule: DeadlineRule, policy: Policy, first: Instant, provisional: boolean): StepRecord[] {
  const { pursuit, sanctions } = rule.deadline;
  if (pursuit !== 'bureau') {
    const order = pursuit === 'ladder' && !provisional ? sanctions?.[0] : undefined;
    const draft: StepRecord[] = order ? [{ kind: 'draft', key: order.step, at: first }] : [];
    return [{ kind: 'overdue', key: '', at: first }, ...draft];
  }
  const { alerts } = policy.settings;
  return [
    { kind: 'alert-officers', key: '', at: first },
    { kind: 'alert-leader', key: '', at: workingDaysLater(policy, first, alerts.leaderAfterWorkingDays) },
    { kind: 'alert-superior', key: '', at: workingDaysLater(policy, first, alerts.superiorAfterWorkingDays) },
  ];
}

/** The steps of a duty that is pursued from the start, ordered by time (rules of counting 7 and 8). */
export function stepsOf(
  rule: DeadlineRule,
  policy: Policy,
  dates: Dates,
  arisesOn: string,
  floor: Instant,
  overdueFloor: Instant | undefined,
): StepRecord[] {
  const reminders = remindersOf(
    policy.calendar,
    dates,
    floor,
    reminderPlanOf(rule, policy.settings, arisesOn),
  );
  const planned = overdueNoticeAt(policy, dates);
  const first =
    overdueFloor !== undefined && overdueFloor > planned
      ? dates.dueAt === undefined
        ? nextSendTime(policy.calendar, overdueFloor, policy.settings.sendHour)
        : overdueFloor
      : planned;
  return ordered([
    ...reminders.map((reminder): StepRecord => ({ kind: 'reminder', key: reminder.key, at: reminder.at })),
    ...afterDue(rule, policy, first, dates.provisional),
  ]);
}

/** By time, so that two lists of the same steps are equal. */
export function ordered(steps: readonly StepRecord[]): StepRecord[] {
  return [...steps].sort((a, b) => a.at - b.at || (stepId(a) < stepId(b) ? -1 : 1));
}

export function stepId(step: Pick<StepRecord, 'kind' | 'key'>): string {
  return step.key === '' ? step.kind : `${step.kind}:${step.key}`;
}

export function sameSteps(a: readonly StepRecord[], b: readonly StepRecord[]): boolean {
  return (
    a.length === b.length &&
    a.every((step, index) => stepId(step) === stepId(b[index] ?? step) && step.at === b[index]?.at)
  );
}

/** The day that counts for people: the extension, if there is one. */
export function effectiveDue(obligation: Pick<ObligationRecord, 'dueOn' | 'extendedTo'>): string {
  return obligation.extendedTo ?? obligation.dueOn;
}

function laterOf(a: Instant, b: Instant): Instant {
  return a > b ? a : b;
}

/** The earliest time for reminders: the duty has arisen, and its date has been entered. */
export function floorOf(arisesOn: string, datedAt: Instant): Instant {
  return laterOf(startOfDay(day(arisesOn)), datedAt);
}

/** The next step that happens by itself; undefined when there is none. */
export function nextStep(obligation: ObligationRecord, now: Instant): StepRecord | undefined {
  if (obligation.closed || obligation.report?.state === 'pending') return undefined;
  return obligation.steps.filter((step) => step.at > now).sort((a, b) => a.at - b.at)[0];
}

/** The last notice that was due to be sent up to now. */
export function lastStep(obligation: ObligationRecord, now: Instant): StepRecord | undefined {
  return obligation.steps
    .filter((step) => step.at <= now && step.kind !== 'draft')
    .sort((a, b) => b.at - a.at)[0];
}
