import { expect, test } from 'vitest';
import { bureauOf, contactAt, selfInspection } from '../support/bureaus/bureau.ts';
import {
  browserOfSuite,
  built,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  settled,
  visit,
} from '../support/product/browser.ts';
import { serverForTest } from '../support/product/server.ts';

const ADDRESS = 'https://duty.example.cn';
const to = 'edu@unit.example.com';

describeInBrowser('the link of a letter', () => {
  const browser = browserOfSuite();

  test('is followed from the mail on a phone, without an account, to a receipt that the officer sees', async () => {
    const console = { built, signIn: { kind: 'local' } } as const;
    const server = await serverForTest('2026-09-22T10:00:00+08:00', undefined, console, undefined, ADDRESS);
    const bureau = await bureauOf(server, 'hongjiang');
    const unit = await bureau.enter({
      kind: 'unit',
      name: '区教育局',
      traits: ['backup-register'],
      contacts: [contactAt('Edu')],
    });
    const { id } = await bureau.obligation(unit.id, selfInspection, '2025');
    await server.advance('2026-09-23T12:00:00+08:00');
    const [mail] = await server.mailbox({ to });

    // The mail as a phone shows it.
    const visitor = await visit(browser(), server.url, { size: 'phone' });
    const { page } = visitor;
    await page.setContent(mail?.html ?? '');
    await picture(page, 'letter-mail-phone');
    const link = (await page.getByRole('link').getAttribute('href')) ?? '';
    expect(link.startsWith(`${ADDRESS}/a/`)).toBe(true);

    await open(page, link.replace(ADDRESS, ''));
    await page.getByText('2026年9月30日').first().waitFor();
    await picture(page, 'letter-phone');
    await expectUsable(visitor, 'letter-phone');

    await page.getByRole('button', { name: '申请延期' }).click();
    await page.getByLabel('申请延期至').fill('2026-10-30');
    await page.getByLabel('申请理由').fill('单位搬迁，材料尚未整理完毕');
    await page.getByRole('button', { name: /提\s?交/ }).click();
    await page.getByText('等待答复').waitFor();

    await page.getByRole('button', { name: '更正联系人' }).click();
    await page.getByLabel('姓名').fill('新联系人');
    await page.getByRole('button', { name: /提\s?交/ }).click();
    await page.getByText('已收到，回执号').waitFor();

    await page.getByRole('button', { name: '报送办理情况' }).click();
    await page.getByLabel('办理日期').fill('2026-09-22');
    await page.getByLabel('材料名称或文号').fill('自查报告.pdf');
    await picture(page, 'letter-report-phone');
    await expectUsable(visitor, 'letter-report-phone');
    await page.getByRole('button', { name: /提\s?交/ }).click();
    await page.getByText('办理情况已报送，等待审核').waitFor();
    await settled(page);
    const shown = (await page.getByRole('status').textContent()) ?? '';
    const { report } = await bureau.detail(id);
    expect(shown).toContain(report?.receipt ?? 'no receipt');
    await picture(page, 'letter-receipt-phone');
    await expectUsable(visitor, 'letter-receipt-phone');
    await visitor.close();

    const officer = await visit(browser(), server.url);
    await enterAs(officer, server.url, { role: 'bureau-leader', jurisdiction: 'hongjiang' });
    await open(officer.page, `/obligations/${id}`);
    await officer.page.getByText('单位申请延期至2026年10月30日').waitFor();
    await officer.page
      .getByText(report?.receipt ?? 'no receipt')
      .first()
      .waitFor();
    await picture(officer.page, 'letter-duty-desk');
    await expectUsable(officer, 'letter-duty-desk');
    await open(officer.page, `/subjects/${unit.id}`);
    await officer.page.getByText('新联系人').waitFor();
    await picture(officer.page, 'letter-contacts-desk');
    await expectUsable(officer, 'letter-contacts-desk');
    await officer.page.getByRole('button', { name: '确认更正' }).click();
    await officer.page.getByText('确认更正').waitFor({ state: 'detached' });
    await officer.close();
  });

  test('that is not good says so, in two languages, and asks nobody to sign in', async () => {
    const server = await serverForTest('2026-09-22T10:00:00+08:00', undefined, {
      built,
      signIn: { kind: 'local' },
    });
    const visitor = await visit(browser(), server.url, { size: 'phone' });
    await open(visitor.page, `/a/hongjiang-${'a'.repeat(26)}`);
    await visitor.page.getByText('链接无效或者已经失效', { exact: true }).waitFor();
    await visitor.page.getByRole('button', { name: 'English' }).click();
    await visitor.page.getByText('This link is not known, or no longer good', { exact: true }).waitFor();
    await picture(visitor.page, 'letter-gone-phone');
    await visitor.close();
  });
});
