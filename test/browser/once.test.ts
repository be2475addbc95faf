import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { pick } from '../support/acts/act.ts';
import {
  browserOfSuite,
  describeInBrowser,
  enterAs,
  open,
  serveConsole,
  visit,
} from '../support/product/browser.ts';
import { bureauOf, type Bureau } from '../support/bureaus/bureau.ts';

/** An act of the console that enters something new. */
interface Creating {
  readonly name: string;
  readonly path: string;
  /** Opens the form and fills it in. */
  readonly fills: (page: Page, name: string) => Promise<Locator>;
  readonly send: string;
  /** How many were entered under the name. */
  readonly count: (bureau: Bureau, name: string) => Promise<number>;
}

const creating: readonly Creating[] = [
  {
    name: 'a unit',
    path: '/subjects',
    fills: async (page, name) => {
      await page.getByRole('main').getByRole('button', { name: '登记' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('名称').first().fill(name);
      await form.getByLabel('姓名').first().fill('某人');
      return form;
    },
    send: '登记',
    count: async ({ officer, path }, name) =>
      (await officer.all(answers.subject, `${path}/subjects?q=${encodeURIComponent(name)}`)).length,
  },
  {
    name: 'a draft of a document',
    path: '/escalations',
    fills: async (page, name) => {
      await page.getByRole('main').getByRole('button', { name: '起草文书' }).click();
      const form = page.getByRole('main');
      await pick('处理对象', '区教育局')(form);
      await pick('文书种类', '执法通知书')(form);
      await form.getByLabel('正文').fill(name);
      return form;
    },
    send: '起草',
    count: async ({ officer, path }, name) =>
      (await officer.all(escalation, `${path}/escalations`)).filter(({ text }) => text.startsWith(name))
        .length,
  },
];

describeInBrowser('what is entered anew', () => {
  const browser = browserOfSuite();

  test('is entered once, where the answer was lost and where the button was pressed twice', async () => {
    const server = await serveConsole('2026-07-02T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    await bureau.enter({ kind: 'unit', name: '区教育局' });
    const visitor = await visit(browser(), server.url);
    const { page } = visitor;
    await enterAs(visitor, server.url, { role: 'bureau-officer', jurisdiction: 'hongjiang' });
    const counted: Record<string, readonly number[]> = {};
    for (const act of creating) {
      await open(page, act.path);
      const form = await act.fills(page, '断线');
      const send = form.getByRole('button', { name: act.send, exact: true }).last();
      // The server does it; its answer never arrives.
      await page.route(
        `**/v1/jurisdictions/hongjiang${act.path}`,
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      );
      await send.click();
      await form.locator('.problem').first().waitFor();
      const after = await act.count(bureau, '断线');
      await Promise.all([page.locator('.ant-message-success').first().waitFor(), send.click()]);

      await open(page, act.path);
      const second = await act.fills(page, '连击');
      const twice = second.getByRole('button', { name: act.send, exact: true }).last();
      await Promise.all([page.locator('.ant-message-success').first().waitFor(), twice.dblclick()]);
      await server.settled();
      counted[act.name] = [after, await act.count(bureau, '断线'), await act.count(bureau, '连击')];
    }
    expect(counted).toEqual({ 'a unit': [1, 1, 1], 'a draft of a document': [1, 1, 1] });
    await visitor.close();
  });
});
