import type { Deadline, OfficeName, RuleSource, RulebookSource } from './schema.ts';

/** A rule as the product uses it: its source, with the regime to which it belongs. */
export interface Rule extends RuleSource {
  /** `regime/rule`, unique inside a jurisdiction. */
  readonly ruleId: string;
  readonly regime: string;
  readonly regimeTitle: string;
  readonly document: RulebookSource['document'];
  readonly office: OfficeName;
  readonly regimeBasis: RulebookSource['basis'];
}

export interface DeadlineRule extends Rule {
  readonly deadline: Deadline;
}

export function isDeadline(rule: Rule): rule is DeadlineRule {
  return rule.deadline !== undefined;
}

/** The citation in a refusal: the list of duties, and the place in it. */
export const cited = ({ document, cite }: Rule) => ({ document, clause: cite.split(', ') });

export type FigureValue = string | number | boolean | readonly (string | number | boolean)[];

/** A bureau’s own choices: figures and readings that the sources leave open, by rule id and name. */
export interface Choices {
  readonly figures: Readonly<Record<string, Readonly<Record<string, FigureValue>>>>;
  readonly readings: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Whether a rule, or a version of one, is in force on a day (`YYYY-MM-DD`). */
export function holdsOn({ from, to }: Pick<Rule, 'from' | 'to'>, on: string): boolean {
  return (from === null || from <= on) && (to === undefined || on <= to);
}

/**
 * Of the versions of one rule, in their order, the one in force on a day; if there is none, the last that began
 * before it, else the first.
 */
export function versionOn<R extends Rule>(versions: readonly R[], on: string): R | undefined {
  return (
    versions.find((version) => holdsOn(version, on)) ??
    versions.findLast(({ from }) => from === null || from <= on) ??
    versions[0]
  );
}

/** The days of each value of a statutory figure, in order. Empty for a figure that the bureau sets. */
export function spansOf(rule: Rule, name: string): readonly Pick<Rule, 'from' | 'to'>[] {
  return rule.figures?.[name]?.values ?? [];
}

/**
 * The value of a figure on a day (`YYYY-MM-DD`): the dated statutory value, or the bureau’s choice. The caller
 * decides which day counts: decision 0016 lists them. Before its first day a figure has its first value.
 */
export function figureOf(rule: Rule, name: string, choices: Choices, on: string): FigureValue | undefined {
  const statutory = rule.figures?.[name];
  if (statutory) {
    const { values } = statutory;
    return (values.findLast(({ from }) => from === null || from <= on) ?? values[0])?.value;
  }
  return choices.figures[rule.ruleId]?.[name] ?? rule.discretionary?.[name]?.value;
}

export function numberFigure(rule: Rule, name: string, choices: Choices, on: string): number {
  const value = figureOf(rule, name, choices, on);
  if (typeof value !== 'number') throw new Error(`${rule.ruleId}: figure ${name} is no number`);
  return value;
}

export function textFigure(rule: Rule, name: string, choices: Choices, on: string): string {
  const value = figureOf(rule, name, choices, on);
  if (typeof value !== 'string') throw new Error(`${rule.ruleId}: figure ${name} is no text`);
  return value;
}

export function numbersFigure(
  rule: Rule,
  name: string,
  choices: Choices,
  on: string,
): readonly number[] | undefined {
  const value = figureOf(rule, name, choices, on);
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'number') : undefined;
}

/** The reading in force: the bureau’s choice, else the default. */
export function readingOf(rule: Rule, name: string, choices: Choices): string | undefined {
  return choices.readings[rule.ruleId]?.[name] ?? rule.readings?.[name]?.default;
}
