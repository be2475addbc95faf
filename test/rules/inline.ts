import { loadRulebooks, type Problem } from '../../shared/rules/reading/load.ts';

/** A small rulebook, written line by line so that tests can name the line of what is wrong. */

export const path = 'shared/rulebooks/hongjiang/archives-security.yaml';
export const tsv = 'id\tsection\nHJ-001\ta\nHJ-002\tb\nSX-001\tc\n';
export const notRulesPath = 'shared/rulebooks/not-rules/some.yaml';
export const shownPath = 'shared/rulebooks/shown/some.yaml';

/** The head takes lines 1 to 6; the rule begins on line 7. */
export const head = `regime: archives-security
title: 档案安全
document: HJ
office: archives
basis: [{ instrument: 《档案法》, status: amended }]
rules:
`;

export const rule = (lines: string): string =>
  `  - id: daily-check
    title: 日常检查
    cite: 三(三)三(一)
    covers: [HJ-001, HJ-002]
    from: null
${lines}`;

export const procedure = rule(`    kind: procedure
    procedure: { steps: [查阅资料] }
`);

export const shownRow = (row: string, of = 'archives-security/daily-check', reason = 'No day.'): string =>
  `- row: ${row}\n  rule: ${of}\n  reason: ${reason}\n`;

export const notRule = (row: string, reason = 'No figure.'): string => `- row: ${row}\n  reason: ${reason}\n`;

export const problemsOf = (
  text: string,
  {
    file = path,
    rows = tsv,
    others = notRule('SX-001'),
    shown = '[]',
    acting = () => true,
  }: {
    file?: string;
    rows?: string;
    others?: string;
    shown?: string;
    acting?: (id: string) => boolean;
  } = {},
): Problem[] =>
  loadRulebooks([{ path: file, text }], rows, [{ path: notRulesPath, text: others }], {
    shown: [{ path: shownPath, text: shown }],
    acting,
  }).problems;

export const at = (line: number, message: string, file = path): Problem => ({ file, line, message });

/** The figures begin on line 13 of the file. */
export function quota(figures: string, more = ''): string {
  return rule(`    figures:
${figures}    kind: quota
${more}    quota:
      per: month
      form: minimum
      population: { kind: unit, flow: false }
      checks: checks
      counts: regime
      superiorPrevails: false
`);
}

export const values = (...lines: string[]): string =>
  `      checks:
        unit: check
        values:
${lines.map((line) => `          - ${line}\n`).join('')}`;
