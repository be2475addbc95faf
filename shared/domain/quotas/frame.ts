import { parseDay, type Day } from '../time/day.ts';
import { checksOf, reachOf, type Check } from './counting.ts';
import { unitOf } from './explain.ts';
import { figuresOn, type QuotaFigures, type QuotaRule } from './figures.ts';
import { spanOf, type Span } from './period.ts';
import {
  directIn,
  kindOf,
  leftBy,
  populationOf,
  registerOf,
  type Population,
  type Register,
} from './population.ts';
import { demandOf, type Counts } from './required.ts';
import type { CountInput } from './types.ts';
import { underYearlyCap } from './yearly-cap.ts';
import type { Frame } from './period-frame.ts';

/** What all quotas of a call share. `ref` is the day as of which they are judged. */
export interface QuotaScope {
  readonly input: CountInput;
  readonly register: Register;
  readonly ref: Day;
}

/** A future day is judged as of that day; a past day as of today. */
export function scopeOf(input: CountInput): QuotaScope {
  const ref = input.on > input.today ? input.on : input.today;
  return { input, register: registerOf(input.subjects), ref };
}

/** A superior’s figures apply for as long as the superior says. The key stays that of the year. */
function spanFor(rule: QuotaRule, figures: QuotaFigures, on: Day): Span {
  const span = spanOf(rule.quota.per, on);
  const { record } = figures;
  if (rule.quota.per !== 'superior-set' || !record) return span;
  return { key: span.key, from: parseDay(record.from) ?? span.from, to: parseDay(record.to) ?? span.to };
}

function countsOf(population: Population, { register, ref }: QuotaScope): Counts {
  const isDirect = directIn(population, register);
  let [direct, listed] = [0, 0];
  for (const id of population.ids) {
    const subject = register.byId.get(id);
    if (isDirect(id)) direct += 1;
    if (subject?.traits.includes('key-monitored') && !leftBy(subject, ref)) listed += 1;
  }
  return { population: population.ids.size, direct, listed };
}

/**
 * The day that determines which instruction of a superior applies to a period: its last day, or the day as of
 * which it is judged. So a period has one demand, whichever of its days is asked for.
 */
function figuresDay(rule: QuotaRule, on: Day, ref: Day): Day {
  if (rule.quota.per === 'superior-set') return on;
  const { to } = spanOf(rule.quota.per, on);
  return ref < to ? ref : to;
}

/** Period, population and demand of a rule on a day. */
export function frameOf(scope: QuotaScope, rule: QuotaRule, on: Day): Frame {
  const { input, register, ref } = scope;
  const figures = figuresOn(
    rule,
    input.choices,
    input.overrides,
    spanOf(rule.quota.per, on),
    figuresDay(rule, on, ref),
  );
  const span = spanFor(rule, figures, on);
  const population = populationOf(rule, span, ref, input, register);
  const decision = input.decisions.find((one) => one.ruleId === rule.ruleId && one.period === span.key);
  const unit = unitOf(kindOf(rule, input.choices));
  const asked = demandOf(rule, figures, countsOf(population, scope), decision, unit);
  const frame = { rule, span, figures, population, unit };
  return { ...frame, demand: underYearlyCap(input, register, ref, { ...frame, demand: asked }) };
}

/** The records that count as checks of the quota. */
export function checksIn({ input, register }: QuotaScope, frame: Frame): Check[] {
  const { rule, span, figures, population, demand } = frame;
  const reach = reachOf(rule, figures, population, input, register);
  const least = demand.required.targetsPerCheck ?? 1;
  return checksOf(rule, span.from, span.to, reach, least, input.inspections);
}
