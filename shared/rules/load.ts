import { checkFigures } from './check-figures.ts';
import { checkRows, type ReadRulebook } from './check-rows.ts';
import { checkRule } from './check-rule.ts';
import { parseYaml, type Problem, type SourceFile } from './parse.ts';
import { rulebookSource, type RulebookSource, type RuleSource } from './schema.ts';

export type { Problem, SourceFile } from './parse.ts';

/** Which document each folder under `shared/rulebooks` carries. */
export const documentOf = new Map<string, RulebookSource['document']>([
  ['hongjiang', 'HJ'],
  ['shexian', 'SX'],
  ['luquan', 'LQ'],
  ['baixiang', 'BX'],
  ['liaoning', 'LN'],
]);

export type Loaded = {
  rulebooks: Record<string, RulebookSource[]>;
  problems: Problem[];
  /** Rows of the sources, how many of them rules cover, how many are listed as no rule. */
  counts: { rules: number; rows: number; covered: number; noRules: number };
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

const checkRules = ({ path, rulebook, lineOf }: ReadRulebook): Problem[] =>
  rulebook.rules.flatMap((rule, at) =>
    [...checkRule(rule), ...checkFigures(rule)].map(({ place, message }) => ({
      file: path,
      line: lineOf(['rules', at, ...place]),
      message: `${rule.id}: ${message}`,
    })),
  );

type Placed = { rule: RuleSource; regime: string; file: string; lineOf: (key: string) => number };

const placed = (read: ReadRulebook[]): Placed[] =>
  read.flatMap(({ path, rulebook, lineOf }) =>
    rulebook.rules.map((rule, at) => ({
      rule,
      regime: rulebook.regime,
      file: path,
      lineOf: (key) => lineOf(['rules', at, key]),
    })),
  );

const overlap = (a: RuleSource, b: RuleSource): boolean => {
  const begins = (rule: RuleSource) => rule.from ?? '0000-01-01';
  const ends = (rule: RuleSource) => rule.to ?? '9999-12-31';
  return begins(a) <= ends(b) && begins(b) <= ends(a);
};

/** Two versions of a rule may follow each other; they may not hold on the same day. */
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

/** Rules that other rules name: within the regime by id, across regimes as `regime/rule`. */
const checkRuleNames = (rules: Placed[]): Problem[] => {
  const known = new Set(rules.map(({ regime, rule }) => `${regime}/${rule.id}`));
  return rules.flatMap(({ rule, regime, file, lineOf }) => {
    const due = rule.deadline?.due;
    const opening = due?.type === 'yearly' ? due.sinceOpeningForm : undefined;
    return [
      { key: 'deadline', name: opening },
      { key: 'quota', name: rule.quota?.population.oweRule },
    ].flatMap(({ key, name }): Problem[] => {
      if (name === undefined || known.has(name.includes('/') ? name : `${regime}/${name}`)) return [];
      return [{ file, line: lineOf(key), message: `${rule.id}: there is no rule ${name}` }];
    });
  });
};

/**
 * Reads the rulebooks of all jurisdictions and says everything that is wrong with them.
 * A file that does not fit the schema is left out of `rulebooks`; the order is that of the paths.
 */
export const loadRulebooks = (files: SourceFile[], sourceRows: string, notRules: SourceFile[]): Loaded => {
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
    problems.push(...checkPlace(one), ...checkRules(one));
    (rulebooks[partsOf(one.path).folder] ??= []).push(one.rulebook);
  }
  for (const folder of Object.keys(rulebooks)) {
    const rules = placed(read.filter(({ path }) => partsOf(path).folder === folder));
    problems.push(...checkIds(rules), ...checkRuleNames(rules));
  }
  const accounted = checkRows(read, sourceRows, notRules);
  const { rows, covered, noRules } = accounted;
  const rules = read.reduce((sum, { rulebook }) => sum + rulebook.rules.length, 0);
  return {
    rulebooks,
    problems: [...problems, ...accounted.problems],
    counts: { rules, rows, covered, noRules },
  };
};
