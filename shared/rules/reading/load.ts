import { checkFigures } from './check-figures.ts';
import { checkNames } from './check-names.ts';
import { checkRows, type ReadRulebook } from './check-rows.ts';
import { checkRule } from './check-rule.ts';
import { checkValueTypes } from './check-values.ts';
import { checkProvisions } from './check-provisions.ts';
import { isActing } from '../acting.ts';
import { jurisdictionOf } from '../catalogue.ts';
import { provisions, type Provision } from '../instruments.ts';
import { vocabulary } from '../vocabulary.ts';
import { parseYaml, type Problem, type SourceFile } from './parse.ts';
import { rulebookSource, type RulebookSource, type RuleSource } from '../schema.ts';

export type { Problem, SourceFile } from './parse.ts';

/** The document of each folder under `shared/rulebooks`. */
export const documentOf = new Map<string, RulebookSource['document']>([
  ['hongjiang', 'HJ'],
  ['shexian', 'SX'],
  ['luquan', 'LQ'],
  ['baixiang', 'BX'],
  ['liaoning', 'LN'],
  ['national', 'LAW'],
]);

export type Loaded = {
  rulebooks: Record<string, RulebookSource[]>;
  problems: Problem[];
  /** Rows of the sources: how many are covered by rules, only shown, and listed as not a rule. */
  counts: { rules: number; rows: number; covered: number; shown: number; noRules: number };
};

const partsOf = (path: string): { folder: string; regime: string } => {
  const parts = path.split('/');
  return { folder: parts.at(-2) ?? '', regime: (parts.at(-1) ?? '').replace(/\.yaml$/, '') };
};

const checkPlace = ({ path, rulebook, lineOf }: ReadRulebook): Problem[] => {
  const { folder, regime } = partsOf(path);
  const document = documentOf.get(folder);
  const problems: Problem[] = [];
  if (document === undefined) {
    problems.push({ file: path, line: 1, message: `${folder} is no jurisdiction` });
  } else if (document !== rulebook.document) {
    problems.push({
      file: path,
      line: lineOf(['document']),
      message: `document ${rulebook.document} in folder ${folder}, which carries ${document}`,
    });
  }
  if (regime !== rulebook.regime) {
    problems.push({
      file: path,
      line: lineOf(['regime']),
      message: `regime ${rulebook.regime} in a file named ${regime}.yaml`,
    });
  }
  return problems;
};

const divisionOf = (folder: string): string | undefined => jurisdictionOf(folder)?.division;

const checkRules = (
  { path, rulebook, lineOf }: ReadRulebook,
  known: ReadonlyMap<string, Pick<Provision, 'division'>>,
): Problem[] =>
  rulebook.rules.flatMap((rule, at) =>
    [
      ...checkRule(rule),
      ...checkFigures(rule),
      ...checkValueTypes(rule),
      ...checkNames(rule, vocabulary),
      ...checkProvisions(rule, known, divisionOf(partsOf(path).folder)),
    ].map(({ place, message }) => ({
      file: path,
      line: lineOf(['rules', at, ...place]),
      message: `${rule.id}: ${message}`,
    })),
  );

type Placed = { rule: RuleSource; regime: string; file: string; lineOf: (...place: string[]) => number };

const placed = (read: ReadRulebook[]): Placed[] =>
  read.flatMap(({ path, rulebook, lineOf }) =>
    rulebook.rules.map((rule, at) => ({
      rule,
      regime: rulebook.regime,
      file: path,
      lineOf: (...place) => lineOf(['rules', at, ...place]),
    })),
  );

const overlap = (a: RuleSource, b: RuleSource): boolean => {
  const begins = (rule: RuleSource) => rule.from ?? '0000-01-01';
  const ends = (rule: RuleSource) => rule.to ?? '9999-12-31';
  return begins(a) <= ends(b) && begins(b) <= ends(a);
};

/** Two versions of a rule may follow each other, but not be in force on the same day. */
const checkIds = (rules: Placed[]): Problem[] =>
  rules.flatMap((later, index) => {
    const earlier = rules
      .slice(0, index)
      .find(
        ({ regime, rule }) =>
          regime === later.regime && rule.id === later.rule.id && overlap(rule, later.rule),
      );
    if (!earlier) return [];
    const message = `rule ${later.regime}/${later.rule.id} stands twice for the same days (also ${earlier.file}:${earlier.lineOf('id')})`;
    return [{ file: later.file, line: later.lineOf('id'), message }];
  });

/**
 * All versions of a rule have the same kind and find their days in the same way, so that a period has the same
 * name in all of them.
 */
const checkVersions = (rules: Placed[]): Problem[] =>
  rules.flatMap((later, index) => {
    const earlier = rules
      .slice(0, index)
      .find(({ regime, rule }) => regime === later.regime && rule.id === later.rule.id);
    const form = ({ kind, deadline, quota }: RuleSource) =>
      [kind, deadline?.due.type, quota?.per].filter((part) => part !== undefined).join(' ');
    if (!earlier || form(earlier.rule) === form(later.rule)) return [];
    const message = `rule ${later.regime}/${later.rule.id} is ${form(later.rule)}, its version at ${earlier.file}:${earlier.lineOf('id')} is ${form(earlier.rule)}: give it another id`;
    return [{ file: later.file, line: later.lineOf('kind'), message }];
  });

/** Rules named by other rules: within the regime by id, across regimes as `regime/rule`. */
const checkRuleNames = (rules: Placed[]): Problem[] => {
  const known = new Map(rules.map(({ regime, rule }) => [`${regime}/${rule.id}`, rule]));
  return rules.flatMap(({ rule, regime, file, lineOf }) => {
    const due = rule.deadline?.due;
    const opening = due?.type === 'yearly' ? due.sinceOpeningForm : undefined;
    return [
      { place: ['deadline', 'due', 'sinceOpeningForm'], name: opening, type: 'after' },
      { place: ['quota', 'population', 'oweRule'], name: rule.quota?.population.oweRule, type: undefined },
    ].flatMap(({ place, name, type }): Problem[] => {
      if (name === undefined) return [];
      const found = known.get(name.includes('/') ? name : `${regime}/${name}`);
      const dueType = found?.deadline?.due.type;
      if (dueType !== undefined && (type === undefined || type === dueType)) return [];
      const wrong = found
        ? `rule ${name} is no deadline${type === undefined ? '' : ` of due type ${type}`}`
        : `there is no rule ${name}`;
      return [{ file, line: lineOf(...place), message: `${rule.id}: ${wrong}` }];
    });
  });
};

/** What is read beside the rulebooks. */
interface Beside {
  /** The provisions on which measures may rest. */
  readonly known?: ReadonlyMap<string, Pick<Provision, 'division'>>;
  /** Rows that are only shown. */
  readonly shown?: SourceFile[];
  /** Whether something in the product acts on the procedure of this id. */
  readonly acting?: (id: string) => boolean;
}

/**
 * Reads the rulebooks of all jurisdictions and returns everything that is wrong with them. A file that does not fit
 * the schema is left out of `rulebooks`. The order is that of the paths.
 */
export const loadRulebooks = (
  files: SourceFile[],
  sourceRows: string,
  notRules: SourceFile[],
  { known = provisions, shown: shownFiles = [], acting = isActing }: Beside = {},
): Loaded => {
  const read: ReadRulebook[] = [];
  const problems: Problem[] = [];
  const byPath = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of byPath) {
    const { value, problems: found, lineOf } = parseYaml(file, rulebookSource);
    problems.push(...found);
    if (value) read.push({ path: file.path, rulebook: value, lineOf });
  }
  const rulebooks: Record<string, RulebookSource[]> = {};
  for (const one of read) {
    problems.push(...checkPlace(one), ...checkRules(one, known));
    (rulebooks[partsOf(one.path).folder] ??= []).push(one.rulebook);
  }
  for (const folder of Object.keys(rulebooks)) {
    const rules = placed(read.filter(({ path }) => partsOf(path).folder === folder));
    problems.push(...checkIds(rules), ...checkVersions(rules), ...checkRuleNames(rules));
  }
  const accounted = checkRows(read, sourceRows, { notRules, shown: shownFiles }, acting);
  const { rows, covered, shown, noRules } = accounted;
  const rules = read.reduce((sum, { rulebook }) => sum + rulebook.rules.length, 0);
  return {
    rulebooks,
    problems: [...problems, ...accounted.problems],
    counts: { rules, rows, covered, shown, noRules },
  };
};
