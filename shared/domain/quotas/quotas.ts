import { dayFrom, formatDay, yearOf, type Day } from '../time/day.ts';
import { numberFigure } from '../../rules/rule.ts';
import { visits, type Check } from './counting.ts';
import { behindNotes } from './behind.ts';
import { amountText, eachText, explain, noAmount } from './explain.ts';
import { governs, type QuotaRule } from './figures.ts';
import { checksIn, frameOf, scopeOf, type QuotaScope } from './frame.ts';
import type { Frame } from './period-frame.ts';
import { periodOf, type Span } from './period.ts';
import {
  directIn,
  flowDay,
  flows,
  kindOf,
  quotaRules,
  type Population,
  type Register,
} from './population.ts';
import { progressOf, type Pace } from './progress.ts';
import { underAllWork } from './all-work.ts';
import type { Done, Quota, QuotaInput, QuotaSubject, Required } from './types.ts';
import { underYearlyCapEach } from './yearly-cap.ts';

/** What judging needs in addition. */
export interface Bench extends QuotaScope {
  readonly pace: Pace;
}

function doneOf(frame: Frame, required: Required, checks: readonly Check[], register: Register): Done {
  const times = visits(checks);
  const { form } = frame.rule.quota;
  const often = form === 'all' || form === 'about' ? (required.checks ?? 1) : 1;
  const reached = [...times].flatMap(([id, count]) => (count >= often ? [id] : []));
  const done = { checks: checks.length, targets: reached.length };
  if (frame.figures.values.direct === undefined) return done;
  const direct = reached.filter(directIn(frame.population, register)).length;
  return { ...done, direct };
}

function quotaFrom(scope: Bench, frame: Frame, done: Done, subject?: QuotaSubject): Quota {
  const { rule, span, figures, population, demand } = frame;
  const { required, conflict, notes } = demand;
  const { choices, today } = scope.input;
  const unsettled = conflict !== undefined && conflict.follow === undefined;
  const progress = progressOf(rule, span, required, done, scope.ref, scope.pace, unsettled);
  const kind = kindOf(rule, choices);
  const { checksPerWorkingDay } = scope.pace;
  const told = {
    rule,
    figures,
    span,
    kind,
    population,
    required,
    done,
    progress,
    notes: [
      ...notes,
      ...behindNotes(
        [...population.ids].map((id) => scope.register.byId.get(id)),
        today,
      ),
    ],
    conflict,
    checksPerWorkingDay,
  };
  const ahead = span.from > today;
  const { countedOn } = population;
  return {
    ruleId: rule.ruleId,
    ...(subject ? { subjectId: subject.id } : {}),
    period: periodOf(span),
    population: population.ids.size,
    ...(countedOn === undefined ? {} : { countedOn: formatDay(countedOn) }),
    required,
    done,
    ...progress,
    explanation: explain({ ...told, ahead, ...(subject ? { subject: subject.name } : {}) }),
    ...(figures.override ? { override: figures.override } : {}),
    ...(conflict ? { conflict } : {}),
  };
}

const NOTHING: Done = { checks: 0, targets: 0 };

/** Each subject of the population has the quota for itself (patrols of each responsible unit). */
function perSubject(scope: Bench, frame: Frame): Quota[] {
  const times = visits(checksIn(scope, frame));
  const demandFor = underYearlyCapEach(scope.input, scope.register, scope.ref, frame);
  const quotas = [...frame.population.ids].flatMap((id): Quota[] => {
    const subject = scope.register.byId.get(id);
    const count = times.get(id) ?? 0;
    if (!subject) return [];
    const own = { ...frame, demand: demandFor(subject) };
    return [quotaFrom(scope, own, { checks: count, targets: Math.min(count, 1) }, subject)];
  });
  return quotas.length > 0 ? quotas : [quotaFrom(scope, frame, NOTHING)];
}

/** The period of a decision: from its day to the end of that year (the source gives no limit). */
export function spanOfDecision(decidedOn: Day): Span {
  const year = yearOf(decidedOn);
  return { key: String(year), from: decidedOn, to: dayFrom(year, 12, 31) };
}

function eachQuota(scope: Bench, frame: Frame, subject: QuotaSubject, decidedOn: Day): Quota[] {
  const { rule } = frame;
  const span = spanOfDecision(decidedOn);
  const population: Population = { ids: new Set([subject.id]), countedOn: decidedOn };
  // A check after the end of the year is late, but it is still the check that the decision needed.
  const open = { ...frame, span: { ...span, to: scope.ref > span.to ? scope.ref : span.to }, population };
  const checks = checksIn(scope, open);
  const current = yearOf(scope.input.on);
  const settledBefore = checks.some((check) => yearOf(check.on) < current);
  if (yearOf(decidedOn) < current && settledBefore) return [];
  const done = { checks: checks.length, targets: Math.min(checks.length, 1) };
  const required = { checks: 1 };
  const progress = progressOf(rule, span, required, done, scope.ref, scope.pace, false);
  const explanation = eachText(rule, subject.name, decidedOn, done.checks, progress, span);
  const period = periodOf(span);
  return [{ ruleId: rule.ruleId, subjectId: subject.id, period, required, done, ...progress, explanation }];
}

/** Every decision is checked. Those of earlier years stay listed until they have been. */
function eachOf(scope: Bench, frame: Frame): Quota[] {
  const last = frame.span.to < scope.ref ? frame.span.to : scope.ref;
  const quotas = scope.input.subjects.flatMap((subject) => {
    const decidedOn = flows(frame.rule, subject) ? flowDay(subject) : undefined;
    if (decidedOn === undefined || decidedOn > last || subject.retiredOn !== undefined) return [];
    return eachQuota(scope, frame, subject, decidedOn);
  });
  return quotas.length > 0 ? quotas : [quotaFrom(scope, frame, NOTHING)];
}

/** A range of money by holdings (LN 五.14): it is shown and never counted in checks. */
function rangeOf(scope: Bench, frame: Frame): Quota[] {
  const { rule, span, population } = frame;
  const on = formatDay(span.from);
  const { choices } = scope.input;
  const least = numberFigure(rule, 'yuanPerVolumeMin', choices, on);
  const most = numberFigure(rule, 'yuanPerVolumeMax', choices, on);
  const base = { ruleId: rule.ruleId, period: periodOf(span), done: NOTHING, remaining: {} };
  const quotas = [...population.ids].flatMap((id): Quota[] => {
    const subject = scope.register.byId.get(id);
    const volumes = subject?.facts['volumes'];
    if (!subject || typeof volumes !== 'number') return [];
    const [min, max] = [volumes * least, volumes * most];
    const explanation = amountText(rule, span, subject.name, volumes, min, max);
    const required = { amount: { volumes, min, max } };
    return [{ ...base, subjectId: id, required, status: 'not-applicable', explanation }];
  });
  if (quotas.length > 0) return quotas;
  return [{ ...base, required: {}, status: 'not-applicable', explanation: noAmount(rule, span) }];
}

/** The quotas of one rule in the period that contains `on`. */
export function quotasOfRule(scope: Bench, rule: QuotaRule, on: Day): Quota[] {
  const frame = frameOf(scope, rule, on);
  if (rule.quota.form === 'range') return rangeOf(scope, frame);
  if (rule.quota.per === 'each') return eachOf(scope, frame);
  if (rule.quota.perSubject) return perSubject(scope, frame);
  return [
    quotaFrom(scope, frame, doneOf(frame, frame.demand.required, checksIn(scope, frame), scope.register)),
  ];
}

export function benchOf(input: QuotaInput): Bench {
  const { calendar, checksPerWorkingDay = 1 } = input;
  return { ...scopeOf(input), pace: { calendar, checksPerWorkingDay } };
}

/** Every quota in force on `input.on`, in the order of the rulebook, each in the period that contains the day. */
export function quotasOn(input: QuotaInput): readonly Quota[] {
  const scope = benchOf(input);
  const rules = quotaRules(input).filter((rule) => governs(rule, input.on, input.rules));
  const quotas = rules.flatMap((rule) => quotasOfRule(scope, rule, input.on));
  return underAllWork(quotas, rules, scope.ref, scope.pace);
}
