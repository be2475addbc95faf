import { join } from 'node:path';
import { expect } from 'vitest';
import {
  browserOfSuite,
  built,
  describeInBrowser,
  enterAs,
  open,
  picture,
  visit,
} from '../support/product/browser.ts';
import { startServer } from '../support/product/server.ts';
import { fillUp, testOnSmallDisk } from '../support/product/small-disk.ts';
import { START } from '../support/product/small-bureau.ts';

describeInBrowser('the console of a product whose disk is full', () => {
  const browser = browserOfSuite();

  testOnSmallDisk('says so on every page for as long as it is', async (disk) => {
    const server = await startServer(START, undefined, join(disk, 'data'), {
      built,
      signIn: { kind: 'local' },
    });
    const visitor = await visit(browser(), server.url);
    const { page } = visitor;
    await page.clock.install();
    await enterAs(visitor, server.url, { role: 'bureau-officer', jurisdiction: 'hongjiang' });
    const banner = page.getByRole('alert').filter({ hasText: '服务器磁盘已满或即将用尽' });
    await open(page, '/subjects');
    expect(await banner.count()).toBe(0);

    const free = fillUp(disk);
    for (const path of ['/subjects', '/notices']) {
      await open(page, path);
      expect(await banner.innerText()).toContain('请联系管理员清理磁盘');
    }
    await picture(page, 'full-disk');

    free();
    await page.clock.fastForward(10_000);
    await banner.waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
    await server.close();
  });
});
