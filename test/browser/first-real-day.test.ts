import { Secret, TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PASSWORD } from '../support/product/accounts.ts';
import {
  browserOfSuite,
  describeInBrowser,
  open,
  picture,
  settled,
  visit,
  type Size,
} from '../support/product/browser.ts';
import { lacksTools, officeForTest, type Office } from '../support/product/office.ts';
import { lookUpByCurl, lookUpByTypes } from '../support/product/readme-lines.ts';

const mailOf = (name: string): string => `${name}@danganju.example.cn`;

/** The first real day of an office: everybody by TLS, on an address that is not the loopback, in the browser alone. */
describeInBrowser('the first real day', () => {
  const browser = browserOfSuite();

  async function at(office: Office, path: string, size: Size = 'desk'): Promise<Page> {
    const { page } = await visit(browser(), office.url, { size });
    await page.goto(path);
    return page;
  }

  const choose = async (within: Locator, label: string, option: string): Promise<void> => {
    await within.getByRole('combobox', { name: label }).click();
    await within
      .page()
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click();
  };

  /** Opens the form of an act, fills it in and sends it. */
  async function act(page: Page, name: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    await page.getByRole('button', { name, exact: true }).first().click();
    const form = page.getByRole('dialog', { name });
    await fill(form);
    await form.getByRole('button', { name, exact: true }).click();
    await form.waitFor({ state: 'hidden' });
    await settled(page);
  }

  const chosePassword = async (page: Page): Promise<void> => {
    await page.getByLabel('新密码').fill(PASSWORD);
    await page.getByLabel('再输入一次密码').fill(PASSWORD);
  };

  /** The link of the last mail to somebody, once it is there. */
  async function linkTo(office: Office, name: string, kind: string): Promise<string> {
    const pattern = new RegExp(`${office.url}/account/${kind}/\\S+`);
    const found = async (): Promise<string | undefined> =>
      pattern.exec((await office.mail.lastTo(mailOf(name))) ?? '')?.[0];
    await expect.poll(found, { timeout: 60_000 }).toBeDefined();
    return (await found()) ?? '';
  }

  /** A person of the bureau comes in by the mail of the invitation. */
  async function comesIn(office: Office, name: string, size: Size = 'desk'): Promise<Page> {
    const page = await at(office, await linkTo(office, name, 'invitation'), size);
    await chosePassword(page);
    await page.getByRole('button', { name: '保存并登录' }).click();
    return page;
  }

  const today = (page: Page): Promise<void> =>
    page.getByRole('heading', { name: /今日/, level: 1 }).waitFor();

  async function setUp(office: Office): Promise<Page> {
    const page = await at(office, '/account/setup');
    await page.getByLabel('设置码').fill(office.code);
    await page.getByLabel('本单位').selectOption('hongjiang');
    await page.getByLabel('姓名').fill('钱管理');
    await page.getByLabel('邮箱').fill(mailOf('qian'));
    await chosePassword(page);
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByRole('heading', { name: '开始使用', level: 1 }).waitFor();
    await open(page, '/settings');
    await page.getByRole('checkbox', { name: '局（馆）领导' }).check();
    await page.getByRole('button', { name: '保存' }).first().click();
    await page.getByText('已保存。').waitFor();
    return page;
  }

  async function enterPeople(page: Page): Promise<void> {
    await open(page, '/people');
    const enter = (name: string, email: string, role: string, duty?: string): Promise<void> =>
      act(page, '录入人员', async (form) => {
        await form.getByLabel('姓名').fill(name);
        await choose(form, '角色', role);
        await form.getByLabel('电子邮箱').fill(mailOf(email));
        if (duty !== undefined) await choose(form, duty, '是');
      });
    await enter('王科员', 'wang', '业务人员');
    await enter('赵科员', 'zhao', '业务人员');
    await enter('孙局长', 'sun', '局（馆）领导');
    await enter('郑法制', 'zheng', '业务人员', '法制员');
    await picture(page, 'first-day-people');
  }

  /** What a program needs to come in, as the administrator copies it. */
  async function letProgramIn(page: Page): Promise<{ id: string; secret: string }> {
    await open(page, '/clients');
    await act(page, '接入程序', async (form) => {
      await form.getByLabel('名称').fill('市平台');
      await form.getByLabel('有效期至').fill(inMonths(6));
      await choose(form, '查询办理状态', '是');
    });
    const shown = await page.locator('.ant-alert', { hasText: '请现在复制密钥' }).innerText();
    const after = (label: string): string => new RegExp(`^${label}：(\\S+)`, 'm').exec(shown)?.[1] ?? '';
    return { id: after('程序编号'), secret: after('密钥') };
  }

  /** An officer enters a unit and whoever answers for it there; answers the unit’s page. */
  async function enterUnit(page: Page): Promise<string> {
    await open(page, '/subjects');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称').fill('洪江区教育局');
    await choose(form, '性质', '机关');
    await form.getByLabel('姓名').fill('周老师');
    await form.getByLabel('电子邮箱').fill(mailOf('zhou'));
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '洪江区教育局' }).waitFor();
    const { pathname } = new URL(page.url());
    await open(page, `${pathname}?tab=people`);
    await act(page, '录入人员', async (dialog) => {
      await dialog.getByLabel('姓名').fill('周老师');
      await dialog.getByLabel('电子邮箱').fill(mailOf('zhou'));
    });
    return pathname;
  }

  /** Drafts an order against the unit and asks for approval; answers its page. */
  async function propose(page: Page, unit: string): Promise<string> {
    const of = unit.split('/').at(-1) ?? '';
    await open(page, `/escalations/new?of=${of}&step=enforcement-notice`);
    await page.locator('.grounds label', { hasText: '直接依据规则' }).first().click();
    await page.getByLabel('正文').fill('经查，档案库房无消防器材。责令15日内配齐，并书面报告。');
    await page.getByRole('button', { name: '起草', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));
    await act(page, '提请批准', async () => undefined);
    await page.getByText('待批准').first().waitFor();
    return new URL(page.url()).pathname;
  }

  /** The leader sets up the second step that the bureau demands, and approves, all on a phone. */
  async function approve(office: Office, paper: string): Promise<{ recovery: string }> {
    const page = await comesIn(office, 'sun', 'phone');
    await page.getByText('本单位要求您的角色使用第二步验证。').waitFor();
    const secret = Secret.fromBase32(await page.locator('code').innerText());
    await page.getByLabel('6 位验证码').fill(new TOTP({ secret }).generate());
    await page.getByRole('button', { name: '继续' }).click();
    const recovery = await page.locator('.codes li').first().innerText();
    await page.getByRole('button', { name: '继续' }).click();
    await today(page);
    await open(page, paper);
    await act(page, '批准', (form) => form.getByLabel('决定理由').fill('情况属实，同意。'));
    await page.getByText('已批准').first().waitFor();
    await picture(page, 'first-day-approved');
    await page.context().close();
    return { recovery };
  }

  test.skipIf(lacksTools)(
    'two officers, a leader on a phone, a legal officer, a unit’s archivist and a program use one installation; after a restart everything is there',
    async () => {
      const office = await officeForTest();
      expect(new URL(office.url).hostname).not.toBe('127.0.0.1');
      const admin = await setUp(office);
      await enterPeople(admin);
      const client = await letProgramIn(admin);

      const officer = await comesIn(office, 'wang');
      await today(officer);
      const unit = await enterUnit(officer);
      const paper = await propose(officer, unit);
      const { recovery } = await approve(office, paper);

      const legal = await comesIn(office, 'zheng');
      await today(legal);
      await open(legal, '/legal?tab=all');
      await legal.getByRole('link', { name: '执法通知书' }).first().waitFor();

      const second = await comesIn(office, 'zhao');
      await today(second);
      await open(second, paper);
      await second.getByText('已批准').first().waitFor();

      const archivist = await at(office, await linkTo(office, 'zhou', 'invitation'), 'phone');
      await archivist.getByRole('button', { name: '登录' }).click();
      await archivist.getByRole('heading', { level: 1 }).waitFor();
      await archivist.getByText('洪江区教育局').first().waitFor();

      const asking = { ...office, client, unit: unit.split('/').at(-1) ?? '' };
      const answered = await lookUpByCurl(asking);
      expect([answered.status, answered.body]).toEqual([200, expect.stringContaining('洪江区教育局')]);
      const typed = await lookUpByTypes(asking, answered.token);
      expect(typed).toMatchObject({ subject: { name: '洪江区教育局' } });

      await office.restart();

      // Who was signed in still is; what was decided stands.
      await open(second, paper);
      await second.getByText('已批准').first().waitFor();
      await second.getByText('情况属实，同意。').first().waitFor();
      await open(admin, '/people');
      for (const name of ['王科员', '赵科员', '孙局长', '郑法制'])
        await admin.getByRole('cell', { name, exact: true }).waitFor();
      await open(admin, '/sign-ins?event=signed-in');
      await admin.getByRole('cell', { name: '孙局长', exact: true }).waitFor();
      await picture(admin, 'first-day-sign-ins');
      expect((await lookUpByCurl({ ...asking, tag: answered.tag })).status).toBe(304);

      const leader = await at(office, paper, 'phone');
      await leader.getByLabel('邮箱或手机号').fill(mailOf('sun'));
      await leader.getByLabel('密码').fill(PASSWORD);
      await leader.getByRole('button', { name: '登录', exact: true }).click();
      await leader.getByLabel('验证器显示的 6 位验证码，或者一个恢复码').fill(recovery);
      await leader.getByRole('button', { name: '继续' }).click();
      await leader.getByText('已批准').first().waitFor();

      const again = await at(office, '/', 'phone');
      await again.getByLabel('邮箱或手机号').fill(mailOf('zhou'));
      await again.getByRole('button', { name: '发送登录链接或验证码' }).click();
      const opened = await again.context().newPage();
      await opened.goto(await linkTo(office, 'zhou', 'link'));
      await opened.getByRole('button', { name: '登录' }).click();
      await opened.getByText('洪江区教育局').first().waitFor();
    },
    // Seven people’s windows, one after the other, and two starts.
    1_200_000,
  );
});

const inMonths = (months: number): string =>
  new Date(Date.now() + months * 30 * 86_400_000).toISOString().slice(0, 10);
