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

/** Rows that the product shows with a rule and does nothing about, each with the reason. */
const shownSource = z.array(
  z.strictObject({
    row: z.string().regex(/^(HJ|SX|LQ|BX|LN)-\d{3}$/, 'a row such as HJ-029'),
    rule: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'the rule that shows it, regime/rule'),
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

/** Rows are covered by what the product does; a procedure that nothing reads is only shown. */
const checkActing = ({ path, rulebook, lineOf }: ReadRulebook, acting: (id: string) => boolean): Problem[] =>
  rulebook.rules.flatMap(({ id, kind, covers }, at): Problem[] =>
    kind !== 'procedure' || covers.length === 0 || acting(id)
      ? []
      : [
          {
            file: path,
            line: lineOf(['rules', at, 'covers']),
            message: `${id}: nothing reads this procedure, so it covers no row: move ${covers.join(', ')} to shown/`,
          },
        ],
  );

/** The rows of a list that is not `covers`, with its name. */
interface Listed {
  readonly name: string;
  readonly mentions: readonly Mention[];
}

function checkListed({ name, mentions }: Listed, rows: Map<string, number>, covered: Set<string>): Problem[] {
  const seen = new Set<string>();
  return mentions.flatMap(({ row, file, line }) => {
    const twice = seen.has(row);
    seen.add(row);
    return [
      ...(rows.has(row) ? [] : [{ file, line, message: `${row} is no row of ${sourceRowsPath}` }]),
      ...(twice ? [{ file, line, message: `${row} is listed twice` }] : []),
      ...(covered.has(row)
        ? [{ file, line, message: `${row} is covered by a rule and listed as ${name}` }]
        : []),
    ];
  });
}

const readShown = (
  files: SourceFile[],
  read: ReadRulebook[],
): { mentions: Mention[]; problems: Problem[] } => {
  const known = new Set(
    read.flatMap(({ rulebook }) =>
      rulebook.rules.map(({ id }) => `${rulebook.document} ${rulebook.regime}/${id}`),
    ),
  );
  const mentions: Mention[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const parsed = parseYaml(file, shownSource);
    problems.push(...parsed.problems);
    parsed.value?.forEach(({ row, rule }, index) => {
      mentions.push({ row, file: file.path, line: parsed.lineOf([index, 'row']) });
      const [document = ''] = row.split('-');
      if (!known.has(`${document} ${rule}`))
        problems.push({
          file: file.path,
          line: parsed.lineOf([index, 'rule']),
          message: `${row}: ${document} has no rule ${rule}`,
        });
    });
  }
  return { mentions, problems };
};

/** Every row of the sources is covered by a rule, shown with one, or listed as not a rule: in one of the three. */
export const checkRows = (
  read: ReadRulebook[],
  sourceRows: string,
  lists: { readonly notRules: SourceFile[]; readonly shown: SourceFile[] },
  acting: (id: string) => boolean,
): { problems: Problem[]; rows: number; covered: number; shown: number; noRules: number } => {
  const rows = rowsOf(sourceRows);
  const covered = new Set(read.flatMap(coveredIn).map(({ row }) => row));
  const excluded = readNotRules(lists.notRules);
  const shown = readShown(lists.shown, read);
  const rowsIn = ({ mentions }: { mentions: Mention[] }) => new Set(mentions.map(({ row }) => row));
  const [excludedRows, shownRows] = [rowsIn(excluded), rowsIn(shown)];
  const inBoth = shown.mentions
    .filter(({ row }) => excludedRows.has(row))
    .map(({ row, file, line }) => ({ file, line, message: `${row} is listed as shown and as no rule` }));
  const nowhere = [...rows].flatMap(([row, line]): Problem[] =>
    covered.has(row) || excludedRows.has(row) || shownRows.has(row)
      ? []
      : [
          {
            file: sourceRowsPath,
            line,
            message: `${row} is neither covered by a rule, nor shown with one, nor listed as no rule`,
          },
        ],
  );
  return {
    problems: [
      ...read.flatMap((one) => [...checkCovers(one, rows), ...checkActing(one, acting)]),
      ...excluded.problems,
      ...checkListed({ name: 'no rule', mentions: excluded.mentions }, rows, covered),
      ...shown.problems,
      ...checkListed({ name: 'shown', mentions: shown.mentions }, rows, covered),
      ...inBoth,
      ...nowhere,
    ],
    rows: rows.size,
    covered: [...rows.keys()].filter((row) => covered.has(row)).length,
    shown: shownRows.size,
    noRules: excludedRows.size,
  };
};
