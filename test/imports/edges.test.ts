import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { unzip } from '../../shared/files/zip.ts';
import { workbookOf } from '../../shared/files/xlsx-write.ts';
import { BadFile } from '../../shared/files/bad-file.ts';
import { xlsxRows } from '../../shared/files/xlsx-read.ts';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { importing } from '../support/files/importing.ts';
import { sharedServer } from '../support/product/server.ts';
import { excelFile, excelWith, sheetOf } from '../support/files/workbooks.ts';

const shared = sharedServer('2026-03-02T10:00:00+08:00', async (server) => ({
  bureau: await bureauOf(server, 'hongjiang'),
  admin: await importing(server, 'hongjiang'),
}));

test('a number that no figure of an archive is concerns its own row alone', async () => {
  const { admin } = shared().scene;
  const rows =
    '<row r="1"><c t="str"><v>名称</v></c><c t="str"><v>档案数量</v></c></row>' +
    '<row r="2"><c t="str"><v>大数</v></c><c><v>1e300</v></c></row>' +
    '<row r="3"><c t="str"><v>小数</v></c><c><v>5</v></c></row>';
  const done = await admin.done(excelWith({ 'xl/worksheets/sheet1.xml': sheetOf(rows) }));
  expect(done).toMatchObject({
    created: 1,
    rejected: [{ row: 2, path: 'facts.volumes', code: 'field.too-big', params: { maximum: 1e12 } }],
  });
});

test.each([
  ['unit', 'volumes', { volumes: 2 ** 53 }],
  ['case', 'fine', { fine: 1e13 }],
  ['case', 'fineMaximum', { fineMaximum: 1e300 }],
  ['archivist', 'classHours.2026', { classHours: { 2026: 1e20 } }],
  ['government', 'archiveFloorArea', { archiveFloorArea: 1e20 }],
])('over HTTP, %s’s %s is refused with the remedy', async (kind, field, facts) => {
  const { officer, path } = shared().scene.bureau;
  const problem = await officer.refused(400, 'POST', `${path}/subjects`, { kind, name: '甲', facts });
  expect(problem.errors).toMatchObject([
    { path: `facts.${field}`, code: 'field.too-big', params: { maximum: 1e12 } },
  ]);
});

test('the list of duties names those of a rule too', async () => {
  const { bureau, admin } = shared().scene;
  await bureau.enter({ kind: 'unit', name: '有期限的单位', traits: ['backup-register'] });
  const [, ...lines] = (await (await admin.get('exports/obligations.csv')).text()).trim().split('\r\n');
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.filter((line) => line.startsWith(','))).toEqual([]);
});

const people = '名称,代码,联系人,邮箱,联系人2,邮箱2,联系人3,邮箱3\n';

test.each([
  ['缺一,GAP1,,,张二,z2@example.com,,', ['张二 z2@example.com']],
  ['缺一,GAP2,,,张二,z2@example.com,李三,l3@example.com', ['张二 z2@example.com', '李三 l3@example.com']],
  ['缺二,GAP3,王一,w1@example.com,,,李三,l3@example.com', ['王一 w1@example.com', '李三 l3@example.com']],
])('a file with empty places of contacts doubles nobody: %s', async (line, contacts) => {
  const { bureau, admin } = shared().scene;
  expect(await admin.done(people + line)).toMatchObject({ created: 1, rejected: [] });
  expect(await admin.done(people + line)).toMatchObject({ unchanged: 1, rejected: [] });
  const code = line.split(',')[1];
  const all = await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=unit`);
  const unit = all.find((one) => one.code === code);
  expect(unit?.contacts.map(({ name, email }) => `${name} ${email}`)).toEqual(contacts);
});

test('an empty place leaves the person who stands there', async () => {
  const { bureau, admin } = shared().scene;
  await admin.done(`${people}全,FULL,王一,w1@example.com,张二,z2@example.com,,`);
  await admin.done(`${people}全,FULL,,,张二,new@example.com,,`);
  await admin.done(`${people}全,FULL,王大,,,,,`);
  const all = await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=unit`);
  expect(all.find(({ code }) => code === 'FULL')?.contacts).toMatchObject([
    { name: '王大' },
    { name: '张二', email: 'new@example.com' },
  ]);
});

const words = (name: string, cell: string): string =>
  `<row><c t="str"><v>类别</v></c><c t="str"><v>名称</v></c><c t="str"><v>${name}</v></c></row><row>${cell}</row>`;

test('days before 1990 are taken where no period begins with them', async () => {
  const { bureau, admin } = shared().scene;
  const old = { startedWorkOn: '1988-07-01', certifiedOn: '1900-01-01' };
  expect((await bureau.enter({ kind: 'archivist', name: '老档案员', facts: old })).facts).toEqual(old);
  expect((await bureau.obligations({})).filter(({ arisesOn }) => arisesOn < '1990')).toEqual([]);
  const day = { day: 25569 };
  const rows = [
    ['类别', '名称', '建成日期', '开工日期'],
    ['人防工程', '老工程', day, ''],
    ['人防工程', '更老的工程', '1899-12-31', ''],
    ['建设项目', '老项目', '', day],
  ];
  const done = await admin.done(excelFile(rows));
  expect(done).toMatchObject({
    created: 1,
    rejected: [
      { row: 3, path: 'facts.builtOn', code: 'field.early-day' },
      { row: 4, path: 'facts.startedOn', code: 'field.outside-calendar' },
    ],
  });
  // A year alone is no serial number.
  const year = words('建成日期', '<c t="str"><v>人防工程</v></c><c t="str"><v>年</v></c><c><v>1985</v></c>');
  const refused = await admin.done(excelWith({ 'xl/worksheets/sheet1.xml': sheetOf(year) }));
  expect(refused.rejected).toMatchObject([{ code: 'import.day' }]);
});

test('an instant is kept in +08:00', async () => {
  const { bureau } = shared().scene;
  const facts = { office: 'archives', evidenceSecuredAt: '2026-03-01T20:30:00Z' };
  const made = await bureau.enter({ kind: 'case', name: '案件', facts });
  expect(made.facts['evidenceSecuredAt']).toBe('2026-03-02T04:30:00+08:00');
});

test.each(['abc', '-5', '0', '1.5', '1e99', '1048577', ''])(
  'a row of the number “%s” is refused',
  async (r) => {
    const sheet = sheetOf(`<row r="${r}"><c t="str"><v>名称</v></c></row>`);
    const read = xlsxRows(excelWith({ 'xl/worksheets/sheet1.xml': sheet })).next();
    await expect(read).rejects.toBeInstanceOf(BadFile);
  },
);

test('a cell holds no more letters than a spreadsheet opens', async () => {
  const cut = new Set<number>();
  for (const text of ['长'.repeat(32_767), '长'.repeat(40_000), `长${'😀'.repeat(20_000)}`]) {
    const part = strFromU8(
      unzip(workbookOf([{ name: 'a', title: 'a', headings: ['a'], rows: [[text]] }]))[
        'xl/worksheets/sheet1.xml'
      ] ?? new Uint8Array(),
    );
    const written = [...part.matchAll(/<t xml:space="preserve">([^<]*)</g)].at(-1)?.[1] ?? '';
    expect(written).not.toMatch(/[\ud800-\udfff]/u);
    expect(written.endsWith('…')).toBe(text.length > 32_767);
    cut.add(written.length);
  }
  expect([...cut]).toEqual([32_767, 32_766]);
});

test('one trailing slash more is the same route, for a file that is no text too', async () => {
  const { admin } = shared().scene;
  const file = excelFile([['名称'], ['斜杠单位']]);
  expect(await admin.done(file, { query: '/' })).toMatchObject({ created: 1, rejected: [] });
});
