import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accountsForTest, invite, PASSWORD } from '../support/product/accounts.ts';
import {
  browserOfSuite,
  built,
  describeInBrowser,
  expectUsable,
  picture,
  settled,
  visit,
} from '../support/product/browser.ts';

describeInBrowser('people sign in with accounts of this machine', () => {
  const browser = browserOfSuite();

  const leave = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: /^账户/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
  };

  test('from the set-up code to the first steps; an officer by invitation; a second tab; signing out of both', async () => {
    const server = await accountsForTest({ built });
    const admin = await visit(browser(), server.url, { size: 'phone' });
    admin.page.setDefaultTimeout(40_000);
    await admin.page.goto('/account/setup');
    await expectUsable(admin, 'set-up');
    await picture(admin.page, 'set-up');
    await admin.page.getByLabel('设置码').fill(server.code);
    await admin.page.getByLabel('本单位').selectOption('hongjiang');
    await admin.page.getByLabel('姓名').fill('钱管理');
    await admin.page.getByLabel('邮箱').fill('admin@danganju.example.cn');
    await admin.page.getByLabel('新密码').fill(PASSWORD);
    await admin.page.getByLabel('再输入一次密码').fill(PASSWORD);
    await admin.page.getByRole('button', { name: '完成设置' }).click();
    await admin.page.getByRole('heading', { name: '开始使用', level: 1 }).waitFor();
    await settled(admin.page);
    await expectUsable(admin, 'first steps');
    await picture(admin.page, 'first-steps');
    await admin.page.getByLabel('收件邮箱').fill('admin@danganju.example.cn');
    await admin.page.getByRole('button', { name: '发送测试邮件' }).click();
    await admin.page.getByText('测试邮件已经发往').waitFor();
    await admin.close();

    const path = await invite(server, {
      sub: 'p-officer',
      name: '赵监督',
      role: 'bureau-officer',
      jurisdiction: 'hongjiang',
      email: 'zhao@danganju.example.cn',
    });
    const officer = await visit(browser(), server.url);
    const { page } = officer;
    page.context().setDefaultTimeout(40_000);
    await page.goto(path);
    await expectUsable(officer, 'invitation');
    await page.getByLabel('新密码').fill(PASSWORD);
    await page.getByLabel('再输入一次密码').fill(PASSWORD);
    await page.getByRole('button', { name: '保存并登录' }).click();
    await page.getByRole('heading', { name: /今日/, level: 1 }).waitFor();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe('/today');
    expect(officer.complaints).toEqual([]);

    const second = await page.context().newPage();
    await second.goto('/subjects');
    await second.getByRole('heading', { name: '监管对象', level: 1 }).waitFor();

    await leave(page);
    await page
      .getByLabel('邮箱或手机号')
      .or(page.getByRole('button', { name: '前往登录' }))
      .waitFor();
    await second.getByRole('button', { name: '前往登录' }).waitFor();
    await second.getByRole('button', { name: '前往登录' }).click();
    await second.getByLabel('邮箱或手机号').fill('zhao@danganju.example.cn');
    await expectUsable(officer, 'sign-in');
    await second.getByLabel('密码').fill(PASSWORD);
    await second.getByRole('button', { name: '登录', exact: true }).click();
    await second.getByRole('heading', { name: '监管对象', level: 1 }).waitFor();
    await settled(second);
    expect(new URL(second.url()).pathname).toBe('/subjects');

    await second.goto('/account');
    await second.getByRole('heading', { name: '我的账号' }).waitFor();
    await picture(second, 'own-account');
    await officer.close();
  });

  test('what was typed outlives a session that an administrator ends', async () => {
    const server = await accountsForTest({ built });
    const person = {
      sub: 'p-leader',
      name: '孙局长',
      role: 'bureau-admin',
      jurisdiction: 'hongjiang',
      email: 'sun@danganju.example.cn',
    } as const;
    const path = await invite(server, person);
    const visitor = await visit(browser(), server.url);
    const { page } = visitor;
    page.setDefaultTimeout(40_000);
    await page.goto(path);
    await page.getByLabel('新密码').fill(PASSWORD);
    await page.getByLabel('再输入一次密码').fill(PASSWORD);
    await page.getByRole('button', { name: '保存并登录' }).click();
    await page.getByRole('heading', { name: '开始使用', level: 1 }).waitFor();
    await settled(page);
    await page.goto('/settings');
    await page.getByLabel('发送时刻').waitFor();
    await settled(page);
    await page.getByLabel('发送时刻').fill('10');
    const [session] = await server.here.port.sessions('hongjiang');
    await server.here.port.endSession('hongjiang', session?.id ?? '');
    await page.getByRole('button', { name: '保存' }).first().click();
    // So soon after a sign-in the console asks first.
    const go = page.getByRole('button', { name: '前往登录' });
    await go.or(page.getByLabel('邮箱或手机号')).waitFor();
    if (await go.isVisible()) await go.click();
    await page.getByLabel('邮箱或手机号').fill(person.email);
    await page.getByLabel('密码').fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('登录过期前填写的内容已经恢复').waitFor();
    expect(await page.getByLabel('发送时刻').inputValue()).toBe('10');
    await visitor.close();
  });
});
