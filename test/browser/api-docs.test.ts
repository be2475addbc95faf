import { expect, test } from 'vitest';
import { tags } from '../../functions/api/openapi/tags.ts';
import {
  browserOfSuite,
  describeInBrowser,
  picture,
  serveConsole,
  visit,
} from '../support/product/browser.ts';

describeInBrowser('the page of the API’s description', () => {
  const browser = browserOfSuite();
  test('shows every subject and its operations to whoever opens it, from this server alone', async () => {
    const server = await serveConsole('2026-03-02T08:00:00+08:00');
    const { page, complaints } = await visit(browser(), server.url);
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).origin));
    await page.goto('/v1/docs');
    await page.locator('.opblock-tag').first().waitFor();
    expect(await page.locator('.opblock-tag').count()).toBe(tags.length);
    await picture(page, 'api-docs');
    await page.locator('.opblock-tag[data-tag="Subjects"]').click();
    await page.locator('#operations-Subjects-createSubject button').first().click();
    await page.getByText('Idempotency-Key').first().waitFor();
    await picture(page, 'api-docs-operation');
    // Pictures that stand in the style sheet itself.
    expect([...asked].filter((origin) => origin !== 'null')).toEqual([new URL(server.url).origin]);
    expect(complaints).toEqual([]);
  });
});
