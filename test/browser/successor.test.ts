import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { contactAt } from '../support/bureaus/bureau.ts';
import { beforeLateForm, lateFormOn } from '../support/cases/escalations.ts';
import {
  browserOfSuite,
  describeInBrowser,
  enterAs,
  expectUsable,
  open,
  picture,
  serveConsole,
  settled,
  visit,
} from '../support/product/browser.ts';

const jurisdiction = 'hongjiang';

/** A unit that was merged into another: what is still offered, and what its successor finds. */
describeInBrowser('the successor of a unit in the console', () => {
  const browser = browserOfSuite();

  test('finds what the unit answered for and the paper against it, and the old unit is offered no more', async () => {
    const scene = await lateFormOn(await serveConsole(beforeLateForm));
    const { server, bureau, project, one, act, leader } = scene;
    const { path, officer } = bureau;
    const { parentId: old = '' } = await officer.get(answers.subject, `${path}/subjects/${project.id}`);
    const next = await bureau.enter({
      kind: 'unit',
      name: '沅水建设有限公司',
      nature: 'state-owned',
      code: '91431200MA4L000002',
      facts: { address: '洪江区沅江路20号', representative: '吴九' },
      contacts: [contactAt('Next')],
    });
    await officer.send(answers.subject, 'DELETE', `${path}/subjects/${old}`, { successorId: next.id });
    await server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await one('order-to-rectify');
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await act(id, 'issue', { number: '洪档责〔2026〕1号', on: '2026-07-16' });

    for (const [size, language, title] of [
      ['phone', 'zh', '发给本单位的文书'],
      ['desk', 'en', 'Documents issued to us'],
    ] as const) {
      const unit = await visit(browser(), server.url, { size, language });
      await enterAs(unit, server.url, { role: 'unit', jurisdiction, unitId: next.id });
      await open(unit.page, '/mine');
      await unit.page.getByRole('heading', { name: title }).waitFor();
      await unit.page.getByText('沅江大桥及连接线工程').first().waitFor();
      await picture(unit.page, `successor-mine-${language}`);
      await expectUsable(unit, `a successor’s page, ${language}`);
      await unit.page.getByRole('link', { name: '责令整改通知书' }).click();
      await unit.page.getByRole('link', { name: '沅江大桥及连接线工程' }).first().click();
      await unit.page.getByRole('heading', { name: '沅江大桥及连接线工程', level: 1 }).waitFor();
      await expectUsable(unit, `a project of a successor, ${language}`);
      await unit.close();
    }

    const visitor = await visit(browser(), server.url);
    await enterAs(visitor, server.url, { role: 'bureau-officer', jurisdiction });
    const { page } = visitor;
    await open(page, '/subjects');
    await page.getByRole('button', { name: '登记' }).first().click();
    const form = page.getByRole('dialog', { name: '登记监管对象' });
    await form.getByRole('combobox', { name: '上级单位' }).click();
    const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
    await options.first().waitFor();
    expect(await options.allInnerTexts()).toEqual(['沅水建设有限公司']);
    await settled(page);

    // Where it stands already it is named as retired, and stays until another is chosen.
    await open(page, `/subjects/${project.id}?tab=facts`);
    await page.getByText('沅江路桥建设有限公司（已注销）').first().waitFor();
    await picture(page, 'successor-parent');
    await expectUsable(visitor, 'a project whose unit was retired');
    await visitor.close();
  });
});
