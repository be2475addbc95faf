import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import {
  bureauOf,
  contactAt,
  kindsReceived,
  officerOnStaff,
  received,
  selfInspection,
} from '../support/bureaus/bureau.ts';
import {
  beforeLateForm,
  lateForm,
  leaderOnStaff,
  peopleOf,
  type Scene,
} from '../support/cases/escalations.ts';
import { serverForTest } from '../support/product/server.ts';

const department = 'department@unit.example.com';
const builder = 'builder@unit.example.com';
const works = 'works@unit.example.com';

/** A project of a builder under a department; its opening form is due on 15 July 2026. */
async function underDepartment(competentDepartment: string | undefined, contacts = [contactAt('Works')]) {
  const server = await serverForTest(beforeLateForm);
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff, leaderOnStaff]);
  const above = await bureau.enter({
    kind: 'unit',
    name: '洪江区交通运输局',
    contacts: [contactAt('Department')],
  });
  const company = await bureau.enter({
    kind: 'unit',
    name: '沅江路桥建设有限公司',
    nature: 'private',
    parentId: above.id,
    traits: ['enterprise'],
    contacts: contacts.length === 0 ? [] : [contactAt('Builder')],
  });
  const project = await bureau.enter({
    kind: 'project',
    name: '沅江大桥工程',
    parentId: company.id,
    facts: {
      startedOn: '2026-01-15',
      ...(competentDepartment === undefined ? {} : { competentDepartment }),
    },
    contacts,
  });
  return { server, project, ...(await peopleOf(server, bureau, 'hongjiang')) };
}

async function issueOrder({ one, act, leader }: Pick<Scene, 'one' | 'act' | 'leader'>) {
  const { id } = await one('order-to-rectify');
  await act(id, 'proposal', {});
  await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
  return act(id, 'issue', { number: '洪档责〔2026〕1号', on: '2026-07-16' });
}

describe('the competent department of a project', () => {
  test('is told at each step, and asked to see to it', async () => {
    const scene = await underDepartment('洪江区交通运输局');
    const { server } = scene;
    await server.advance('2026-07-16T09:30:00+08:00');
    const both = ['2026-07-14T09:00 【提醒】', '2026-07-16T09:00 【逾期】'];
    expect(await kindsReceived(server, department)).toEqual(both);
    expect(await kindsReceived(server, works)).toEqual(both);
    expect(await kindsReceived(server, builder)).toEqual([]);
    const [mail] = await server.mailbox({ to: department });
    expect(mail?.text).toMatch(/^\s*工作提醒\s+洪江区交通运输局：/u);
    expect(mail?.text).toContain('请转告并督促沅江路桥建设有限公司按期办理');
    const issued = await issueOrder(scene);
    // A private company is asked, not ordered.
    expect(issued).toMatchObject({ paper: 'reminder-letter', name: '提示函' });
    expect(issued.text).toContain('请沅江路桥建设有限公司自收到本函之日起15日内');
    expect(issued.text).not.toMatch(/责令|处罚|逾期不/u);
    expect(issued.recipients?.map(({ to, why }) => [to, why])).toEqual([
      [works, 'unit'],
      [department, 'supervising'],
    ]);
    await server.advance('2026-07-16T10:30:00+08:00');
    expect((await kindsReceived(server, department)).at(-1)).toBe('2026-07-16T09:30 【文书告知】');
    expect(await received(server, builder)).toEqual([]);
  });

  test('hears of a corrected date, by its own name', async () => {
    const { server, bureau, project } = await underDepartment('洪江区交通运输局');
    await server.advance('2026-07-14T10:00:00+08:00');
    await bureau.patch(project.id, { facts: { startedOn: '2026-02-20' } });
    await server.advance('2026-07-15T10:00:00+08:00');
    const mail = (await server.mailbox({ to: department })).at(-1);
    expect(mail?.subject).toContain('【更正】');
    expect(mail?.text).toContain('洪江区交通运输局：');
    expect(mail?.text).toContain('请转告并督促沅江路桥建设有限公司');
  });

  test('is nobody where no unit above bears its name: the builder does not stand for it', async () => {
    const scene = await underDepartment('洪江区住房和城乡建设局');
    await scene.server.advance('2026-07-16T09:30:00+08:00');
    // Named and not to be reached: the bureau hears of it, before the issue and in the record of it.
    expect((await scene.one('order-to-rectify')).unreached).toEqual(['supervising']);
    const issued = await issueOrder(scene);
    expect(issued.recipients?.map(({ to }) => to)).toEqual([works]);
    expect(issued.history?.at(-1)?.text).toContain('未能以邮件告知：主管部门');
    for (const to of [department, builder]) expect(await received(scene.server, to)).toEqual([]);
  });

  test('is the unit above, for what is issued, where the register names none', async () => {
    const scene = await underDepartment(undefined);
    await scene.server.advance('2026-07-16T09:30:00+08:00');
    expect((await issueOrder(scene)).recipients?.map(({ to }) => to)).toEqual([works, builder]);
    expect(await received(scene.server, department)).toEqual([]);
  });

  test('does not hide that the party itself cannot be reached', async () => {
    const { server, bureau, project } = await underDepartment('洪江区交通运输局', []);
    await server.advance('2026-07-14T10:00:00+08:00');
    expect(await received(server, department)).toEqual([]);
    const notices = await bureau.notices({ subjectId: project.id });
    expect(notices.map(({ status, to }) => [status, to])).toEqual([['failed', '']]);
  });
});

describe('an internal circular', () => {
  test('is refused against an enterprise, and against the project of one', async () => {
    const scene = await underDepartment('洪江区交通运输局');
    const { server, officer, bureau, act, one } = scene;
    await server.advance('2026-07-16T09:30:00+08:00');
    const order = await issueOrder(scene);
    await act(order.id, 'service', { on: '2026-07-16', method: 'personal', receivedBy: '张工' });
    await server.advance('2026-08-04T09:30:00+08:00');
    const { id } = await one('circulated-criticism');
    const refused = await officer.refused(422, 'PATCH', `${bureau.path}/escalations/${id}`, {
      form: 'internal-circular',
    });
    expect(refused.errors?.map(({ path }) => path)).toEqual(['form']);
  });
});

describe('an order that was handed out on the spot', () => {
  test('raises an alert where its service is not entered, and none where it is', async () => {
    const { server, bureau, officer, project, act } = await lateForm();
    const taken = async (text: string) => {
      const body = {
        step: 'order-to-rectify',
        subjectId: project.id,
        text,
        takenOnTheSpot: { at: '2026-07-13T09:00:00+08:00', officers: ['王一', '李二'] },
      };
      const { id } = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, body);
      return id;
    };
    await taken('库房未配备灭火设施。');
    const served = await taken('库房堆放易燃物品。');
    await act(served, 'service', { on: '2026-07-13', method: 'personal', receivedBy: '张工' });
    await server.advance('2026-07-22T08:00:00+08:00');
    const alerts = async () =>
      (await kindsReceived(server, officerOnStaff.email)).filter((line) => line.includes('送达'));
    expect(await alerts()).toEqual([]);
    // The seventh working day after Monday the 13th is Wednesday the 22nd.
    await server.advance('2026-07-22T10:00:00+08:00');
    expect(await alerts()).toHaveLength(1);
  });
});

describe('the words of an order', () => {
  test('name the clause of the step, and follow the day that is set for the period', async () => {
    const { server, one, patch, read } = await lateForm('baixiang');
    await server.advance('2026-07-16T09:30:00+08:00');
    const draft = await one('order-to-rectify');
    expect(draft.text).toContain('自本通知书送达之日起15日内补办上述事项');
    const set = await patch(draft.id, { rectifyBy: '2026-08-10' });
    expect(set.text).toContain('现责令沅江路桥建设有限公司于2026年8月10日前（含当日）补办上述事项');
    expect(set.text).toContain('应当于2026年7月15日前（含当日）办理');
    expect((await patch(draft.id, { rectifyBy: '2026-08-12' })).text).toContain('于2026年8月12日前');
    await patch(draft.id, { rectifyBy: null });
    expect((await read(draft.id)).text).toBe(draft.text);
  });
});

describe('a recommendation to another body', () => {
  test('names its own clause and the body that it is handed to', async () => {
    const scene = await lateForm('baixiang');
    const { server, bureau, act, one, patch, leader } = scene;
    await bureau.enter({
      kind: 'unit',
      name: '柏乡县教育局',
      nature: 'organ',
      traits: ['professional-archives'],
      contacts: [contactAt('School')],
    });
    await server.advance('2026-10-09T10:00:00+08:00');
    const orders = await scene.list({ step: 'order-to-rectify' });
    const order = orders.find(({ ruleId }) => ruleId === selfInspection);
    if (!order) throw new Error('no order');
    const out = async (id: string, number: string, on: string) => {
      await act(id, 'proposal', {});
      await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
      await act(id, 'issue', { number, on });
    };
    await out(order.id, '柏档责改〔2026〕1号', '2026-10-09');
    await act(order.id, 'service', { on: '2026-10-09', method: 'personal', receivedBy: '张老师' });
    await server.advance('2026-10-27T10:00:00+08:00');
    const advice = await one('discipline-recommendation');
    expect(advice.citation.section).toBe('(八)五(三)');
    await patch(advice.id, {
      circulation: [{ name: '县委组织部', email: 'zzb@unit.example.com' }],
    });
    await out(advice.id, '柏档函〔2026〕3号', '2026-10-27');
    await server.advance('2026-10-27T11:00:00+08:00');
    const [mail] = await server.mailbox({ to: 'zzb@unit.example.com' });
    expect(mail?.text).toContain('就柏乡县教育局有关事项制发处理建议书');
    expect(mail?.text).toContain('(八)五(三)');
    expect(mail?.text).not.toContain('(八)四(二)');
  });
});

describe('a grave danger in electronic archives', () => {
  test('is reported at the same moment as it is stopped, as drafts that wait for the leader', async () => {
    const { server, officer, bureau, project, list, act } = await lateForm();
    const unit = await bureau.enter({
      kind: 'unit',
      name: '洪江区教育局',
      nature: 'organ',
      contacts: [contactAt('School')],
    });
    const stop = (subjectId: string, ruleId?: string) =>
      officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
        step: 'stop-order',
        subjectId,
        ...(ruleId === undefined ? {} : { ruleId }),
        text: '业务系统未经安全测评接入互联网，存有电子档案。\n现责令洪江区教育局立即停止上述行为。',
        takenOnTheSpot: { at: '2026-07-13T09:00:00+08:00', officers: ['王一', '李二'] },
      });
    const { id } = await stop(unit.id, 'electronic-archives/grave-violation');
    const drafts = async () =>
      (await list({ subjectId: unit.id })).filter(({ status }) => status === 'draft');
    const reports = await drafts();
    expect(reports.map(({ step, previousId }) => [step, previousId]).sort()).toEqual([
      ['report-to-information-security', id],
      ['report-to-superior', id],
    ]);
    // What is reported are the facts and what was done about them, never the words of the stop to the party.
    for (const { text } of reports) {
      expect(text).toContain('未经安全测评接入互联网');
      expect(text).toContain('2026年7月13日，我局已责令洪江区教育局立即采取措施消除隐患、防止后果扩大。');
      expect(text).not.toContain('现责令');
    }
    const letter = reports.find(({ step }) => step === 'report-to-information-security');
    expect(letter?.text).not.toMatch(/报告如上|特此报告/u);
    // Another danger on the same day is another stop, and is reported too.
    const second = await stop(unit.id, 'electronic-archives/grave-violation');
    const more = (await drafts()).filter(({ previousId }) => previousId === second.id);
    expect([second.id === id, more.length]).toEqual([false, 2]);
    for (const report of [...reports, ...more]) await act(report.id, 'withdrawal', { reason: '已当面报告' });
    // Looked at once more when the moment has passed, they stay withdrawn.
    await server.advance('2026-07-13T12:00:00+08:00');
    expect(await drafts()).toEqual([]);
    // A stop under a rule that provides for no report makes none.
    await stop(project.id, 'archives-security/problem-found');
    expect((await list({ subjectId: project.id })).map(({ step }) => step)).toEqual(['stop-order']);
  });
});
