import {
  benchmarksOf,
  penaltyProvisionsOf,
  type Benchmark,
  type PenaltyProvision,
} from '../../rules/benchmarks.ts';
import type { Rulebook } from '../../rules/catalogue.ts';
import { cited, numberFigure, type Choices, type Rule } from '../../rules/rule.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { keysOf, tableOf } from '../../vocabulary/table.ts';
import { fieldError, type FieldError } from '../../outcome.ts';

/** What the rulebook says of an office’s penalty cases. */
export interface CaseRules extends Readonly<Record<Part, Rule>> {
  /** The day (`YYYY-MM-DD`) whose rules and figures these are: that of the case’s first event. */
  readonly on: string;
  readonly office: OfficeName;
  /** Fines from which a collective discussion must be held. */
  readonly threshold: Rule | undefined;
  readonly ceiling: Rule;
  /** The half-yearly report of major decisions, where the list asks for it. */
  readonly majorReport: Rule | undefined;
  /** What a penalty of the office may be, provision by provision, and how the source grades it. */
  readonly provisions: readonly PenaltyProvision[];
  readonly benchmarks: readonly Benchmark[];
}

/** By what they are called in a case, the ids of the rules of national law on which every case stands. */
const parts = {
  stages: 'stages',
  conditions: 'filing-conditions',
  discovery: 'discovery',
  evidence: 'evidence-formalities',
  deadline: 'case-filing',
  filing: 'filing-approval',
  notice: 'prior-notice',
  statement: 'statement-and-hearing',
  hearing: 'hearing',
  decision: 'decision-approval',
  legalReview: 'legal-review',
  collective: 'collective-discussion',
  service: 'service',
  payment: 'payment',
  deferral: 'deferral',
  surcharge: 'surcharge',
  demand: 'demand',
  enforcement: 'enforcement',
  onTheSpot: 'on-the-spot',
} as const;

type Part = keyof typeof parts;

/** The regime of national law. */
const LAW = 'penalty-procedure';

/** The offices that may punish; the legal office only reviews. */
const punishing: readonly OfficeName[] = ['archives', 'civil-defence'];

/**
 * The rules of national law, and in the place of each the jurisdiction’s own where it has one: of its list of the
 * office’s cases, else of its list on discretion. Undefined for an office that does not punish, and where there is
 * no national law.
 */
export function caseRulesOf(
  rulebook: Rulebook,
  office: OfficeName,
  on: string,
  division?: string,
): CaseRules | undefined {
  if (!punishing.includes(office) || !rulebook.ruleOf(`${LAW}/stages`, on)) return undefined;
  const discretion = [`${office}-penalty-discretion`, 'penalty-discretion'];
  const first = (regimes: readonly string[], id: string): Rule | undefined =>
    regimes
      .map((regime) => rulebook.ruleOf(`${regime}/${id}`, on))
      .find((rule) => rule !== undefined && (rule.regime === LAW || rule.office === office));
  const rules = tableOf(keysOf(parts), (part) => {
    const rule = first([`${office}-cases`, ...discretion, LAW], parts[part]);
    if (!rule) throw new Error(`national law has no rule ${parts[part]}`);
    return rule;
  });
  const threshold = first(discretion, 'collective-discussion');
  const ceiling = first(discretion, 'fine-ceiling') ?? first(discretion, 'principles') ?? rules.decision;
  return {
    ...rules,
    on,
    office,
    threshold: threshold?.figures ? threshold : undefined,
    ceiling,
    majorReport: first([`${office}-cases`], 'major-penalty-report'),
    provisions: penaltyProvisionsOf(office, on, division),
    benchmarks: benchmarksOf(ceiling.document, office),
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
