import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { bureauOf, officerOnStaff } from '../support/bureaus/bureau.ts';
import { check, officers, record } from '../support/bureaus/checks.ts';
import { beforeLateForm, lateFormOn, leaderOnStaff } from '../support/cases/escalations.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
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
  type Visitor,
} from '../support/product/browser.ts';
import type { TestServer } from '../support/product/server.ts';

/** The forms beside a document: interview, service, hearing, recheck; and whose work a duty is. */
describeInBrowser('the forms of a document in the console', () => {
  const browser = browserOfSuite();

  async function officerAt(server: TestServer, jurisdiction: string): Promise<Visitor> {
    const officer = await visit(browser(), server.url);
    await enterAs(officer, server.url, { role: 'bureau-officer', jurisdiction, sub: 'officer' });
    return officer;
  }

  const choose = async (within: Locator, label: string, option: string): Promise<void> => {
    await within.getByRole('combobox', { name: label }).click();
    await within
      .page()
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click();
  };

  /** Opens the form of an act, fills it in and sends it. */
  async function act(page: Page, name: string, fill: (form: Locator) => Promise<void>): Promise<void> {
    await page.getByRole('button', { name, exact: true }).click();
    const form = page.getByRole('dialog', { name });
    await fill(form);
    await form.getByRole('button', { name, exact: true }).click();
    await form.waitFor({ state: 'hidden' });
    await settled(page);
  }

  test('time, place and people of an interview', async () => {
    const server = await serveConsole('2026-07-14T10:00:00+08:00');
    const bureau = await bureauOf(server, 'liaoning');
    const unit = await bureau.enter({ kind: 'unit', name: '某单位', nature: 'institution' });
    const path = `${bureau.path}/escalations`;
    const body = {
      step: 'interview',
      subjectId: unit.id,
      ruleId: 'violations/means',
      text: '未按规定归档。',
    };
    const { id } = await bureau.officer.send(escalation, 'POST', path, body);
    const officer = await officerAt(server, 'liaoning');
    const { page } = officer;
    await open(page, `/escalations/${id}`);
    await act(page, '填写约谈安排', async (form) => {
      await form.getByLabel('约谈时间').fill('2026-07-20T09:00');
      await form.getByLabel('约谈地点').fill('第一会议室');
      await form.getByLabel('参加人员').fill('主要负责人');
    });
    await page.getByText('第一会议室').first().waitFor();
    await expectUsable(officer, 'an interview');
    expect((await bureau.officer.get(escalation, `${path}/${id}`)).interview).toEqual({
      at: '2026-07-20T09:00:00+08:00',
      place: '第一会议室',
      attendees: '主要负责人',
    });
    await officer.close();
  });

  test('a paper that was left where its reader refused it: place, two deliverers, two witnesses', async () => {
    const server = await serveConsole(beforeLateForm);
    const { one, act: step, leader, read } = await lateFormOn(server);
    await server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await one('order-to-rectify');
    await step(id, 'proposal', {});
    await step(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await step(id, 'issue', { number: '洪档改〔2026〕1号', on: '2026-07-16' });
    const officer = await officerAt(server, 'hongjiang');
    const { page } = officer;
    await open(page, `/escalations/${id}`);
    await act(page, '登记送达', async (form) => {
      await choose(form, '方式', '留置送达');
      await form.getByLabel('送达地点').fill('沅江路18号');
      await form.getByLabel('送达人').fill('王科员，湘档执001\n刘科员，湘档执002');
      await form.getByLabel('见证人').fill('李某\n陈某');
    });
    await page.getByText('已送达').first().waitFor();
    await expectUsable(officer, 'a paper that was left');
    expect((await read(id)).service).toMatchObject({
      method: 'lien',
      place: '沅江路18号',
      deliverers: [
        { name: '王科员', certificate: '湘档执001' },
        { name: '刘科员', certificate: '湘档执002' },
      ],
      witnesses: ['李某', '陈某'],
    });
    await officer.close();
  });

  test('the holder of a permit is told of its revocation and heard', async () => {
    const server = await serveConsole('2026-07-13T10:00:00+08:00');
    const bureau = await bureauOf(server, 'shexian');
    const permit = await bureau.enter({
      kind: 'permit',
      name: '涉档许〔2026〕3号许可',
      facts: { grantedOn: '2026-06-01', permitKind: 'copies' },
      parties: [{ relation: 'holder', name: '涉县文史印务有限公司', nature: 'private' }],
    });
    const path = `${bureau.path}/escalations`;
    const { id } = await bureau.officer.send(escalation, 'POST', path, {
      step: 'revocation',
      subjectId: permit.id,
      ruleId: 'archives-disposal/permit-revocation',
      text: '经查，被许可人以虚假材料取得许可。',
    });
    await bureau.officer.send(escalation, 'PATCH', `${path}/${id}`, {
      legalBasis: '《中华人民共和国行政许可法》第六十九条第二款',
      legalReview: { by: '孙法制', opinion: '同意' },
    });
    const officer = await officerAt(server, 'shexian');
    const { page } = officer;
    await open(page, `/escalations/${id}`);
    await page.getByText('尚未登记告知情况').waitFor();
    expect(await page.getByRole('button', { name: '登记陈述、申辩' }).count()).toBe(0);
    await act(page, '登记告知情况', async (form) => {
      await choose(form, '方式', '直接送达');
      await form.getByLabel('文号').fill('涉档告〔2026〕1号');
      await form.getByLabel('签收人').fill('周经理');
    });
    await page.getByText('陈述、申辩期限至2026年7月20日').waitFor();
    await server.advance('2026-07-15T10:00:00+08:00');
    await open(page, `/escalations/${id}`);
    await act(page, '登记陈述、申辩', async (form) => {
      await form.getByLabel('提出日期').fill('2026-07-15');
      await form.getByLabel('陈述、申辩内容').fill('材料由代办人提供。');
      await form.getByLabel('复核结果').fill('理由不成立。');
    });
    await page.getByText('被许可人提出：材料由代办人提供。').waitFor();
    await picture(page, 'escalation-hearing');
    await expectUsable(officer, 'a holder who was heard');
    expect(await bureau.officer.get(escalation, `${path}/${id}`)).toMatchObject({
      priorNotice: { servedOn: '2026-07-13', method: 'personal' },
      statement: { received: true, outcome: '理由不成立。' },
    });
    await officer.close();
  });

  test('a problem of a check is seen again, and the opinion can be fetched', async () => {
    const server = await serveConsole('2026-07-14T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    const traits = ['professional-archives'];
    const unit = await bureau.enter({ kind: 'unit', name: '区教育局', nature: 'organ', traits });
    const text = '库房没有温湿度记录。';
    const findings = [
      { subjectId: unit.id, text, severity: 'serious', handling: '责令整改', rectifyBy: '2026-07-31' },
    ];
    const made = await record(bureau, check([unit.id], { at: '2026-07-13T09:00:00+08:00', findings }));
    const { id } = await bureau.officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'order-to-rectify',
      subjectId: unit.id,
      inspectionId: made.id,
      ruleId: 'archives-security/problem-found',
      text: '经检查，发现下列问题。',
    });
    await server.advance('2026-08-03T10:00:00+08:00');
    const officer = await officerAt(server, 'hongjiang');
    const { page } = officer;
    await open(page, `/escalations/${id}`);
    await page.getByRole('button', { name: '登记复查' }).click();
    const seen = page.getByRole('radiogroup', { name: `整改复查 ${text}` });
    await seen.getByText('部分改正').click();
    await page.getByLabel(`复查情况 ${text}`).fill('温度已记录，湿度未记录。');
    for (const [index, { name, certificate }] of officers.entries()) {
      await page.getByRole('combobox', { name: '姓名' }).nth(index).fill(name);
      await page.getByLabel('行政执法证号').nth(index).fill(certificate);
    }
    await page.getByRole('radiogroup', { name: '签字情况 区教育局' }).getByText('已签字').click();
    await page.getByLabel('签字人').fill('张主任');
    await page.getByRole('button', { name: '保存检查记录' }).click();
    await page.waitForURL(({ pathname }) => !pathname.endsWith('/new'));
    await open(page, `/escalations/${id}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载复查意见书' }).click(),
    ]);
    expect(textOfDocx(await bytesOf(download)).join('\n')).toContain('温度已记录，湿度未记录。');
    await expectUsable(officer, 'a problem that was seen again');
    await officer.close();
  });

  test('a duty is given to an officer, who finds it among the work of today', async () => {
    const server = await serveConsole(beforeLateForm);
    const { bureau, obligationId } = await lateFormOn(server);
    const other = { sub: 'other', name: '赵科员', role: 'bureau-officer' };
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [
      officerOnStaff,
      leaderOnStaff,
      other,
    ]);
    const officer = await officerAt(server, 'hongjiang');
    const { page } = officer;
    await open(page, `/obligations/${obligationId}`);
    await act(page, '指定承办人员', (form) => choose(form, '承办人员', '赵科员'));
    await page.locator('.ant-descriptions', { hasText: '承办人员' }).getByText('赵科员').waitFor();
    await picture(page, 'duty-handler');
    await expectUsable(officer, 'a duty with its handler');
    expect((await bureau.detail(obligationId)).handler).toBe('other');
    await open(page, '/today');
    expect(await page.getByRole('heading', { name: '我承办的事项' }).count()).toBe(0);
    await officer.close();

    const handler = await visit(browser(), server.url);
    await enterAs(handler, server.url, { role: 'bureau-officer', jurisdiction: 'hongjiang', sub: 'other' });
    await open(handler.page, '/today');
    const own = handler.page.getByRole('table', { name: '我承办的事项' });
    await own.getByText('沅江大桥及连接线工程').first().waitFor();
    await handler.close();
  });

  test('what a civil-defence work is approved for stands beside the item about its use', async () => {
    const server = await serveConsole('2026-07-14T10:00:00+08:00');
    const bureau = await bureauOf(server, 'baixiang');
    const kind = 'civil-defence-work';
    const known = await bureau.enter({ kind, name: '人防工程1号', facts: { approvedUse: '地下车库' } });
    const other = await bureau.enter({ kind, name: '人防工程2号' });
    const officer = await officerAt(server, 'baixiang');
    const { page } = officer;
    await open(page, `/inspections/new?regime=civil-defence-works&targets=${known.id},${other.id}`);
    const beside = (name: string, said: string): Promise<void> =>
      page
        .getByRole('region', { name, exact: true })
        .locator('.check-row', { hasText: '法定审批用途' })
        .getByText(said)
        .waitFor();
    await beside('人防工程1号', '批准用途：地下车库');
    await beside('人防工程2号', '批准用途：登记信息中没有');
    await expectUsable(officer, 'a check of civil-defence works');
    await officer.close();
  });
});
