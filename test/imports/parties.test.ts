import { expect, test } from 'vitest';
import { templateSheet } from '../../shared/rosters/template.ts';
import { asCsv, rosterScene } from '../support/files/roster.ts';

/** What files say of natures and parties, and what comes back. */

const file = asCsv([
  [
    '类别',
    '名称',
    '代码',
    '性质',
    '建设单位名称',
    '建设单位性质',
    '建设单位统一社会信用代码',
    '使用单位名称',
  ],
  ['单位', '教育局', 'U-1', '行政机关', '', '', '', ''],
  ['建设项目', '沅江二桥', 'P-1', '', '沅江路桥公司', '国企', '91431200MA4L000001', ''],
  ['人防工程', '地下车库', 'W-1', '', '沅岸开发公司', '民营企业', '', '沅岸物业公司'],
]);

test('a file says what a unit is and who answers for a project; each word means what it does of the kind', async () => {
  const { admin, subjects } = await rosterScene();
  expect(await admin.done(file)).toMatchObject({ created: 3, rejected: [] });
  expect(await subjects('unit')).toMatchObject([{ nature: 'organ' }]);
  expect(await subjects('project')).toMatchObject([
    {
      parties: [
        {
          relation: 'construction-unit',
          name: '沅江路桥公司',
          code: '91431200MA4L000001',
          nature: 'state-owned',
        },
      ],
    },
  ]);
  expect(await subjects('civil-defence-work')).toMatchObject([
    {
      parties: [
        { relation: 'builder', name: '沅岸开发公司', nature: 'private' },
        { relation: 'user', name: '沅岸物业公司' },
      ],
    },
  ]);
  expect(await admin.done(file)).toMatchObject({ updated: 0, unchanged: 3 });
});

test('what is not said stays, and a named party takes the place of a unit', async () => {
  const { admin, bureau, subjects } = await rosterScene();
  await admin.done(file);
  const address = asCsv([
    ['类别', '代码', '建设单位地址'],
    ['建设项目', 'P-1', '沅江路18号'],
  ]);
  expect(await admin.done(address)).toMatchObject({ updated: 1 });
  const [project] = await subjects('project');
  expect(project?.parties).toMatchObject([
    { name: '沅江路桥公司', nature: 'state-owned', address: '沅江路18号' },
  ]);
  const [unit] = await subjects('unit');
  await bureau.patch(project?.id ?? '', {
    parties: [{ relation: 'construction-unit', subjectId: unit?.id ?? '' }],
  });
  const named = asCsv([
    ['类别', '代码', '建设单位名称'],
    ['建设项目', 'P-1', '另一公司'],
  ]);
  await admin.done(named);
  expect((await subjects('project'))[0]?.parties).toEqual([
    { relation: 'construction-unit', name: '另一公司' },
  ]);
});

test('another name is another party: nothing of the former one stays with it', async () => {
  const { admin, subjects } = await rosterScene();
  await admin.done(file);
  const renamed = asCsv([
    ['类别', '代码', '建设单位名称', '建设单位住所'],
    ['建设项目', 'P-1', '另一公司', '槐阳大街2号'],
  ]);
  expect(await admin.done(renamed)).toMatchObject({ updated: 1 });
  expect((await subjects('project'))[0]?.parties).toEqual([
    { relation: 'construction-unit', name: '另一公司', address: '槐阳大街2号' },
  ]);
});

test('a party of what has none, and a nature that nobody knows, are refused with their rows', async () => {
  const { admin } = await rosterScene();
  const done = await admin.done(
    asCsv([
      ['类别', '名称', '性质', '建设单位名称'],
      ['单位', '甲局', '', '某公司'],
      ['单位', '乙局', '好单位', ''],
    ]),
  );
  expect(done.rejected).toMatchObject([
    { row: 2, code: 'subject.no-parties' },
    { row: 3, path: 'nature', code: 'import.choice' },
  ]);
});

test('what is exported comes back as it was, with parties that are units of the register', async () => {
  const { admin, bureau } = await rosterScene();
  await admin.done(file);
  const unit = await bureau.enter({ kind: 'unit', name: '水利局', code: 'U-2', nature: 'organ' });
  await bureau.enter({
    kind: 'project',
    name: '一号水厂',
    code: 'P-2',
    parties: [{ relation: 'construction-unit', subjectId: unit.id }],
  });
  const exported = await (await admin.get('exports/subjects.csv')).text();
  expect(exported).toContain('建设单位性质');
  expect(await admin.done(exported)).toMatchObject({ created: 0, updated: 0, rejected: [] });
});

test('templates ask for them', () => {
  expect(templateSheet('unit', 2026).headings).toEqual(
    expect.arrayContaining(['性质', '住所', '法定代表人']),
  );
  expect(templateSheet('project', 2026).headings).toEqual(
    expect.arrayContaining(['建设单位名称', '建设单位性质']),
  );
  expect(templateSheet('project', 2026).headings).not.toContain('性质');
});
