import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
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
import { beforeLateForm, lateFormOn, type Scene } from '../support/cases/escalations.ts';
import { type Claims } from '../support/product/server.ts';
import { kindsReceived } from '../support/bureaus/bureau.ts';

/** A document from its draft to its service, by the people who have to do it. */
describeInBrowser('a document in the console', () => {
  const browser = browserOfSuite();

  async function scene(): Promise<Scene> {
    const server = await serveConsole(beforeLateForm);
    return lateFormOn(server);
  }

  async function person(url: string, claims: Claims, size: Size = 'desk'): Promise<Visitor> {
    const visitor = await visit(browser(), url, { size });
    await enterAs(visitor, url, claims);
    return visitor;
  }

  const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });

  /** Opens an act’s form, fills it in and sends it. */
  async function act(page: Page, name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = dialogOf(page, name);
    for (const [label, value] of Object.entries(fields)) await fill(page, label, value);
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await settled(page);
  }

  async function fill(page: Page, label: string, value: string): Promise<void> {
    const field = page.getByRole('dialog').getByLabel(label);
    if ((await field.getAttribute('role')) !== 'combobox') return field.fill(value);
    await field.click();
    await page.locator('.ant-select-item-option', { hasText: value }).first().click();
  }

  test('goes from the officer to the leader and back, and is served', async () => {
    const { server, project, one } = await scene();
    await server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await one('order-to-rectify');
    const jurisdiction = 'hongjiang';
    const officer = await person(server.url, { role: 'bureau-officer', jurisdiction, sub: 'officer' });
    const leader = await person(server.url, { role: 'bureau-leader', jurisdiction, sub: 'leader' });

    await open(officer.page, '/escalations');
    await picture(officer.page, 'escalations-officer');
    await expectUsable(officer, 'the officer’s queue');
    await officer.page.getByRole('link', { name: '责令整改通知书' }).click();
    await officer.page.getByText('未经批准').first().waitFor();
    await picture(officer.page, 'escalation-draft');
    await expectUsable(officer, 'a draft');

    await officer.page.getByRole('button', { name: '修改正文' }).click();
    const text = officer.page.getByRole('textbox', { name: '正文' });
    await text.fill(`${await text.inputValue()}\n请同时书面说明未按期报送的原因。`);
    await officer.page.getByRole('button', { name: '保存' }).click();
    await officer.page
      .getByRole('region', { name: '文书预览' })
      .getByText('书面说明未按期报送的原因')
      .waitFor();
    await act(officer.page, '提请批准');
    await officer.page.getByText('待批准').first().waitFor();

    await open(leader.page, '/escalations');
    await leader.page.getByRole('link', { name: '责令整改通知书' }).click();
    await leader.page.getByRole('button', { name: '批准', exact: true }).click();
    await dialogOf(leader.page, '批准').getByText('书面说明未按期报送的原因').waitFor();
    await picture(leader.page, 'escalation-approve');
    await dialogOf(leader.page, '批准').getByLabel('决定理由').fill('情况属实，同意。');
    await dialogOf(leader.page, '批准').getByRole('button', { name: '批准', exact: true }).click();
    await leader.page.getByText('已批准').first().waitFor();
    await expectUsable(leader, 'an approved document');

    await open(officer.page, `/escalations/${id}`);
    await officer.page.getByRole('button', { name: '编号印发' }).click();
    await dialogOf(officer.page, '编号印发').getByText('qiao@unit.example.com').waitFor();
    await picture(officer.page, 'escalation-issue');
    await fill(officer.page, '文号', '洪档改〔2026〕1号');
    await dialogOf(officer.page, '编号印发').getByRole('button', { name: '编号印发' }).click();
    await officer.page.getByText('已印发').first().waitFor();
    await server.settled();
    expect(await kindsReceived(server, 'qiao@unit.example.com')).toContain('2026-07-16T09:30 【文书告知】');

    await server.advance('2026-07-17T10:00:00+08:00');
    await open(officer.page, `/escalations/${id}`);
    await officer.page.getByRole('button', { name: '登记送达' }).click();
    await fill(officer.page, '方式', '直接送达');
    await dialogOf(officer.page, '登记送达').getByRole('button', { name: '登记送达' }).click();
    await officer.page.getByText('请写明签收人').waitFor();
    expect(officer.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await picture(officer.page, 'escalation-service');
    await fill(officer.page, '签收人', '张工');
    await dialogOf(officer.page, '登记送达').getByRole('button', { name: '登记送达' }).click();
    // 15 days from the 18th on: 1 August is a Saturday, so that Monday the 3rd is the last day.
    await officer.page.getByText('2026年8月3日').first().waitFor();
    await picture(officer.page, 'escalation-served');
    await expectUsable(officer, 'a served document');

    for (const size of ['desk', 'phone'] as const) {
      const unit = await person(server.url, { role: 'unit', jurisdiction, unitId: project.id }, size);
      await open(unit.page, '/mine');
      await unit.page.getByText('发给本单位的文书').waitFor();
      await picture(unit.page, `mine-${size}`);
      await expectUsable(unit, `a unit’s page, ${size}`);
      await unit.page.getByRole('link', { name: '责令整改通知书' }).click();
      await unit.page
        .getByRole('region', { name: '文书预览' })
        .getByText('沅江大桥及连接线工程')
        .first()
        .waitFor();
      await picture(unit.page, `mine-document-${size}`);
      await expectUsable(unit, `a unit’s document, ${size}`);
      await unit.close();
    }
    await officer.close();
    await leader.close();
  });
});
