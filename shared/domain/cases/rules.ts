import type { Rulebook } from '../../rules/catalogue.ts';
import { cited, numberFigure, type Choices, type Rule } from '../../rules/rule.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { fieldError, type FieldError } from '../../outcome.ts';

/** What the rulebook says of an office’s penalty cases. */
export interface CaseRules {
  /** The day (`YYYY-MM-DD`) whose rules and figures these are: that of the case’s first event. */
  readonly on: string;
  readonly office: OfficeName;
  readonly stages: Rule;
  readonly conditions: Rule;
  readonly discovery: Rule;
  readonly evidence: Rule;
  readonly deadline: Rule;
  readonly filing: Rule;
  readonly notice: Rule;
  readonly statement: Rule;
  readonly decision: Rule;
  readonly collective: Rule;
  readonly service: Rule;
  /** Fines from which a collective discussion must be held. */
  readonly threshold: Rule | undefined;
  readonly ceiling: Rule;
}

/** Undefined where the jurisdiction has no such regime. */
export function caseRulesOf(rulebook: Rulebook, office: OfficeName, on: string): CaseRules | undefined {
  const [cases, discretion] = [`${office}-cases`, `${office}-penalty-discretion`];
  const rule = (id: string): Rule | undefined => rulebook.ruleOf(`${cases}/${id}`, on);
  const parts = {
    stages: rule('stages'),
    conditions: rule('filing-conditions'),
    discovery: rule('discovery'),
    evidence: rule('evidence-formalities'),
    deadline: rule('case-filing'),
    filing: rule('filing-approval'),
    notice: rule('prior-notice'),
    statement: rule('statement-and-hearing'),
    decision: rule('decision-approval'),
    collective: rule('collective-discussion'),
    service: rule('service'),
  };
  const { stages, conditions, discovery, evidence, deadline, filing } = parts;
  const { notice, statement, decision, collective, service } = parts;
  if (!stages || !conditions || !discovery || !evidence || !deadline || !filing) return undefined;
  if (!notice || !statement || !decision || !collective || !service) return undefined;
  const threshold = rulebook.ruleOf(`${discretion}/collective-discussion`, on);
  return {
    on,
    office,
    ...{ stages, conditions, discovery, evidence, deadline, filing },
    ...{ notice, statement, decision, collective, service },
    threshold: threshold?.figures ? threshold : undefined,
    ceiling:
      rulebook.ruleOf(`${discretion}/fine-ceiling`, on) ??
      rulebook.ruleOf(`${discretion}/principles`, on) ??
      decision,
  };
}

/** As a table of periods cites it: BX (十)三(二). */
export const clauseOf = (rule: Rule): string => `${rule.document} ${rule.cite}`;

export function officersMin(rule: Rule, choices: Choices, on: string): number {
  const name = rule.procedure?.officersMin;
  return name === undefined ? 0 : numberFigure(rule, name, choices, on);
}

type Given = number | string;

const bare = (text: string): string => text.replace(/[《》]/gu, '');

/** What a number, from 1, or the beginning of its words names in a list; undefined where it names none, or several. */
export function named(options: readonly string[], given: Given): string | undefined {
  if (typeof given === 'number') return options[given - 1];
  const exact = options.find((option) => option === given);
  if (exact !== undefined) return exact;
  const found = options.filter((option) => bare(option).startsWith(bare(given)));
  return found.length === 1 ? found[0] : undefined;
}

const numbered = (options: readonly string[], option: string): string =>
  `${options.indexOf(option) + 1} ${option}`;

/** What of a list is not there, or is there and not in the list; each with the clause that asks for it. */
export function uncovered(
  path: string,
  options: readonly string[],
  given: readonly Given[],
  rule: Rule,
): FieldError[] {
  const wrong = given.flatMap((entry, index): FieldError[] => {
    if (named(options, entry) !== undefined) return [];
    const listed = options.map((option) => numbered(options, option));
    return [fieldError(`${path}.${index}`, 'stage.unlisted', { ...cited(rule), listed })];
  });
  const there = new Set(given.map((entry) => named(options, entry)));
  const absent = options.filter((option) => !there.has(option));
  if (absent.length === 0) return wrong;
  const missing = absent.map((option) => numbered(options, option));
  return [...wrong, fieldError(path, 'stage.incomplete', { ...cited(rule), count: options.length, missing })];
}

/** The papers that a rule asks for and that were not named. */
export function papersMissing(
  rule: Rule,
  documents: readonly string[],
  only?: readonly string[],
): FieldError[] {
  const wanted = (rule.procedure?.forms ?? []).filter((form) => !only || only.includes(bare(form)));
  const there = documents.map(bare);
  const papers = wanted.filter((form) => !there.some((title) => title.startsWith(bare(form))));
  return papers.length === 0 ? [] : [fieldError('documents', 'stage.papers', { ...cited(rule), papers })];
}
