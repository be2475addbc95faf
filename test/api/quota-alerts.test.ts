import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { officerOnStaff } from '../support/bureaus/bureau.ts';
import { checkScene } from '../support/bureaus/checks.ts';
import { leaderOnStaff } from '../support/cases/escalations.ts';
import type { TestServer } from '../support/product/server.ts';

describe('alerts of quotas', () => {
  const mails = async (server: TestServer, to: string) =>
    (await server.mailbox({ to })).map(({ sentAt, subject }) => `${sentAt.slice(0, 16)} ${subject}`);

  test('reach the officer once when a quota becomes at risk, and the leader once when it was missed', async () => {
    const { server, bureau, unit } = await checkScene('2026-07-01T08:00:00+08:00');
    const { admin, path } = bureau;
    await admin.send(answers.staff, 'PUT', `${path}/staff`, [officerOnStaff, leaderOnStaff]);
    const alerts = { superiors: ['sup@example.cn'] };
    await admin.send(answers.settings, 'PATCH', `${path}/settings`, { alerts });
    await unit('甲单位');
    await server.advance('2026-08-13T12:00:00+08:00');
    expect(await mails(server, 'sup@example.cn')).toEqual([]);
    await server.advance('2026-08-20T12:00:00+08:00');
    // Ten working days after the end of July.
    expect(await mails(server, 'sup@example.cn')).toEqual([
      '2026-08-14T09:10 【报告】检查指标未完成：1项——洪江区档案局',
    ]);
    expect((await mails(server, officerOnStaff.email)).filter((line) => !line.includes('每日情况'))).toEqual([
      '2026-07-29T09:10 【检查任务时间紧迫】7月29日：1项——洪江区档案局',
    ]);
    expect(await mails(server, leaderOnStaff.email)).toEqual([
      '2026-08-03T09:10 【检查指标未完成】8月3日：1项——洪江区档案局',
    ]);
    const [alert] = await server.mailbox({ to: leaderOnStaff.email });
    expect(alert?.text).toContain('欠');
    const kinds = (await bureau.notices({ kind: 'quota-alert' })).map(({ to }) => to).sort();
    expect(kinds).toEqual([leaderOnStaff.email, officerOnStaff.email, 'sup@example.cn']);
  });

  test('name what is owed by units entered within a month, and ask the leader to decide between two figures', async () => {
    const { server, bureau, unit } = await checkScene('2026-07-14T08:00:00+08:00');
    const { admin, path } = bureau;
    await admin.send(answers.staff, 'PUT', `${path}/staff`, [officerOnStaff, leaderOnStaff]);
    await server.advance('2026-07-15T12:00:00+08:00');
    expect((await mails(server, officerOnStaff.email)).filter((line) => line.includes('检查任务'))).toEqual(
      [],
    );
    for (const name of ['甲', '乙', '丙']) await unit(`${name}单位`, ['professional-archives', 'direct']);
    await server.advance('2026-07-17T12:00:00+08:00');
    const [told, ...again] = (await server.mailbox({ to: officerOnStaff.email })).filter(({ text }) =>
      text.includes('应安排的检查任务'),
    );
    expect(again).toEqual([]);
    expect(told?.sentAt).toMatch(/^2026-07-16T09:10/);
    expect(told?.text).toContain('2026年7月档案安全事项监管“档案安全日常检查”，尚需3次');
    const [asked, ...more] = await server.mailbox({ to: leaderOnStaff.email });
    expect(more).toEqual([]);
    expect(asked?.subject).toBe('【检查指标待定执行口径】7月16日：1项——洪江区档案局');
    expect(asked?.text).toContain('“电子档案全面检查（年度抽查）”，比例与家数要求不能同时满足');
  });

  test('tell of many units with the same patrols to go in one line, from the day on which they are too many together', async () => {
    const { server, bureau, unit } = await checkScene('2026-07-01T08:00:00+08:00', 'baixiang');
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff, leaderOnStaff]);
    for (let index = 1; index <= 12; index += 1) await unit(`第${index}单位`, ['civil-defence-responsible']);
    await server.advance('2026-07-24T12:00:00+08:00');
    const alerts = (await server.mailbox({ to: officerOnStaff.email })).filter(({ subject }) =>
      subject.includes('时间紧迫'),
    );
    // Six outings of four units each: one a working day from 24 July on.
    expect(alerts.map(({ sentAt }) => sentAt.slice(0, 10))).toEqual(['2026-07-24']);
    expect(alerts[0]?.text).toMatch(
      /等12个对象（逐个计算）：2026年7月.*“日常巡查”，尚需2次，最迟2026年7月24日/,
    );
  });
});
