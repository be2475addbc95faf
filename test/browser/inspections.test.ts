import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/inspections.ts';
import { bureauOf, officerOnStaff, type Bureau } from '../support/bureaus/bureau.ts';
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
import { leaderOnStaff } from '../support/cases/escalations.ts';
import { type Claims, type TestServer } from '../support/product/server.ts';

const NOW = '2026-07-02T10:00:00+08:00';
const jurisdiction = 'hongjiang';
const certificate = { number: '湘12000001', validUntil: '2027-12-31' };

/** Checks and their quotas in the console, as officers and leaders meet them. */
describeInBrowser('checks in the console', () => {
  const browser = browserOfSuite();

  interface Scene {
    readonly server: TestServer;
    readonly bureau: Bureau;
    readonly units: readonly string[];
  }

  /** Two units in the catalogue of professional archives, four others; three of the six are direct. */
  async function scene(): Promise<Scene> {
    const server = await serveConsole(NOW);
    const bureau = await bureauOf(server, jurisdiction);
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [
      { ...officerOnStaff, certificate },
      leaderOnStaff,
    ]);
    const units: string[] = [];
    for (const [index, name] of [
      '区教育局',
      '区卫健局',
      '区财政局',
      '区民政局',
      '区司法局',
      '区水利局',
    ].entries())
      units.push(
        (
          await bureau.enter({
            kind: 'unit',
            name,
            traits: [...(index < 2 ? ['professional-archives'] : []), ...(index < 3 ? ['direct'] : [])],
          })
        ).id,
      );
    return { server, bureau, units };
  }

  async function person(url: string, role: Claims['role'], size: Size): Promise<Visitor> {
    const visitor = await visit(browser(), url, { size });
    await enterAs(visitor, url, { role, jurisdiction });
    return visitor;
  }

  async function choose(page: Page, label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).first().click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click();
  }

  /** A list that takes several stays open until it is closed. */
  async function closeList(page: Page): Promise<void> {
    await page.keyboard.press('Escape');
    await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
  }

  const record = (body: object) => ({
    regime: 'archives-security',
    at: '2026-07-02T09:30:00+08:00',
    mode: 'on-site',
    cause: 'planned',
    officers: [
      { name: '王科员', certificate: certificate.number },
      { name: '刘科员', certificate: '湘12000002' },
    ],
    ...body,
  });

  test('an officer records one on a tablet, from sign-in to done, and sees it counted', async () => {
    const { server, bureau, units } = await scene();
    const officer = await visit(browser(), server.url, { size: 'tablet' });
    const { page } = officer;
    await open(page, '/');
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('link', { name: '档案安全日常检查（2026年7月）' }).click();
    await page.getByRole('heading', { name: '检查指标', level: 1 }).waitFor();
    await settled(page);
    await picture(page, 'quotas-tablet');
    await expectUsable(officer, 'the quotas');
    await page.getByRole('button', { name: '登记检查 档案安全日常检查' }).click();

    await page.getByText('检查须').or(page.getByText('2名以上人员')).first().waitFor();
    await choose(page, '检查对象', '区教育局');
    await page.locator('.ant-select-item-option', { hasText: '区卫健局' }).first().click();
    await closeList(page);
    await page.getByRole('combobox', { name: '姓名' }).first().fill('王科');
    await page.locator('.ant-select-item-option', { hasText: '王科员' }).click();
    await page.getByRole('combobox', { name: '姓名' }).nth(1).fill('刘科员');
    await page.getByLabel('行政执法证号').nth(1).fill('湘12000002');
    expect(await page.getByLabel('行政执法证号').first().inputValue()).toBe(certificate.number);
    const education = page.getByRole('region', { name: '区教育局', exact: true });
    await education.getByRole('radiogroup', { name: '登记备份' }).getByText('不符合要求').click();
    await education.getByLabel('情况说明 区教育局 登记备份').fill('备份只有一份');
    await page.getByRole('button', { name: '全部符合要求' }).first().click();
    await page.getByRole('button', { name: '全部符合要求' }).nth(1).click();
    await page.getByRole('button', { name: '增加一项' }).click();
    await page.getByRole('combobox', { name: '对象', exact: true }).click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '区教育局' })
      .first()
      .click();
    await page.getByLabel('问题', { exact: true }).fill('重要电子档案没有异地备份');
    await page.getByLabel('处理情况').fill('当场指出，要求补做备份');
    await page.getByLabel('整改期限').fill('2026-08-31');
    await page.getByRole('radiogroup', { name: '签字情况 区教育局' }).getByText('已签字').click();
    await page.getByLabel('签字人').fill('李主任');
    await page.getByText('档案安全日常检查（2026年7月），目前0 / 3 次').waitFor();
    await picture(page, 'inspection-form-tablet');
    await expectUsable(officer, 'the form of a check');

    // The head of the second unit has neither signed nor refused.
    await page.getByRole('button', { name: '保存检查记录' }).click();
    const second = page.getByRole('region', { name: '被检查单位签字 区卫健局' });
    await second.getByText('应由区卫健局负责人签字').waitFor();
    expect(officer.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await picture(page, 'inspection-refused-tablet');
    expect((await bureau.officer.all(contract.inspection, `${bureau.path}/inspections`)).length).toBe(0);
    // What is not saved is not left by a slip.
    await page.getByRole('link', { name: '今日' }).click();
    await page.getByRole('button', { name: '留在本页' }).click();

    await second.getByText('拒绝签字', { exact: true }).click();
    await second.getByLabel('拒签原因和见证情况').fill('负责人不在，档案员张某见证');
    await page.getByRole('button', { name: '保存检查记录' }).click();
    await page.getByRole('heading', { name: '专业档案形成单位巡查、回访记录', level: 1 }).waitFor();
    await page.getByText('本期进度：1 / 3 次').waitFor();
    await page.getByRole('link', { name: '整改事项' }).waitFor();
    await page.getByText('不符合要求：备份只有一份').waitFor();
    await settled(page);
    await picture(page, 'inspection-tablet');
    await expectUsable(officer, 'the record of a check');
    const made = (await bureau.officer.all(contract.inspection, `${bureau.path}/inspections`))[0];
    expect(made).toMatchObject({
      targets: [units[0], units[1]],
      at: '2026-07-02T10:00:00+08:00',
      signatures: [
        { subjectId: units[0], by: '李主任' },
        { subjectId: units[1], refused: true, note: '负责人不在，档案员张某见证' },
      ],
      counted: [{ ruleId: 'archives-security/daily-check', period: '2026-07' }],
    });

    await open(page, `/subjects/${units[0]}?tab=inspections`);
    await page.getByRole('cell', { name: '重要电子档案没有异地备份' }).waitFor();
    await page.getByText('尚未复查').waitFor();
    await page.getByRole('link', { name: '整改事项' }).waitFor();
    await picture(page, 'subject-inspections-tablet');
    await expectUsable(officer, 'the checks of a unit');
    await open(page, '/inspections');
    await page.getByRole('link', { name: '2026年7月2日 10:00' }).waitFor();
    await picture(page, 'inspections-tablet');
    await expectUsable(officer, 'the list of checks');
    await officer.close();
  });

  test('a correction keeps what stood there; nobody who must keep away is let through', async () => {
    const { server, bureau, units } = await scene();
    const made = await bureau.officer.send(
      contract.inspection,
      'POST',
      `${bureau.path}/inspections`,
      record({
        targets: units.slice(0, 1),
        checklist: [{ item: '其他情况', result: '档案室漏水', subjectId: units[0] }],
        signatures: [{ subjectId: units[0], by: '李主任' }],
      }),
    );
    const officer = await person(server.url, 'bureau-officer', 'desk');
    const { page } = officer;
    await open(page, `/inspections/${made.id}`);
    await page.getByText('本次检查不计入任何指标').waitFor();
    await page.getByRole('button', { name: '更正' }).click();
    await page.getByLabel('更正理由').fill('漏填一家');
    await choose(page, '应回避的对象', '区卫健局');
    await closeList(page);
    await choose(page, '检查对象', '区卫健局');
    await closeList(page);
    // An item of the regime’s list is added: the entry that the form does not show is sent along.
    const education = page.getByRole('region', { name: '区教育局', exact: true });
    await education.getByRole('radiogroup', { name: '登记备份' }).getByText('不涉及').click();
    await page.getByRole('radiogroup', { name: '签字情况 区卫健局' }).getByText('已签字').click();
    await page.getByRole('region', { name: '被检查单位签字 区卫健局' }).getByLabel('签字人').fill('陈院长');
    await page.getByRole('button', { name: '保存更正' }).click();
    await page.getByText('王科员应当回避').first().waitFor();
    expect(officer.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await picture(page, 'inspection-recused');
    await page.getByRole('combobox', { name: '应回避的对象' }).first().press('Backspace');
    await page.getByRole('button', { name: '保存更正' }).click();
    await page.getByText('更正情况（1）').first().waitFor();
    await page.getByText('漏填一家').click();
    await settled(page);
    await picture(page, 'inspection-corrected');
    await expectUsable(officer, 'a corrected record');
    const after = await bureau.officer.get(contract.inspection, `${bureau.path}/inspections/${made.id}`);
    expect(after.targets).toEqual(units.slice(0, 2));
    expect(after.checklist.map(({ result }) => result)).toEqual(['不涉及', '档案室漏水']);
    expect(after.originals.map(({ targets, reason }) => [targets, reason])).toEqual([
      [made.targets, '漏填一家'],
    ]);
    await officer.close();
  });

  test('the leader decides between two readings; others see who decides', async () => {
    const { server } = await scene();
    const officer = await person(server.url, 'bureau-officer', 'phone');
    await open(officer.page, '/quotas');
    await officer.page.getByText('由局（馆）领导选定执行口径').waitFor();
    expect(await officer.page.getByRole('button', { name: '选定执行口径' }).count()).toBe(0);
    await picture(officer.page, 'quotas-phone');
    await expectUsable(officer, 'the quotas on a phone');

    const leader = await person(server.url, 'bureau-leader', 'desk');
    const { page } = leader;
    await open(page, '/quotas');
    await picture(page, 'quotas-desk');
    await page.getByRole('button', { name: '选定执行口径' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('总数超出比例上限').waitFor();
    await choose(page, '执行口径', '按比例执行');
    await dialog.getByLabel('理由').fill('单位不足100家，按比例执行');
    await picture(page, 'quota-decision');
    await dialog.getByRole('button', { name: '选定执行口径' }).click();
    await page.getByText('已选定：按比例执行。理由：单位不足100家，按比例执行').waitFor();
    await settled(page);
    await expectUsable(leader, 'a decided quota');
    await page.getByRole('button', { name: '改选执行口径' }).click();
    await choose(page, '执行口径', '按直属单位数执行');
    await dialog.getByLabel('理由').fill('市局答复');
    await dialog.getByRole('button', { name: '改选执行口径' }).click();
    await page.getByText('以前的选定（1）').click();
    await page.getByText(/已选定：按比例执行.*（局（馆）领导 .*于2026年7月.*选定）/).waitFor();
    await picture(page, 'quota-decided-again');

    await page.getByRole('link', { name: '年度计划' }).click();
    await page.getByRole('heading', { name: '2026年7月' }).waitFor();
    await settled(page);
    await picture(page, 'quota-plan');
    await expectUsable(leader, 'the plan of the year');
    await leader.close();
    await officer.close();
  });
});
