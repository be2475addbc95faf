import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  bureauOf,
  contactAt,
  kindsReceived,
  officerOnStaff,
  received,
  registrationAfterStart,
  selfInspection,
} from '../support/bureaus/bureau.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const to = officerOnStaff.email;

async function scene(now: string, staff: readonly object[] = [officerOnStaff]) {
  const server = await serverForTest(now);
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staff);
  const project = (name: string, startedOn: string, ...people: string[]) =>
    bureau.enter({
      kind: 'project',
      name,
      facts: { startedOn },
      contacts: people.map((person) => contactAt(person)),
    });
  return { server, ...bureau, project };
}

/** The sections of the mail that left on a day, each with its lines. */
async function mailOf(server: TestServer, day: string): Promise<string[]> {
  const mail = (await server.mailbox({ to })).find(({ sentAt }) => sentAt.startsWith(day));
  const lines = mail?.text.split('\n').filter((line) => /^[一二三四五]、|^\d+\. /.test(line)) ?? [];
  return lines.map((line) => line.replace(/^[一二三四五]、/, '§').replace(/^\d+\. /, ''));
}

/** The same without what the bureau itself owes by quotas. */
async function dutiesOf(server: TestServer, day: string): Promise<string[]> {
  const lines = await mailOf(server, day);
  const from = lines.findIndex((line) => line.startsWith('§应安排的检查任务'));
  if (from < 0) return lines;
  const after = lines.slice(from + 1).findIndex((line) => line.startsWith('§'));
  return [...lines.slice(0, from), ...(after < 0 ? [] : lines.slice(from + 1 + after))];
}

describe('the daily mail', () => {
  test('is not sent where there is nothing to say', async () => {
    const { server } = await scene('2026-07-13T08:00:00+08:00');
    await server.advance('2026-07-15T12:00:00+08:00');
    expect(await received(server, to)).toEqual([]);
  });

  test('leaves ten minutes after the notices of a working day, and names what is due this week', async () => {
    const { server, project } = await scene('2026-07-13T08:00:00+08:00');
    await project('周三到期', '2026-01-15', 'Qiao');
    await project('周日以后到期', '2026-01-20', 'Lu');
    await server.advance('2026-07-13T12:00:00+08:00');
    expect(await received(server, to)).toEqual([
      '2026-07-13T09:10 【每日情况】7月13日：本周到期1项——洪江区档案局',
    ]);
    expect(await mailOf(server, '2026-07-13')).toEqual([
      '§本周到期事项（1项）',
      '周三到期：《重点建设项目档案管理登记表》（开工后），2026年7月15日（星期三）到期',
    ]);
  });

  test('waits for the next working day on a holiday and a weekend', async () => {
    const { server, project } = await scene('2026-09-30T09:30:00+08:00');
    await project('节前到期', '2026-03-30', 'Qiao');
    await server.advance('2026-10-08T12:00:00+08:00');
    // On the last day of the quarter its check is at risk, too.
    expect(await kindsReceived(server, to)).toEqual([
      '2026-09-30T09:30 【每日情况】',
      '2026-09-30T09:30 【检查任务时间紧迫】',
      '2026-10-08T09:10 【每日情况】',
    ]);
    expect(await mailOf(server, '2026-10-08')).toEqual([
      '§新逾期事项（1项）',
      '节前到期：《重点建设项目档案管理登记表》（开工后），2026年9月30日届满',
      '§待处理文书（1件）',
      '节前到期：责令整改通知书，已起草，待审核提请审批',
      '§期限已过、未完成的检查指标（1项）',
      '2026年第3季度重点建设项目档案事项监管“重点建设项目档案定期检查”，欠1次',
      '§应安排的检查任务（2项）',
      '2026年第4季度重点建设项目档案事项监管“重点建设项目档案定期检查”，尚需1次，最迟2026年12月30日（星期三）开始',
      '2026年度重点建设项目档案事项监管“重点建设项目档案全面检查”，尚需1次，1个检查对象，最迟2026年12月30日（星期三）开始',
    ]);
  });

  test('names what became overdue as new on the day on which the unit hears of it, and then as still overdue', async () => {
    const { server, project } = await scene('2026-07-15T10:00:00+08:00');
    await project('逾期工程', '2026-01-15', 'Qiao');
    await server.advance('2026-07-17T12:00:00+08:00');
    expect(await received(server, 'qiao@unit.example.com')).toHaveLength(1);
    const heading = async (day: string) =>
      (await dutiesOf(server, day)).filter((line) => line.startsWith('§'));
    expect(await heading('2026-07-16')).toEqual(['§新逾期事项（1项）', '§待处理文书（1件）']);
    expect(await heading('2026-07-17')).toEqual(['§仍未办结的逾期事项（1项）', '§待处理文书（1件）']);
  });

  test('names what nobody could be written to until somebody can be, or the duty is met', async () => {
    const { server, project, act, obligation } = await scene('2026-07-15T10:00:00+08:00');
    const { id } = await project('无人可通知', '2026-01-15');
    await server.advance('2026-07-17T12:00:00+08:00');
    expect(await dutiesOf(server, '2026-07-16')).toEqual([
      '§新逾期事项（1项）',
      '无人可通知：《重点建设项目档案管理登记表》（开工后），2026年7月15日届满',
      '§待处理文书（1件）',
      '无人可通知：责令整改通知书，已起草，待审核提请审批',
      '§未送达的通知（1件）',
      '无人可通知：《重点建设项目档案管理登记表》（开工后），没有可用的联系方式（没有联系人）',
    ]);
    const standing = await dutiesOf(server, '2026-07-17');
    expect(standing.filter((line) => line.startsWith('§'))).toEqual([
      '§仍未办结的逾期事项（1项）',
      '§待处理文书（1件）',
      '§未送达的通知（1件）',
    ]);
    await act((await obligation(id, registrationAfterStart)).id, 'fulfilment', { on: '2026-07-17' });
    await server.advance('2026-07-20T12:00:00+08:00');
    expect(await dutiesOf(server, '2026-07-20')).toEqual([]);
  });

  test('names reports that wait for an answer, not those that have it', async () => {
    const { server, enter, unit, act, obligation } = await scene('2026-07-15T10:00:00+08:00');
    const [first, second] = [
      await enter({
        kind: 'unit',
        name: '区教育局',
        traits: ['backup-register'],
        contacts: [contactAt('Edu')],
      }),
      await enter({
        kind: 'unit',
        name: '区卫健局',
        traits: ['backup-register'],
        contacts: [contactAt('Hlt')],
      }),
    ];
    for (const { id } of [first, second])
      await act(
        (await obligation(id, selfInspection, '2025')).id,
        'fulfilment',
        { on: '2026-07-15' },
        await unit(id),
      );
    await act((await obligation(second.id, selfInspection, '2025')).id, 'report-decision', {
      decision: 'confirm',
    });
    await server.advance('2026-07-16T12:00:00+08:00');
    const [heading, line, ...others] = await dutiesOf(server, '2026-07-16');
    expect([heading, others]).toEqual(['§单位已报送、待审核材料（1项）', []]);
    expect(line).toMatch(/^区教育局：2025年度《档案工作情况自查报告》.*，2026年9月30日（星期三）到期$/);
  });

  test('names late entries, but not those that were confirmed or closed meanwhile', async () => {
    const { server, admin, path, project, act, obligation } = await scene('2026-07-15T10:00:00+08:00');
    await admin.send(answers.settings, 'PATCH', `${path}/settings`, { trackFrom: '2026-06-01' });
    const entered = [];
    for (const name of ['待确认', '已确认', '已办结'])
      entered.push(await project(name, '2026-01-08', 'Qiao'));
    const [, confirmed, closed] = entered;
    await act((await obligation(confirmed?.id ?? '', registrationAfterStart)).id, 'confirmation', {});
    await act((await obligation(closed?.id ?? '', registrationAfterStart)).id, 'fulfilment', {
      on: '2026-07-01',
    });
    await server.advance('2026-07-16T12:00:00+08:00');
    const lines = await dutiesOf(server, '2026-07-16');
    expect(lines[lines.indexOf('§登记时已逾期、待确认事项（1项）') + 1]).toBe(
      '待确认：《重点建设项目档案管理登记表》（开工后），2026年7月8日届满',
    );
    expect(lines.join()).not.toContain('已办结');
  });

  test('goes to each officer of the office once, and to the leaders where there is no officer', async () => {
    const second = { ...officerOnStaff, sub: 'second', email: officerOnStaff.email.toUpperCase() };
    const leader = { sub: 'leader', name: '局长', role: 'bureau-leader', email: 'leader@bureau.example.com' };
    const { server, project, admin, path } = await scene('2026-07-13T08:00:00+08:00', [
      officerOnStaff,
      second,
      leader,
    ]);
    await project('桥', '2026-01-15', 'Qiao');
    await server.advance('2026-07-13T12:00:00+08:00');
    const addresses = async () =>
      (await server.mailbox())
        .map((mail) => mail.to)
        .filter((address) => address.endsWith('bureau.example.com'));
    expect(await addresses()).toEqual([to]);
    await admin.send(answers.staff, 'PUT', `${path}/staff`, [leader]);
    await server.advance('2026-07-14T12:00:00+08:00');
    expect(await addresses()).toEqual([to, 'leader@bureau.example.com']);
  });
});

test('each office of Baixiang reads of its own duties alone', async () => {
  const server = await serverForTest('2026-07-27T08:00:00+08:00');
  const { admin, path } = await bureauOf(server, 'baixiang');
  const member = (office: string) => ({
    ...officerOnStaff,
    sub: office,
    office,
    email: `${office}@bureau.example.com`,
  });
  await admin.send(
    answers.staff,
    'PUT',
    `${path}/staff`,
    ['archives', 'civil-defence', 'legal-affairs'].map(member),
  );
  await server.advance('2026-07-27T12:00:00+08:00');
  const mails = (await server.mailbox()).filter(({ subject }) => subject.startsWith('【每日情况】'));
  expect(mails.map((mail) => [mail.to, /——(.*)$/.exec(mail.subject)?.[1]])).toEqual([
    ['archives@bureau.example.com', '柏乡县档案局'],
    ['civil-defence@bureau.example.com', '柏乡县人防办'],
  ]);
  for (const mail of mails) expect(mail.text).toContain('本周到期事项（1项）');
});
