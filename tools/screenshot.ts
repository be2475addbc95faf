import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { z } from 'zod';
import { runAtTerminal, tool } from '../local/command-line.ts';
import { main as buildConsole } from './console.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/images');
const CHROMIUM = '/usr/bin/chromium';
const START = '2026-03-02T08:00:00+08:00';
/** Two working days later: the first notices and daily mails have been sent. */
const LATER = '2026-03-03T10:00:00+08:00';

const letter = z.object({ subject: z.string(), html: z.string().optional() });
const staff = z.object({
  items: z.array(z.object({ name: z.string(), certificate: z.object({ number: z.string() }).optional() })),
});
const mailbox = z.object({ items: z.array(letter) });

/** Starts the product on a free port. Resolves with its address once it listens. */
async function serve(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /Console\s+(http:\S+)\/$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the server stopped before it listened');
}

async function ask(url: string, body?: object, token?: string): Promise<unknown> {
  const answer = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function board(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale: 'zh-CN' });
  await page.goto(address);
  await page.getByRole('button', { name: '进入' }).click();
  await page.getByRole('table', { name: '30日内到期' }).getByRole('link').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(images, 'console.png') });
}

/** A draw by dice, recomputed in the browser. */
async function draw(browser: Browser, address: string): Promise<void> {
  const claims = { role: 'bureau-officer', jurisdiction: 'hongjiang', sub: 'officer' };
  const { token } = z.object({ token: z.string() }).parse(await ask(`${address}/local/token`, claims));
  const bureau = `${address}/v1/jurisdictions/hongjiang`;
  const draws = `${bureau}/draws`;
  const { items } = staff.parse(await ask(`${bureau}/staff`, undefined, token));
  const officers = items.flatMap(({ name, certificate }) =>
    certificate === undefined ? [] : [{ name, certificate: certificate.number }],
  );
  const committed = await ask(
    draws,
    {
      ruleId: 'archives-security/special-check',
      size: 3,
      ...(officers.length < 2 ? {} : { officers }),
      beacon: { kind: 'dice', witnesses: ['孙明', '周洁'] },
    },
    token,
  );
  const { id, commitment } = z.object({ id: z.string(), commitment: z.string() }).parse(committed);
  await ask(`${draws}/${id}/reveal`, { value: '3516244162' }, token);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 }, locale: 'zh-CN' });
  await page.addInitScript(`sessionStorage.setItem('archive-duty.token', '${token}')`);
  await page.goto(`${address}/draws/${id}`);
  await page.getByRole('button', { name: '在本浏览器中核验' }).click();
  await page.getByLabel('事先公布的承诺值').fill(commitment);
  await page.locator('[data-check=published][data-state=holds]').waitFor();
  await page.getByText('核验通过').waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(images, 'draw.png') });
}

/** One mail as its recipient sees it: a reminder to a project's archivist. */
async function mail(browser: Browser, address: string): Promise<void> {
  const { items } = mailbox.parse(await ask(`${address}/local/mailbox?channel=email`));
  const found = items.find(({ subject, html }) => subject.startsWith('【提醒】') && html !== undefined);
  if (found?.html === undefined) throw new Error('no reminder left');
  const page = await browser.newPage({ viewport: { width: 760, height: 600 }, locale: 'zh-CN' });
  await page.setContent(found.html);
  await page.screenshot({ path: join(images, 'mail.png'), fullPage: true });
}

async function takePictures(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-'));
  const options = ['--port', '0', '--data', directory, '--now', START];
  const server = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  mkdirSync(images, { recursive: true });
  try {
    const address = await serve(server);
    await ask(`${address}/local/clock`, { now: LATER });
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    await board(browser, address);
    await draw(browser, address);
    await mail(browser, address);
    await browser.close();
  } finally {
    server.kill();
    await once(server, 'exit');
    rmSync(directory, { recursive: true, force: true });
  }
}

export const main = tool({
  usage: `npm run screenshots
makes the README’s pictures from a server of its own with the demonstration data; needs Chromium at ${CHROMIUM}
exits 0 where they are made, 1 where not`,
  flags: {},
  run: async (_, terminal) => {
    const built = await buildConsole(['--must'], terminal);
    if (built === 0) await takePictures();
    return built;
  },
});

await runAtTerminal(import.meta.url, main);
