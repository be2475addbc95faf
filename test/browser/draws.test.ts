import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/draws.ts';
import { verifyDraw } from '../../shared/domain/draws/verify.ts';
import { bureauOf, type Bureau } from '../support/bureaus/bureau.ts';
import {
  browserOfSuite,
  bytesOf,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  serveConsole,
  settled,
  visit,
  type Size,
  type Visitor,
} from '../support/product/browser.ts';
import { AFTER, commit, drand, NAMED, signature, unitsIn, yearly } from '../support/quotas/draws.ts';
import { type Claims, type TestServer } from '../support/product/server.ts';

const jurisdiction = 'hongjiang';
const staff = ['王执法', '李执法', '赵执法'].map((name, index) => ({
  sub: `officer-${index}`,
  name,
  role: 'bureau-officer',
  certificate: { number: `湘20230${index + 1}`, validUntil: '2026-12-31' },
}));

/** Who is drawn, by whom it is seen, and by whom it can be computed again. */
describeInBrowser('a draw in the console', () => {
  const browser = browserOfSuite();

  async function scene(): Promise<{ server: TestServer; bureau: Bureau }> {
    const server = await serveConsole(NAMED);
    const bureau = await bureauOf(server, jurisdiction);
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staff);
    await unitsIn(bureau, 8);
    return { server, bureau };
  }

  async function person(
    url: string,
    role: Claims['role'],
    more: { readonly unitId?: string; readonly size?: Size } = {},
  ): Promise<Visitor> {
    const { size = 'desk', unitId } = more;
    const visitor = await visit(browser(), url, { size });
    await enterAs(visitor, url, { role, jurisdiction, ...(unitId === undefined ? {} : { unitId }) });
    return visitor;
  }

  async function pick(page: Page, label: string, ...values: readonly string[]): Promise<void> {
    const input = page.getByLabel(label, { exact: true });
    await input.click();
    for (const value of values) {
      if (await input.isEditable()) await input.fill(value);
      await page.locator('.ant-select-dropdown:visible').getByText(value).first().click();
    }
    await input.blur();
  }

  const verdict = (page: Page, name: string) =>
    page.getByRole('list', { name: '核验' }).locator(`[data-check=${name}]`);

  test('by dice goes from the roster to the result, and holds on the file that is published', async () => {
    const { server, bureau } = await scene();
    const { page, ...officer } = await person(server.url, 'bureau-officer');
    await open(page, '/draws');
    await expectUsable({ page, ...officer }, 'no draws');
    await page.getByRole('button', { name: '发起抽查' }).click();
    await pick(page, '检查任务', '档案安全日常检查');
    await page.getByLabel('抽取数量（家）').fill('2');
    await page.getByRole('button', { name: '添加不列入的单位' }).click();
    await pick(page, '单位', '第3单位');
    await page.getByLabel('理由').fill('正在搬迁新馆，库房停用');
    await pick(page, '执法人员（选填）', '王执法', '李执法', '赵执法');
    await pick(page, '王执法须回避的单位（选填）', '第5单位');
    await page.getByLabel('见证人一').fill('孙某');
    await page.getByLabel('见证人二').fill('周某');
    await picture(page, 'draw-new');
    await expectUsable({ page, ...officer }, 'a new draw');
    await page.getByRole('button', { name: '固定名单并公布承诺值' }).click();
    await page.getByText('下一步：抽取').waitFor();
    await settled(page);
    await picture(page, 'draw-committed');
    await expectUsable({ page, ...officer }, 'a draw that waits');

    await page.getByRole('button', { name: '抽取', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('骰子点数').fill('3 5 1');
    await dialog.getByRole('button', { name: '抽取', exact: true }).click();
    await dialog.getByText('只有3次，至少要掷').waitFor();
    expect(officer.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await dialog.getByLabel('骰子点数').fill('3 5 1 6 2 4 4 1 6');
    await dialog.getByRole('button', { name: '抽取', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('table', { name: '抽取结果' }).getByText('执法').first().waitFor();

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载抽查文件' }).click();
    const file = new TextDecoder().decode(await bytesOf(await saved));
    const published = contract.draw.parse(JSON.parse(file));
    expect(verifyDraw(published, published.commitment)).toMatchObject({ holds: true });
    expect(published.drawn).toHaveLength(2);
    expect(published.excluded).toMatchObject([{ name: '第3单位', reason: '正在搬迁新馆，库房停用' }]);

    await page.getByRole('button', { name: '在本浏览器中核验' }).click();
    await page.getByText('核验通过').waitFor();
    await page.getByLabel('事先公布的承诺值').fill(published.commitment);
    await page.getByText('骰子点数以见证人孙某、周某的证明为准').waitFor();
    expect(await verdict(page, 'published').getAttribute('data-state')).toBe('holds');
    await settled(page);
    await picture(page, 'draw-drawn');
    await expectUsable({ page, ...officer }, 'a draw that was verified');
    await page.getByLabel('事先公布的承诺值').fill('0'.repeat(64));
    await page.getByText('核验不通过').waitFor();

    await open(page, '/draws?tab=history');
    await page.getByText('第1单位').waitFor();
    await picture(page, 'draw-history');
    await expectUsable({ page, ...officer }, 'how often');
    await officer.close();

    await replace(server, published);
    const [unit] = await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=unit`);
    await tamper(server, unit?.id ?? '', file);
  });

  async function replace(server: TestServer, draw: z.infer<typeof contract.draw>): Promise<void> {
    const { page, ...leader } = await person(server.url, 'bureau-leader');
    await open(page, `/draws/${draw.id}`);
    await page.getByRole('button', { name: '递补', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const first = draw.roster.find(({ subjectId }) => subjectId === draw.drawn?.[0])?.name ?? '';
    await pick(page, '不能检查的单位', first);
    await dialog.getByLabel('理由').fill('单位已撤并');
    await dialog.getByRole('button', { name: '递补', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(`递补${first}`).waitFor();
    await page.getByRole('button', { name: '在本浏览器中核验' }).click();
    await page.getByText('核验通过').waitFor();
    expect(await verdict(page, 'replacements').getAttribute('data-state')).toBe('holds');
    await settled(page);
    await picture(page, 'draw-replaced');
    await expectUsable({ page, ...leader }, 'a replacement');
    await leader.close();
  }

  /** Anybody with the file, here an archivist on a phone. */
  async function tamper(server: TestServer, unitId: string, file: string): Promise<void> {
    const { page, ...unit } = await person(server.url, 'unit', { unitId, size: 'phone' });
    const drop = (text: string): Promise<void> =>
      page.locator('input[type=file]').setInputFiles({
        name: '抽查.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    await open(page, '/draws');
    await page.getByRole('link', { name: '核验文件' }).click();
    await drop(file);
    await page.getByText('核验通过').waitFor();
    await settled(page);
    await picture(page, 'draw-verify-phone');
    await expectUsable({ page, ...unit }, 'a file that holds');

    const draw = contract.draw.parse(JSON.parse(file));
    const others = draw.roster.filter(({ subjectId }) => !draw.drawn?.includes(subjectId));
    const drawn = [others[0]?.subjectId, ...(draw.drawn ?? []).slice(1)];
    await drop(JSON.stringify({ ...draw, drawn }));
    await page.getByText('核验不通过').waitFor();
    expect(await verdict(page, 'drawn').getAttribute('data-state')).toBe('fails');
    expect(await verdict(page, 'commitment').getAttribute('data-state')).toBe('holds');
    await picture(page, 'draw-tampered-phone');
    await expectUsable({ page, ...unit }, 'a file that does not hold');
    await drop(JSON.stringify({ ...draw, remark: 'x' }));
    await page.getByText('不是完整的抽查文件：remark').waitFor();
    await drop('抽查');
    await page.getByText('不是有效的 JSON').waitFor();
    await unit.close();
  }

  test('by a public round: the round is named, its answer pasted, the signature checked', async () => {
    const { server, bureau } = await scene();
    const ofNextRound = await commit(bureau.officer, { ruleId: yearly, beacon: drand });
    const { page, ...officer } = await person(server.url, 'bureau-officer');
    await open(page, '/draws');
    await page.getByRole('button', { name: '发起抽查' }).click();
    await pick(page, '检查任务', '档案安全日常检查');
    await page.getByRole('dialog').getByText('公共随机数（drand）').click();
    await page.getByLabel('公布时间（北京时间）').fill('2023-09-15T19:00');
    await page.getByText('对应第657412轮').waitFor();
    await page.getByRole('button', { name: '固定名单并公布承诺值' }).click();
    await page.getByText('https://api.drand.sh/').waitFor();
    await settled(page);
    await picture(page, 'draw-drand');
    await server.advance(AFTER);
    await page.getByRole('button', { name: '抽取', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const answer = JSON.stringify({ round: drand.round, randomness: '00', signature });
    await dialog.getByLabel('公共随机数').fill(answer);
    await dialog.getByRole('button', { name: '抽取', exact: true }).click();
    // That is the answer of the round after it.
    await dialog.getByText('不是第657412轮的公共随机数').waitFor();
    expect(officer.complaints.splice(0)).toEqual([expect.stringContaining('422')]);

    await open(page, `/draws/${ofNextRound.id}`);
    await page.getByRole('button', { name: '抽取', exact: true }).click();
    await dialog.getByLabel('公共随机数').fill(answer);
    await dialog.getByRole('button', { name: '抽取', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '在本浏览器中核验' }).click();
    await page.getByText('核验通过').waitFor();
    expect(await verdict(page, 'chance').getAttribute('data-state')).toBe('holds');
    await settled(page);
    await picture(page, 'draw-by-drand');
    await expectUsable({ page, ...officer }, 'a draw by drand');
    await officer.close();
  });
});
