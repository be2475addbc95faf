import { expect, test } from 'vitest';
import { idOf, type Act } from '../support/acts/act.ts';
import { actSites } from '../support/acts/sites.ts';
import { acts } from '../support/acts/table.ts';
import {
  browserOfSuite,
  built,
  describeInBrowser,
  enterAs,
  open,
  picture,
  visit,
  type Visitor,
} from '../support/product/browser.ts';
import { formScene, YESTERDAY, type FormScene } from '../support/product/form-scene.ts';
import { startServer, type Claims, type TestServer } from '../support/product/server.ts';

interface Desk {
  readonly visitor: Visitor;
  /** What was sent from it that is no question, and whether it bore a name. */
  readonly sent: { readonly route: string; readonly named: boolean }[];
}

/** With a change made by somebody else while each form is open, on one server and in one browser. */
describeInBrowser('a form that is open while somebody else changes the same thing', () => {
  const browser = browserOfSuite();

  const sites = actSites();
  /** What the server refused: told with an act that fails. */
  const refusals: string[] = [];
  /** `POST /v1/jurisdictions/{j}/draws` as it is asked for. */
  const patternOf = (route: string): RegExp => new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`);
  // One of them alone: ACT=waiver npx vitest run test/browser/acts.test.ts
  const wanted = process.env['ACT'] ?? '';

  test(
    'says what changed, keeps what was typed, and sends nothing until it is decided anew',
    { timeout: 900_000 },
    async () => {
      const server = await startServer(YESTERDAY, undefined, undefined, { built, signIn: { kind: 'local' } });
      const scene = await formScene(server);
      const desks = new Map<string, Desk>();
      const failures: string[] = [];
      for (const act of acts.filter(({ name }) => new RegExp(wanted).test(name))) {
        try {
          refusals.splice(0);
          await walk(scene, desks, act);
        } catch (error) {
          const said = error instanceof Error ? error.message.slice(0, 600) : 'failed';
          failures.push(`${act.name}: ${said} ${refusals.splice(0).join(' ')}`);
        }
      }
      await server.close();
      expect(failures).toEqual([]);
      for (const { visitor } of desks.values()) await visitor.close();
    },
  );

  /** One window for all acts of a person: the console is loaded into it once. */
  async function deskOf(server: TestServer, desks: Map<string, Desk>, claims: Claims): Promise<Desk> {
    const key = JSON.stringify(claims);
    const known = desks.get(key);
    if (known) return known;
    const visitor = await visit(browser(), server.url);
    const desk: Desk = { visitor, sent: [] };
    visitor.page.setDefaultTimeout(20_000);
    visitor.page.on('response', (response) => {
      if (response.status() < 400) return;
      response.text().then(
        (text) => refusals.push(text),
        () => undefined,
      );
    });
    visitor.page.on('request', (request) => {
      if (request.method() === 'GET') return;
      const route = `${request.method()} ${new URL(request.url()).pathname}`;
      desk.sent.push({ route, named: request.headers()['idempotency-key'] !== undefined });
    });
    await enterAs(visitor, server.url, claims);
    // A superior looks at the bureau in question.
    await visitor.page
      .context()
      .addInitScript("sessionStorage.setItem('archive-duty.jurisdiction', 'hongjiang');");
    desks.set(key, desk);
    return desk;
  }

  async function walk(scene: FormScene, desks: Map<string, Desk>, act: Act): Promise<void> {
    const path = await act.about(scene);
    const own = act.by.role === 'unit' ? { unitId: scene.ownerOf(idOf(path)) } : {};
    const claims = { jurisdiction: 'hongjiang', sub: 'me', ...act.by, ...own };
    const { visitor, sent } = await deskOf(scene.server, desks, claims);
    const { page } = visitor;
    sent.splice(0);
    // What an act that failed has left open asks before it is left.
    await page.goto('about:blank');
    await open(page, path);
    const form = await act.opens(page);
    const field = act.typed && form.getByLabel(act.typed[0]).first();
    await field?.fill(act.typed?.[1] ?? '');
    await act.fills?.(form);
    await act.meanwhile(scene, path);
    // The server refuses the old version; what is read anew shows the change.
    const send = form.getByRole('button', { name: act.send, exact: true }).last();
    await send.click();
    const changed = form.locator('.changed');
    await changed.waitFor();
    for (const text of act.shows) await expect.poll(() => changed.innerText()).toContain(text);
    if (field) expect(await field.inputValue()).toBe(act.typed[1]);
    await picture(page, `changed-${act.name.replaceAll(' ', '-')}`);
    // Pressed once more without having looked: nothing is sent.
    const before = sent.length;
    await send.click();
    expect(sent.length).toBe(before);
    const accept = changed.getByRole('button', { name: '已核对，按最新内容继续' });
    if (act.gone === true) {
      expect(await accept.count()).toBe(0);
    } else {
      await accept.click();
      if (field) expect(await field.inputValue()).toBe(act.typed[1]);
      const answer = act.refused ? form.locator('.ant-alert-error') : page.locator('.ant-message-success');
      await Promise.all([answer.first().waitFor(), send.click()]);
    }
    expect(sent.filter(({ route, named }) => route.startsWith('POST /v1/') && !named)).toEqual([]);
    // The place that the table names is the one that was walked.
    expect(sent.map(({ route }) => route)).toContainEqual(
      expect.stringMatching(patternOf(sites.get(act.site) ?? '')),
    );
  }
});
