import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { inspection } from '../../shared/contract/inspections.ts';
import { bureauOf, contactAt, officerOnStaff } from '../support/bureaus/bureau.ts';
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

const found = '电子档案存储设备未经安全检测接入互联网。';
const jurisdiction = 'hongjiang';

/** Drafts by hand and measures on the spot, as officers enter them. */
describeInBrowser('drafting by hand in the console', () => {
  const browser = browserOfSuite();

  /** A unit at which a check has found something. */
  async function scene(options: VisitOptions = {}) {
    const server = await serveConsole('2026-07-14T10:00:00+08:00');
    const bureau = await bureauOf(server, jurisdiction);
    const certificate = { number: '湘档执001', validUntil: '2028-12-31' };
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [
      { ...officerOnStaff, certificate },
    ]);
    const unit = await bureau.enter({
      kind: 'unit',
      name: '区教育局',
      nature: 'organ',
      contacts: [contactAt('School')],
    });
    const check = await bureau.officer.send(inspection, 'POST', `${bureau.path}/inspections`, {
      regime: 'electronic-archives',
      at: '2026-07-13T09:00:00+08:00',
      mode: 'on-site',
      cause: 'planned',
      targets: [unit.id],
      officers: [
        { name: '王科员', certificate: '湘档执001' },
        { name: '刘科员', certificate: '湘档执002' },
      ],
      checklist: [],
      findings: [
        { subjectId: unit.id, text: found, severity: 'grave', handling: '责令整改', rectifyBy: '2026-07-31' },
      ],
      signatures: [{ subjectId: unit.id, by: '张主任' }],
    });
    const visitor = await visit(browser(), server.url, options);
    await enterAs(visitor, server.url, { role: 'bureau-officer', jurisdiction, sub: 'officer' });
    const drafted = (id: string) => bureau.officer.get(escalation, `${bureau.path}/escalations/${id}`);
    return { server, bureau, unit, check, visitor, page: visitor.page, drafted };
  }

  const choose = async (page: Page, label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label }).click();
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click();
    await settled(page);
  };
  const idIn = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

  test('a stop on the spot is recorded on its check, and brings its two reports', async () => {
    const { visitor, page, check, drafted } = await scene();
    await open(page, `/inspections/${check.id}`);
    await page.locator('p', { hasText: '起草文书' }).getByRole('button', { name: '区教育局' }).click();
    await page.getByRole('heading', { name: '起草文书、登记现场处置' }).waitFor();
    await choose(page, '文书种类', '责令停止通知');
    // The address names the check; only one rule of its regime provides for a stop.
    expect(await page.getByRole('radio', { checked: true }).count()).toBeGreaterThan(0);
    await page.getByText('提请批准所需的内容已经齐备').waitFor();
    await picture(page, 'drafting-check');
    await expectUsable(visitor, 'a draft on a check');
    await page.getByText('登记现场已经采取的措施').click();
    await page.getByLabel('处置时间').fill('2026-07-13T09:20');
    await page.getByLabel('执法人员', { exact: true }).nth(0).fill('王科员');
    await page.locator('.ant-select-item-option:visible', { hasText: '王科员' }).click();
    expect(await page.getByLabel('执法证号').nth(0).inputValue()).toBe('湘档执001');
    await page.getByLabel('执法人员', { exact: true }).nth(1).fill('刘科员');
    await page.getByLabel('处置内容').fill('现场责令立即断开存储设备的互联网连接。');
    await picture(page, 'drafting-taken');
    await expectUsable(visitor, 'a measure on the spot');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));
    await page.getByText('同时报告').first().waitFor();
    await settled(page);
    expect(await drafted(idIn(page))).toMatchObject({
      step: 'stop-order',
      status: 'issued',
      inspectionId: check.id,
      ruleId: 'electronic-archives/grave-violation',
      takenOnTheSpot: { at: '2026-07-13T09:20:00+08:00', officers: ['王科员，湘档执001', '刘科员'] },
    });
    expect(await page.getByText('同时报告').count()).toBe(2);
    await picture(page, 'drafting-stop');
    await expectUsable(visitor, 'a stop with its reports');
    await page.getByRole('link', { name: '向上级主管部门的报告' }).click();
    await page.getByText('所报告的措施').waitFor();
    await visitor.close();
  });

  test('where several provisions fit the officer chooses, and what will be lacking is said before', async () => {
    const { visitor, page, unit, drafted } = await scene();
    await open(page, `/subjects/${unit.id}?tab=escalations`);
    await page.getByRole('button', { name: '起草文书' }).click();
    await choose(page, '文书种类', '责令停止通知');
    await page.getByText('直接依据规则').first().waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '起草', exact: true }).isDisabled()).toBe(true);
    await page.locator('.grounds label', { hasText: '档案安全' }).click();
    await page.getByText('提请批准前还须补充').waitFor();
    await picture(page, 'drafting-several');
    await expectUsable(visitor, 'several grounds');
    const text = page.getByLabel('正文');
    await text.fill('手写：责令立即整改。');
    // Typed words stay where another ground is chosen; the proposed ones can be taken again.
    await page.locator('.grounds label', { hasText: '发现问题1项' }).click();
    expect(await text.inputValue()).toBe('手写：责令立即整改。');
    await page.getByRole('button', { name: '恢复系统拟稿' }).click();
    expect(await text.inputValue()).toContain('未经安全检测接入互联网');
    await text.fill('手写：责令立即整改。');
    await page.getByRole('button', { name: '起草', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/new'));
    await page.getByRole('button', { name: '重新起草正文' }).click();
    const dialog = page.getByRole('dialog', { name: '重新起草正文' });
    await dialog.getByText('手写：责令立即整改。').waitFor();
    await picture(page, 'drafting-anew');
    expect((await drafted(idIn(page))).text).toBe('手写：责令立即整改。');
    await dialog.getByRole('button', { name: '重新起草正文' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect((await drafted(idIn(page))).text).toContain('未经安全检测接入互联网');
    await visitor.close();
  });

  test('what the rules do not provide for is said with what they do, which can be pressed', async () => {
    const { visitor, page, unit } = await scene({ language: 'en', size: 'phone' });
    await open(page, `/escalations/new?of=${unit.id}&step=opinion`);
    await page.getByText('Possible instead').waitFor();
    await picture(page, 'drafting-instead-en');
    await page.locator('.problem').getByRole('button', { name: 'Enforcement notice' }).click();
    await page.getByText('The rule alone').waitFor();
    await page.locator('.grounds label', { hasText: 'Check of' }).click();
    await page.getByText('What it becomes').waitFor();
    await picture(page, 'drafting-phone-en');
    await expectUsable(visitor, 'a draft on a phone, in English');
    await visitor.close();
  });

  test('what was typed outlives the token', async () => {
    const { visitor, page, unit } = await scene();
    await open(page, `/escalations/new?of=${unit.id}&step=enforcement-notice`);
    await page.locator('.grounds label', { hasText: '直接依据规则' }).click();
    await page.getByLabel('正文').fill('尚未提交的正文');
    await page.route(
      '**/v1/**/escalations',
      (route) =>
        route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401}' }),
      { times: 1 },
    );
    await page.getByRole('button', { name: '起草', exact: true }).click();
    await page.getByLabel('人员').fill('officer');
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByText('登录过期前填写的内容已经恢复').waitFor();
    await settled(page);
    expect(await page.getByLabel('正文').inputValue()).toBe('尚未提交的正文');
    expect(await page.locator('.grounds label.ant-radio-wrapper-checked').innerText()).toContain(
      '直接依据规则',
    );
    visitor.complaints.splice(0);
    await visitor.close();
  });
});
