import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  browserOfSuite,
  demoDirectory,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  settled,
  visit,
  type Size,
  type Visitor,
} from '../support/product/browser.ts';
import { startDemo, type RealProcess } from '../support/product/real-process.ts';
import { reach } from '../support/product/server.ts';

const path = '/v1/jurisdictions/hongjiang';

/** Each role from sign-in to done, in Chinese, against a real server with the demonstration data. */
describeInBrowser('the daily path', () => {
  const browser = browserOfSuite();
  let directory: string;
  let server: RealProcess;

  /** Each begins with a copy of the same first start. */
  beforeEach(async () => {
    directory = await demoDirectory();
    server = await startDemo(directory, '--port', '0');
    return async () => {
      await server.stop('SIGTERM');
      rmSync(directory, { recursive: true, force: true });
    };
  });

  const officer = () => reach(server.url).as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
  const dutiesOf = async (query: string): Promise<(typeof answers.obligation)['_output'][]> =>
    (await officer()).all(answers.obligation, `${path}/obligations?${query}`);

  /** Signs in by the form. */
  async function signIn(role: string, size: Size = 'desk', unit?: string): Promise<Visitor> {
    const visitor = await visit(browser(), server.url, { size });
    const { page } = visitor;
    await open(page, '/');
    await choose(page, '身份', role);
    if (unit !== undefined) await choose(page, '单位', unit);
    await page.getByLabel('人员编号').fill('tester');
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('button', { name: '进入' }).waitFor({ state: 'detached' });
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    return visitor;
  }

  async function choose(page: Page, label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).click();
    await page.locator('.ant-select-item-option', { hasText: option }).first().click();
  }

  /** Does it and sees the message, which stands for a few seconds only: looked for before the click. */
  async function andIsTold(page: Page, act: () => Promise<void>, message = '已办理。'): Promise<void> {
    await Promise.all([page.getByText(message).first().waitFor(), act()]);
  }

  async function done({ complaints, close }: Visitor): Promise<void> {
    expect(complaints).toEqual([]);
    await close();
  }

  test('an officer sees what is due, reads why, and records it as done', async () => {
    const [duty] = await dutiesOf('status=open');
    if (!duty) throw new Error('nothing is open');
    const visitor = await signIn('业务人员');
    const { page } = visitor;
    const soon = page.getByRole('table', { name: '30日内到期' });
    await soon.getByRole('link', { name: '为什么是这一天' }).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('起算，当日不计入').waitFor();
    await picture(page, 'daily-officer-why');
    await drawer.getByRole('button', { name: '办结' }).click();
    await page.getByRole('dialog', { name: '登记办结' }).getByLabel('文件名称或文号').fill('登记表一份');
    await andIsTold(page, () =>
      page.getByRole('dialog', { name: '登记办结' }).getByRole('button', { name: '办结' }).click(),
    );
    await drawer.getByText('按期办结').first().waitFor();
    await done(visitor);
    expect((await dutiesOf('status=fulfilled')).map(({ id }) => id)).toContain(duty.id);
  });

  test('a unit reports from a phone; the officer confirms it from the list of the day', async () => {
    const parents = await (await officer()).all(answers.subject, `${path}/subjects?kind=project`);
    const project = parents.find(({ parentId }) => parentId !== undefined);
    const parent = await (
      await officer()
    ).get(answers.subject, `${path}/subjects/${project?.parentId ?? ''}`);
    const [duty] = await dutiesOf(`subjectId=${project?.id ?? ''}&status=open`);
    if (!project || !duty) throw new Error('no project of a unit owes anything');

    const unit = await signIn('单位', 'phone', parent.name);
    await open(unit.page, `/obligations/${duty.id}`);
    await unit.page.getByRole('button', { name: '报告已办理' }).click();
    await unit.page.getByRole('dialog').getByLabel('文件名称或文号').fill('开工登记表三份');
    await unit.page.getByRole('dialog').getByLabel('说明').fill('原件已送窗口');
    await picture(unit.page, 'daily-unit-report');
    await andIsTold(unit.page, () =>
      unit.page.getByRole('dialog').getByRole('button', { name: '报告已办理' }).click(),
    );
    await unit.page.getByText('已报送，待审核').waitFor();
    await expectUsable(unit, 'the unit’s report');
    await done(unit);

    const visitor = await signIn('业务人员');
    const { page } = visitor;
    const waiting = page.getByRole('table', { name: '待审核报送' });
    await waiting.getByRole('link', { name: '为什么是这一天' }).click();
    // Returned first: the officer sees what was reported, the unit at once why it does not do.
    const drawer = page.getByRole('dialog');
    for (const said of ['开工登记表三份', '原件已送窗口', '2026年3月2日'])
      await drawer.locator('.ant-descriptions', { hasText: '报送人' }).getByText(said).first().waitFor();
    await picture(page, 'daily-officer-report');
    await drawer.getByRole('button', { name: '退回报送' }).click();
    const back = page.getByRole('dialog', { name: '退回报送' });
    await back.getByText('开工登记表三份').waitFor();
    await back.getByLabel('退回理由').fill('缺少监理单位盖章');
    await andIsTold(page, () => back.getByRole('button', { name: '退回报送' }).click());
    const again = await signIn('单位', 'phone', parent.name);
    await again.page.getByText('退回理由：缺少监理单位盖章').waitFor();
    await picture(again.page, 'daily-unit-returned');
    await again.page
      .locator('.my-duty', { hasText: '缺少监理单位盖章' })
      .getByRole('button', { name: '报告已办理' })
      .click();
    await andIsTold(again.page, () =>
      again.page.getByRole('dialog').getByRole('button', { name: '报告已办理' }).click(),
    );
    await done(again);
    await page.reload();
    await page.getByRole('dialog').getByRole('button', { name: '确认报送' }).click();
    await andIsTold(page, () =>
      page.getByRole('dialog', { name: '确认报送' }).getByRole('button', { name: '确认报送' }).click(),
    );
    await done(visitor);
    expect((await dutiesOf('status=fulfilled')).map(({ id }) => id)).toContain(duty.id);
  });

  test('a leader extends a term, with a reason', async () => {
    const [duty] = await dutiesOf('status=open');
    const visitor = await signIn('局（馆）领导');
    await open(visitor.page, `/obligations/${duty?.id ?? ''}`);
    await visitor.page.getByRole('button', { name: '延期' }).click();
    const dialog = visitor.page.getByRole('dialog', { name: '延期' });
    await dialog.getByLabel('延期至').fill('2026-06-30');
    await dialog.getByRole('button', { name: '延期' }).click();
    await dialog.getByText('请填写此项').waitFor();
    await dialog.getByLabel('理由').fill('工期顺延，经局务会研究同意。');
    await andIsTold(visitor.page, () => dialog.getByRole('button', { name: '延期' }).click());
    await done(visitor);
    const [after] = await dutiesOf(`subjectId=${duty?.subjectId ?? ''}&ruleId=${duty?.ruleId ?? ''}`);
    expect(after).toMatchObject({ id: duty?.id, dueOn: duty?.dueOn, extendedTo: '2026-06-30' });
  });

  test('an officer enters a unit: what is wrong is named and nothing is lost; then its duties stand there', async () => {
    const visitor = await signIn('业务人员');
    const { page } = visitor;
    await page.getByRole('link', { name: '监管对象' }).click();
    await page.getByRole('button', { name: '登记' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('名称').fill('洪江区示例中学');
    await drawer.getByLabel('特征').click();
    await page.locator('.ant-select-item-option', { hasText: '专业档案' }).click();
    await page.keyboard.press('Escape');
    await drawer.getByLabel('姓名').fill('周老师');
    await drawer.getByLabel('手机号码').fill('请打座机');
    await drawer.getByRole('button', { name: '登记' }).click();
    await drawer.getByText('请填写电话号码').waitFor();
    await drawer.getByText('联系人 · 1 · 手机号码').waitFor();
    await picture(page, 'daily-officer-refused');
    await drawer.getByLabel('手机号码').fill('13800001111');
    await drawer.getByRole('button', { name: '登记' }).click();
    await page.getByRole('heading', { level: 1, name: '洪江区示例中学' }).waitFor();
    await page.getByRole('link', { name: '报送上一年度《档案工作情况自查报告》' }).first().waitFor();
    await visitor.close();
  });

  test('unsaved changes are not lost by a click', async () => {
    const visitor = await signIn('系统管理员');
    const { page } = visitor;
    await page.getByRole('link', { name: '设置' }).click();
    await page.getByLabel('发送时刻').fill('10');
    await page.getByRole('link', { name: '今日' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '留在本页' }).click();
    await expect.poll(() => page.getByLabel('发送时刻').inputValue()).toBe('10');
    await andIsTold(page, () => page.getByRole('button', { name: '保存', exact: true }).click(), '已保存。');
    await page.getByRole('link', { name: '今日' }).click();
    await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
    const admin = await reach(server.url).as({ role: 'bureau-admin', jurisdiction: 'hongjiang' });
    expect(await admin.get(answers.settings, `${path}/settings`)).toMatchObject({ sendHour: 10 });
  });

  test('a superior chooses a jurisdiction and sets its own figures there', async () => {
    const visitor = await visit(browser(), server.url);
    const { page } = visitor;
    await enterAs(visitor, server.url, { role: 'superior', jurisdiction: 'huaihua' });
    await open(page, '/rules?kind=quota');
    // The server’s day is known late: it is proposed all the same.
    let letGo = (): void => undefined;
    const opened = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/hongjiang/status', async (route) => {
      await opened;
      await route.continue();
    });
    await page.getByRole('button', { name: '洪江区' }).click();
    await page.getByRole('button', { name: '录入上级规定' }).first().click();
    const dialog = page.getByRole('dialog', { name: '录入上级规定' });
    await dialog.getByLabel('印发机关').waitFor();
    letGo();
    await dialog.getByRole('spinbutton').first().fill('4');
    await dialog.getByLabel('印发机关').fill('怀化市档案局');
    await dialog.getByLabel('文号').fill('怀档发〔2026〕3号');
    await dialog.getByLabel('终止日期').fill('2026-12-31');
    await expect.poll(() => dialog.getByLabel('起始日期').inputValue()).toBe('2026-03-02');
    await andIsTold(page, () => dialog.getByRole('button', { name: '录入上级规定' }).click());
    await page.getByText('怀化市档案局 怀档发〔2026〕3号').waitFor();
    await done(visitor);
  });

  test('an auditor reads and is offered nothing to change', async () => {
    const [duty] = await dutiesOf('status=open');
    const visitor = await signIn('审计人员');
    const { page } = visitor;
    await open(page, `/obligations/${duty?.id ?? ''}`);
    await page.getByRole('heading', { name: '为什么是这一天' }).waitFor();
    const buttons = page.getByRole('main').getByRole('button');
    expect(await buttons.filter({ hasNotText: '下载' }).count()).toBe(0);
    await open(page, '/subjects');
    expect(await page.getByRole('button', { name: '登记' }).count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  test('the clock is moved in the browser, and what fell due shows', async () => {
    const visitor = await signIn('业务人员');
    const { page } = visitor;
    await page.getByRole('button', { name: '2026年3月2日 08:00' }).click();
    await page.getByLabel('拨到').fill('2026-04-20T10:00');
    await andIsTold(page, () => page.getByRole('button', { name: '拨动时钟' }).click(), '时钟已拨动');
    await page.getByRole('button', { name: '2026年4月20日 10:00' }).waitFor();
    await page.getByRole('table', { name: '已逾期' }).getByRole('link').first().waitFor();
    await settled(page);
    await picture(page, 'daily-after-the-clock');
    await expectUsable(visitor, 'after the clock');
    await visitor.close();
  });

  test('goes on after the server was started again', async () => {
    const visitor = await signIn('业务人员');
    const { page } = visitor;
    const port = new URL(server.url).port;
    await server.stop('SIGKILL');
    await page.getByRole('link', { name: '规则' }).click();
    await page.getByText('连接不上服务器').first().waitFor();
    server = await startDemo(directory, '--port', port);
    await page.getByRole('button', { name: '刷新页面' }).click();
    await page.getByRole('heading', { name: '档案安全事项监管' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '档案安全事项监管' }).waitFor();
    await visitor.close();
  });

  test('who signs out leaves nothing behind', async () => {
    const visitor = await signIn('业务人员');
    const { page } = visitor;
    await page.getByRole('button', { name: /账户/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '进入' }).waitFor();
    await open(page, '/today');
    await page.getByRole('button', { name: '进入' }).waitFor();
    // Only that somebody has left: the tab does not sign in again by itself.
    expect(await page.evaluate('Object.keys(sessionStorage)')).toEqual(['archive-duty.left']);
    await visitor.close();
  });
});
