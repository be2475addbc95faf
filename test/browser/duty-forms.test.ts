import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { unzip } from '../../shared/files/zip.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import {
  browserOfSuite,
  bytesOf,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  serveConsole,
  visit,
} from '../support/product/browser.ts';
import { textOfDocx } from '../support/files/docx-text.ts';

const START = '2026-09-07T10:00:00+08:00';

async function fetched(page: Page, button: Locator): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

describeInBrowser('the forms of duties and projects in the console', () => {
  const browser = browserOfSuite();

  test('an archivist has the blank beside the duty, the bureau the forms and the file of the project', async () => {
    const server = await serveConsole(START);
    const bureau = await bureauOf(server, 'shexian');
    const unit = await bureau.enter({ kind: 'unit', name: '县水务集团有限公司', nature: 'state-owned' });
    const project = await bureau.enter({
      kind: 'project',
      name: '一号水厂工程',
      parties: [{ relation: 'construction-unit', subjectId: unit.id }],
      facts: { startedOn: '2026-06-15', plannedCompletionAcceptanceOn: '2026-12-01' },
    });
    const archivist = await visit(browser(), server.url);
    await enterAs(archivist, server.url, { role: 'unit', jurisdiction: 'shexian', unitId: unit.id });
    await open(archivist.page, '/mine');
    const later = archivist.page.getByRole('button', { name: /查看今后到期/u });
    await later.click();
    const blank = archivist.page.getByRole('button', { name: '下载《重点建设项目档案管理登记表》' }).first();
    const form = await fetched(archivist.page, blank);
    expect(form.name).toBe('重点建设项目档案管理登记表.docx');
    expect(textOfDocx(form.bytes)).toContain('县水务集团有限公司');
    await expectUsable(archivist, 'duty-forms-mine');
    await archivist.close();

    const officer = await visit(browser(), server.url);
    const { page } = officer;
    await enterAs(officer, server.url, { role: 'bureau-officer', jurisdiction: 'shexian' });
    await open(page, `/subjects/${project.id}?tab=forms`);
    const forms = page.getByRole('region', { name: '表格' });
    await forms.getByRole('button', { name: '下载《河北省重点建设项目档案验收评分表》' }).waitFor();
    // What the acceptance has not come to is named with what is missing.
    await forms.getByText(/重点建设项目档案验收意见.*还不能下载：.*验收尚未办到/u).waitFor();
    await expectUsable(officer, 'duty-forms-subject');
    const path = `${bureau.path}/subjects/${project.id}/events`;
    const enter = (body: object) => bureau.officer.send(answers.subjectDetail, 'POST', path, body);
    await enter({ event: 'application', on: '2026-09-07', parts: [1, 2, 3, 4, 5, 6], selfScore: 80 });
    await enter({
      event: 'group',
      chair: '甲',
      members: ['甲', '乙', '丙', '丁', '戊'].map((name) => ({ name, from: '县档案局' })),
    });
    await open(page, `/subjects/${project.id}?tab=forms`);
    const group = await fetched(page, forms.getByRole('button', { name: '下载《档案专项验收组成员名单》' }));
    expect(textOfDocx(group.bytes)).toContain('戊');
    const dossier = await fetched(page, page.getByRole('button', { name: '下载项目案卷' }));
    expect(Object.keys(unzip(dossier.bytes))).toContain('案卷.docx');
    await officer.close();
  });
});
