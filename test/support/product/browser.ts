import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFailed } from 'vitest';
import { z } from 'zod';
import { CHROMIUM } from './browser-setup.ts';
import { startDemo } from './real-process.ts';
import { reach, serverForTest, type Claims, type TestServer } from './server.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const screenshots = join(root, 'test/screenshots');
export const built = join(root, 'web/dist');

/** A suite in a real browser. It is skipped with a message when there is none (`.ci/run` fails then). */
export const describeInBrowser = (name: string, suite: () => void): void => {
  if (existsSync(CHROMIUM)) describe(name, suite);
  else describe.skip(`${name} — SKIPPED: no Chromium at ${CHROMIUM}; apt-get install chromium`, suite);
};

/** A connection to the browser of all suites, for as long as the suite runs; each suite has its own windows. */
export function browserOfSuite(): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(() => browser?.close());
  return () => {
    if (!browser) throw new Error('the browser is asked for before the suite has begun');
    return browser;
  };
}

const DEMO_START = '2026-03-02T08:00:00+08:00';

/**
 * A directory as the first start with the demonstration data leaves it: started once for all suites, then
 * copied.
 */
export async function demoDirectory(): Promise<string> {
  const kept = join(inject('shared'), 'demo');
  if (!existsSync(kept)) {
    const made = mkdtempSync(join(inject('shared'), 'making-'));
    await (await startDemo(made, '--port', '0', '--now', DEMO_START)).stop('SIGTERM');
    // Another suite may have been faster: its start is just as good.
    if (!existsSync(kept)) renameSync(made, kept);
    else rmSync(made, { recursive: true });
  }
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-demo-'));
  cpSync(kept, directory, { recursive: true });
  return directory;
}

/** The product with the console, on a simulated clock. */
export const serveConsole = (now: string): Promise<TestServer> =>
  serverForTest(now, undefined, { built, signIn: { kind: 'local' } });

export const sizes = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 360, height: 740 },
} as const;
export type Size = keyof typeof sizes;

/** A person with a separate window. */
export interface Visitor {
  readonly page: Page;
  /** The browser’s complaints: errors, refused requests, violated policies. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export interface VisitOptions {
  readonly size?: Size;
  readonly shade?: 'light' | 'dark';
  readonly language?: 'zh' | 'en';
}

export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visitor> {
  const { size = 'desk', shade = 'light', language = 'zh' } = options;
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'zh-CN',
    baseURL: url,
    reducedMotion: 'reduce',
    // Where a test serves with TLS, its certificate is its own.
    ignoreHTTPSErrors: true,
  });
  await context.addInitScript(
    `localStorage.setItem('archive-duty.shade', '${shade}'); localStorage.setItem('archive-duty.language', '${language}');`,
  );
  // Machines may be slow; a test that hangs still says where.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // The page’s text is reported with the failure: it may never occur again.
  onTestFailed(async ({ task }) => {
    if (page.isClosed()) return;
    console.error(`${task.name}\n${page.url()}\n${complaints.join('\n')}\n${await page.innerText('body')}`);
    await picture(page, `failed-${task.id}`);
  });
  return { page, complaints, close: () => context.close() };
}

/** A token as the sign-in form would get it; the form itself has its own tests. */
export async function enterAs(visitor: Visitor, url: string, claims: Claims): Promise<void> {
  const token = await reach(url).token({ sub: `${claims.role}-1`, ...claims });
  await visitor.page.context().addInitScript(`sessionStorage.setItem('archive-duty.token', '${token}');`);
}

/** Opens an address and waits until nothing is loading. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.ant-spin-spinning, .ant-card-loading, [aria-busy=true]').first().waitFor({
    state: 'detached',
  });
}

/** The content of a download, wherever the browser stores it. */
export async function bytesOf(download: Download): Promise<Uint8Array> {
  return buffer(await download.createReadStream());
}

/** For people to look at; git ignores them. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const findings = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string() })),
    }),
  ),
});

/** The page is accessible: axe finds nothing serious, and nothing reaches beyond the side of the window. */
export async function expectUsable({ page, complaints }: Visitor, where: string): Promise<void> {
  await page.evaluate(axe);
  const { violations } = findings.parse(await page.evaluate('axe.run()'));
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  expect(serious, where).toEqual([]);
  const over = z
    .number()
    .parse(
      await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    );
  expect(over, `${where}: pixels beyond the window`).toBeLessThanOrEqual(0);
  expect(complaints, where).toEqual([]);
}
