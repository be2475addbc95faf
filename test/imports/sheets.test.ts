import { describe, expect, test } from 'vitest';
import type { Draft } from '../../shared/records/roster-row.ts';
import { Roster } from '../../shared/rosters/roster.ts';
import { gb18030 } from '../support/files/gb18030.ts';
import { excelFile, excelRenamed, excelWith, sheetOf, type TestCell } from '../support/files/workbooks.ts';

const text = (value: string): Uint8Array => Buffer.from(value);

async function read(bytes: Uint8Array): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for await (const draft of new Roster(bytes).drafts()) drafts.push(draft);
  return drafts;
}

const codes = ({ errors }: Draft): string => errors.map(({ code }) => code).join('；');

describe('a moment in a column of days', () => {
  const days = [
    '开工日期',
    '计划竣工验收日期',
    '档案验收日期',
    '建成日期',
    '许可日期',
    '决定日期',
    '上岗日期',
    '听取汇报日期',
    '注销日期',
  ];
  test.each(days)('is the day that it is in Asia/Shanghai: %s', async (heading) => {
    const value = '2026-03-01T16:00:00.000Z';
    for (const file of [
      text(`名称,${heading}\n甲,${value}`),
      excelFile([
        ['名称', heading],
        ['甲', value],
      ]),
    ]) {
      const [draft] = await read(file);
      const found = draft?.retiredOn ?? Object.values(draft?.facts ?? {})[0];
      expect([found].flat()).toEqual(['2026-03-02']);
    }
  });

  test.each([
    ['2026-03-01T15:59:59Z', '2026-03-01'],
    ['2026-03-01T00:00:00+08:00', '2026-03-01'],
    ['2026-03-01 20:00:00 -0500', '2026-03-02'],
    ['2026-03-01T23:30:00+10:00', '2026-03-01'],
    ['2026-03-01T01:00+09:00', '2026-03-01'],
    ['2026-03-01T00:30+09:00', '2026-02-28'],
    ['2026/3/1 下午 3:05:00', '2026-03-01'],
    ['2026/3/1 12:00:00 AM', '2026-03-01'],
    ['2026年3月1日9时30分', '2026-03-01'],
    ['2026年3月1日（星期日）', '2026-03-01'],
  ])('%s is %s', async (value, day) => {
    const [draft] = await read(text(`名称,开工日期\n甲,"${value}"`));
    expect(draft?.facts['startedOn']).toBe(day);
  });

  test.each(['2026-03-01T16:00:00X', '2026-03-01 25:00', '2026-03-01 16:00 PST', '2026-03-01 9:30至10:00'])(
    '%s is refused',
    async (value) => {
      const [draft] = await read(text(`名称,开工日期\n甲,${value}`));
      expect(codes(draft ?? { ...blank })).toBe('import.day');
    },
  );

  test('a time keeps its zone, and its half of the day', async () => {
    const moments = [
      '2026-03-01T16:00:00.000Z',
      '2026-03-01 下午4时',
      '2026/3/1 4:30 PM',
      '2026-03-01T24:00Z',
    ];
    const drafts = await read(
      text(`类别,名称,证据保存时间\n${moments.map((moment, at) => `案件,${at},${moment}`).join('\n')}`),
    );
    expect(drafts.map(({ facts }) => facts['evidenceSecuredAt'])).toEqual([
      '2026-03-02T00:00:00+08:00',
      '2026-03-01T16:00:00+08:00',
      '2026-03-01T16:30:00+08:00',
      undefined,
    ]);
  });
});

const blank: Draft = { row: 0, kind: 'unit', facts: {}, contacts: [], errors: [] };

test('a day is counted from the workbook’s epoch, whatever the format of its cell', async () => {
  const heading = ['名称', '开工日期'];
  const cells: TestCell[] = [{ day: 44620 }, 44620, '44620', { number: 44620, format: '0' }];
  const rows = cells.map((cell, at) => [`工程${at}`, cell]);
  const days = async (from1904: boolean): Promise<unknown[]> =>
    (await read(excelFile([heading, ...rows], { from1904 }))).map(({ facts }) => facts['startedOn']);
  expect(await days(true)).toEqual(['2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01']);
  expect(await days(false)).toEqual(['2022-02-28', '2022-02-28', '2022-02-28', '2022-02-28']);
});

describe('merged cells', () => {
  const heading = ['类别', '名称', '上级单位', '特征', '联系人', '手机'];
  test('count in every row, in every column', async () => {
    const drafts = await read(
      excelFile(
        [
          heading,
          ['单位', '上级甲'],
          ['单位', '下级一', '上级甲', '直属单位', '王小明', '13800000001'],
          [undefined, '下级二'],
          [undefined, '下级三', undefined, undefined, '李梅', '13800000002'],
          ['单位', '另一个'],
        ],
        { merged: ['A3:A5', 'C3:C5', 'D3:D5', 'E3:E4', 'F3:F4'] },
      ),
    );
    const below = { kind: 'unit', parent: '上级甲', traits: ['direct'], errors: [] };
    const wang = [{ index: 0, name: '王小明', mobile: '13800000001' }];
    expect(drafts).toMatchObject([
      { name: '上级甲', contacts: [] },
      { ...below, name: '下级一', contacts: wang },
      { ...below, name: '下级二', contacts: wang },
      { ...below, name: '下级三', contacts: [{ index: 0, name: '李梅', mobile: '13800000002' }] },
      { name: '另一个', contacts: [], errors: [] },
    ]);
    expect(drafts[4]?.parent).toBeUndefined();
  });

  test('of one subject over two rows make no second one', async () => {
    const rows = [
      ['名称', '联系人'],
      ['甲局', '王小明'],
      [undefined, undefined],
      ['乙局', '李梅'],
      [undefined, '张三'],
    ];
    const drafts = await read(excelFile(rows, { merged: ['A2:A3', 'B2:B3', 'A4:A5'] }));
    expect(drafts.map(({ row, name }) => [row, name])).toEqual([
      [2, '甲局'],
      [4, '乙局'],
      [5, '乙局'],
    ]);
    expect(drafts[2]?.errors).toMatchObject([
      { code: 'import.same-subject', params: { row: 4, kind: 'unit' } },
    ]);
  });
});

describe('a number where a text belongs', () => {
  const code = async (cell: TestCell): Promise<string> => {
    const [draft = blank] = await read(
      excelFile([
        ['名称', '代码', '上级单位'],
        ['甲', cell, cell],
      ]),
    );
    expect(draft.parent).toBe(draft.code);
    return draft.code ?? codes(draft);
  };
  test.each([
    ['000000', 431, '000431'],
    ['0000-0000', 12345678, '1234-5678'],
    ['"HJ-"000', 7, 'HJ-007'],
    ['0_ ', 431, '431'],
    ['[$-804]000000', 10000, '010000'],
    ['0;[Red]-0', 12, '12'],
    ['@', 431, '431'],
    ['General', 431, '431'],
  ])('is what the sheet shows: %s', async (format, number, shown) => {
    expect(await code({ number, format })).toBe(shown);
  });
  test.each(['#,##0', '0.00', '0%', '[DBNum1]0', '0.00E+00', '[>100]000;0000'])(
    'that is shown otherwise is refused: %s',
    async (format) => {
      expect(await code({ number: 431, format })).toMatch(/^import\.number-format/);
    },
  );
  test('a percentage in a column of numbers is refused', async () => {
    const rows = [
      ['名称', '验收得分'],
      ['甲', { number: 0.95, format: '0%' }],
    ];
    expect(codes((await read(excelFile(rows)))[0] ?? blank)).toBe('import.percentage');
  });
});

test('a formula that gives an empty text is an empty cell; one without a result is told', async () => {
  const formula = (at: string, result: string, type = ''): string =>
    `<c r="${at}"${type}><f>A1</f>${result}</c>`;
  const cell = (at: string, value: string): string =>
    `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [
    cell('A1', '名称') + cell('B1', '特征') + cell('C1', '代码'),
    cell('A2', '甲局') + formula('B2', '<v></v>', ' t="str"') + formula('C2', '<v/>', ' t="str"'),
    formula('A3', '<v></v>', ' t="str"') +
      formula('B3', '<v></v>', ' t="str"') +
      formula('C3', '', ' t="str"'),
    cell('A4', '乙局') + formula('B4', '<v></v>'),
    cell('A5', '丙局') + formula('B5', '<v>#N/A</v>', ' t="e"'),
    cell('A6', '丁局') + formula('C6', '<v>12</v>'),
  ];
  const sheet = sheetOf(rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join(''));
  const drafts = await read(excelWith({ 'xl/worksheets/sheet1.xml': sheet }));
  expect(drafts.map((draft) => [draft.name, draft.code, codes(draft)])).toEqual([
    ['甲局', undefined, ''],
    ['乙局', undefined, 'import.formula'],
    ['丙局', undefined, 'import.error-value'],
    ['丁局', '12', ''],
  ]);
});

describe('a quotation mark is told with its row', () => {
  const rows = (bad: string): string =>
    ['名称,代码', ...Array.from({ length: 30 }, (_, at) => (at === 19 ? bad : `单位${at},C${at}`))].join(
      '\n',
    );
  test.each([
    ['within a cell', '甲"乙",C20'],
    ['never closed', '"甲乙,C20'],
    ['with something behind it', '"甲"乙,C20'],
  ])('%s', async (_name, bad) => {
    await expect(read(text(rows(bad)))).rejects.toMatchObject({
      errors: [{ path: 'row 21', code: 'file.quotation', params: { row: 21 } }],
    });
  });
});

describe('a workbook’s parts', () => {
  const rows = [
    ['名称', '开工日期'],
    ['甲工程', { day: 46082 }],
  ];
  const found = [{ name: '甲工程', facts: { startedOn: '2026-03-01' }, errors: [] }];
  test('are found without regard to case', async () => {
    const file = excelRenamed(rows, (name) =>
      name.replace('sharedStrings', 'SharedStrings').replace('sheet1', 'Sheet1').replace('styles', 'STYLES'),
    );
    expect(await read(file)).toMatchObject(found);
  });
  test('are found where their relations say', async () => {
    const moved = (name: string): string =>
      name
        .replace('xl/workbook.xml', 'xl/workbook2.xml')
        .replace('xl/_rels/workbook.xml', 'xl/_rels/workbook2.xml')
        .replace('xl/sharedStrings.xml', 'texts/sst.xml')
        .replace('xl/styles.xml', 'xl/looks/s.xml');
    const file = excelRenamed(rows, moved, (part) =>
      part
        .replace('Target="xl/workbook.xml"', 'Target="/xl/workbook2.xml"')
        .replace('Target="sharedStrings.xml"', 'Target="../texts/sst.xml"')
        .replace('Target="styles.xml"', 'Target="./looks/s.xml"'),
    );
    expect(await read(file)).toMatchObject(found);
  });
  test('are found in the strict form of the standard, and with the other slash', async () => {
    const file = excelRenamed(
      rows,
      (name) => name.replaceAll('/', '\\'),
      (part) =>
        part.replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships/',
          'http://purl.oclc.org/ooxml/officeDocument/relationships/',
        ),
    );
    expect(await read(file)).toMatchObject(found);
  });
});

describe('the separator is told by the rows', () => {
  test.each([
    ['2026年度名册\n类别\t名称\t代码\n单位\t甲单位\tA1\n'],
    ['某区，名册；2026年度,第一批\n类别;名称;代码\n单位;甲单位;A1\n'],
    ['某区名册,,\n填报日期：2026年3月,,\n类别,名称,代码\n单位,甲单位,A1\n'],
    ['类别\t名称\t代码\t#备注\n单位\t甲单位\tA1\t一,二,三,四,五\n'],
    ['类别,名称,代码\n单位,"甲单位",A1'],
    ['sep=;\n类别;名称;代码\n单位;甲单位;A1'],
  ])('%j', async (file) => {
    for (const bytes of [
      text(file),
      text(`\ufeff${file}`),
      gb18030(file),
      Buffer.from(`\ufeff${file}`, 'utf16le'),
    ])
      expect(await read(bytes)).toMatchObject([{ name: '甲单位', code: 'A1', errors: [] }]);
  });
});
