import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
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
  visit,
  type VisitOptions,
} from '../support/product/browser.ts';
import type { Claims } from '../support/product/server.ts';

const jurisdiction = 'baixiang';
const leader = { sub: 'leader', name: '李主任', role: 'bureau-leader' };
const officer = { sub: 'officer', name: '王科员', role: 'bureau-officer' };

/** What papers say of each office, and the bureau’s people, as an administrator enters them and others read them. */
describeInBrowser('settings for papers and people in the console', () => {
  const browser = browserOfSuite();

  async function scene() {
    const server = await serveConsole('2026-07-02T10:00:00+08:00');
    const bureau = await bureauOf(server, jurisdiction);
    const person = async (role: Claims['role'], options: VisitOptions = {}) => {
      const visitor = await visit(browser(), server.url, options);
      await enterAs(visitor, server.url, { jurisdiction, role });
      await open(visitor.page, '/settings');
      return visitor;
    };
    return { server, bureau, person };
  }

  const choose = async (within: Locator, label: string, option: string): Promise<void> => {
    await within.getByRole('combobox', { name: label }).click();
    await within
      .page()
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click();
  };

  async function save(page: Page, button: string): Promise<void> {
    await page.getByRole('button', { name: button, exact: true }).click();
    await page.getByText('已保存').last().waitFor();
    await settled(page);
  }

  test('each office has its own desk and its own numbers; the next one is shown', async () => {
    const { bureau, person } = await scene();
    const visitor = await person('bureau-admin');
    const { page } = visitor;
    const own = page.locator('#papers');
    const other = page.locator('#papers-civil-defence');
    await own.getByLabel('有管辖权的人民法院').fill('柏乡县人民法院');
    await own.getByLabel('责令改正通知书').fill('柏档责改〔{year}〕{n}号');
    await own.getByText('例如：柏档责改〔2026〕1号').waitFor();
    await other.getByLabel('主体资格依据').fill('柏乡县人防办三定规定');
    await other.getByLabel('责令改正通知书').fill('柏人防责改〔{year}〕{n}号');
    await save(page, '保存');
    await own.getByText('下一个文号：柏档责改〔2026〕1号').waitFor();
    await other.getByText('下一个文号：柏人防责改〔2026〕1号').waitFor();
    const { papers } = await bureau.admin.get(answers.settings, `${bureau.path}/settings`);
    expect(papers).toMatchObject({
      court: '柏乡县人民法院',
      numbering: { 'order-to-rectify': '柏档责改〔{year}〕{n}号' },
      offices: {
        'civil-defence': {
          // What the office does not say itself is the bureau’s.
          court: '柏乡县人民法院',
          actingOrgan: { qualification: '柏乡县人防办三定规定' },
          numbering: { 'order-to-rectify': '柏人防责改〔{year}〕{n}号' },
        },
      },
    });
    await page.getByText('各条规则的期限').first().click();
    await picture(page, 'settings-desks');
    await expectUsable(visitor, 'the desks of the offices');

    // A pattern without its places is refused by name, and nothing is stored.
    await own.getByLabel('责令改正通知书').fill('柏档责改1号');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.problem', { hasText: '{year}' }).waitFor();
    visitor.complaints.splice(0);
    await visitor.close();
  });

  test('people have duties and deputies with days, which others read', async () => {
    const { bureau, person } = await scene();
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [leader, officer]);
    const visitor = await person('bureau-admin');
    const { page } = visitor;
    const staff = page.locator('#staff');
    const first = staff.getByRole('group', { name: '王科员' });
    await choose(first, '职责', '法制员');
    await page.keyboard.press('Escape');
    await choose(first, '代理的领导', '李主任');
    await first.getByLabel('代理起始日').fill('2026-07-06');
    await first.getByLabel('代理终止日').fill('2026-07-10');
    await staff.getByRole('button', { name: '添加人员' }).click();
    const added = staff.getByRole('group').last();
    await added.getByLabel('姓名').fill('赵六');
    await added.getByLabel('人员编号').fill('zhao');
    await added.getByLabel('执法证号').fill('冀档执003');
    await added.getByLabel('有效期至').fill('2028-12-31');
    await picture(page, 'settings-staff');
    await expectUsable(visitor, 'the people of the bureau');
    await save(page, '保存人员');
    const stored = await bureau.admin.get(answers.staff, `${bureau.path}/staff`);
    expect(stored.items).toEqual([
      leader,
      {
        ...officer,
        duties: ['legal-officer'],
        deputyFor: { sub: 'leader', from: '2026-07-06', to: '2026-07-10' },
      },
      {
        sub: 'zhao',
        name: '赵六',
        role: 'bureau-officer',
        certificate: { number: '冀档执003', validUntil: '2028-12-31' },
      },
    ]);

    // A leader for whom somebody stands in does not go from the list before that.
    await staff.getByRole('button', { name: '移除 李主任' }).click();
    await page.getByRole('button', { name: '保存人员' }).click();
    await staff.locator('.problem', { hasText: '王科员' }).waitFor();
    expect((await bureau.admin.get(answers.staff, `${bureau.path}/staff`)).version).toBe(stored.version);
    visitor.complaints.splice(0);
    await visitor.close();

    for (const [language, text] of [
      ['zh', '代理李主任，2026年7月6日至2026年7月10日'],
      ['en', 'for 李主任, 6 Jul 2026 to 10 Jul 2026'],
    ] as const) {
      const reader = await person('bureau-officer', { language, size: 'phone' });
      await reader.page.getByText(text).waitFor();
      await picture(reader.page, `settings-read-${language}`);
      await expectUsable(reader, `settings for a reader, ${language}`);
      await reader.close();
    }
  });

  test('an officer who stands in for the leader approves, and the record says for whom', async () => {
    const server = await serveConsole('2026-07-02T10:00:00+08:00');
    const { admin, officer: drafter, path, enter } = await bureauOf(server, 'hongjiang');
    const deputyFor = { sub: 'leader', from: '2026-07-01', to: '2026-07-10' };
    await admin.send(answers.staff, 'PUT', `${path}/staff`, [
      leader,
      { sub: 'deputy', name: '赵六', role: 'bureau-officer', deputyFor },
    ]);
    const { id: subjectId } = await enter({ kind: 'unit', name: '区教育局', nature: 'organ' });
    const { id } = await drafter.send(escalation, 'POST', `${path}/escalations`, {
      step: 'enforcement-notice',
      subjectId,
      text: '请立即整改。',
    });
    await drafter.send(escalation, 'POST', `${path}/escalations/${id}/proposal`, {});
    const visitor = await visit(browser(), server.url);
    await enterAs(visitor, server.url, { jurisdiction: 'hongjiang', role: 'bureau-officer', sub: 'deputy' });
    const { page } = visitor;
    await open(page, `/escalations/${id}`);
    await page.getByRole('button', { name: '批准', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '批准' });
    await dialog.getByText('您代理李主任决定本件').waitFor();
    await dialog.getByLabel('决定理由').fill('情况属实，同意。');
    await picture(page, 'approval-deputy');
    await dialog.getByRole('button', { name: '批准', exact: true }).click();
    await page.getByText('已批准').first().waitFor();
    const { approval } = await drafter.get(escalation, `${path}/escalations/${id}`);
    expect(approval).toMatchObject({ decidedBy: 'deputy', decidedFor: 'leader' });
    await expectUsable(visitor, 'an approval by a deputy');
    await visitor.close();
  });
});
