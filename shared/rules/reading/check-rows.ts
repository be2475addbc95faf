import { z } from 'zod';
import { parseYaml, type LineOf, type Problem, type SourceFile } from './parse.ts';
import type { RulebookSource } from '../schema.ts';

export const sourceRowsPath = 'shared/rulebooks/source-rows.tsv';

/** Rows of the sources that are not rules for software, each with the reason. */
const notRulesSource = z.array(
  z.strictObject({
    row: z.string().regex(/^(HJ|SX|LQ|BX|LN)-\d{3}$/, 'a row such as HJ-029'),
    reason: z.string().trim().min(1, 'a reason, in one sentence'),
  }),
);

export type ReadRulebook = { path: string; rulebook: RulebookSource; lineOf: LineOf };

type Mention = { row: string; file: string; line: number };

/** Row ids of the TSV (its first line is the heading), each with its line. */
const rowsOf = (tsv: string): Map<string, number> => {
  const lines = tsv.split(/\r?\n/);
  const rows = lines.map((line, index) => ({ id: line.split('\t')[0] ?? '', line: index + 1 }));
  return new Map(rows.slice(1).flatMap(({ id, line }) => (id === '' ? [] : [[id, line] as const])));
};

const coveredIn = ({ path, rulebook, lineOf }: ReadRulebook): Mention[] =>
  rulebook.rules.flatMap((rule, at) =>
    rule.covers.map((row, index) => ({ row, file: path, line: lineOf(['rules', at, 'covers', index]) })),
  );

const checkCovers = (read: ReadRulebook, rows: Map<string, number>): Problem[] => {
  const { rulebook, path, lineOf } = read;
  const twice = rulebook.rules.flatMap((rule, at) =>
    rule.covers.flatMap((row, index): Problem[] =>
      rule.covers.indexOf(row) === index
        ? []
        : [{ file: path, line: lineOf(['rules', at, 'covers', index]), message: `${row} is listed twice` }],
    ),
  );
  const wrong = coveredIn(read).flatMap(({ row, file, line }): Problem[] => {
    if (!row.startsWith(`${rulebook.document}-`)) {
      return [{ file, line, message: `${row} belongs to another document than ${rulebook.document}` }];
    }
    return rows.has(row) ? [] : [{ file, line, message: `${row} is no row of ${sourceRowsPath}` }];
  });
  return [...twice, ...wrong];
};

const readNotRules = (files: SourceFile[]): { mentions: Mention[]; problems: Problem[] } => {
  const mentions: Mention[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const parsed = parseYaml(file, notRulesSource);
    problems.push(...parsed.problems);
    parsed.value?.forEach(({ row }, index) => {
      mentions.push({ row, file: file.path, line: parsed.lineOf([index, 'row']) });
    });
  }
  return { mentions, problems };
};

/** Every row of the sources is either covered by a rule or listed as not a rule, never both. */
export const checkRows = (
  read: ReadRulebook[],
  sourceRows: string,
  notRules: SourceFile[],
): { problems: Problem[]; rows: number; covered: number; noRules: number } => {
  const rows = rowsOf(sourceRows);
  const covered = new Set(read.flatMap(coveredIn).map(({ row }) => row));
  const { mentions, problems } = readNotRules(notRules);
  const excluded = new Set<string>();
  for (const { row, file, line } of mentions) {
    if (!rows.has(row)) problems.push({ file, line, message: `${row} is no row of ${sourceRowsPath}` });
    if (excluded.has(row)) problems.push({ file, line, message: `${row} is listed twice` });
    if (covered.has(row)) {
      problems.push({ file, line, message: `${row} is covered by a rule and listed as no rule` });
    }
    excluded.add(row);
  }
  for (const [row, line] of rows) {
    if (!covered.has(row) && !excluded.has(row)) {
      problems.push({
        file: sourceRowsPath,
        line,
        message: `${row} is neither covered by a rule nor listed as no rule`,
      });
    }
  }
  return {
    problems: [...read.flatMap((one) => checkCovers(one, rows)), ...problems],
    rows: rows.size,
    covered: [...rows.keys()].filter((row) => covered.has(row)).length,
    noRules: excluded.size,
  };
};
