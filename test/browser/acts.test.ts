import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Role } from '../../shared/rules/schema.ts';
import {
  browserOfSuite,
  describeInBrowser,
  enterAs,
  open,
  picture,
  visit,
} from '../support/product/browser.ts';
import { startServer } from '../support/product/server.ts';
import { formScene, type FormScene } from '../support/product/form-scene.ts';
import { built } from '../support/product/browser.ts';

/** An act of the console, and what somebody else does to the same thing while its form is open. */
interface Act {
  readonly name: string;
  readonly role: Role;
  /** Makes what the act is about; answers the page’s address. */
  readonly about: (scene: FormScene) => Promise<string>;
  /** Opens the form and answers it. */
  readonly opens: (page: Page) => Promise<Locator>;
  /** The field that is typed into, and what. */
  readonly typed?: readonly [label: string, text: string];
  readonly fills?: (form: Locator) => Promise<void>;
  readonly send: string;
  readonly meanwhile: (scene: FormScene, path: string) => Promise<unknown>;
  /** What the form shows as changed. */
  readonly shows: readonly string[];
  /** The act is no longer open: the form stays, and nothing can be sent. */
  readonly gone?: true;
}

const idOf = (path: string): string => path.split('/').at(-1)?.split('?')[0] ?? '';
const dialog =
  (label: string, title = label) =>
  async (page: Page): Promise<Locator> => {
    await page.getByRole('main').getByRole('button', { name: label, exact: true }).first().click();
    return page.getByRole('dialog', { name: title });
  };

const acts: readonly Act[] = [
  {
    name: 'approval',
    role: 'bureau-leader',
    about: (scene) => scene.document('proposed'),
    opens: dialog('批准'),
    typed: ['决定理由', '同意文本一'],
    send: '批准',
    meanwhile: async (scene, path) => {
      await scene.patch(idOf(path), { text: '文本二' });
      await scene.step(idOf(path), 'proposal', {});
    },
    shows: ['文本一', '文本二'],
  },
  {
    name: 'refusal',
    role: 'bureau-leader',
    about: (scene) => scene.document('proposed'),
    opens: dialog('不予批准'),
    typed: ['决定理由', '不同意文本一'],
    send: '不予批准',
    meanwhile: async (scene, path) => {
      await scene.patch(idOf(path), { text: '文本二' });
      await scene.step(idOf(path), 'proposal', {});
    },
    shows: ['文本一', '文本二'],
  },
  {
    name: 'proposal',
    role: 'bureau-officer',
    about: (scene) => scene.document('draft'),
    opens: dialog('提请批准'),
    send: '提请批准',
    meanwhile: (scene, path) => scene.patch(idOf(path), { text: '文本二' }),
    shows: ['文本一', '文本二'],
  },
  {
    name: 'issue',
    role: 'bureau-officer',
    about: (scene) => scene.document('approved'),
    opens: dialog('编号印发'),
    typed: ['文号', '洪档监〔2026〕9号'],
    send: '编号印发',
    meanwhile: (scene, path) => scene.patch(idOf(path), { text: '文本二' }),
    shows: ['已批准', '拟稿'],
    gone: true,
  },
  {
    name: 'text of a document',
    role: 'bureau-officer',
    about: (scene) => scene.document('draft'),
    opens: async (page) => {
      await page.getByRole('button', { name: '修改正文' }).click();
      return page.getByRole('main');
    },
    typed: ['正文', '文本三'],
    send: '保存',
    meanwhile: (scene, path) => scene.patch(idOf(path), { text: '文本二' }),
    shows: ['文本一', '文本二'],
  },
  {
    name: 'fulfilment',
    role: 'bureau-officer',
    about: (scene) => scene.duty(),
    opens: dialog('办结', '登记办结'),
    typed: ['文件名称或文号', '登记表'],
    send: '办结',
    meanwhile: (scene, path) => scene.extend(idOf(path), '2026-08-20'),
    shows: ['2026年8月20日'],
  },
  {
    name: 'extension',
    role: 'bureau-leader',
    about: (scene) => scene.duty(),
    opens: dialog('延期'),
    typed: ['理由', '工期顺延'],
    fills: (form) => form.getByLabel('延期至').fill('2026-09-10'),
    send: '延期',
    meanwhile: (scene, path) => scene.extend(idOf(path), '2026-08-20'),
    shows: ['2026年8月20日'],
  },
  {
    name: 'judging a report',
    role: 'bureau-officer',
    about: (scene) => scene.reported('登记表甲'),
    opens: dialog('确认报送'),
    typed: ['审核意见', '齐全'],
    send: '确认报送',
    meanwhile: async (scene, path) => {
      await scene.giveBack(idOf(path));
      await scene.report(idOf(path), '登记表乙');
    },
    shows: ['登记表甲', '登记表乙'],
  },
  {
    name: 'facts of a unit',
    role: 'bureau-officer',
    about: async (scene) => `/subjects/${await scene.unit()}?tab=facts`,
    opens: async (page) => page.getByRole('main'),
    typed: ['名称', '正在录入的名称'],
    send: '保存',
    meanwhile: (scene, path) => scene.bureau.patch(idOf(path), { traits: ['direct'] }),
    shows: ['直属单位'],
  },
  {
    name: 'retiring a unit',
    role: 'bureau-officer',
    about: async (scene) => `/subjects/${await scene.unit()}?tab=facts`,
    opens: dialog('注销'),
    send: '注销',
    meanwhile: (scene, path) => scene.bureau.patch(idOf(path), { name: '改过的名称' }),
    shows: ['改过的名称'],
  },
  {
    name: 'arrangement of a year',
    role: 'bureau-admin',
    about: async (scene) => {
      await scene.year(['2027-01-01'], '第一版');
      return '/calendar?year=2027';
    },
    opens: dialog('录入放假安排', '录入放假安排（2027）'),
    typed: ['放假日期', '2027-01-01\n2027-01-04'],
    send: '录入放假安排',
    meanwhile: (scene) => scene.year(['2027-01-01', '2027-10-05'], '第二版'),
    shows: ['2027-10-05', '第二版'],
  },
  {
    name: 'settings',
    role: 'bureau-admin',
    about: async () => '/settings',
    opens: async (page) => page.getByRole('main'),
    typed: ['责令改正期限（天）', '21'],
    send: '保存',
    meanwhile: (scene) => scene.settings({ sendHour: 10 }),
    shows: ['发送时刻'],
  },
  {
    name: 'giving a draw up',
    role: 'bureau-leader',
    about: (scene) => scene.draw(),
    opens: dialog('终止抽查'),
    typed: ['理由', '名单有误'],
    send: '终止抽查',
    meanwhile: (scene, path) => scene.reveal(idOf(path)),
    shows: ['已抽取'],
    gone: true,
  },
];

/** With a change made by somebody else while each form is open, on one server and in one browser. */
describeInBrowser('a form that is open while somebody else changes the same thing', () => {
  const browser = browserOfSuite();

  test('says what changed, keeps what was typed, and sends nothing until it is decided anew', async () => {
    const server = await startServer('2026-07-13T10:00:00+08:00', undefined, undefined, {
      built,
      signIn: { kind: 'local' },
    });
    const scene = await formScene(server);
    const failures: string[] = [];
    for (const act of acts) {
      try {
        await walk(scene, act);
      } catch (error) {
        failures.push(`${act.name}: ${error instanceof Error ? error.message.slice(0, 600) : 'failed'}`);
      }
    }
    await server.close();
    expect(failures).toEqual([]);
  });

  async function walk(scene: FormScene, act: Act): Promise<void> {
    const visitor = await visit(browser(), scene.server.url);
    const { page } = visitor;
    page.setDefaultTimeout(20_000);
    const nameless: string[] = [];
    page.on('request', (request) => {
      const acting = request.method() === 'POST' && request.url().includes('/v1/');
      if (acting && request.headers()['idempotency-key'] === undefined) nameless.push(request.url());
    });
    await enterAs(visitor, scene.server.url, { role: act.role, jurisdiction: 'hongjiang', sub: 'me' });
    const path = await act.about(scene);
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
    await changed.locator('dd').first().waitFor();
    const said = await changed.innerText();
    for (const text of act.shows) expect(said).toContain(text);
    if (field) expect(await field.inputValue()).toBe(act.typed?.[1]);
    await picture(page, `changed-${act.name.replaceAll(' ', '-')}`);
    // Pressed once more without having looked: nothing is sent.
    let sent = 0;
    page.on('request', (request) => (sent += request.method() === 'GET' ? 0 : 1));
    await send.click();
    expect(sent).toBe(0);
    const accept = changed.getByRole('button', { name: '已核对，按最新内容继续' });
    if (act.gone === true) {
      expect(await accept.count()).toBe(0);
    } else {
      await accept.click();
      if (field) expect(await field.inputValue()).toBe(act.typed?.[1]);
      await Promise.all([page.locator('.ant-message-success').first().waitFor(), send.click()]);
    }
    expect(nameless).toEqual([]);
    await visitor.close();
  }
});
