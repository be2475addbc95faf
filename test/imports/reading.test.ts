import { describe, expect, test } from 'vitest';
import { factTables } from '../../shared/domain/register/fact-tables.ts';
import { factNames } from '../../shared/rosters/columns.ts';
import type { Draft } from '../../shared/records/roster-row.ts';
import { Roster } from '../../shared/rosters/roster.ts';
import { facts, factWords, kinds, kindWords, traitWords } from '../../shared/vocabulary/kinds.ts';
import { subjectKind } from '../../shared/rules/schema.ts';
import { gb18030 } from '../support/files/gb18030.ts';
import { excelFile, wpsFile, type TestCell } from '../support/files/workbooks.ts';

const text = (value: string): Uint8Array => Buffer.from(value);

async function read(bytes: Uint8Array): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for await (const draft of new Roster(bytes).drafts()) drafts.push(draft);
  return drafts;
}

async function one(bytes: Uint8Array): Promise<Draft> {
  const [draft, ...rest] = await read(bytes);
  if (!draft || rest.length > 0) throw new Error(`${rest.length + 1} rows`);
  return draft;
}

const heading = ['类别', '名称', '代码', '上级单位', '特征', '开工日期', '联系人', '邮箱', '手机'];
const line = [
  '建设项目',
  '一号桥',
  'P-１',
  '交通局',
  '',
  '2026年3月1日',
  '王小明',
  'a@x.example.com',
  '１３８００００００００',
];
const bridge = {
  kind: 'project',
  name: '一号桥',
  code: 'P-1',
  parent: '交通局',
  facts: { startedOn: '2026-03-01' },
  contacts: [{ index: 0, name: '王小明', email: 'a@x.example.com', mobile: '13800000000' }],
  errors: [],
};
const csv = `${heading.join(',')}\r\n${line.join(',')}\r\n`;

describe('a roster reads the same', () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    'as UTF-8': text(csv),
    'as UTF-8 with its mark': text(`\ufeff${csv}`),
    'as GB18030': gb18030(csv),
    'as UTF-16 with tabulators, Excel’s “Unicode text”': Buffer.from(
      `\ufeff${csv.replaceAll(',', '\t')}`,
      'utf16le',
    ),
    'with semicolons': text(csv.replaceAll(',', ';')),
    'with old line ends': text(csv.replaceAll('\r\n', '\r')),
    'from Excel': excelFile([heading, line.with(5, '2026.3.1')]),
    'from Excel, with a date cell': excelFile([heading, with5(line, { day: 46082 })]),
    'from Excel with days from 1904': excelFile([heading, with5(line, { day: 46082 - 1462 })], {
      from1904: true,
    }),
    'from WPS, with a date cell': wpsFile([heading, with5(line, { day: 46082 })]),
    'from WPS, with a telephone number as a number': wpsFile([heading, [...line.slice(0, 8), 13800000000]]),
  };
  test.each(Object.entries(files))('%s', async (_name, bytes) => {
    expect(await one(bytes)).toMatchObject(bridge);
  });

  test('below a title, with running numbers, empty lines and a note that is not read', async () => {
    const rows = [['某区建设项目名册'], [], ['序号', ...heading, '#备注'], ['1', ...line, '见附件'], [], []];
    expect(await one(excelFile(rows))).toMatchObject({ ...bridge, row: 4 });
    expect(await one(text(rows.map((cells) => cells.join(',')).join('\n')))).toMatchObject({
      ...bridge,
      row: 4,
    });
  });

  test('with the contract’s names', async () => {
    const names = [
      'kind',
      'name',
      'code',
      'parentId',
      'traits',
      'facts.startedOn',
      'contacts.0.name',
      'email',
      'mobile',
    ];
    expect(await one(text(`${names.join(',')}\n${line.join(',')}`))).toMatchObject(bridge);
  });
});

function with5(cells: readonly TestCell[], value: TestCell): TestCell[] {
  return cells.map((cell, index) => (index === 5 ? value : cell));
}

const dayIn = async (value: string): Promise<unknown> => {
  const { facts, errors } = await one(text(`名称,开工日期\nA,"${value}"`));
  return facts['startedOn'] ?? errors[0]?.code;
};

describe('days', () => {
  test.each([
    '2026-03-01',
    '2026-3-1',
    '2026/3/1',
    '2026.3.1',
    '2026．3．1',
    '2026年3月1日',
    '２０２６年３月１日',
    ' 2026 年 3 月 1 日 ',
    '2026年3月1号',
    '二〇二六年三月一日',
    '二零二六年三月一日',
    '20260301',
    '46082',
    '2026-03-01 00:00:00',
    '2026/3/1 9:30',
  ])('%s', async (value) => {
    expect(await dayIn(value)).toBe('2026-03-01');
  });
  test('二〇二六年十二月三十一日', async () => {
    expect(await dayIn('二〇二六年十二月三十一日')).toBe('2026-12-31');
    expect(await dayIn('二〇二六年十月二十日')).toBe('2026-10-20');
  });
  test.each(['2026年2月30日', '26.3.1', '3月1日', '2026年3月', '12', '明年', '2026-03-01-02'])(
    '%s is none',
    async (value) => {
      expect(await dayIn(value)).toBe('import.day');
    },
  );
});

describe('every kind, trait, fact and value has its word, and no heading means two things', () => {
  test('words', () => {
    expect(Object.keys(kindWords).sort()).toEqual([...subjectKind.options].sort());
    expect(Object.keys(traitWords).sort()).toEqual(
      [...new Set(Object.values(kinds).flatMap(({ traits }) => traits))].sort(),
    );
    expect(Object.keys(factWords).sort()).toEqual([...factNames, 'classHours'].sort());
  });
  test.each(subjectKind.options)('a %s takes what its template says', async (kind) => {
    const samples: Record<string, string> = {};
    for (const fact of Object.keys(factTables[kind].shape)) {
      if (fact === 'classHours') samples['2026年学时'] = '40';
      else samples[factWords[fact] ?? ''] = sampleOf(fact);
    }
    const draft = await one(
      text(`名称,${Object.keys(samples).join(',')}\nA,${Object.values(samples).join(',')}\n`),
    );
    expect(draft.errors).toEqual([]);
    expect(factTables[kind].safeParse(draft.facts)).toMatchObject({ success: true });
    expect(Object.keys(draft.facts).sort()).toEqual(Object.keys(factTables[kind].shape).sort());
  });
});

function sampleOf(fact: string): string {
  const [words] = Object.values(facts[fact]?.options ?? {});
  if (words) return words[0];
  if (fact === 'major') return '是';
  if (fact === 'evidenceSecuredAt') return '2026年3月1日 9时30分';
  if (fact === 'heardOn') return '2026.3.1、2026.9.1';
  return /Score|volumes|fine|Area/u.test(fact) ? '８０' : /On$|Since$/u.test(fact) ? '2026.3.1' : '文字';
}
