import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
export const CHROMIUM = '/usr/bin/chromium';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the one browser of all suites; empty when this machine has none. */
    browser: string;
    /** A folder that suites share; it is removed after the last of them. */
    shared: string;
  }
}

/** Once for all suites in the browser: the console as its sources are now, and one browser. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const shared = mkdtempSync(join(tmpdir(), 'archive-duty-browser-'));
  project.provide('shared', shared);
  await run(process.execPath, ['--import', 'tsx', 'tools/console.ts', '--must'], { cwd: root });
  const server = existsSync(CHROMIUM)
    ? await chromium.launchServer({
        executablePath: CHROMIUM,
        host: '127.0.0.1',
        args: ['--no-sandbox', '--lang=zh-CN', '--disable-gpu'],
        env: { ...process.env, LANGUAGE: 'zh_CN' },
      })
    : undefined;
  project.provide('browser', server?.wsEndpoint() ?? '');
  return async () => {
    await server?.close();
    rmSync(shared, { recursive: true, force: true });
  };
}
