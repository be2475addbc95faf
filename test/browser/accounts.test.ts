import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { acceptInvitation, accountsForTest, invite, PASSWORD, setUp } from '../support/product/accounts.ts';
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
    const [session] = (await server.here.port.sessions('hongjiang')) ?? [];
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

  test('an administrator demands a second step of a role: whoever has none sets it up at the next sign-in', async () => {
    const server = await accountsForTest({ built });
    await setUp(server);
    const leader = {
      sub: 'p-leader',
      name: '孙局长',
      role: 'bureau-leader',
      jurisdiction: 'hongjiang',
      email: 'sun@danganju.example.cn',
    } as const;
    await acceptInvitation(server, await invite(server, leader));
    const signIn = async (page: Page, email: string): Promise<void> => {
      await page.getByLabel('邮箱或手机号').fill(email);
      await page.getByLabel('密码').fill(PASSWORD);
      await page.getByRole('button', { name: '登录', exact: true }).click();
    };
    const admin = await visit(browser(), server.url);
    await admin.page.goto('/settings');
    await signIn(admin.page, 'admin@danganju.example.cn');
    // The first administrator is the operator of the installation, too.
    await admin.page.getByRole('button', { name: /系统管理员/ }).click();
    await admin.page.getByRole('checkbox', { name: '局（馆）领导' }).check();
    await admin.page.getByText('下次登录时先按页面提示设置').waitFor();
    await expectUsable(admin, 'settings of the sign-in');
    await admin.page.getByRole('button', { name: '保存' }).first().click();
    await admin.page.getByText('已保存。').waitFor();
    await admin.close();

    const { page, close } = await visit(browser(), server.url, { size: 'phone' });
    await page.goto('/today');
    await signIn(page, leader.email);
    await page.getByText('本单位要求您的角色使用第二步验证。').waitFor();
    await picture(page, 'second-step-demanded');
    const secret = Secret.fromBase32(await page.locator('code').innerText());
    await page.getByLabel('6 位验证码').fill(new TOTP({ secret }).generate());
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByText('请保存这些恢复码').waitFor();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('heading', { name: /今日/, level: 1 }).waitFor();
    await close();
  });
});
