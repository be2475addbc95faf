import { expect } from 'vitest';
import * as answers from '../../../shared/contract/answers.ts';
import { bureauOf, type Subject } from '../bureaus/bureau.ts';
import { serverForTest } from '../product/server.ts';
import { importing } from './importing.ts';

const NOW = '2026-03-02T10:00:00+08:00';

export const roster = [
  ['洪江区立档单位和建设项目名册'],
  [
    '序号',
    '类别',
    '名称',
    '代码',
    '上级单位',
    '特征',
    '开工日期',
    '档案数量（卷）',
    '联系人',
    '邮箱',
    '手机',
  ],
  ['1', '建设项目', '沅江二桥', 'P-1', '交通局', '', '2026年3月1日', '', '', '', ''],
  [
    '2',
    '单位',
    '交通局',
    'U-1',
    '',
    '直属单位、专业档案',
    '',
    '１，２００',
    '王小明',
    'jtj@unit.example.com',
    '13800000000',
  ],
  ['3', '单位', '教育局', '', '', '', '', '300', '', '', ''],
];
export const asCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.join(',')).join('\r\n');

export async function rosterScene() {
  const server = await serverForTest(NOW);
  const bureau = await bureauOf(server, 'hongjiang');
  const admin = await importing(server, 'hongjiang');
  const subjects = async (kind: string): Promise<Subject[]> =>
    await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=${kind}`);
  return { server, bureau, admin, subjects };
}

/** Tries a file with the roster, enters it, and enters it again. */
export async function entersRoster(
  file: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { admin, subjects, bureau } = await rosterScene();
  expect(await admin.done(file, { query: '?dryRun=true', headers })).toMatchObject({
    created: 3,
    updated: 0,
    unchanged: 0,
    rejected: [],
    dryRun: true,
    changes: [
      { row: 3, act: 'create', kind: 'project', name: '沅江二桥' },
      { row: 4, act: 'create', name: '交通局' },
      { row: 5, act: 'create', name: '教育局' },
    ],
  });
  expect(await subjects('unit')).toEqual([]);
  expect(await admin.done(file, { headers })).toMatchObject({
    created: 3,
    updated: 0,
    unchanged: 0,
    rejected: [],
  });
  const units = await subjects('unit');
  const transport = units.find(({ code }) => code === 'U-1');
  expect(transport).toMatchObject({
    name: '交通局',
    traits: ['direct', 'professional-archives'],
    facts: { volumes: 1200 },
    contacts: [{ name: '王小明', email: 'jtj@unit.example.com', mobile: '13800000000' }],
  });
  const [project] = await subjects('project');
  expect(project).toMatchObject({ parentId: transport?.id, facts: { startedOn: '2026-03-01' } });
  expect((await bureau.obligations({ subjectId: project?.id ?? '' })).length).toBeGreaterThan(0);

  for (const query of ['?dryRun=true', ''])
    expect(await admin.done(file, { query, headers })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
      changes: [],
    });
  expect(await subjects('unit')).toEqual(units);
}
