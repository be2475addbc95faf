import { formatDay, type Day } from '../day.ts';
import { figureOf, type Choices, type Rule } from '../../rules/rule.ts';
import type { OverrideRecord } from '../../store/records.ts';
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

/** The figures of a quota by what they mean; absent where neither the source nor a superior gives one. */
export interface QuotaFigures {
  readonly values: Readonly<Partial<Record<Role, number>>>;
  readonly override?: QuotaOverride;
  /** The superior’s record, where one holds on the day. */
  readonly record?: OverrideRecord;
}

export function isQuota(rule: Rule): rule is QuotaRule {
  return rule.quota !== undefined;
}

/** Whether the rule is in force on a day. */
export function inForce(rule: Rule, on: Day): boolean {
  const text = formatDay(on);
  return (rule.from === null || rule.from <= text) && (rule.to === undefined || text <= rule.to);
}

/**
 * The name under which the rule keeps the figure. Where it gives a number of targets and none of checks
 * (每年重点检查不少于2家), that number is of the whole period.
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

function ownFigures(rule: QuotaRule, choices: Choices, on: Day): Partial<Record<Role, number>> {
  const found: Partial<Record<Role, number>> = {};
  for (const role of ROLES) {
    const value = figureOf(rule, nameOf(rule, role), choices, formatDay(on));
    if (typeof value === 'number') found[role] = value;
  }
  return found;
}

/** The rule’s figures as they stand in its source, by their own names. */
function original(rule: QuotaRule, own: Partial<Record<Role, number>>): Record<string, number> {
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const value = own[role];
      return value === undefined ? [] : [[nameOf(rule, role), value]];
    }),
  );
}

/**
 * The figures in force on a day: the rule’s own, and over them those of a superior whose indicator prevails
 * (HJ 三(一)二(二), BX (六)二(二), (九)二(二)).
 */
export function figuresOn(
  rule: QuotaRule,
  choices: Choices,
  overrides: readonly OverrideRecord[],
  on: Day,
): QuotaFigures {
  const own = ownFigures(rule, choices, on);
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
