import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { unzip } from '../../shared/files/zip.ts';
import type { DutyForm } from '../../shared/vocabulary/duty-forms.ts';
import {
  acceptanceApplication,
  answeredFor,
  bureauOf,
  registrationAfterStart,
} from '../support/bureaus/bureau.ts';
import { officers, record } from '../support/bureaus/checks.ts';
import { json } from '../support/files/dossier-files.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { downloaded } from '../support/files/downloads.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const START = '2026-09-07T10:00:00+08:00';
const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const application = { event: 'application', on: '2026-09-07', parts: all(6), selfScore: 88.5 };
const groupOf = (count: number) => ({
  event: 'group',
  chair: '甲',
  members: ['甲', '乙', '丙', '丁', '戊', '己'].slice(0, count).map((name, index) => ({
    name,
    from: ['区档案局', '区重点办', '区水利局'][index % 3],
  })),
});
const meeting = {
  event: 'meeting',
  on: '2026-09-08',
  steps: all(5),
  reports: ['建设', '施工', '设计', '监理'],
};

async function projectIn(server: TestServer, jurisdiction: string, more: object = {}) {
  const bureau = await bureauOf(server, jurisdiction);
  const unit = await bureau.enter({
    kind: 'unit',
    name: '区水务集团有限公司',
    code: '91431200MA4L000001',
    nature: 'state-owned',
    facts: { address: '沅江路1号', representative: '张经理' },
    contacts: [{ name: '张工', telephone: '0745-7620001' }],
  });
  const { id } = await bureau.enter({
    kind: 'project',
    name: '一号水厂工程',
    code: 'P1',
    parties: [{ relation: 'construction-unit', subjectId: unit.id }],
    facts: {
      startedOn: '2026-06-15',
      plannedCompletionAcceptanceOn: '2026-12-01',
      competentDepartment: '区水利局',
    },
    contacts: [{ name: '张工', email: 'zhang@unit.example.com', telephone: '0745-7620001' }],
    ...more,
  });
  const path = `${bureau.path}/subjects/${id}`;
  const get = async (file: string, claims: object = { role: 'bureau-officer' }) => {
    const { status, bytes } = await downloaded(server, `${bureau.path}/${file}`, { jurisdiction, ...claims });
    return {
      status,
      bytes,
      text:
        status === 200 && !file.endsWith('.zip')
          ? textOfDocx(bytes).join('\n')
          : new TextDecoder().decode(bytes),
    };
  };
  return {
    bureau,
    id,
    unit,
    get,
    form: (form: DutyForm, claims?: object) => get(`subjects/${id}/document.docx?form=${form}`, claims),
    refused: async (form: DutyForm) => {
      const { text } = await get(`subjects/${id}/document.docx?form=${form}`);
      return answers.problem.parse(JSON.parse(text)).errors?.map(({ path: at, code }) => `${at} ${code}`);
    },
    see: () => bureau.officer.get(answers.subjectDetail, path),
    enter: (body: object) => bureau.officer.send(answers.subjectDetail, 'POST', `${path}/events`, body),
  };
}

const readings = ['registration-form', 'acceptance-application', 'score-sheet'] as const;
const made = ['acceptance-group', 'acceptance-opinion'] as const;

describe('the forms of a project', () => {
  test('are listed with what is missing, and filled in as the acceptance goes on', async () => {
    const server = await serverForTest(START);
    const project = await projectIn(server, 'hongjiang');
    expect((await project.see()).forms?.map(({ form, open }) => [form, open])).toEqual([
      ...readings.map((form) => [form, true]),
      ...made.map((form) => [form, false]),
    ]);
    expect((await project.form('acceptance-opinion')).status).toBe(409);
    await project.enter(application);
    await project.enter(groupOf(5));
    await server.advance('2026-09-08T15:00:00+08:00');
    await project.enter(meeting);
    await project.enter({ event: 'score', score: 84.5 });
    await project.enter({
      event: 'opinion',
      on: '2026-09-08',
      inFavour: 4,
      problems: [{ text: '竣工图缺图章', rectifyBy: '2026-09-30' }],
      recheckBy: '2026-10-12',
      text: '同意通过验收。',
    });
    expect((await project.see()).forms?.every(({ open }) => open)).toBe(true);
    const pages: string[] = [];
    for (const form of [...readings, ...made]) {
      const { text, bytes } = await project.form(form);
      pages.push(`==== ${form}`, text);
      expect((await project.form(form, { role: 'auditor' })).bytes).toEqual(bytes);
    }
    await expect(`${pages.join('\n')}\n`).toMatchFileSnapshot('../golden/documents/project-forms.txt');
    // Nothing is open as a place that must be filled in: what a hand writes is a blank of the form.
    expect(pages.join('\n')).not.toContain('待填');
  });

  test('are had by the unit beside its duty, filled in for that duty, without what the group has not told', async () => {
    const server = await serverForTest(START);
    const project = await projectIn(server, 'shexian');
    await project.enter(application);
    await project.enter(groupOf(5));
    await project.enter({ ...meeting, on: '2026-09-07' });
    await project.enter({ event: 'score', score: 70 });
    const unit = { role: 'unit', unitId: project.unit.id };
    const { id } = await project.bureau.obligation(project.id, registrationAfterStart);
    const detail = await (
      await project.bureau.unit(project.unit.id)
    ).get(answers.obligationDetail, `${project.bureau.path}/obligations/${id}`);
    expect(detail.forms).toEqual([{ form: 'registration-form', name: '重点建设项目档案管理登记表' }]);
    const own = await project.get(`obligations/${id}/document.docx`, unit);
    expect(own.text).toContain('☑开工后');
    expect(own.text).toContain('区水务集团有限公司');
    // Its letter tells where the blank is.
    await server.advance('2026-11-20T10:00:00+08:00');
    const [letter] = await server.mailbox({ to: 'zhang@unit.example.com' });
    expect(letter?.text).toContain('《重点建设项目档案管理登记表》已填入登记的内容');
    const asked = await project.bureau.obligation(project.id, acceptanceApplication);
    const sheet = await project.get(`obligations/${asked.id}/document.docx?form=score-sheet`, unit);
    expect(sheet.text).toContain('河北省重点建设项目档案验收评分表');
    expect(sheet.text).toContain('88.5');
    expect(sheet.text).not.toMatch(/70|甲/u);
    for (const file of [
      `subjects/${project.id}/document.docx?form=acceptance-opinion`,
      `obligations/${id}/document.docx?form=acceptance-opinion`,
    ])
      expect((await project.get(file, unit)).status, file).toBe(404);
    const stranger = await project.bureau.enter({ kind: 'unit', name: '另一单位' });
    expect(
      (await project.get(`obligations/${id}/document.docx`, { ...unit, unitId: stranger.id })).status,
    ).toBe(404);
    expect((await project.get(`obligations/${id}/document.docx?form=score-sheet`)).status).toBe(422);
  });

  test('are refused by name while the record lacks what they need', async () => {
    const server = await serverForTest(START);
    const nobody = await projectIn(server, 'shexian', {
      parties: [],
      facts: { startedOn: '2026-06-15', selfScore: 60 },
    });
    expect(await nobody.refused('registration-form')).toEqual(['parties form.no-party']);
    expect(await nobody.refused('acceptance-application')).toEqual([
      'parties form.no-party',
      'facts.plannedCompletionAcceptanceOn form.no-fact',
      'facts.selfScore acceptance.self-score-low',
    ]);
    const project = await projectIn(server, 'baixiang', { code: 'P2', ...answeredFor('project') });
    await project.enter(application);
    await project.enter(groupOf(4));
    expect(await project.refused('acceptance-group')).toEqual(['members acceptance.group-size']);
    await project.enter({ ...meeting, on: '2026-09-07' });
    await project.enter({ event: 'score', score: 60 });
    // Corrected before the opinion, the group is one that may judge.
    await project.enter(groupOf(5));
    expect((await project.form('acceptance-group')).status).toBe(200);
    expect(await project.refused('acceptance-opinion')).toEqual(['papers.court document.open-in-settings']);
    await project.bureau.admin.send(answers.settings, 'PATCH', `${project.bureau.path}/settings`, {
      papers: { court: '柏乡县人民法院' },
    });
    expect((await project.form('acceptance-opinion')).text).toContain('柏乡县人民法院');
    const unit = await project.get(`subjects/${project.unit.id}/document.docx?form=registration-form`);
    expect(unit.text).toContain('form.other-subject');
    const elsewhere = await projectIn(server, 'luquan');
    expect((await elsewhere.see()).forms).toBeUndefined();
    expect(await elsewhere.refused('registration-form')).toEqual(['form form.no-rule']);
  });
});

describe('an opinion', () => {
  test('follows the majority of the group, which the score may not contradict', async () => {
    const server = await serverForTest('2026-09-08T15:00:00+08:00');
    const project = await projectIn(server, 'hongjiang');
    for (const body of [application, groupOf(5), meeting, { event: 'score', score: 80 }])
      await project.enter(body);
    const opinion = { event: 'opinion', on: '2026-09-08' };
    const refused = async (more: object) => {
      const path = `${project.bureau.path}/subjects/${project.id}/events`;
      const before = await project.see();
      const problem = await project.bureau.officer.refused(422, 'POST', path, { ...opinion, ...more });
      expect(await project.see()).toEqual(before);
      return problem.errors?.map(({ path: at, code }) => `${at} ${code}`);
    };
    expect(await refused({ inFavour: 6 })).toEqual(['inFavour acceptance.votes']);
    expect(await refused({ inFavour: 2 })).toEqual(['inFavour acceptance.vote-against-score']);
    expect(await refused({ problems: [{ text: '缺图章', rectifyBy: '2026-09-08' }] })).toEqual([
      'problems.0.rectifyBy acceptance.period-past',
    ]);
    expect(
      await refused({ problems: [{ text: '缺图章', rectifyBy: '2026-09-30' }], recheckBy: '2026-09-29' }),
    ).toEqual(['recheckBy acceptance.recheck-early']);
    await project.enter({ ...opinion, inFavour: 3 });
    expect((await project.see()).stage?.name).toBe('accepted');
  });
});

describe('the dossier of a project', () => {
  test('begins with what was decided, and holds what was registered, checked, entered and made', async () => {
    const server = await serverForTest(START);
    const project = await projectIn(server, 'hongjiang');
    const { bureau, id } = project;
    const duty = await bureau.obligation(id, registrationAfterStart);
    await bureau.act(duty.id, 'fulfilment', { on: '2026-09-07', document: '登记表' });
    await record(bureau, {
      regime: 'key-project-archives',
      at: '2026-09-07T09:00:00+08:00',
      mode: 'on-site',
      cause: 'planned',
      targets: [id],
      officers,
      checklist: [{ item: 'registration-form', result: '已填报' }],
      findings: [
        {
          subjectId: id,
          text: '竣工图未编号',
          severity: 'minor',
          handling: '限期整改',
          rectifyBy: '2026-09-30',
        },
      ],
      signatures: [],
    });
    await project.enter(application);
    await project.enter(groupOf(5));
    await project.enter({ ...meeting, on: '2026-09-07' });
    await project.enter({ event: 'score', score: 90 });
    await project.enter({ event: 'opinion', on: '2026-09-07', inFavour: 5 });
    const path = `subjects/${id}/dossier.zip`;
    const { status, bytes } = await project.get(path, { role: 'auditor' });
    expect(status).toBe(200);
    const files = unzip(bytes);
    expect(Object.keys(files)).toEqual([
      '案卷.docx',
      'dossier.json',
      'ledger.json',
      '法制审查表.docx',
      '文书/01-档案专项验收组成员名单.docx',
      '文书/02-重点建设项目档案验收意见.docx',
    ]);
    const words = textOfDocx(files['案卷.docx'] ?? new Uint8Array());
    const at = (text: string): number => words.findIndex((line) => line.includes(text));
    expect(at('合格')).toBeGreaterThan(0);
    const order = [
      '一、验收结论',
      '优良，90分',
      '二、登记和申请',
      '三、监督检查',
      '竣工图未编号',
      '四、验收各环节',
      '五、',
    ];
    expect(order.map(at)).toEqual([...order.map(at)].sort((a, b) => a - b));
    expect(order.map(at)).not.toContain(-1);
    const told = json(files['dossier.json']);
    expect(told).toMatchObject({ format: 'archive-duty/project-dossier', acceptance: { passed: true } });
    // Nothing happened in between: another reader has the same bytes. A unit has no dossier.
    await server.advance('2026-09-07T15:00:00+08:00');
    expect((await project.get(path)).bytes).toEqual(bytes);
    expect((await project.get(path, { role: 'unit', unitId: project.unit.id })).status).toBe(403);
    const elsewhere = await projectIn(server, 'luquan');
    expect((await elsewhere.get(`subjects/${elsewhere.id}/dossier.zip`)).status).toBe(422);
  });
});
