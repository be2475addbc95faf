import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  browserOfSuite,
  demoDirectory,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  settled,
  visit,
} from '../support/product/browser.ts';
import { startDemo, type RealProcess } from '../support/product/real-process.ts';
import { reach } from '../support/product/server.ts';

describeInBrowser('a calendar feed in the console', () => {
  const browser = browserOfSuite();
  let directory: string;
  let server: RealProcess;

  beforeAll(async () => {
    directory = await demoDirectory();
    server = await startDemo(directory, '--port', '0');
  });
  afterAll(async () => {
    await server.stop('SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  });

  test('is made, read and revoked by a unit on a phone', async () => {
    const officer = await reach(server.url).as({ role: 'bureau-officer', jurisdiction: 'hongjiang' });
    const [unit] = await officer.all(answers.subject, '/v1/jurisdictions/hongjiang/subjects?kind=unit');
    const visitor = await visit(browser(), server.url, { size: 'phone' });
    const { page } = visitor;
    await enterAs(visitor, server.url, {
      role: 'unit',
      jurisdiction: 'hongjiang',
      unitId: unit?.id ?? '',
    });
    await open(page, '/');
    await page.getByRole('button', { name: '生成订阅链接' }).click();
    const address = (await page.getByText(/\/v1\/calendars\/hongjiang~/).textContent()) ?? '';
    await settled(page);
    await picture(page, 'unit-feed-phone');
    await expectUsable(visitor, 'unit-feed-phone');
    const calendar = await fetch(address);
    expect(calendar.status).toBe(200);
    expect(await calendar.text()).toContain('BEGIN:VCALENDAR');
    const link = await page.getByRole('link', { name: '添加到本机日历' }).getAttribute('href');
    expect(link).toBe(address.replace('http:', 'webcal:'));

    await page.getByRole('button', { name: /停\s?用/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /停\s?用/ })
      .click();
    await page.getByText('尚未生成订阅链接。').waitFor();
    expect(await page.getByText(address).count()).toBe(0);
    expect((await fetch(address)).status).toBe(404);
    await visitor.close();
  });
});
