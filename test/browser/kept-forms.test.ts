import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bureauOf } from '../support/bureaus/bureau.ts';
import {
  browserOfSuite,
  describeInBrowser,
  expectUsable,
  open,
  picture,
  serveConsole,
  settled,
  visit,
} from '../support/product/browser.ts';

/** What is typed outlives the token, for the person who typed it. */
describeInBrowser('a token that runs out', () => {
  const browser = browserOfSuite();

  async function signIn(page: Page, sub: string): Promise<void> {
    await page.getByLabel('人员').fill(sub);
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
  }

  /** The next act is refused as one without a valid token is. */
  async function runOut(page: Page): Promise<void> {
    await page.route(
      '**/v1/**',
      (route) =>
        route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401}' }),
      { times: 1 },
    );
  }

  test('loses nothing of a form: the same person finds it again, once, and nobody else', async () => {
    const server = await serveConsole('2026-07-02T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    const { id } = await bureau.enter({ kind: 'unit', name: '区教育局', code: 'U1' });
    const visitor = await visit(browser(), server.url);
    const { page } = visitor;
    await open(page, `/subjects/${id}?tab=facts`);
    await signIn(page, 'wang');

    // A form that stands on its page.
    await page.getByLabel('名称').fill('区教育和体育局');
    await runOut(page);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '进入' }).waitFor();
    await signIn(page, 'wang');
    expect(new URL(page.url()).pathname).toBe(`/subjects/${id}`);
    await page.getByText('登录过期前填写的内容已经恢复').waitFor();
    expect(await page.getByLabel('名称').inputValue()).toBe('区教育和体育局');
    await picture(page, 'kept-form');

    // A form that opens: it is open again.
    await page.getByRole('button', { name: '注销', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '注销' });
    await dialog.getByLabel('注销日期').fill('2026-06-30');
    await runOut(page);
    await dialog.getByRole('button', { name: '注销', exact: true }).click();
    await page.getByRole('button', { name: '进入' }).waitFor();
    await signIn(page, 'wang');
    await dialog.getByText('登录过期前填写的内容已经恢复').waitFor();
    expect(await dialog.getByLabel('注销日期').inputValue()).toBe('2026-06-30');
    await dialog.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '区教育和体育局', level: 1 }).waitFor();
    expect(await page.evaluate("sessionStorage.getItem('archive-duty.kept-forms')")).toBeNull();

    // Somebody else at the same window finds nothing, and takes it away.
    await page.getByLabel('名称').fill('不该看见');
    await runOut(page);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '进入' }).waitFor();
    expect(await page.evaluate("sessionStorage.getItem('archive-duty.kept-forms')")).toContain('不该看见');
    await signIn(page, 'liu');
    expect(await page.getByLabel('名称').inputValue()).toBe('区教育和体育局');
    expect(await page.evaluate("sessionStorage.getItem('archive-duty.kept-forms')")).toBeNull();
    expect(visitor.complaints.splice(0)).toEqual(
      Array.from({ length: 3 }, (): unknown => expect.stringContaining('401')),
    );
    await expectUsable(visitor, 'a form after signing in again');
    await visitor.close();
  });
});
