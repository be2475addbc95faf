import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { legalPaper } from '../../shared/contract/legal.ts';
import { officerOnStaff } from '../support/bureaus/bureau.ts';
import { leaderOnStaff, lateForm, type Scene } from '../support/cases/escalations.ts';
import { downloaded } from '../support/files/downloads.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { unzip } from '../../shared/files/zip.ts';
import { caseAt } from '../support/cases/case-walk.ts';
import type { Client } from '../support/product/client.ts';

const jurist = { sub: 'jurist', name: '孙法制', role: 'bureau-officer', duties: ['legal-officer'] } as const;
const issued = { number: '洪档责〔2026〕1号', on: '2026-07-16' };
const agree = { word: 'agree', reason: '登记办法文本已调阅，同意印发' };

interface Approved extends Scene {
  readonly id: string;
  readonly path: string;
  readonly jurist: Client;
}

/** An approved order on a missed form: the duty’s own provision was seen by nobody. */
async function approvedOrder(staff: readonly object[]): Promise<Approved> {
  const scene = await lateForm();
  await scene.bureau.admin.send(answers.staff, 'PUT', `${scene.bureau.path}/staff`, [...staff]);
  await scene.server.advance('2026-07-16T10:00:00+08:00');
  const { id } = await scene.one('order-to-rectify');
  await scene.act(id, 'proposal', {});
  await scene.act(id, 'decision', { decision: 'approve', reason: '属实' }, scene.leader);
  const asJurist = await scene.server.as({
    jurisdiction: 'hongjiang',
    role: 'bureau-officer',
    sub: 'jurist',
  });
  return { ...scene, id, path: `${scene.bureau.path}/escalations/${id}`, jurist: asJurist };
}

const named = () => approvedOrder([officerOnStaff, leaderOnStaff, jurist]);

describe('a paper under a provision that nobody has seen', () => {
  test('is not issued before the legal officer’s word, which goes into the chain', async () => {
    const { officer, path, id, read, act, chain, jurist: own } = await named();
    const refused = await officer.refused(422, 'POST', `${path}/issue`, issued);
    expect(refused.code).toBe('legal.no-word');
    expect(refused.params).toEqual({ officers: ['孙法制'] });
    expect(refused.errors).toMatchObject([
      {
        path: 'provisions',
        code: 'legal.open-provision',
        params: { provision: '《湖南省重点建设项目档案管理登记办法》', flaws: ['unverified'] },
      },
    ]);
    expect(await read(id)).toMatchObject({
      status: 'approved',
      legalWord: { asked: true, officers: ['孙法制'] },
    });
    await own.send(escalation, 'POST', `${path}/legal-word`, agree);
    const word = { ...agree, by: 'bureau-officer:jurist' };
    expect(await read(id)).toMatchObject({ status: 'approved', legalWord: { asked: false, word } });
    expect((await act(id, 'issue', issued)).status).toBe('issued');
    const links = (await chain()).filter(({ content }) => content?.['action'] === 'legal-word');
    expect(links).toMatchObject([{ content: { word: 'agree', reason: agree.reason } }]);
  });

  test('is held by an objection until the word is another', async () => {
    const { officer, path, id, act, jurist: own } = await named();
    const objection = { word: 'object', reason: '登记办法是否有效查不到，请改用提示函' };
    await own.send(escalation, 'POST', `${path}/legal-word`, objection);
    const refused = await officer.refused(422, 'POST', `${path}/issue`, issued);
    expect(refused.errors).toMatchObject([
      { path: 'legalWord', code: 'legal.objection', params: { reason: objection.reason } },
    ]);
    await own.send(escalation, 'POST', `${path}/legal-word`, agree);
    expect((await act(id, 'issue', issued)).status).toBe('issued');
  });

  test('asks for the word once, and again when the text is another', async () => {
    const { path, id, patch, read, act, leader, jurist: own } = await named();
    await own.send(escalation, 'POST', `${path}/legal-word`, agree);
    const twice = await own.refused(409, 'POST', `${path}/legal-word`, agree);
    expect(twice.code).toBe('legal.word-given');
    const { text } = await read(id);
    await patch(id, { text: `${text}\n请一并说明逾期原因。` });
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    expect((await read(id)).legalWord).toMatchObject({ asked: true });
    await own.send(escalation, 'POST', `${path}/legal-word`, agree);
    expect((await act(id, 'issue', issued)).status).toBe('issued');
  });

  test('takes no word from anybody else', async () => {
    const { officer, leader, path, read, id, bureau, jurist: own } = await named();
    for (const client of [officer, leader]) {
      const refused = await client.refused(403, 'POST', `${path}/legal-word`, agree);
      expect(refused.code).toBe('legal.not-legal-officer');
    }
    const unknown = `${bureau.path}/escalations/no-such.paper/legal-word`;
    await own.refused(404, 'POST', unknown, agree);
    const [wrong] = (await own.refused(400, 'POST', `${path}/legal-word`, { word: 'perhaps' })).errors ?? [];
    expect(wrong?.path).toBe('word');
    expect((await read(id)).legalWord).toMatchObject({ asked: true });
  });

  test('takes none from whoever proposed or decided it, duty or not', async () => {
    const both = [
      { ...officerOnStaff, duties: ['legal-officer'] },
      { ...leaderOnStaff, duties: ['legal-officer'] },
    ];
    const { officer, leader, path } = await approvedOrder(both);
    for (const client of [officer, leader]) {
      const refused = await client.refused(403, 'POST', `${path}/legal-word`, agree);
      expect(refused.code).toBe('legal.own-paper');
    }
    expect((await officer.refused(422, 'POST', `${path}/issue`, issued)).code).toBe('legal.no-word');
  });

  test('leaves without a word where the bureau has named nobody, and its record says so', async () => {
    const { act, id, path, jurist: own } = await approvedOrder([officerOnStaff, leaderOnStaff]);
    const refused = await own.refused(403, 'POST', `${path}/legal-word`, agree);
    expect(refused.code).toBe('legal.not-legal-officer');
    const { status, history } = await act(id, 'issue', issued);
    expect(status).toBe('issued');
    expect(history?.at(-1)?.text).toContain('人员名册未指定法制员，未经法制员意见：《湖南省');
  });

  test('takes no word after its issue', async () => {
    const { path, act, id, jurist: own } = await named();
    await own.send(escalation, 'POST', `${path}/legal-word`, agree);
    await act(id, 'issue', issued);
    expect((await own.refused(409, 'POST', `${path}/legal-word`, agree)).code).toBe('legal.issued-already');
  });
});

describe('the legal officer’s view', () => {
  test('shows the law of a paper, what was checked, by whom and when', async () => {
    const { path, bureau, act, id, jurist: own } = await named();
    const [waiting] = await own.all(legalPaper, `${bureau.path}/legal-papers?waiting=true`);
    expect(waiting).toMatchObject({ id, asked: true, actOn: '2026-07-16', paperOn: '2026-07-16' });
    await own.send(escalation, 'POST', `${path}/legal-word`, agree);
    await act(id, 'issue', issued);
    expect(await own.all(legalPaper, `${bureau.path}/legal-papers?waiting=true`)).toEqual([]);
    const paper = await own.get(legalPaper, `${path}/legal`);
    expect(paper.laws).toMatchObject([
      { id: 'archives-law-8', article: '第八条', from: '2021-01-01', flaws: [], isOpen: false },
      { id: 'hunan-registration-form', state: 'unverified', flaws: ['unverified'], isOpen: true },
    ]);
    const by = '王科员（经办人员）';
    expect(paper.checks).toMatchObject([
      { what: 'party', result: 'holds', found: ['沅江路桥建设有限公司', '91431200MA4L000001'], by },
      { what: 'nature', result: 'holds', found: ['state-owned'], by },
      { what: 'organ', result: 'holds', found: ['洪江区档案局'], by },
      { what: 'officers', result: 'none' },
      { what: 'open-places', result: 'holds', found: [], by },
      { what: 'period', result: 'holds', found: ['15日'], by },
      { what: 'approval', result: 'holds', found: ['属实'], by: '李局长（负责人）' },
      { what: 'legal-review', result: 'none' },
    ]);
    expect(paper.words).toMatchObject([{ ...agree, by: '孙法制（经办人员）', current: true }]);
  });

  test('is for the bureau, and for no unit', async () => {
    const { server, leader, bureau, path, project } = await named();
    const unit = await server.as({ jurisdiction: 'hongjiang', role: 'unit', unitId: project.id });
    for (const at of [`${bureau.path}/legal-papers`, `${path}/legal`]) {
      await unit.refused(403, 'GET', at);
      expect((await leader.ask('GET', at)).status).toBe(200);
    }
    await leader.refused(404, 'GET', `${bureau.path}/escalations/no-such.paper/legal`);
    const [paper] = await leader.all(legalPaper, `${bureau.path}/subjects/${project.id}/legal-papers`);
    expect(paper?.name).toBe('责令整改通知书');
  });

  test('goes with the dossier, as a section and as a file', async () => {
    const { server, path } = await named();
    const claims = { role: 'auditor', jurisdiction: 'hongjiang' };
    const files = unzip((await downloaded(server, `${path}/dossier.zip`, claims)).bytes);
    for (const name of ['案卷.docx', '法制审查表.docx']) {
      const words = textOfDocx(files[name] ?? new Uint8Array()).join('\n');
      expect(words).toContain('《湖南省重点建设项目档案管理登记办法》（未核实；施行日期未核实');
      expect(words).toContain('须提出，尚未提出');
    }
  });
});

test('the papers of a case show the law that its officers wrote, and whose level the legal review was', async () => {
  const { server, walked } = await caseAt(99, 'archives', { legalBasis: '《某省档案办法》第三条' });
  const leader = await server.as({ jurisdiction: 'baixiang', role: 'bureau-leader', office: 'archives' });
  await walked.enter('reviewer', { event: 'decision-review', opinion: '同意' });
  await walked.enter('legal', { event: 'decision-legal-review', opinion: '文本已调阅，同意' });
  const path = `${walked.bureau.path}/subjects/${walked.subject.id}/legal-papers`;
  const papers = await leader.all(legalPaper, path);
  const approval = papers.find(({ form }) => form === 'penalty-approval');
  expect(approval?.laws).toMatchObject([
    { instrument: '某省档案办法', article: '第三条', named: 'officer', flaws: ['unverified'] },
  ]);
  const reviewed = approval?.checks.find(({ what }) => what === 'legal-review');
  expect(reviewed).toMatchObject({ result: 'holds', by: 'legal（经办人员）' });
  expect(approval?.words).toMatchObject([{ word: 'agree', reason: '文本已调阅，同意' }]);
  expect(papers.find(({ form }) => form === 'filing-approval')?.laws).toEqual([]);
});
