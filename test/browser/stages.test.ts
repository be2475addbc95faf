import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { answeredFor, bureauOf } from '../support/bureaus/bureau.ts';
import { enterPapers } from '../support/bureaus/papers.ts';
import { officers } from '../support/cases/case-moves.ts';
import { START } from '../support/cases/case-walk.ts';
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
  type Size,
  type Visitor,
} from '../support/product/browser.ts';
import { type Claims, type TestServer } from '../support/product/server.ts';

/** Cases and acceptances, walked by those whose they are. */
describeInBrowser('the stages in the console', () => {
  const browser = browserOfSuite();

  async function person(server: TestServer, claims: Claims, size: Size = 'desk'): Promise<Visitor> {
    const visitor = await visit(browser(), server.url, { size });
    await enterAs(visitor, server.url, claims);
    return visitor;
  }

  const formOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });

  async function begin(page: Page, name: string): Promise<Locator> {
    await page.getByRole('button', { name, exact: true }).click();
    const form = formOf(page, name);
    await form.getByRole('button', { name: '确认登记' }).waitFor();
    return form;
  }

  async function send(page: Page, form: Locator): Promise<void> {
    await form.getByRole('button', { name: '确认登记' }).click();
    await form.waitFor({ state: 'hidden' });
    await settled(page);
  }

  /** Chooses from the list of a field of several, which stays open until it is closed. */
  async function choose(page: Page, form: Locator, label: string, ...options: string[]): Promise<void> {
    await form.getByRole('combobox', { name: label }).click();
    for (const option of options)
      await page
        .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
        .first()
        .click();
    const list = page.locator('.ant-select-dropdown:visible');
    if (await list.isVisible()) await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
  }

  async function chooseOfficers(page: Page, form: Locator): Promise<void> {
    for (const [index, { name }] of officers.entries()) {
      await form.getByRole('combobox', { name: '姓名' }).nth(index).fill(name);
      await page.locator('.ant-select-item-option:visible', { hasText: name }).click();
      expect(await form.getByLabel('执法证号').nth(index).inputValue()).toBe(officers[index]?.certificate);
    }
  }

  /** An event of texts alone. */
  async function enter(page: Page, name: string, texts: Readonly<Record<string, string>>): Promise<void> {
    const form = await begin(page, name);
    for (const [label, text] of Object.entries(texts)) await form.getByLabel(label).fill(text);
    await send(page, form);
  }

  async function caseIn(server: TestServer) {
    const bureau = await bureauOf(server, 'baixiang', 'archives');
    await bureau.admin.send(
      answers.staff,
      'PUT',
      `${bureau.path}/staff`,
      officers.map(({ name, certificate }) => ({
        sub: certificate,
        name,
        email: `${certificate.toLowerCase()}@example.cn`,
        role: 'bureau-officer',
        certificate: { number: certificate, validUntil: '2027-12-31' },
      })),
    );
    await enterPapers(server, 'baixiang');
    const { id } = await bureau.enter({
      kind: 'case',
      name: '冯某公司擅自处置档案案',
      code: 'C1',
      ...answeredFor('case'),
      facts: { office: 'archives' },
    });
    return { bureau, id };
  }

  test('a case goes from its discovery to its closing, each event by whose it is', async () => {
    const server = await serveConsole(START);
    const { bureau, id } = await caseIn(server);
    const as = (sub: string, role: Claims['role'], size?: Size, office: Claims['office'] = 'archives') =>
      person(server, { role, jurisdiction: 'baixiang', office, sub }, size);
    const officer = await as('officer', 'bureau-officer');
    const reviewer = await as('reviewer', 'bureau-leader', 'phone');
    const head = await as('head', 'bureau-leader');
    const legal = await as('legal', 'bureau-officer', 'desk', 'legal-affairs');
    const { page } = officer;
    /** An event that was entered at another desk. */
    const elsewhere = async (
      sub: string,
      role: Claims['role'],
      body: object,
      office: Claims['office'] = 'archives',
    ) => {
      const client = await server.as({ role, jurisdiction: 'baixiang', office, sub });
      await client.send(answers.subjectDetail, 'POST', `${bureau.path}/subjects/${id}/events`, body);
    };
    const look = (visitor: Visitor) => open(visitor.page, `/subjects/${id}`);
    const on = async (day: string, visitor: Visitor = officer) => {
      await server.advance(`${day}T12:00:00+08:00`);
      await look(visitor);
    };

    await look(officer);
    await page.getByText('第1环节，共8个环节').waitFor();
    await page.getByText('由局（馆）领导办理').waitFor();
    expect(await page.getByRole('button', { name: '不予立案' }).count()).toBe(0);
    await picture(page, 'stage-discovery');
    const discovery = await begin(page, '现场检查（勘查）');
    await discovery.getByLabel('检查时间').fill('2026-09-07T09:30');
    await chooseOfficers(page, discovery);
    await choose(page, discovery, '已制作的文书', '现场检查（勘查）笔录', '责令改正违法行为通知书');
    await picture(page, 'stage-form');
    await expectUsable(officer, 'the form of an event');
    await send(page, discovery);
    await page.getByText('已登记“现场检查（勘查）”').waitFor();

    // One condition is not ticked and one paper not named: refused at the fields, and nothing typed is lost.
    await on('2026-09-10');
    const filing = await begin(page, '报请立案');
    await chooseOfficers(page, filing);
    for (const condition of ['有明确的违法行为人', '有具体的违法事实和证据', '有法律、法规或者规章的依据'])
      await filing.getByLabel(condition).check();
    await filing.getByLabel('其他依法应当立案查处的情形').check();
    await filing.getByRole('button', { name: '确认登记' }).click();
    await filing.getByText('规定的4项都须具备，尚缺：4 属于查处的机关管辖').first().waitFor();
    await filing.getByText('须制作《立案审批表》，请填写已制作的文书').first().waitFor();
    expect(officer.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await settled(page);
    await picture(page, 'stage-refused');
    await expectUsable(officer, 'a refused event');
    await filing.getByLabel('属于查处的机关管辖').check();
    await choose(page, filing, '已制作的文书', '立案审批表');
    await send(page, filing);
    await page.getByText('第2环节，共8个环节').waitFor();
    expect(await page.getByRole('button', { name: '立案审核' }).count()).toBe(0);

    await look(reviewer);
    await picture(reviewer.page, 'stage-phone');
    await expectUsable(reviewer, 'a case on a phone');
    await enter(reviewer.page, '立案审核', { 审核意见: '符合立案条件' });
    await look(legal);
    await picture(legal.page, 'stage-legal');
    await expectUsable(legal, 'a case under its legal review');
    expect(await legal.page.getByRole('button', { name: '批准立案' }).count()).toBe(0);
    await enter(legal.page, '立案法制审核', { 审核意见: '同意立案' });
    // From now on it is not the legal office’s to see.
    await legal.page.getByText('本件已不在您的办理环节').waitFor();
    expect(legal.complaints.splice(0)).toEqual([expect.stringContaining('404')]);
    await on('2026-09-11', reviewer);
    await reviewer.page.getByText('您已办理其他审批环节，须由他人办理').waitFor();
    await look(head);
    await enter(head.page, '批准立案', { 批准意见: '批准立案' });

    await server.advance('2026-09-14T12:00:00+08:00');
    const report = {
      on: '2026-09-14',
      text: '经查，当事人未经批准销毁2019年度会计档案12卷。',
      evidence: '询问笔录2份',
      discretion: '初次违法，主动配合调查。',
      documents: ['《案件调查终结报告》'],
    };
    await elsewhere('officer', 'bureau-officer', { event: 'investigation-report', ...report });
    await look(officer);
    const notice = await begin(page, '行政处罚事先告知');
    await choose(page, notice, '送达方式', '直接送达');
    await notice.getByLabel('拟作出的处罚及其事实、理由和依据').fill('拟处警告，并处罚款');
    await notice.getByLabel('拟处罚的法律依据').fill('《中华人民共和国档案法》第四十九条');
    await notice.getByLabel('拟罚款金额（元）').fill('40000');
    await choose(page, notice, '已制作的文书', '行政处罚事先告知书');
    await send(page, notice);
    await page.getByText('请先登记陈述申辩及复核意见').first().waitFor();
    await picture(page, 'stage-statement');

    await on('2026-09-22');
    const statement = await begin(page, '陈述申辩');
    await statement.getByText('已提出').click();
    await statement.getByLabel('复核意见').waitFor();
    await statement.getByText('未提出').click();
    await send(page, statement);
    const proposal = await begin(page, '处罚建议');
    await proposal.getByLabel('建议的处罚').fill('警告，并处罚款二万元');
    await proposal.getByLabel('法律依据').fill('《中华人民共和国档案法》第四十九条');
    await choose(page, proposal, '当事人', '单位');
    await proposal.getByLabel('罚款金额（元）').fill('20000');
    await proposal.getByLabel('法定罚款上限（元）').fill('100000');
    await choose(page, proposal, '已制作的文书', '行政处罚决定审批表');
    await send(page, proposal);
    await look(reviewer);
    await begin(reviewer.page, '处罚决定审核');
    await picture(reviewer.page, 'stage-form-phone');
    await formOf(reviewer.page, '处罚决定审核').getByLabel('审核意见').fill('事实清楚，同意');
    await expectUsable(reviewer, 'the form of an event on a phone');
    await send(reviewer.page, formOf(reviewer.page, '处罚决定审核'));
    const opinion = '程序合法，同意';
    await elsewhere('legal', 'bureau-officer', { event: 'decision-legal-review', opinion }, 'legal-affairs');
    await on('2026-09-24', head);
    await enter(head.page, '批准处罚决定', { 决定书文号: '柏档罚〔2026〕1号', 批准意见: '同意' });

    await on('2026-09-28');
    const service = await begin(page, '送达处罚决定书');
    await choose(page, service, '送达方式', '直接送达');
    await service.getByLabel('签收人').fill('冯某');
    await choose(page, service, '已制作的文书', '行政处罚决定书');
    await send(page, service);
    await on('2026-10-08');
    await enter(page, '执行', { 执行情况: '罚款已缴纳' });
    await on('2026-10-09');
    await enter(page, '结案', { 结案说明: '已执行完毕' });
    await page.getByText('已经办结，没有后续环节。').waitFor();
    await page.getByText('登记内容').last().click();
    await picture(page, 'stage-closed');
    await expectUsable(officer, 'a closed case');
    const closed = await bureau.officer.get(answers.subjectDetail, `${bureau.path}/subjects/${id}`);
    expect(closed.stage?.name).toBe('closed');
    expect(closed.history?.map(({ event }) => event)).toEqual([
      'discovery-record',
      'filing-proposal',
      'filing-review',
      'filing-legal-review',
      'filing-approval',
      'investigation-report',
      'prior-notice',
      'statement',
      'decision-proposal',
      'decision-review',
      'decision-legal-review',
      'decision-approval',
      'service',
      'execution',
      'closing',
    ]);
    for (const visitor of [officer, reviewer, head, legal]) await visitor.close();
  }, 600_000);

  test('an acceptance goes from its application to its score, on a phone', async () => {
    const server = await serveConsole(START);
    const bureau = await bureauOf(server, 'hongjiang');
    const { id } = await bureau.enter({
      kind: 'project',
      name: '洪江区沅江大桥建设项目',
      code: 'P1',
      facts: { startedOn: '2026-01-15', plannedCompletionAcceptanceOn: '2026-12-01' },
    });
    const officer = await person(
      server,
      { role: 'bureau-officer', jurisdiction: 'hongjiang', sub: 'o' },
      'phone',
    );
    const { page } = officer;
    await open(page, `/subjects/${id}?tab=stage`);
    const application = await begin(page, '申请验收');
    for (const part of await application.getByRole('checkbox').all()) await part.check();
    await application.getByLabel('自评得分').fill('60');
    await application.getByRole('button', { name: '确认登记' }).click();
    await application.getByText('自评75分以上才能申请，现为60分').first().waitFor();
    expect(officer.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
    await settled(page);
    await picture(page, 'acceptance-refused-phone');
    await expectUsable(officer, 'a refused application');
    await application.getByLabel('自评得分').fill('88.5');
    await send(page, application);

    const group = await begin(page, '组成验收组');
    for (const [index, [name = '', from = '']] of [
      ['甲', '区档案局'],
      ['乙', '区重点办'],
    ].entries()) {
      await group.getByLabel('成员姓名').nth(index).fill(name);
      await group.getByRole('combobox', { name: '来自单位' }).nth(index).fill(from);
      await page.keyboard.press('Escape');
    }
    await group.getByLabel('验收组组长').fill('甲');
    await picture(page, 'acceptance-group-phone');
    await expectUsable(officer, 'the group of an acceptance');
    await send(page, group);

    const meeting = await begin(page, '召开验收会');
    for (const box of await meeting.getByRole('checkbox').all()) await box.check();
    await picture(page, 'acceptance-meeting-phone');
    await send(page, meeting);
    await enter(page, '评议打分', { 评议得分: '84.5' });
    await page.getByText('已评分').first().waitFor();
    await page.getByText('合格', { exact: true }).waitFor();
    await picture(page, 'acceptance-scored-phone');
    await expectUsable(officer, 'a scored acceptance');
    const { acceptance } = await bureau.officer.get(answers.subjectDetail, `${bureau.path}/subjects/${id}`);
    expect(acceptance).toMatchObject({ selfScore: 88.5, score: 84.5, grade: 'passed' });
    await officer.close();
  });
});
