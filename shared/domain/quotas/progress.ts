import type { WorkCalendar } from '../time/calendar.ts';
import { addDays, formatDay, type Day } from '../time/day.ts';
import type { QuotaRule } from './figures.ts';
import type { Span } from './period.ts';
import type { Done, QuotaStatus, Remaining, Required } from './types.ts';

/** What is still to do; for a cap, what is still allowed. */
function remainingOf(required: Required, done: Done): Remaining {
  const { checks, targets, direct } = required;
  if (targets?.max !== undefined && targets.min === undefined) {
    return { targets: Math.max(0, targets.max - done.targets) };
  }
  const directLeft = direct === undefined ? undefined : Math.max(0, direct - (done.direct ?? 0));
  const targetsLeft =
    targets?.min === undefined ? directLeft : Math.max(0, targets.min - done.targets, directLeft ?? 0);
  const open = (targetsLeft ?? 0) > 0 ? 1 : 0;
  return {
    ...(checks === undefined ? {} : { checks: Math.max(open, checks - done.checks) }),
    ...(targetsLeft === undefined ? {} : { targets: targetsLeft }),
    ...(directLeft === undefined ? {} : { direct: directLeft }),
  };
}

/**
 * The number of checks that the rest takes: as many as are missing. One for each target when targets are
 * required without a number of checks, or each subject of a register. One review for all files of a period.
 */
function checksLeft(rule: QuotaRule, { checks, targets = 0 }: Remaining): number {
  const { form, population } = rule.quota;
  if (form === 'cap') return 0;
  if (checks === undefined) return targets;
  return (form === 'all' && !population.flow) || form === 'about' ? Math.max(checks, targets) : checks;
}

/** How fast a bureau checks: its working days, and the number of checks that an office makes on each of them. */
export interface Pace {
  readonly calendar: WorkCalendar;
  readonly checksPerWorkingDay: number;
}

/**
 * The last working day on which the work can begin, at the bureau’s pace, to be finished when the period ends;
 * the first working day when the whole period is too short. Undefined when nothing is left.
 */
export function latestSafeDay(
  { calendar, checksPerWorkingDay }: Pace,
  { from, to }: Pick<Span, 'from' | 'to'>,
  checks: number,
): Day | undefined {
  if (checks <= 0) return undefined;
  const days = Math.ceil(checks / checksPerWorkingDay);
  let day = calendar.onOrBefore(to);
  for (let more = days - 1; more > 0 && day >= from; more -= 1) day = calendar.onOrBefore(addDays(day, -1));
  return day < from ? calendar.onOrAfter(from) : day;
}

const asks = ({ checks, targets, direct }: Required): boolean =>
  checks !== undefined || targets !== undefined || direct !== undefined;

export interface Progress {
  readonly remaining: Remaining;
  readonly latestSafeDay?: string;
  readonly status: QuotaStatus;
}

/**
 * The state of a quota on the day `ref`. `unsettled`: two of its figures are in conflict and nobody has
 * decided.
 */
export function progressOf(
  rule: QuotaRule,
  span: Span,
  required: Required,
  done: Done,
  ref: Day,
  pace: Pace,
  unsettled: boolean,
): Progress {
  if (!asks(required)) return { remaining: {}, status: 'not-applicable' };
  const remaining = remainingOf(required, done);
  const over = ref > span.to;
  if (rule.quota.form === 'cap') {
    const exceeded = done.targets > (required.targets?.max ?? 0);
    return { remaining, status: exceeded ? 'exceeded' : over ? 'met' : 'on-track' };
  }
  const left = checksLeft(rule, remaining);
  const latest = over ? undefined : latestSafeDay(pace, span, left);
  const safe = latest === undefined ? {} : { latestSafeDay: formatDay(latest) };
  if (unsettled) return { remaining, ...safe, status: 'conflict' };
  if (left === 0) return { remaining, status: 'met' };
  if (over) return { remaining, status: 'missed' };
  return { remaining, ...safe, status: latest !== undefined && ref >= latest ? 'at-risk' : 'on-track' };
}
