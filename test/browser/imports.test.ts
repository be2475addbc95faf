import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, kindsReceived } from '../support/bureaus/bureau.ts';
import {
  browserOfSuite,
  bytesOf,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  serveConsole,
  settled,
  visit,
  type Size,
  type Visitor,
} from '../support/product/browser.ts';
import { type TestServer } from '../support/product/server.ts';
import { excelFile, wpsFile } from '../support/files/workbooks.ts';

const jurisdiction = 'hongjiang';
/** Begun on 2 October 2025, the opening form is due on 2 April: the first reminder leaves on 3 March. */
const NOW = '2026-03-02T10:00:00+08:00';

const roster = wpsFile([
  ['洪江区重点建设项目名册'],
  ['序号', '类别', '名称', '代码', '上级单位', '特征', '开工日期', '联系人', '邮箱'],
  ['1', '单位', '区交通运输局', 'U-1', '', '直属单位、专业档案', '', '王小明', 'jtj@unit.example.com'],
  ['2', '建设项目', '沅江二桥', 'P-1', '区交通运输局', '', '2025年10月2日', '李工', 'qiao@unit.example.com'],
  ['3', '建设项目', '环城北路', 'P-2', '', '', '二月初', '', ''],
]);

const officers = (trait: string): Uint8Array =>
  excelFile(
    [
      ['洪江区档案工作人员花名册'],
      ['填报单位：区档案局', undefined, undefined, '填报日期：2026年3月'],
      [
        '序号',
        '单 位 名 称',
        '单位类别',
        '所在股室',
        '档案员',
        '办公电话',
        '手机',
        '特征',
        '馆藏（卷）',
        '备注',
      ],
      [
        1,
        '区交通运输局',
        '行政机关',
        '办公室',
        '王建国、李梅',
        '0745-7654321',
        '13800000001、13800000002',
        trait,
        1200,
        '',
      ],
      [
        2,
        '区民政局',
        '行政机关',
        '办公室',
        '张三',
        '0745-7654322',
        '',
        '专业档案',
        { number: 800, format: '0_ ' },
        '新增',
      ],
      ['合计', '2家'],
    ],
    { merged: ['A1:J1'] },
  );
const messy = officers('直属单位');
const mended = officers('直属单位、专业档案');

describeInBrowser('a roster in the console', () => {
  const browser = browserOfSuite();

  const serve = (): Promise<TestServer> => serveConsole(NOW);

  async function person(
    server: TestServer,
    role: 'bureau-admin' | 'bureau-officer',
    size: Size = 'desk',
  ): Promise<Visitor> {
    const visitor = await visit(browser(), server.url, { size });
    await enterAs(visitor, server.url, { role, jurisdiction });
    return visitor;
  }

  const choose = ({ page }: Visitor, name: string, buffer: Uint8Array): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(buffer),
    });

  test('made in WPS is tried, entered, and reminds the next morning', async () => {
    const server = await serve();
    const bureau = await bureauOf(server, jurisdiction);
    const admin = await person(server, 'bureau-admin');
    await open(admin.page, '/subjects');
    await admin.page.getByRole('button', { name: '导入' }).click();
    await admin.page.getByRole('heading', { name: '导入', level: 1 }).waitFor();
    await settled(admin.page);
    await picture(admin.page, 'imports-begin');
    await expectUsable(admin, 'imports');

    await choose(admin, '重点项目名册.xlsx', roster);
    await admin.page.getByText('试导入结果').waitFor();
    const errors = admin.page.getByRole('table', { name: '有误的行' });
    await errors.getByText('“二月初”不是日期').waitFor();
    await errors.getByText('G 开工日期').waitFor();
    await picture(admin.page, 'imports-dry');
    await expectUsable(admin, 'a dry run');
    expect(await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=project`)).toEqual([]);

    await admin.page.getByRole('button', { name: '确认导入2行' }).click();
    await admin.page.getByText('导入完成').waitFor();
    // The dry run and the import itself.
    const listed = admin.page.getByRole('table', { name: '最近的导入' }).getByText('重点项目名册.xlsx');
    await listed.nth(1).waitFor();
    await settled(admin.page);
    // The pointer rests where the button was.
    await admin.page.mouse.move(0, 0);
    await picture(admin.page, 'imports-done');
    await expectUsable(admin, 'an import that is done');

    await admin.page.getByRole('button', { name: '换一个文件' }).click();
    await choose(admin, '重点项目名册.xlsx', roster);
    await admin.page.getByText('没有需要导入的行').first().waitFor();

    await server.advance('2026-03-03T09:30:00+08:00');
    expect(await kindsReceived(server, 'qiao@unit.example.com')).toContain('2026-03-03T09:00 【提醒】');
    const officer = await person(server, 'bureau-officer');
    await open(officer.page, '/notices');
    await officer.page.getByText('qiao@unit.example.com').first().waitFor();
    await picture(officer.page, 'imports-reminders');
    await expectUsable(officer, 'what left');
    await officer.close();
    await admin.close();
  });

  test('of many rows is found again where the page is opened anew', async () => {
    const server = await serve();
    const admin = await person(server, 'bureau-admin', 'phone');
    const rows = Array.from({ length: 1200 }, (_, index) => `第${index + 1}单位,N-${index + 1}`);
    const file = Buffer.from(['名称,代码', ...rows, ',N-1'].join('\n'));
    await open(admin.page, '/imports');
    await choose(admin, '单位名册.csv', file);
    await admin.page.getByText('试导入结果').waitFor();
    // Opened anew, on another machine as well: the list is the server’s.
    await open(admin.page, '/imports');
    const past = admin.page.getByRole('list', { name: '最近的导入' });
    await past.getByText('单位名册.csv').waitFor();
    await past.getByRole('link', { name: '查看' }).click();
    await admin.page.getByText('请重新选择这份文件').waitFor();
    await settled(admin.page);
    await expectUsable(admin, 'a dry run that is looked at again');
    await admin.page.getByRole('button', { name: '换一个文件' }).click();
    await choose(admin, '单位名册.csv', file);
    await admin.page.getByRole('button', { name: '确认导入1200行' }).click();
    await admin.page.getByText('导入完成').waitFor();
    await admin.page.getByText('有误 1 行').first().waitFor();
    await admin.page.mouse.move(0, 0);
    await settled(admin.page);
    await picture(admin.page, 'imports-long-phone');
    await expectUsable(admin, 'a long import');
    await admin.close();
  });

  test('that cannot be read is refused with the place and the remedy', async () => {
    const server = await serve();
    const admin = await person(server, 'bureau-admin');
    await open(admin.page, '/imports');
    await choose(admin, '名册.csv', Buffer.from('名称,代码\n交通局,"1\n'));
    await admin.page.getByText('第2行的引号没有成对').waitFor();
    expect(admin.complaints.splice(0)).toEqual([expect.stringContaining('400')]);
    await picture(admin.page, 'imports-refused');
    await expectUsable(admin, 'a file that was refused');
    await admin.close();
  });

  test('as offices keep it: unknown headings are explained once, and the dry run says what will be owed', async () => {
    const server = await serve();
    const admin = await person(server, 'bureau-admin');
    await open(admin.page, '/imports');
    await choose(admin, '花名册.xlsx', messy);
    const asked = admin.page.getByRole('table', { name: '这些列的表头不认识' });
    await asked.getByText('单位类别').waitFor();
    await asked.getByText('行政机关').waitFor();
    await settled(admin.page);
    await picture(admin.page, 'imports-headings');
    // The browser itself tells of the refusal, which the page answers with its question.
    expect(admin.complaints.splice(0)).toEqual([expect.stringContaining('400')]);
    await expectUsable(admin, 'unknown headings');
    await admin.page.getByLabel('D列“所在股室”是哪一项').fill('联系人职务');
    await admin.page.keyboard.press('Enter');
    await admin.page.getByRole('button', { name: '其余1列都不导入' }).click();
    await admin.page.getByRole('button', { name: '按此试导入' }).click();
    await admin.page.getByText('试导入结果').waitFor();
    await admin.page.getByText('按说明对应的列：D 所在股室 → 联系人职务').waitFor();
    await admin.page.getByText('其中1个没有任何应办事项').waitFor();
    const changes = admin.page.getByRole('table', { name: '将要登记和修改' });
    await changes.getByText('联系人2：李梅').waitFor();
    await changes.getByText('填写这些特征才有：“专业档案”（一年1项）').waitFor();
    await settled(admin.page);
    await picture(admin.page, 'imports-outlook');
    await expectUsable(admin, 'what will be owed');
    await admin.page.getByRole('button', { name: '确认导入2行' }).click();
    await admin.page.getByText('导入完成').waitFor();
    // The next file asks nothing, and says what it did with the columns; a change is told in words.
    await admin.page.getByRole('button', { name: '换一个文件' }).click();
    await choose(admin, '花名册二.xlsx', mended);
    await changes.getByText('特征：增加专业档案').waitFor();
    await admin.page.getByText('没有导入的列：A 序号、C 单位类别').waitFor();
    await picture(admin.page, 'imports-changes');
    await admin.page.getByRole('button', { name: '更改列的对应' }).click();
    await admin.page.getByLabel('C列“单位类别”是哪一项').waitFor();
    await expectUsable(admin, 'the meaning of columns');
    await admin.close();
  });

  test('leaves as a spreadsheet, and is taken in again unchanged', async () => {
    const server = await serve();
    const admin = await person(server, 'bureau-admin');
    await open(admin.page, '/imports');
    await choose(admin, '重点项目名册.xlsx', roster);
    await admin.page.getByRole('button', { name: '确认导入2行' }).click();
    await admin.page.getByText('导入完成').waitFor();
    await open(admin.page, '/subjects?kind=project');
    await admin.page.getByRole('button', { name: '导出' }).click();
    const saved = admin.page.waitForEvent('download');
    await admin.page.getByRole('menuitem', { name: 'Excel' }).click();
    const exported = await bytesOf(await saved);
    await open(admin.page, '/imports?new');
    await choose(admin, '导出.xlsx', exported);
    await admin.page.getByText('不变 1 行').first().waitFor();
    await admin.close();
  });
});
