import { formatDay, type Day } from '../time/day.ts';
import { figureOf, holdsOn, type Choices, type Rule } from '../../rules/rule.ts';
import type { OverrideRecord } from '../../records/override.ts';
import { spanOf, type Span } from './period.ts';
import type { QuotaOverride } from './types.ts';

export type QuotaRule = Rule & { readonly quota: NonNullable<Rule['quota']> };

const ROLES = [
  'checks',
  'targetsPerCheck',
  'targets',
  'minPercent',
  'maxPercent',
  'aboutPercent',
  'direct',
] as const;

type Role = (typeof ROLES)[number];

/** The figures of a quota by their meaning. Absent when neither the source nor a superior gives one. */
export interface QuotaFigures {
  readonly values: Readonly<Partial<Record<Role, number>>>;
  readonly override?: QuotaOverride;
  /** The superior’s record, if one is in force on the day. */
  readonly record?: OverrideRecord;
}

export function isQuota(rule: Rule): rule is QuotaRule {
  return rule.quota !== undefined;
}

/** Whether the rule is in force on a day. */
export function inForce(rule: Rule, on: Day): boolean {
  return holdsOn(rule, formatDay(on));
}

const RHYTHM: readonly QuotaRule['quota']['per'][] = ['month', 'quarter', 'half-year', 'year'];

/**
 * Whether this version of the rule governs the period that contains a day. A period belongs, to its end, to the
 * version in force on its first day; else to the first version that begins within it, from that day on.
 */
export function governs(rule: QuotaRule, on: Day, rules: readonly Rule[]): boolean {
  if (!RHYTHM.includes(rule.quota.per)) return inForce(rule, on);
  if (rule.from === null && rule.to === undefined) return true;
  const span = spanOf(rule.quota.per, on);
  const [first, day] = [formatDay(span.from), formatDay(on)];
  if (rule.from !== null && rule.from > day) return false;
  if (rule.to !== undefined && rule.to < first) return false;
  return !rules.some(
    (other) =>
      other !== rule &&
      other.ruleId === rule.ruleId &&
      other.quota?.per === rule.quota.per &&
      (other.from ?? '') < (rule.from ?? '') &&
      (other.to === undefined || first <= other.to),
  );
}

/**
 * The day that determines a period’s own figures: its first day, or the rule’s first day if that lies within
 * the period.
 */
function ownDay(rule: QuotaRule, span: Span): string {
  const first = formatDay(span.from);
  return rule.from !== null && rule.from > first ? rule.from : first;
}

/**
 * The name of the figure in the rule. When the rule gives a number of targets and no number of checks
 * (每年重点检查不少于2家), that number is for the whole period.
 */
function nameOf({ quota }: QuotaRule, role: Role): string {
  if (role === 'targets') return (quota.checks === undefined && quota.targetsPerCheck) || role;
  if (role === 'targetsPerCheck' && quota.checks === undefined && quota.targetsPerCheck) return '';
  return quota[role] ?? role;
}

function overrideOn(overrides: readonly OverrideRecord[], rule: Rule, on: Day): OverrideRecord | undefined {
  const text = formatDay(on);
  return overrides.find((entry) => entry.ruleId === rule.ruleId && entry.from <= text && text <= entry.to);
}

function ownFigures(rule: QuotaRule, choices: Choices, on: string): Partial<Record<Role, number>> {
  const found: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const value = figureOf(rule, nameOf(rule, role), choices, on);
    if (typeof value === 'number') found[role] = value;
  }
  return found;
}

/** The rule’s figures as its source gives them, by their own names. */
function original(rule: QuotaRule, own: Partial<Record<Role, number>>): Record<string, number> {
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const value = own[role];
      return value === undefined ? [] : [[nameOf(rule, role), value]];
    }),
  );
}

/**
 * The figures of a period: the rule’s own as they are when the period begins, replaced by those that a superior
 * has set for the day `on` if the superior’s indicator prevails (HJ 三(一)二(二), BX (六)二(二), (九)二(二)).
 */
export function figuresOn(
  rule: QuotaRule,
  choices: Choices,
  overrides: readonly OverrideRecord[],
  span: Span,
  on: Day,
): QuotaFigures {
  const own = ownFigures(rule, choices, ownDay(rule, span));
  const record = overrideOn(overrides, rule, on);
  if (!record) return { values: own };
  const values: Partial<Record<Role, number>> = { ...own };
  for (const role of ROLES) {
    const value = record.figures[nameOf(rule, role)] ?? record.figures[role];
    if (value !== undefined) values[role] = value;
  }
  const { figures, issuedBy, documentNumber, from, to } = record;
  const override = { figures, original: original(rule, own), issuedBy, documentNumber, from, to };
  return { values, override, record };
}
