import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { csvRows } from '../../shared/files/csv-read.ts';
import { cellText } from '../../shared/rosters/cells.ts';
import { facts, kindWords, traitWords } from '../../shared/vocabulary/kinds.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { importing } from '../support/files/importing.ts';
import { serverForTest } from '../support/product/server.ts';

const NOW = '2026-03-02T10:00:00+08:00';

async function scene() {
  const server = await serverForTest(NOW);
  const bureau = await bureauOf(server, 'hongjiang');
  const admin = await importing(server, 'hongjiang');
  const all = () => bureau.officer.all(answers.subject, `${bureau.path}/subjects`);
  const exported = async (): Promise<string> => (await admin.get('exports/subjects.csv')).text();
  const retire = async (id: string): Promise<void> => {
    await bureau.officer.send(answers.subject, 'DELETE', `${bureau.path}/subjects/${id}`, {});
  };
  return { server, bureau, admin, all, exported, retire };
}

async function rowsOf(file: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of csvRows(Buffer.from(file)))
    rows.push(Array.from(cells, (cell) => (cell ? cellText(cell) : '')));
  return rows;
}
const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

describe('a roster that was exported comes back', () => {
  test('with its retired subjects, and changes nothing', async () => {
    const { bureau, admin, all, exported, retire } = await scene();
    const coded = await bureau.enter({ kind: 'unit', name: '老单位', code: 'OLD' });
    const child = await bureau.enter({ kind: 'project', name: '老项目', parentId: coded.id });
    const plain = await bureau.enter({ kind: 'unit', name: '同名单位', contacts: [{ name: '王一' }] });
    await retire(coded.id);
    await retire(plain.id);
    const again = await bureau.enter({ kind: 'unit', name: '同名单位' });
    const before = await all();
    const file = await exported();
    expect(await admin.done(file)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: before.length,
      rejected: [],
    });
    expect(await all()).toEqual(before);
    expect(before.map(({ id }) => id)).toEqual(expect.arrayContaining([child.id, again.id]));
  });

  test('a retired subject otherwise than it is stored is rejected, and nothing brings it back', async () => {
    const { bureau, admin, all, retire } = await scene();
    const unit = await bureau.enter({ kind: 'unit', name: '老单位', code: 'OLD' });
    await bureau.enter({ kind: 'unit', name: '在册单位', code: 'NOW' });
    await retire(unit.id);
    const before = await all();
    const file = [
      '名称,代码,注销日期',
      '改名的老单位,OLD,2026-03-02',
      '在册单位,NOW,2026-03-01',
      '没有的单位,,2026-03-01',
    ].join('\n');
    const done = await admin.done(file);
    expect(done).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(done.rejected).toMatchObject([
      { row: 2, path: 'code', code: 'import.retired', params: { name: '老单位', day: '2026-03-02' } },
      { row: 3, path: 'retiredOn', code: 'import.not-retired', params: { name: '在册单位' } },
      { row: 4, path: 'retiredOn', code: 'import.not-retired', params: { name: '没有的单位' } },
    ]);
    const wrongDay = await admin.done('代码,注销日期\nOLD,2026-02-01');
    expect(wrongDay.rejected).toMatchObject([{ row: 2, path: 'retiredOn' }]);
    expect(await all()).toEqual(before);
  });

  test('with parents whose code two kinds bear', async () => {
    const { bureau, admin, all, exported } = await scene();
    const unit = await bureau.enter({ kind: 'unit', name: '教育局', code: 'EDU' });
    const project = await bureau.enter({ kind: 'project', name: '教育大楼', code: 'EDU' });
    for (const parent of [unit, project]) {
      await bureau.enter({ kind: 'archivist', name: '张三', parentId: parent.id });
      await bureau.enter({ kind: 'archivist', name: '李四', code: `L-${parent.kind}`, parentId: parent.id });
    }
    const before = await all();
    const file = await exported();
    expect(await admin.done(file)).toMatchObject({ unchanged: before.length, rejected: [] });
    // A file of one of the two kinds only, as an older export wrote it: what is stored settles it.
    const older = await admin.done(
      ['类别,名称,代码,上级单位', '档案工作人员,李四,L-unit,EDU', '档案工作人员,王五,,EDU'].join('\n'),
    );
    expect(older).toMatchObject({
      created: 0,
      unchanged: 1,
      rejected: [{ row: 3, path: 'parentId', code: 'import.ambiguous', params: { count: 2 } }],
    });
    expect(await all()).toEqual(before);
  });

  test('in the contract’s words as well as in those of offices', async () => {
    const { bureau, admin, all, exported } = await scene();
    await bureau.enter({ kind: 'unit', name: '局', traits: ['direct', 'enterprise'] });
    await bureau.enter({
      kind: 'case',
      name: '案',
      facts: { office: 'archives', party: 'individual', major: true, discoveredOn: '2026-03-01' },
    });
    await bureau.enter({ kind: 'government', name: '府', facts: { level: 'county' } });
    const before = await all();
    const file = await exported();
    const names = new Map(
      [kindWords, traitWords, ...Object.values(facts).map(({ options = {} }) => options)].flatMap((words) =>
        Object.entries(words).map(([name, [word]]) => [word, name] as const),
      ),
    );
    const [headings = [], ...rows] = await rowsOf(file);
    const contract = rows.map((cells) =>
      cells.map((cell, at) =>
        ['名称', '科室'].includes(headings[at] ?? '')
          ? cell
          : cell
              .split('、')
              .map((part) => names.get(part) ?? part)
              .join('、'),
      ),
    );
    expect(contract).not.toEqual(rows);
    for (const sent of [file, csvOf([headings, ...contract])])
      expect(await admin.done(sent)).toMatchObject({ unchanged: before.length, rejected: [] });
    expect(await all()).toEqual(before);
  });
});

describe('lines below the table', () => {
  const lines = [
    ['', '合计', '', '3', '35'],
    ['合 计', '', '', '', ''],
    ['', '小计：3家', '', '', ''],
    ['总计', '', '', '1,200', ''],
    ['', '备注：本表一式两份。', '', '', ''],
    ['', '填表人：张三', '', '审核人：李四', '制表日期：2026年3月1日'],
    ['填表人：', '张三', '', '制表日期', '2026年3月1日'],
    ['', '', '', '共3家', ''],
  ];

  test.each(lines.map((line) => [line.join(' ').trim(), line]))(
    '“%s” is rejected, not entered',
    async (_, line) => {
      const { admin, all } = await scene();
      const known = (await all()).length;
      const rows = [
        ['序号', '名称', '代码', '联系人', '档案数量'],
        ['1', '交通局', 'T', '王一', '3'],
        [...line],
      ];
      for (const query of ['?dryRun=true', '']) {
        const done = await admin.done(csvOf(rows), { query });
        expect(done).toMatchObject({
          created: 1,
          rejectedRows: 1,
          rejected: [{ row: 3, code: 'import.footer' }],
        });
      }
      expect((await all()).length).toBe(known + 1);
    },
  );

  test('a unit whose name only holds such a word is entered', async () => {
    const { admin, all } = await scene();
    const names = ['合计会计师事务所', '备注网络公司', '总计工程处', '小计', '制表厂'];
    const rows = [
      ['名称', '代码', '联系人'],
      ...names.map((name, at) => [name, `C-${at}`, '王一']),
      ['共青团县委', '', ''],
      ['总计划办公室', '', ''],
    ];
    expect(await admin.done(csvOf(rows))).toMatchObject({ created: names.length + 2, rejected: [] });
    expect((await all()).map(({ name }) => name)).toEqual(expect.arrayContaining(names));
  });
});

describe('a code in full-width letters', () => {
  test('is the same code over the API and from a file', async () => {
    const { bureau, admin, all } = await scene();
    const unit = await bureau.enter({ kind: 'unit', name: '教育局', code: ' ＡＢ１２ ' });
    expect(unit.code).toBe('AB12');
    const known = (await all()).length;
    for (const code of ['AB12', 'ＡＢ１２', ' AB12　'])
      expect(await admin.done(`名称,代码\n教育局,${code}`)).toMatchObject({ unchanged: 1, rejected: [] });
    const taken = await bureau.officer.refused(409, 'POST', `${bureau.path}/subjects`, {
      kind: 'unit',
      name: '又一个',
      code: 'AB１２',
    });
    expect(taken.errors?.[0]?.path).toBe('code');
    expect((await bureau.patch(unit.id, { code: 'ＡＢ１２', name: '县教育局' })).name).toBe('县教育局');
    expect((await all()).length).toBe(known);
  });

  test('leads to its subject as a parent’s and in a search', async () => {
    const { bureau, admin } = await scene();
    const unit = await bureau.enter({ kind: 'unit', name: 'ＩＴ中心', code: 'AB12' });
    const file = [
      '类别,名称,代码,上级单位',
      '建设项目,甲工程,P1,ＡＢ１２',
      '单位,新单位,Ｎ９,',
      '建设项目,乙工程,P2,Ｎ９',
    ].join('\n');
    expect(await admin.done(file)).toMatchObject({ created: 3, rejected: [] });
    const find = (q: string) =>
      bureau.officer.all(answers.subject, `${bureau.path}/subjects?q=${encodeURIComponent(q)}`);
    const [project] = await find('P1');
    expect(project?.parentId).toBe(unit.id);
    for (const q of ['ＡＢ１２', 'ab12', 'IT中心', 'ｉｔ'])
      expect((await find(q)).map(({ id }) => id)).toEqual([unit.id]);
  });
});
