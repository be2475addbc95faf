import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import * as inspections from '../../shared/contract/inspections.ts';
import { visit as planned } from '../../shared/contract/visits.ts';
import { bureauOf, officerOnStaff } from '../support/bureaus/bureau.ts';
import { leaderOnStaff } from '../support/cases/escalations.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
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
import type { Claims } from '../support/product/server.ts';

const jurisdiction = 'hongjiang';

/** A check from its plan to its record, by the people who have to do it. */
describeInBrowser('planned checks in the console', () => {
  const browser = browserOfSuite();

  async function scene() {
    const server = await serveConsole('2026-07-02T10:00:00+08:00');
    const bureau = await bureauOf(server, jurisdiction);
    const certificate = { number: '湘12000001', validUntil: '2027-12-31' };
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [
      { ...officerOnStaff, certificate },
      leaderOnStaff,
    ]);
    const traits = ['professional-archives'];
    const firm = await bureau.enter({
      kind: 'unit',
      name: '洪江建设投资有限公司',
      nature: 'state-owned',
      traits,
    });
    const organ = await bureau.enter({ kind: 'unit', name: '区卫健局', nature: 'organ', traits });
    return { server, bureau, firm, organ };
  }

  async function person(url: string, claims: Omit<Claims, 'jurisdiction'>, size: Size): Promise<Visitor> {
    const visitor = await visit(browser(), url, { size });
    await enterAs(visitor, url, { ...claims, jurisdiction });
    return visitor;
  }

  async function choose(page: Page, label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: label }).first().click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click();
  }

  async function closeList(page: Page): Promise<void> {
    await page.keyboard.press('Escape');
    await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
  }

  async function fetched(page: Page, name: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    return textOfDocx(await bytesOf(download)).join('\n');
  }

  /** Opens an act’s form, fills it in and sends it. */
  async function act(page: Page, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await settled(page);
  }

  test('an officer plans one, the leader approves, the firm is told, and the record begins with the plan', async () => {
    const { server, bureau, firm } = await scene();
    const officer = await person(server.url, { role: 'bureau-officer', sub: officerOnStaff.sub }, 'desk');
    const { page } = officer;
    await open(page, '/today');
    await page.getByRole('link', { name: '检查安排' }).click();
    await page.getByText('还没有检查安排').waitFor();
    await page.getByRole('button', { name: '拟定检查' }).click();
    await choose(page, '监管制度', '档案安全');
    await choose(page, '所完成的指标', '档案安全日常检查');
    await closeList(page);
    await page.getByLabel('检查日期').fill('2026-07-06');
    await choose(page, '检查对象', '洪江建设投资有限公司');
    await closeList(page);
    await page.getByLabel('检查地点').fill('公司档案室');
    await page.getByLabel('需准备的材料').fill('档案管理制度\n备份登记');
    await page.getByRole('combobox', { name: '姓名' }).first().fill('王科');
    await page.locator('.ant-select-item-option', { hasText: '王科员' }).click();
    await page.getByRole('combobox', { name: '姓名' }).nth(1).fill('刘科员');
    await page.getByRole('button', { name: '增加机关' }).click();
    await page.getByRole('textbox', { name: '机关名称' }).fill('区消防救援大队');
    await choose(page, '参加方式', '协助检查');
    await page.getByLabel('承担的事项').fill('查看消防设施');
    await picture(page, 'visit-form-desk');
    await expectUsable(officer, 'the form of a planned check');
    // A firm is checked by certified officers alone.
    await page.getByRole('button', { name: '保存检查安排' }).click();
    await page.getByText('请填写刘科员的证号').first().waitFor();
    expect(officer.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await page.getByLabel('行政执法证号').nth(1).fill('湘12000002');
    await page.getByRole('button', { name: '保存检查安排' }).click();
    await page.getByText('负责人批准以前，不能发检查通知书').waitFor();
    await settled(page);
    expect(await page.getByRole('button', { name: '制发检查通知书' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '行政检查通知书', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0);
    await expectUsable(officer, 'a planned check that waits');
    expect(await fetched(page, '行政检查审批表')).toContain('公司档案室');
    expect(await fetched(page, '协助函')).toContain('查看消防设施');

    const leader = await person(server.url, { role: 'bureau-leader', sub: leaderOnStaff.sub }, 'phone');
    await open(leader.page, '/visits');
    await picture(leader.page, 'visits-phone');
    await expectUsable(leader, 'planned checks on a phone');
    await leader.page.getByRole('link', { name: '2026年7月6日' }).click();
    await leader.page.getByRole('button', { name: '批准', exact: true }).click();
    const dialog = leader.page.getByRole('dialog', { name: '批准' });
    await dialog.getByText('洪江建设投资有限公司').waitFor();
    await picture(leader.page, 'visit-approve-phone');
    await dialog.getByLabel('决定理由').fill('同意检查');
    await dialog.getByRole('button', { name: '批准', exact: true }).click();
    await leader.page.getByText('已批准：同意检查').waitFor();
    await settled(leader.page);
    await picture(leader.page, 'visit-phone');
    await expectUsable(leader, 'an approved plan on a phone');

    await open(page, page.url());
    await act(page, '制发检查通知书', { 文号: '洪档检通〔2026〕1号' });
    await page.getByText('洪档检通〔2026〕1号').first().waitFor();
    expect(await fetched(page, '行政检查通知书')).toContain('洪档检通〔2026〕1号');
    expect(await page.getByRole('button', { name: '修改', exact: true }).count()).toBe(0);
    await picture(page, 'visit-desk');
    await expectUsable(officer, 'a plan whose firm was told');
    await open(page, '/visits');
    await page.getByText('已通知').first().waitFor();
    await picture(page, 'visits-desk');
    await expectUsable(officer, 'planned checks');

    await server.advance('2026-07-06T11:30:00+08:00');
    const [plan] = await bureau.officer.all(planned, `${bureau.path}/visits`);
    await open(page, `/visits/${plan?.id ?? ''}`);
    await page.getByRole('button', { name: '登记检查记录' }).click();
    await page.getByRole('link', { name: '查看检查安排' }).waitFor();
    await page.getByRole('radiogroup', { name: '出示证件' }).getByText('已出示').click();
    await page.getByLabel('现场负责人').fill('李经理');
    await page.getByRole('button', { name: '全部符合要求' }).click();
    await page.getByRole('radiogroup', { name: '签字情况 洪江建设投资有限公司' }).getByText('已签字').click();
    await page.getByLabel('签字人').fill('李经理');
    await settled(page);
    await picture(page, 'visit-record-desk');
    await expectUsable(officer, 'the record of a planned check');
    await page.getByRole('button', { name: '保存检查记录' }).click();
    await page.getByText('李经理签字').waitFor();
    await settled(page);
    await picture(page, 'visit-recorded-desk');
    await expectUsable(officer, 'a record that names its plan');
    const [made] = await bureau.officer.all(inspections.inspection, `${bureau.path}/inspections`);
    expect(made).toMatchObject({
      visitId: plan?.id,
      targets: [firm.id],
      ruleId: 'archives-security/daily-check',
      officers: [{ name: '王科员' }, { name: '刘科员', certificate: '湘12000002' }],
      sites: [{ subjectId: firm.id, place: '公司档案室', host: '李经理' }],
      certificatesShown: true,
    });
    expect(made).not.toHaveProperty('withoutNotice');
    await page.getByRole('link', { name: '查看检查安排' }).click();
    await page.getByText('已检查').first().waitFor();
    await leader.close();
    await officer.close();
  });

  test('a plan is changed until its notice is out, and can be cancelled with a reason', async () => {
    const { server, bureau, organ } = await scene();
    const made = await bureau.officer.send(planned, 'POST', `${bureau.path}/visits`, {
      regime: 'archives-security',
      on: '2026-07-06',
      until: '2026-07-07',
      mode: 'joint',
      targets: [organ.id],
      officers: [{ name: '王科员' }],
      place: '档案室',
      joined: [{ body: '区发展和改革局', as: 'joint', officers: [{ name: '钱科员', certificate: 'F01' }] }],
    });
    const officer = await person(server.url, { role: 'bureau-officer', sub: 'someone' }, 'desk');
    const { page } = officer;
    await open(page, `/visits/${made.id}`);
    await page.getByText('可以不经批准').waitFor();
    await page.getByRole('button', { name: '修改', exact: true }).click();
    await page.getByLabel('检查日期').fill('2026-07-08');
    await page.getByLabel('结束日期').fill('');
    await page.getByLabel('检查地点').fill('');
    await page.getByRole('button', { name: '保存修改' }).click();
    await page.getByRole('heading', { name: '检查安排 2026年7月8日', level: 1 }).waitFor();
    await settled(page);
    const changed = await bureau.officer.get(planned, `${bureau.path}/visits/${made.id}`);
    expect(changed).toMatchObject({ on: '2026-07-08', joined: made.joined });
    expect(changed).not.toHaveProperty('until');
    expect(changed).not.toHaveProperty('place');
    await act(page, '取消检查', { 理由: '与其他检查合并' });
    await page.getByText('与其他检查合并').waitFor();
    expect(await page.getByRole('button', { name: '登记检查记录' }).count()).toBe(0);
    await officer.close();
  });
});
