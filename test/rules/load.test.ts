import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { documentOf, loadRulebooks, type SourceFile } from '../../shared/rules/reading/load.ts';
import {
  at,
  head,
  notRule,
  notRulesPath,
  path,
  problemsOf,
  procedure,
  quota,
  rule,
  tsv,
  values,
} from './inline.ts';

const root = fileURLToPath(new URL('../../shared/rulebooks/', import.meta.url));

const yamlIn = (folder: string): SourceFile[] =>
  readdirSync(root + folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({
      path: `shared/rulebooks/${folder}/${name}`,
      text: readFileSync(`${root}${folder}/${name}`, 'utf8'),
    }));

describe('the rulebooks of the product', () => {
  const files = [...documentOf.keys()].flatMap(yamlIn);
  const tsvText = readFileSync(`${root}source-rows.tsv`, 'utf8');
  const loaded = loadRulebooks(files, tsvText, yamlIn('not-rules'), { shown: yamlIn('shown') });

  it('have no problem', () => {
    expect(loaded.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([]);
  });

  it('account for each of the 472 rows of the sources once', () => {
    expect(loaded.counts.rows).toBe(472);
    const { covered, shown, noRules } = loaded.counts;
    expect(covered + shown + noRules).toBe(472);
  });

  it('exist for all five jurisdictions', () => {
    expect(Object.keys(loaded.rulebooks).sort()).toEqual([...documentOf.keys()].sort());
  });

  const checklist = (jurisdiction: string, regime: string): number | undefined =>
    loaded.rulebooks[jurisdiction]
      ?.find((book) => book.regime === regime)
      ?.rules.find(({ id }) => id === 'inspection-record')?.procedure?.checklist?.length;

  it.each([
    ['hongjiang', 'key-project-archives', 4],
    ['hongjiang', 'electronic-archives', 6],
    ['hongjiang', 'archives-security', 8],
    ['hongjiang', 'gazetteer-compilation', 10],
    ['shexian', 'key-project-archives', 4],
    ['shexian', 'electronic-archives', 6],
    ['shexian', 'archives-security', 8],
    ['shexian', 'archives-disposal', 4],
    ['luquan', 'electronic-archives', 6],
    ['luquan', 'archives-security', 8],
  ])('in %s %s is checked by %i items', (jurisdiction, regime, items) => {
    expect(checklist(jurisdiction, regime)).toBe(items);
  });

  const idsOf = (jurisdiction: string): string[] =>
    (loaded.rulebooks[jurisdiction] ?? []).flatMap(({ regime, rules }) =>
      rules.map(({ id }) => `${regime}/${id}`),
    );

  it('give Luquan no key projects and no self-inspection report', () => {
    const ids = idsOf('luquan');
    expect(ids.filter((id) => id.startsWith('key-project-archives/'))).toEqual([]);
    expect(ids.filter((id) => /self-inspection|report-spot-check/.test(id))).toEqual([]);
  });

  it('fill in no figure for key projects or permits in Shexian', () => {
    const quotas = (loaded.rulebooks['shexian'] ?? [])
      .filter(({ regime }) => regime === 'key-project-archives' || regime === 'archives-disposal')
      .flatMap(({ rules }) => rules.filter(({ kind }) => kind === 'quota'));
    expect(quotas.map(({ id }) => id)).toEqual(['file-check', 'site-recheck', 'special-check']);
    expect(quotas.flatMap(({ figures, discretionary }) => [figures, discretionary])).toEqual(
      quotas.flatMap(() => [undefined, undefined]),
    );
  });
});

describe('a rulebook that is as it should be', () => {
  it('loads without a problem', () => {
    const others = [{ path: notRulesPath, text: notRule('SX-001') }];
    const beside = { acting: () => true };
    const { rulebooks, problems, counts } = loadRulebooks(
      [{ path, text: head + procedure }],
      tsv,
      others,
      beside,
    );
    expect(problems).toEqual([]);
    expect(rulebooks['hongjiang']?.map(({ regime }) => regime)).toEqual(['archives-security']);
    expect(counts).toEqual({ rules: 1, rows: 3, covered: 2, shown: 0, noRules: 1 });
  });

  it('may hold two versions of a rule that follow each other', () => {
    const until = procedure.replace('from: null', 'from: null\n    to: 2025-12-31');
    const since = procedure.replace('from: null', 'from: 2026-01-01');
    expect(problemsOf(head + until + since)).toEqual([]);
  });
});

describe('a file that cannot be read as a rulebook', () => {
  it('is refused where the YAML breaks', () => {
    const [problem] = problemsOf(`${head}  - id: [a\n    kind: b\n`, { rows: 'id\n', others: '[]' });
    expect(problem?.message).toMatch(/^YAML: /);
    expect(problem).toMatchObject({ file: path, line: 8 });
  });

  it('is refused where a key stands twice', () => {
    const text = `${head}${procedure}    cite: 四\n`;
    expect(problemsOf(text, { rows: 'id\n', others: '[]' })).toEqual([
      at(14, 'YAML: Map keys must be unique'),
    ]);
  });

  it.each([
    [
      'an unknown field',
      procedure.replace('    kind:', '    colour: red\n    kind:'),
      12,
      'unknown field rules[0].colour',
    ],
    [
      'an unknown field deep inside',
      procedure.replace('{ steps', '{ stepz: [], steps'),
      13,
      'unknown field rules[0].procedure.stepz',
    ],
    ['a missing field', procedure.replace('    title: 日常检查\n', ''), 7, 'rules[0].title is missing'],
    [
      'a figure without a citation',
      quota(values('{ from: null, value: 3 }')),
      16,
      'rules[0].figures.checks.values[0].cite is missing',
    ],
    [
      'a sanction that nobody approves',
      rule(`    kind: deadline
    discretionary: { due: { unit: date, value: 01-31, reason: 未写 } }
    deadline:
      owedBy: { kind: unit }
      what: 报告
      due: { type: yearly, figure: due, reports: same-year }
      pursuit: ladder
      sanctions:
        - { step: order-to-rectify, cite: 三, text: 责令改正 }
      nextText: 责令改正
`),
      20,
      'rules[0].deadline.sanctions[0].approval is missing',
    ],
  ])('is refused for %s, with its line', (_name, text, line, message) => {
    expect(problemsOf(head + text, { rows: 'id\n', others: '[]' })).toEqual([at(line, message)]);
  });

  it('is refused for a value of the wrong kind, with its line', () => {
    const [problem] = problemsOf(head + procedure.replace('kind: procedure', 'kind: wish'), {
      rows: 'id\n',
      others: '[]',
    });
    expect(problem).toMatchObject({ file: path, line: 12 });
    expect(problem?.message).toMatch(/^rules\[0\]\.kind: /);
  });
});

describe('a rulebook in the wrong place', () => {
  it('is refused where its regime is not the name of the file', () => {
    const file = 'shared/rulebooks/hongjiang/archives.yaml';
    expect(problemsOf(head + procedure, { file })).toEqual([
      at(1, 'regime archives-security in a file named archives.yaml', file),
    ]);
  });

  it('is refused where the folder carries another document', () => {
    const file = 'shared/rulebooks/shexian/archives-security.yaml';
    expect(problemsOf(head + procedure, { file })).toEqual([
      at(3, 'document HJ in folder shexian, which carries SX', file),
    ]);
  });

  it('is refused in a folder that is no jurisdiction', () => {
    const file = 'shared/rulebooks/atlantis/archives-security.yaml';
    expect(problemsOf(head + procedure, { file })).toEqual([at(1, 'atlantis is no jurisdiction', file)]);
  });
});

describe('a rule', () => {
  it.each([
    ['deadline', 'deadline'],
    ['quota', 'quota'],
    ['cap', 'quota'],
    ['threshold', 'figures'],
    ['escalation', 'escalation'],
  ])('of kind %s is refused without %s', (kind, block) => {
    const text = procedure.replace('kind: procedure', `kind: ${kind}`);
    expect(problemsOf(head + text)).toEqual([at(12, `daily-check: a rule of kind ${kind} needs ${block}`)]);
  });

  it('of kind procedure is refused without procedure', () => {
    const text = rule('    kind: procedure\n');
    expect(problemsOf(head + text)).toEqual([
      at(12, 'daily-check: a rule of kind procedure needs procedure'),
    ]);
  });

  it('is refused where the default of a reading is not among its options', () => {
    const text = `${procedure}    readings:
      population:
        default: works
        options: [{ id: units, text: 单位 }, { id: equipment, text: 设备 }]
`;
    expect(problemsOf(head + text)).toEqual([
      at(16, 'daily-check: reading population: default works is not among its options (units, equipment)'),
    ]);
  });

  it('is refused where another of the same id holds on the same days', () => {
    expect(problemsOf(head + procedure + procedure)).toEqual([
      at(14, `rule archives-security/daily-check stands twice for the same days (also ${path}:7)`),
    ]);
  });

  it('is refused as another version where it is another kind of rule', () => {
    const until = procedure.replace('from: null', 'from: null\n    to: 2025-12-31');
    const later = quota(values('{ from: 2026-01-01, value: 3, cite: 三 }')).replace(
      'from: null\n',
      'from: 2026-01-01\n',
    );
    expect(problemsOf(head + until + later).map(({ message }) => message)).toEqual([
      `rule archives-security/daily-check is quota month, its version at ${path}:7 is procedure: give it another id`,
    ]);
  });

  it('is refused where it names a rule that does not exist', () => {
    const text = quota(values('{ from: null, value: 3, cite: 三 }')).replace(
      'flow: false',
      'flow: true, oweRule: report',
    );
    expect(problemsOf(head + text)).toEqual([at(21, 'daily-check: there is no rule report')]);
  });

  it('is refused where its sanctions follow no ladder', () => {
    const text = rule(`    kind: deadline
    discretionary: { due: { unit: date, value: 01-31, reason: 未写 } }
    deadline:
      owedBy: { kind: unit }
      what: 报告
      due: { type: yearly, figure: due, reports: same-year }
      pursuit: notify
      sanctions: [{ step: warning, approval: bureau-leader, cite: 三, text: 警告 }]
      nextText: 警告
`);
    expect(problemsOf(head + text)).toEqual([at(19, 'daily-check: sanctions need pursuit: ladder')]);
  });
});
