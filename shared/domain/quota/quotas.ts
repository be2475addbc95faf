import { dayFrom, formatDay, parseDay, yearOf, type Day } from '../day.ts';
import { numberFigure } from '../../rules/rule.ts';
import { checksOf, reachOf, visits, type Check } from './counting.ts';
import { amountText, eachText, explain, noAmount, unitOf } from './explain.ts';
import { figuresOn, inForce, type QuotaFigures, type QuotaRule } from './figures.ts';
import { periodOf, spanOf, type Span } from './period.ts';
import { flowDay, flows, kindOf, leftBy, populationOf, quotaRules, registerOf } from './population.ts';
import type { Population, Register } from './population.ts';
import { progressOf } from './progress.ts';
import { demandOf, type Counts, type Demand } from './required.ts';
import type { Done, Quota, QuotaInput, QuotaSubject, Required } from './types.ts';

/** What all quotas of a call share. `ref` is the day as of which they are judged. */
export interface World {
  readonly input: QuotaInput;
  readonly register: Register;
  readonly ref: Day;
}

/** A day asked for ahead is judged as of that day; one that has passed, as of today. */
export function worldOf(input: QuotaInput): World {
  const ref = input.on > input.today ? input.on : input.today;
  return { input, register: registerOf(input.subjects), ref };
}

/** A quota in one period, before it is counted. */
export interface Frame {
  readonly rule: QuotaRule;
  readonly span: Span;
  readonly figures: QuotaFigures;
  readonly population: Population;
  readonly demand: Demand;
}

/** What a superior sets runs for as long as the superior says; the key stays the year’s. */
function spanFor(rule: QuotaRule, figures: QuotaFigures, on: Day): Span {
  const span = spanOf(rule.quota.per, on);
  const { record } = figures;
  if (rule.quota.per !== 'superior-set' || !record) return span;
  return { key: span.key, from: parseDay(record.from) ?? span.from, to: parseDay(record.to) ?? span.to };
}

function countsOf(population: Population, { register, ref }: World): Counts {
  let [direct, listed] = [0, 0];
  for (const id of population.ids) {
    const subject = register.byId.get(id);
    if (subject?.traits.includes('direct')) direct += 1;
    if (subject?.traits.includes('key-monitored') && !leftBy(subject, ref)) listed += 1;
  }
  return { population: population.ids.size, direct, listed };
}

/** Period, population and demand of a rule on a day. */
export function frameOf(world: World, rule: QuotaRule, on: Day): Frame {
  const { input, register, ref } = world;
  const figures = figuresOn(rule, input.choices, input.overrides, on);
  const span = spanFor(rule, figures, on);
  const population = populationOf(rule, span, ref, input, register);
  const decision = input.decisions.find((one) => one.ruleId === rule.ruleId && one.period === span.key);
  const unit = unitOf(kindOf(rule, input.choices));
  const demand = demandOf(rule, figures, countsOf(population, world), decision, unit);
  return { rule, span, figures, population, demand };
}

/** The records that count as checks of the quota. */
export function checksIn({ input, register }: World, frame: Frame): Check[] {
  const { rule, span, figures, population, demand } = frame;
  const reach = reachOf(rule, figures, population, input, register);
  const least = demand.required.targetsPerCheck ?? 1;
  return checksOf(rule, span.from, span.to, reach, least, input.inspections);
}

function doneOf(frame: Frame, required: Required, checks: readonly Check[], register: Register): Done {
  const times = visits(checks);
  const { form } = frame.rule.quota;
  const often = form === 'all' || form === 'about' ? (required.checks ?? 1) : 1;
  const reached = [...times].flatMap(([id, count]) => (count >= often ? [id] : []));
  const done = { checks: checks.length, targets: reached.length };
  if (frame.figures.values.direct === undefined) return done;
  const direct = reached.filter((id) => register.byId.get(id)?.traits.includes('direct')).length;
  return { ...done, direct };
}

function quotaFrom(world: World, frame: Frame, done: Done, subject?: QuotaSubject): Quota {
  const { rule, span, figures, population, demand } = frame;
  const { required, conflict, notes } = demand;
  const { calendar, choices, today } = world.input;
  const unsettled = conflict !== undefined && conflict.follow === undefined;
  const progress = progressOf(rule, span, required, done, world.ref, calendar, unsettled);
  const kind = kindOf(rule, choices);
  const told = { rule, figures, span, kind, population, required, done, progress, notes, conflict };
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
function perSubject(world: World, frame: Frame): Quota[] {
  const times = visits(checksIn(world, frame));
  const quotas = [...frame.population.ids].flatMap((id): Quota[] => {
    const subject = world.register.byId.get(id);
    const count = times.get(id) ?? 0;
    return subject ? [quotaFrom(world, frame, { checks: count, targets: Math.min(count, 1) }, subject)] : [];
  });
  return quotas.length > 0 ? quotas : [quotaFrom(world, frame, NOTHING)];
}

/** The period of a decision: from its day to the end of that year (the source gives no limit). */
export function spanOfDecision(decidedOn: Day): Span {
  const year = yearOf(decidedOn);
  return { key: String(year), from: decidedOn, to: dayFrom(year, 12, 31) };
}

function eachQuota(world: World, frame: Frame, subject: QuotaSubject, decidedOn: Day): Quota[] {
  const { rule } = frame;
  const span = spanOfDecision(decidedOn);
  const population: Population = { ids: new Set([subject.id]), countedOn: decidedOn };
  // A check after the year’s end is late, and still the check that the decision needed.
  const open = { ...frame, span: { ...span, to: world.ref > span.to ? world.ref : span.to }, population };
  const checks = checksIn(world, open);
  const current = yearOf(world.input.on);
  const settledBefore = checks.some((check) => yearOf(check.on) < current);
  if (yearOf(decidedOn) < current && settledBefore) return [];
  const done = { checks: checks.length, targets: Math.min(checks.length, 1) };
  const required = { checks: 1 };
  const progress = progressOf(rule, span, required, done, world.ref, world.input.calendar, false);
  const explanation = eachText(rule, subject.name, decidedOn, done.checks, progress, span);
  const period = periodOf(span);
  return [{ ruleId: rule.ruleId, subjectId: subject.id, period, required, done, ...progress, explanation }];
}

/** Every decision is checked; those of earlier years stay listed until they are. */
function eachOf(world: World, frame: Frame): Quota[] {
  const last = frame.span.to < world.ref ? frame.span.to : world.ref;
  const quotas = world.input.subjects.flatMap((subject) => {
    const decidedOn = flows(frame.rule, subject) ? flowDay(subject) : undefined;
    if (decidedOn === undefined || decidedOn > last || subject.retiredOn !== undefined) return [];
    return eachQuota(world, frame, subject, decidedOn);
  });
  return quotas.length > 0 ? quotas : [quotaFrom(world, frame, NOTHING)];
}

/** A range of money by holdings (LN 五.14): shown, never counted in checks. */
function rangeOf(world: World, frame: Frame): Quota[] {
  const { rule, span, population } = frame;
  const on = formatDay(span.from);
  const { choices } = world.input;
  const least = numberFigure(rule, 'yuanPerVolumeMin', choices, on);
  const most = numberFigure(rule, 'yuanPerVolumeMax', choices, on);
  const base = { ruleId: rule.ruleId, period: periodOf(span), done: NOTHING, remaining: {} };
  const quotas = [...population.ids].flatMap((id): Quota[] => {
    const subject = world.register.byId.get(id);
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

/** The quotas of one rule in the period that holds `on`. */
export function quotasOfRule(world: World, rule: QuotaRule, on: Day): Quota[] {
  const frame = frameOf(world, rule, on);
  if (rule.quota.form === 'range') return rangeOf(world, frame);
  if (rule.quota.per === 'each') return eachOf(world, frame);
  if (rule.quota.perSubject) return perSubject(world, frame);
  return [
    quotaFrom(world, frame, doneOf(frame, frame.demand.required, checksIn(world, frame), world.register)),
  ];
}

/** Every quota in force on `input.on`, in the order of the rulebook, each in the period that holds the day. */
export function quotasOn(input: QuotaInput): readonly Quota[] {
  const world = worldOf(input);
  return quotaRules(input)
    .filter((rule) => inForce(rule, input.on))
    .flatMap((rule) => quotasOfRule(world, rule, input.on));
}
