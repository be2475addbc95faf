import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { client } from '../../shared/contract/clients.ts';
import { person } from '../../shared/contract/people.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import {
  browserOfSuite,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  serveConsole,
  settled,
  sizes,
  visit,
} from '../support/product/browser.ts';

const jurisdiction = 'hongjiang';

/** People come, stand in and leave, and a program is let in, as an administrator does it. */
describeInBrowser('people and programs in the console', () => {
  const browser = browserOfSuite();

  async function administrator(path: string) {
    const server = await serveConsole('2026-07-02T10:00:00+08:00');
    const bureau = await bureauOf(server, jurisdiction);
    const visitor = await visit(browser(), server.url);
    await enterAs(visitor, server.url, { jurisdiction, role: 'bureau-admin' });
    await open(visitor.page, path);
    return { bureau, visitor, page: visitor.page };
  }

  const choose = async (within: Locator, label: string, option: string): Promise<void> => {
    await within.getByRole('combobox', { name: label }).click();
    await within
      .page()
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click();
  };

  test('a person is entered, stands in for the leader, and leaves to a successor', async () => {
    const { bureau, visitor, page } = await administrator('/people');
    const people = () => bureau.admin.all(person, `${bureau.path}/people`);
    const enter = async (name: string, role: string): Promise<void> => {
      await page.getByRole('button', { name: '录入人员', exact: true }).first().click();
      const form = page.getByRole('dialog', { name: '录入人员' });
      await form.getByLabel('姓名').fill(name);
      await choose(form, '角色', role);
      await form.getByRole('button', { name: '录入人员', exact: true }).click();
      await page.getByRole('cell', { name, exact: true }).waitFor();
      await form.waitFor({ state: 'hidden' });
    };
    await enter('李局长', '局（馆）领导');
    await page.getByText('本系统没有启用账户').waitFor();
    await enter('王科员', '业务人员');
    await enter('赵科员', '业务人员');
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: '王科员', exact: true }) });
    const more = async (act: string): Promise<void> => {
      await row.getByRole('button', { name: '更多：王科员' }).click();
      await page.getByRole('button', { name: act, exact: true }).locator('visible=true').click();
    };
    await more('设定代理');
    const deputy = page.getByRole('dialog', { name: '设定代理：王科员' });
    await choose(deputy, '代理的领导', '李局长');
    await deputy.getByLabel('代理起始日').fill('2026-07-01');
    await deputy.getByLabel('代理终止日').fill('2026-07-09');
    await deputy.getByRole('button', { name: '设定代理' }).click();
    await row.getByText('代理中').waitFor();
    await expectUsable(visitor, 'people');
    // A name stays on one line, however many columns there are.
    const broken =
      "getComputedStyle([...document.querySelectorAll('td')].find((cell) => cell.textContent === '王科员')).whiteSpace";
    expect(await page.evaluate(broken)).toBe('nowrap');
    await picture(page, 'people');
    await page.setViewportSize(sizes.phone);
    await page.getByRole('list', { name: '人员' }).waitFor();
    await expectUsable(visitor, 'people on a phone');
    await picture(page, 'people-phone');
    await page.setViewportSize(sizes.desk);
    await more('办理离岗');
    const leaving = page.getByRole('dialog', { name: '办理离岗：王科员' });
    await choose(leaving, '接办人', '赵科员');
    await leaving.getByRole('button', { name: '办理离岗' }).click();
    await page.getByText('王科员离岗时待办的事项').waitFor();
    await settled(page);
    expect((await people()).map(({ name }) => name)).toEqual(['李局长', '赵科员']);
    await page.getByRole('heading', { name: '已离岗人员' }).waitFor();
  });

  test('a program is let in, its secret is shown once, and it is ended', async () => {
    const { bureau, page } = await administrator('/clients');
    const clients = () => bureau.admin.all(client, `${bureau.path}/clients`);
    await page.getByRole('button', { name: '接入程序', exact: true }).first().click();
    const form = page.getByRole('dialog', { name: '接入程序' });
    await form.getByLabel('名称').fill('市平台');
    await form.getByLabel('有效期至').fill('2027-06-30');
    await choose(form, '查询办理状态', '是');
    await form.getByRole('button', { name: '接入程序', exact: true }).click();
    await page.getByText('请现在复制密钥').waitFor();
    expect(await clients()).toMatchObject([{ name: '市平台', scopes: ['status:read'], status: 'active' }]);
    await page.reload();
    await page.getByRole('cell', { name: '市平台', exact: true }).waitFor();
    expect(await page.getByText('请现在复制密钥').count()).toBe(0);
    await page.getByRole('button', { name: '停用', exact: true }).click();
    await page.getByRole('dialog', { name: '停用：市平台' }).getByRole('button', { name: '停用' }).click();
    await page.getByRole('cell', { name: '已停用', exact: true }).waitFor();
    expect(await clients()).toMatchObject([{ status: 'revoked' }]);
  });
});
