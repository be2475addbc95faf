import { expect, onTestFinished, test } from 'vitest';
import type { Page, Request } from 'playwright-core';
import * as answers from '../../shared/contract/answers.ts';
import { BEGINS, J, personOf } from '../assembly/month.ts';
import { readAssembly } from '../support/assembly/assembly.ts';
import { openCloud, type Cloud } from '../support/assembly/cloud.ts';
import { synthesise } from '../support/aws/synthesised.ts';
import {
  browserOfSuite,
  built,
  describeInBrowser,
  picture,
  settled,
  visit,
} from '../support/product/browser.ts';

const officer = personOf('bureau-officer', 'officer');

/** Lets a page reach the account by its real names: the console’s host, and those of the sign-in. */
async function connect(page: Page, cloud: Cloud): Promise<URL[]> {
  const beyond: URL[] = [];
  const asked = (request: Request) => {
    const url = new URL(request.url());
    const headers = { ...request.headers(), host: url.host };
    const body = request.postDataBuffer() ?? Buffer.alloc(0);
    return cloud.ask({ method: request.method(), url: `${url.pathname}${url.search}`, headers, body });
  };
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    if (url.origin === cloud.origin) return route.fulfill(await asked(request));
    if (!cloud.signIn.hosts.includes(url.host)) {
      beyond.push(url);
      return route.abort();
    }
    const body = request.postDataBuffer();
    const response = await fetch(cloud.signIn.reach(url.href), {
      method: request.method(),
      headers: { 'content-type': request.headers()['content-type'] ?? '' },
      ...(body === null ? {} : { body: new Uint8Array(body) }),
    });
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  return beyond;
}

describeInBrowser('the console as it is deployed on AWS', () => {
  const browser = browserOfSuite();

  // Prod has the same parts; its sign-in is in its month.
  test('an officer signs in with the pool’s tokens, sees the register, signs out', async () => {
    const { assembly, remove } = await synthesise('dev', built);
    onTestFinished(remove);
    const cloud = await openCloud(readAssembly(assembly), { now: BEGINS });
    onTestFinished(() => cloud.close());
    await cloud.tick();
    const project = { kind: 'project', name: '沅江大桥及连接线工程', facts: { startedOn: '2026-01-15' } };
    await (await cloud.as(officer)).send(answers.subject, 'POST', `${J}/subjects`, project);

    const visitor = await visit(browser(), cloud.origin);
    onTestFinished(() => visitor.close());
    const { page, complaints } = visitor;
    await page.clock.setFixedTime(new Date(BEGINS));
    const beyond = await connect(page, cloud);
    await page.goto('/subjects');
    await page.getByRole('link', { name: officer.email }).click();
    await page.getByText('沅江大桥及连接线工程').first().waitFor();
    await settled(page);
    await picture(page, 'on-aws');
    expect(new URL(page.url()).pathname).toBe('/subjects');
    await page.goto('/v1/docs');
    await page.locator('.opblock-tag').first().waitFor();
    await page.goto('/subjects');
    await page.getByRole('button', { name: /^账户/ }).click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '前往登录' }).waitFor();
    await settled(page);
    expect(complaints).toEqual([]);
    expect(beyond).toEqual([]);
    expect(cloud.authority.denied).toEqual([]);
  });
});
