import { describe, expect, test } from 'vitest';
import { BadFile } from '../../shared/files/bad-file.ts';
import type { Mapping } from '../../shared/rosters/columns.ts';
import type { Draft } from '../../shared/records/roster-row.ts';
import { Roster } from '../../shared/rosters/roster.ts';
import { importing } from '../support/files/importing.ts';
import { serverForTest } from '../support/product/server.ts';
import { excelFile, type TestCell } from '../support/files/workbooks.ts';

const text = (value: string): Uint8Array => Buffer.from(value);

async function read(bytes: Uint8Array, mapping: Mapping = {}): Promise<{ roster: Roster; drafts: Draft[] }> {
  const roster = new Roster(bytes, { mapping });
  const drafts: Draft[] = [];
  for await (const draft of roster.drafts()) drafts.push(draft);
  return { roster, drafts };
}

async function refusal(bytes: Uint8Array, mapping: Mapping = {}): Promise<BadFile> {
  try {
    await read(bytes, mapping);
  } catch (error) {
    if (error instanceof BadFile) return error;
    throw error;
  }
  throw new Error('the file was read');
}

const usual = [
  ['洪江区档案工作人员花名册'],
  ['填报单位：区档案局', undefined, undefined, '填报日期：2026年3月'],
  ['序号', '单 位 名 称', '统一社会信用代码', '档案员', '办公电话', '手机', '邮箱', '馆藏（卷）', '备注'],
  ['1', '区交通运输局', '11431200000000001X', '王小明', '0745-7654321', '138 0000 0001', '', '1200', '新增'],
];

test('the headings of ordinary rosters are known, below titles of several cells', async () => {
  const { drafts, roster } = await read(excelFile(usual));
  expect(drafts).toEqual([
    {
      row: 4,
      kind: 'unit',
      name: '区交通运输局',
      code: '11431200000000001X',
      facts: { volumes: 1200 },
      contacts: [{ index: 0, name: '王小明', mobile: '13800000001', telephone: '0745-7654321' }],
      errors: [],
    },
  ]);
  expect(roster.understood().columns).toContainEqual({ column: 'I', heading: '备注', field: null });
});

describe('headings that are not known', () => {
  const file = text(
    '单位名称,隶属关系,股室,联系电话,联系电话\n甲局,机关,办公室,0745-1,0745-2\n乙局,企业,,,\n',
  );
  test('are all told at once, with what stands below them', async () => {
    const { errors } = await refusal(file);
    expect(errors).toMatchObject([
      {
        path: 'column B',
        code: 'import.heading-unknown',
        params: { heading: '隶属关系', samples: ['机关', '企业'] },
      },
      { path: 'column C', code: 'import.heading-unknown', params: { heading: '股室', samples: ['办公室'] } },
      {
        path: 'column E',
        code: 'import.heading-twice',
        params: { heading: '联系电话#2', samples: ['0745-2'], other: 'D 联系电话' },
      },
    ]);
  });
  test('mean what people say, or are left out', async () => {
    const mapping = { 隶属关系: '', '股 室': 'contacts.0.role', '联系电话#2': 'contacts.1.telephone' };
    const { drafts, roster } = await read(file, mapping);
    expect(drafts[0]?.contacts).toEqual([
      { index: 0, telephone: '0745-1', role: '办公室' },
      { index: 1, telephone: '0745-2' },
    ]);
    expect(roster.understood().columns).toMatchObject([
      { field: 'name' },
      { column: 'B', heading: '隶属关系', field: null, said: true },
      { field: 'contacts.0.role', said: true },
      { field: 'contacts.0.telephone' },
      { field: 'contacts.1.telephone', said: true },
    ]);
  });
  test('are asked for anew where what was said is no field any more', async () => {
    const refused = await refusal(text('单位名称,股室\n甲局,办公室\n'), { 股室: 'facts.ofBefore' });
    expect(refused.errors).toMatchObject([
      { code: 'import.heading-unknown', params: { heading: '股室', samples: ['办公室'] } },
    ]);
  });
  test('are asked for anew where what was said leaves no name', async () => {
    const refused = await refusal(text('单位名称,特征\n甲局,直属单位\n'), { 单位名称: '' });
    expect(refused.errors).toMatchObject([
      { code: 'import.heading-unknown', params: { heading: '单位名称', samples: ['甲局'] } },
      { path: 'row 1', code: 'import.no-names' },
    ]);
  });
  test('that are all unknown are told with the lack of names', async () => {
    const refused = await refusal(text('机构全称,类型\n甲局,单位\n'));
    expect(refused.errors).toMatchObject([
      { code: 'import.heading-unknown', params: { heading: '机构全称', samples: ['甲局'] } },
      { path: 'row 1', code: 'import.no-names' },
    ]);
    const { drafts } = await read(text('机构全称,类型\n甲局,单位\n'), { 机构全称: 'name' });
    expect(drafts).toMatchObject([{ name: '甲局', kind: 'unit', errors: [] }]);
  });
});

test('headings over two rows are put together where cells are merged', async () => {
  const rows: TestCell[][] = [
    ['某区档案工作人员名册'],
    ['单位名称', '代码', '联系人', undefined, undefined, '备注'],
    [undefined, undefined, '姓名', '电话', '邮箱'],
    ['甲局', '1', '王小明', '13800000001', 'a@x.example.com', '无'],
  ];
  const expected = [
    {
      row: 4,
      name: '甲局',
      contacts: [{ index: 0, name: '王小明', mobile: '13800000001', email: 'a@x.example.com' }],
      errors: [],
    },
  ];
  const merged = ['A1:F1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:F3'];
  expect((await read(excelFile(rows, { merged }))).drafts).toMatchObject(expected);
  // The same where the other headings stand in the lower row.
  const lower = [
    rows[0] ?? [],
    [undefined, undefined, '联系人'],
    ['单位名称', '代码', '姓名', '电话', '邮箱', '备注'],
    rows[3] ?? [],
  ];
  expect((await read(excelFile(lower, { merged: ['A1:F1', 'C2:E2'] }))).drafts).toMatchObject(expected);
  // A wide heading for its looks alone takes no row of data.
  const wide = [
    ['名称', '代码', '联系人', undefined],
    ['甲局', '1', '王小明'],
  ];
  expect((await read(excelFile(wide, { merged: ['C1:D1'] }))).drafts).toMatchObject([
    { row: 2, name: '甲局' },
  ]);
});

describe('several people in a cell', () => {
  const row = async (cells: string): Promise<Draft> => {
    const { drafts } = await read(text(`名称,联系人,手机,办公电话,邮箱,职务\n甲局,${cells}\n`));
    return drafts[0] ?? { row: 0, kind: 'unit', facts: {}, contacts: [], errors: [] };
  };
  test.each([
    ['王建国、李梅,13800000001、13800000002,0745-1234567,,', '顿号'],
    ['"王建国\n李梅","13800000001\n13800000002",0745-1234567,,', 'line breaks'],
    ['王建国 李梅,13800000001 13800000002,0745-1234567,,', 'spaces'],
    ['王建国13800000001；李梅（13800000002）,,0745-1234567,,', 'numbers behind the names'],
  ])('become one each: %j', async (cells) => {
    expect(await row(cells)).toMatchObject({
      errors: [],
      contacts: [
        { index: 0, name: '王建国', mobile: '13800000001', telephone: '0745-1234567' },
        { index: 1, name: '李梅', mobile: '13800000002', telephone: '0745-1234567' },
      ],
    });
  });
  test.each([
    [
      '王建国、李梅,13800000001,,,',
      'contacts.0.mobile',
      'import.people-uneven',
      { text: '王建国、李梅', people: 2, other: '13800000001', next: 2 },
    ],
    ['王建国、李梅,,13800000001,,', 'contacts.0.telephone', 'import.people-uneven', { people: 2 }],
    ['王建国、李梅,,,a@x.example.com,', 'contacts.0.email', 'import.people-uneven', { people: 2 }],
    ['王小明,13800000001、13800000002,,,', 'contacts.0.mobile', 'import.telephone', { column: '手机2' }],
  ])('that cannot be told apart are refused: %j', async (cells, path, code, params) => {
    expect((await row(cells)).errors).toMatchObject([{ path, code, params }]);
  });
  test('one person stays one', async () => {
    expect((await row('欧阳 娜娜,,,,')).contacts).toEqual([{ index: 0, name: '欧阳 娜娜' }]);
    expect((await row('王 芳,0745-7654321/13800000001,,,副主任、档案员')).contacts).toEqual([
      { index: 0, name: '王 芳', mobile: '13800000001', telephone: '0745-7654321', role: '副主任、档案员' },
    ]);
    expect((await row('王芳,1380000090,,,')).contacts).toEqual([
      { index: 0, name: '王芳', telephone: '1380000090' },
    ]);
  });
  test('with a further column of people are refused', async () => {
    const { drafts } = await read(text('名称,联系人,联系人2\n甲局,王建国、李梅,张三\n'));
    expect(drafts[0]?.errors).toMatchObject([{ path: 'contacts.0.name', code: 'import.people-and-column' }]);
  });
});

describe('over HTTP', () => {
  const NOW = '2026-03-02T10:00:00+08:00';
  const columns = (said: object): string => `columns=${encodeURIComponent(JSON.stringify(said))}`;
  const file = '单位名称,隶属关系,股室\n甲局,机关,办公室\n';

  test('a mapping is taken, and kept for the next file of the jurisdiction', async () => {
    const server = await serverForTest(NOW);
    const admin = await importing(server, 'hongjiang');
    const refused = await admin.refused(400, file, { query: '?dryRun=true' });
    expect(refused.errors).toMatchObject([
      {
        path: 'column B',
        code: 'import.heading-unknown',
        params: { heading: '隶属关系', samples: ['机关'] },
      },
      { path: 'column C', code: 'import.heading-unknown' },
    ]);
    const said = columns({ 隶属关系: '', 股室: 'contacts.0.role' });
    const dry = await admin.done(file, { query: `?dryRun=true&${said}` });
    expect(dry.columns).toMatchObject([
      { field: 'name' },
      { field: null, said: true },
      { field: 'contacts.0.role', said: true },
    ]);
    // A dry run keeps nothing.
    await admin.refused(400, file);
    const contacts = '单位名称,隶属关系,股室,联系人\n甲局,机关,办公室,王小明\n';
    expect(await admin.done(contacts, { query: `?${said}` })).toMatchObject({ created: 1 });
    expect(await admin.done(contacts)).toMatchObject({ created: 0, unchanged: 1, rejected: [] });
    // What is said later stands; other jurisdictions have their own.
    const later = await admin.done(contacts, { query: `?${columns({ 股室: '' })}` });
    expect(later.columns[2]).toMatchObject({ heading: '股室', field: null, said: true });
    expect((await admin.done(contacts)).columns[2]).toMatchObject({ field: null });
    await (await importing(server, 'baixiang')).refused(400, contacts);
    // They lie beside the imports, and are none.
    expect((await admin.get('imports/headings')).status).toBe(404);
  });

  test('a mapping that names no field is refused, by field', async () => {
    const server = await serverForTest(NOW);
    const admin = await importing(server, 'hongjiang');
    for (const query of ['columns=股室', columns([]), columns({ 股室: 1 })])
      expect((await admin.refused(400, file, { query: `?${query}` })).errors).toMatchObject([
        { path: 'columns', code: 'import.mapping' },
      ]);
    const unknown = await admin.refused(400, file, { query: `?${columns({ 股室: 'nothing' })}` });
    expect(unknown.errors).toMatchObject([
      { path: 'columns', code: 'import.mapping-field', params: { heading: '股室', field: 'nothing' } },
    ]);
  });

  test('a dry run says what each unit will owe, and what would make it owe something', async () => {
    const server = await serverForTest(NOW);
    const admin = await importing(server, 'hongjiang');
    const rows = [
      '类别,名称,特征,开工日期',
      '单位,甲局,直属单位,',
      '单位,乙局,专业档案,',
      '建设项目,一号桥,,',
      '建设项目,二号桥,,2026-03-01',
    ];
    const dry = await admin.done(rows.join('\n'), { query: '?dryRun=true' });
    expect(dry).toMatchObject({ created: 4, withoutDuties: 2 });
    const [none, some, undated, dated] = dry.changes;
    expect(none?.outlook).toMatchObject({ duties: 0, past: 0, facts: [] });
    expect(none?.outlook?.traits.map(({ trait }) => trait)).toEqual(
      expect.arrayContaining(['professional-archives', 'backup-register']),
    );
    expect(some?.outlook?.duties).toBeGreaterThan(0);
    expect(undated?.outlook).toMatchObject({ duties: 0, facts: expect.arrayContaining(['startedOn']) });
    expect(dated?.outlook?.duties).toBeGreaterThan(0);
    expect(dry.duties).toBe((some?.outlook?.duties ?? 0) + (dated?.outlook?.duties ?? 0));
    expect(some?.fields).toContainEqual({ path: 'traits', before: '', after: 'professional-archives' });
  });

  test('changes are told field by field, a parent by its name', async () => {
    const server = await serverForTest(NOW);
    const admin = await importing(server, 'hongjiang');
    await admin.done('名称,代码,特征\n上级局,A,\n甲局,B,直属单位\n');
    const { changes } = await admin.done(
      '名称,代码,特征,上级单位,联系人\n甲局,B,直属单位、专业档案,上级局,王小明\n',
      {
        query: '?dryRun=true',
      },
    );
    expect(changes[0]?.fields).toEqual([
      { path: 'traits', before: 'direct', after: 'direct、professional-archives' },
      { path: 'parentId', before: '', after: '上级局' },
      { path: 'contacts.0.name', before: '', after: '王小明' },
    ]);
  });
});
