import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
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
} from '../support/product/browser.ts';

/** What an officer finds, chooses and has for a paper, on its page. */
describeInBrowser('the particulars of a document in the console', () => {
  const browser = browserOfSuite();

  async function change(page: Page, name: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click();
    const dialog = page.getByRole('dialog', { name });
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).first().fill(value);
    await dialog.getByRole('button', { name, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await settled(page);
  }

  async function fetched(page: Page, name: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).first().click(),
    ]);
    return textOfDocx(await bytesOf(download)).join('\n');
  }

  test('an investigation is entered, what is transferred and the paper of supervision are chosen', async () => {
    const server = await serveConsole('2026-07-02T12:00:00+08:00');
    const bureau = await bureauOf(server, 'baixiang');
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff, leaderOnStaff]);
    const unit = await bureau.enter({ kind: 'unit', name: '县卫健局', nature: 'organ' });
    const organ = await bureau.enter({ kind: 'enforcement-organ', name: '县住建局' });
    const draft = async (step: string, ruleId: string, subjectId: string): Promise<string> => {
      const body = { step, ruleId, subjectId, text: '经查，有下列问题。' };
      return (await bureau.officer.send(escalation, 'POST', `${bureau.path}/escalations`, body)).id;
    };
    const read = (id: string) => bureau.officer.get(escalation, `${bureau.path}/escalations/${id}`);
    const officer = await visit(browser(), server.url);
    await enterAs(officer, server.url, { role: 'bureau-officer', jurisdiction: 'baixiang', sub: 'officer' });
    const { page } = officer;

    const advice = await draft(
      'discipline-recommendation',
      'archives-security/self-inspection-ladder',
      unit.id,
    );
    await open(page, `/escalations/${advice}`);
    await change(page, '填写调查情况', { 调查日期: '2026-07-01', 调查情况: '责任人员未按制度办理。' });
    await page.getByText('2026年7月1日：责任人员未按制度办理。').waitFor();
    expect((await read(advice)).investigation).toEqual({ on: '2026-07-01', text: '责任人员未按制度办理。' });
    await picture(page, 'escalation-investigation');
    await expectUsable(officer, 'a recommendation with its investigation');

    const choose = async (id: string, name: string, option: string): Promise<void> => {
      await open(page, `/escalations/${id}`);
      await page.getByRole('button', { name: `填写${name}`, exact: true }).click();
      const dialog = page.getByRole('dialog', { name: `填写${name}` });
      await dialog.getByRole('combobox', { name }).click();
      await page.locator('.ant-select-item-option', { hasText: option }).first().click();
      await dialog.getByRole('button', { name: `填写${name}`, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await settled(page);
    };
    const handed = await draft('transfer', 'archives-disposal/crime-transfer', unit.id);
    await choose(handed, '移送类别', '其他行政机关管辖的案件');
    expect((await read(handed)).transfer).toBe('violation');
    const watched = await draft('opinion', 'administrative-litigation/problem-found', organ.id);
    await choose(watched, '监督文书种类', '督办函');
    expect(await read(watched)).toMatchObject({ supervision: 'urging', name: '行政执法监督督办函' });
    expect(await fetched(page, '下载文书')).toContain('行政执法监督督办函');
    await picture(page, 'escalation-supervision');
    await expectUsable(officer, 'a paper of supervision');
    await officer.close();
  });
});
