import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, type Bureau } from '../support/bureaus/bureau.ts';
import {
  browserOfSuite,
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
import type { Claims } from '../support/product/server.ts';

const jurisdiction = 'baixiang';

/** Who answers for what, as officers enter it and others read it. */
describeInBrowser('natures and parties in the console', () => {
  const browser = browserOfSuite();

  async function scene() {
    const server = await serveConsole('2026-07-02T10:00:00+08:00');
    return { server, bureau: await bureauOf(server, jurisdiction) };
  }

  async function person(url: string, claims: Omit<Claims, 'jurisdiction'>, size: Size): Promise<Visitor> {
    const visitor = await visit(browser(), url, { size });
    await enterAs(visitor, url, { jurisdiction, ...claims });
    return visitor;
  }

  const choose = async (page: Page, within: Locator, label: string, option: string): Promise<void> => {
    await within.getByRole('combobox', { name: label, exact: true }).click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click();
  };

  /** Saves the form, and answers what the register has by then. */
  async function saved(page: Page, { officer, path }: Bureau, id: string) {
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').last().waitFor();
    await settled(page);
    return officer.get(answers.subject, `${path}/subjects/${id}`);
  }

  test('the nature of a unit is entered with it, changed, and taken away', async () => {
    const { server, bureau } = await scene();
    const visitor = await person(server.url, { role: 'bureau-officer' }, 'desk');
    const { page } = visitor;
    await open(page, '/subjects');
    await page.getByRole('button', { name: '登记' }).first().click();
    const drawer = page.getByRole('dialog', { name: '登记监管对象' });
    await drawer.getByLabel('名称', { exact: true }).fill('县第一中学');
    await drawer.getByLabel('姓名').fill('张三');
    await choose(page, drawer, '性质', '事业单位');
    await picture(page, 'nature-enter');
    await drawer.getByRole('button', { name: '登记' }).click();
    await page.getByRole('heading', { name: '县第一中学', level: 1 }).waitFor();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const read = () => bureau.officer.get(answers.subject, `${bureau.path}/subjects/${id}`);
    expect((await read()).nature).toBe('institution');

    await open(page, `/subjects/${id}?tab=facts`);
    const form = page.locator('form');
    await choose(page, form, '性质', '国有企业');
    expect((await saved(page, bureau, id)).nature).toBe('state-owned');
    await picture(page, 'nature-desk');
    const nature = form.locator('.ant-form-item', { has: page.getByRole('combobox', { name: '性质' }) });
    await nature.hover();
    await nature.locator('.ant-select-clear').click();
    expect(await saved(page, bureau, id)).not.toHaveProperty('nature');
    await expectUsable(visitor, 'the nature of a unit');
    await visitor.close();
  });

  test('a party is a unit of the register or a person by name, is removed, and is read on the page', async () => {
    const { server, bureau } = await scene();
    const unit = await bureau.enter({ kind: 'unit', name: '县物业服务中心', nature: 'institution' });
    const { id } = await bureau.enter({ kind: 'civil-defence-work', name: '人防工程1号' });
    const visitor = await person(server.url, { role: 'bureau-officer' }, 'desk');
    const { page } = visitor;
    await open(page, `/subjects/${id}?tab=facts`);
    const parties = page.getByRole('group', { name: '责任主体' });
    const rows = parties.locator('.contact');

    await parties.getByRole('button', { name: '添加责任主体' }).click();
    await choose(page, rows.nth(0), '责任关系', '维护管理单位');
    await choose(page, rows.nth(0), '已登记的单位', '县物业服务中心');
    // A unit of the register says the rest itself.
    expect(await rows.nth(0).getByLabel('名称').count()).toBe(0);
    expect((await saved(page, bureau, id)).parties).toEqual([{ relation: 'maintainer', subjectId: unit.id }]);

    await parties.getByRole('button', { name: '添加责任主体' }).click();
    const second = rows.nth(1);
    await choose(page, second, '责任关系', '建设单位');
    await second.getByLabel('名称').fill('冀南建设有限公司');
    await choose(page, second, '性质', '民营单位');
    await second.getByLabel('统一社会信用代码').fill('91130524MA00000001');
    await second.getByLabel('住所').fill('柏乡县槐阳大街2号');
    await second.getByLabel('法定代表人').fill('钱二');
    await second.getByLabel('办公电话').fill('0319-1234567');
    await picture(page, 'parties-desk');
    const builder = {
      relation: 'builder',
      name: '冀南建设有限公司',
      code: '91130524MA00000001',
      nature: 'private',
      address: '柏乡县槐阳大街2号',
      representative: '钱二',
      telephone: '0319-1234567',
    };
    expect((await saved(page, bureau, id)).parties).toEqual([
      { relation: 'maintainer', subjectId: unit.id },
      builder,
    ]);
    await expectUsable(visitor, 'the parties of a work');

    await reads(server.url, id, ['维护管理单位：县物业服务中心', '建设单位：冀南建设有限公司']);

    await parties.getByRole('button', { name: '移除 责任主体 1' }).click();
    expect((await saved(page, bureau, id)).parties).toEqual([builder]);
    expect(await rows.nth(0).getByLabel('名称').inputValue()).toBe('冀南建设有限公司');
    await visitor.close();

    const walker = await person(server.url, { role: 'bureau-officer' }, 'phone');
    await open(walker.page, `/subjects/${id}?tab=facts`);
    await walker.page.getByRole('button', { name: '添加责任主体' }).click();
    await picture(walker.page, 'parties-phone');
    await expectUsable(walker, 'the parties of a work on a phone');
    await walker.close();
  });

  test('a unit that is merged into another is retired with its successor', async () => {
    const { server, bureau } = await scene();
    const old = await bureau.enter({ kind: 'unit', name: '县旧水利局' });
    const next = await bureau.enter({ kind: 'unit', name: '县水务局' });
    const visitor = await person(server.url, { role: 'bureau-officer' }, 'desk');
    const { page } = visitor;
    await open(page, `/subjects/${old.id}?tab=facts`);
    await page.getByRole('button', { name: '注销', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '注销' });
    await dialog.getByLabel('承继对象').click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '县水务局' })
      .click();
    await picture(page, 'retire-successor');
    await dialog.getByRole('button', { name: '注销', exact: true }).click();
    await page.getByText('已注销').first().waitFor();
    expect(await bureau.officer.get(answers.subject, `${bureau.path}/subjects/${old.id}`)).toMatchObject({
      retiredOn: '2026-07-02',
      successorId: next.id,
    });
    await expectUsable(visitor, 'a unit that was merged');
    await visitor.close();
  });

  /** On the page of whoever only reads, at the desk and on a phone. */
  async function reads(url: string, id: string, lines: readonly string[]): Promise<void> {
    for (const size of ['desk', 'phone'] as const) {
      const reader = await person(url, { role: 'auditor' }, size);
      await open(reader.page, `/subjects/${id}?tab=facts`);
      for (const line of lines) await reader.page.getByText(line).waitFor();
      await picture(reader.page, `parties-read-${size}`);
      await expectUsable(reader, 'parties for a reader');
      await reader.close();
    }
  }
});
