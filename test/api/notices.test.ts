import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, contactAt, officerOnStaff, registrationAfterStart } from '../support/bureaus/bureau.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

/**
 * Tuesday 14 July 2026 at noon: yesterday a project and its unit were entered whose forms are due tomorrow, and
 * another project that nobody can be written to.
 */
const shared = sharedServer('2026-07-13T10:00:00+08:00', async (server) => {
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff]);
  const unit = await bureau.enter({ kind: 'unit', name: '区住建局', contacts: [contactAt('Zhu')] });
  const facts = { startedOn: '2026-01-15' };
  const bridge = await bureau.enter({ kind: 'project', name: '桥', facts, contacts: [contactAt('Qiao')] });
  const road = await bureau.enter({ kind: 'project', name: '路', facts, parentId: unit.id });
  const orphan = await bureau.enter({ kind: 'project', name: '渠', facts });
  await server.advance('2026-07-14T12:00:00+08:00');
  return { ...bureau, unit, bridge, road, orphan };
});

describe('the notices', () => {
  test('are listed with the address, the way and what became of each try', async () => {
    const { notices, bridge, obligation } = shared().scene;
    const [notice, ...others] = await notices({ subjectId: bridge.id });
    expect(others).toEqual([]);
    expect(notice).toEqual({
      id: notice?.id,
      kind: 'reminder',
      subjectId: bridge.id,
      obligationId: (await obligation(bridge.id, registrationAfterStart)).id,
      step: 'reminder:1',
      to: 'qiao@unit.example.com',
      channel: 'email',
      subject: notice?.subject,
      late: false,
      status: 'sent',
      attempts: [{ at: '2026-07-14T09:00:00+08:00', provider: 'captured', outcome: 'accepted' }],
      createdAt: '2026-07-14T09:00:00+08:00',
      version: 2,
    });
  });

  test('are read with the very text and page that left', async () => {
    const { notices, bridge, officer, path } = shared().scene;
    const [notice] = await notices({ subjectId: bridge.id });
    const [mail] = await shared().server.mailbox({ to: 'qiao@unit.example.com' });
    const read = await officer.get(answers.noticeDetail, `${path}/notices/${notice?.id ?? ''}`);
    expect(read).toEqual({ ...notice, text: mail?.text, html: mail?.html });
    expect(mail).toMatchObject({ noticeId: notice?.id, subject: notice?.subject, attachments: [] });
    expect(read.text).toContain('三(一)五(一)');
    expect(read.text).toContain('2026年7月15日');
  });

  test('are filtered by subject, kind and status, the newest first', async () => {
    const { notices, orphan, bridge, road } = shared().scene;
    const all = await notices({});
    expect(all.map(({ createdAt }) => createdAt)).toEqual(
      all
        .map(({ createdAt }) => createdAt)
        .sort()
        .reverse(),
    );
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['reminder', 'daily']));
    expect((await notices({ kind: 'reminder' })).map(({ subjectId }) => subjectId).sort()).toEqual(
      [bridge.id, road.id, orphan.id].sort(),
    );
    expect((await notices({ status: 'failed' })).map(({ subjectId }) => subjectId)).toEqual([orphan.id]);
    expect(await notices({ status: 'failed', subjectId: bridge.id })).toEqual([]);
    expect(await notices({ kind: 'overdue' })).toEqual([]);
    expect(await notices({ subjectId: 'nobody' })).toEqual([]);
    expect((await notices({ kind: 'daily' })).map(({ to, step }) => [to, step])).toEqual([
      [officerOnStaff.email, 'daily:2026-07-14'],
      [officerOnStaff.email, 'daily:2026-07-13'],
    ]);
    expect(await notices({ limit: '1' })).toEqual(all);
  });

  test('are filtered by the days on which they were made, of all or of one subject, and by channel', async () => {
    const { notices, bridge } = shared().scene;
    const all = await notices({});
    const madeOn = (day: string) => all.filter(({ createdAt }) => createdAt.startsWith(day));
    expect(madeOn('2026-07-13').length).toBeGreaterThan(0);
    expect(await notices({ from: '2026-07-13', to: '2026-07-13' })).toEqual(madeOn('2026-07-13'));
    expect(await notices({ from: '2026-07-14' })).toEqual(madeOn('2026-07-14'));
    expect(await notices({ to: '2026-07-12' })).toEqual([]);
    expect(await notices({ subjectId: bridge.id, to: '2026-07-13' })).toEqual([]);
    expect((await notices({ subjectId: bridge.id, from: '2026-07-14' })).length).toBe(1);
    expect(await notices({ channel: 'email' })).toEqual(all);
    expect(await notices({ channel: 'sms' })).toEqual([]);
  });

  test('are not filtered by a status that there is not', async () => {
    const { officer, path } = shared().scene;
    const problem = await officer.refused(400, 'GET', `${path}/notices?status=lost`);
    expect(problem.errors?.[0]).toMatchObject({ path: 'status' });
  });
});

describe('whom a notice goes to', () => {
  test('where a subject has no contact, the parent’s are written to, on its behalf', async () => {
    const { notices, road } = shared().scene;
    const [notice] = await notices({ subjectId: road.id });
    expect(notice).toMatchObject({ to: 'zhu@unit.example.com', status: 'sent' });
    const [mail] = await shared().server.mailbox({ to: 'zhu@unit.example.com' });
    expect(mail?.text).toContain('区住建局：');
    expect(mail?.text).toContain('路');
  });

  test('where there is none either, the notice failed and the bureau is told the same day', async () => {
    const { notices, orphan } = shared().scene;
    const [notice] = await notices({ subjectId: orphan.id });
    expect(notice).toMatchObject({
      kind: 'reminder',
      to: '',
      status: 'failed',
      attempts: [{ provider: 'none', outcome: 'permanent: no contact' }],
    });
    const [, daily] = await shared().server.mailbox({ to: officerOnStaff.email });
    expect(daily?.sentAt).toBe('2026-07-14T09:10:00+08:00');
    expect(daily?.text).toContain('未送达的通知（1件）');
    expect(daily?.text).toMatch(/渠：.*没有可用的联系方式/);
  });

  test('each distinct address is written to once, however it is spelt', async () => {
    const server = await serverForTest('2026-07-13T10:00:00+08:00');
    const { enter, notices } = await bureauOf(server, 'hongjiang');
    const contacts = [
      { name: '甲', email: 'Same@unit.example.com', mobile: '13800000001' },
      { name: '乙', email: 'same@UNIT.example.com', mobile: '13800000001' },
      { name: '丙', mobile: '13800000002' },
      { name: '丙', mobile: '138 0000 0002' },
      { name: '丙', mobile: '+86 138-0000-0002' },
      { name: '丙', email: 'ｓａｍｅ＠unit.example.com' },
      { name: '丁' },
    ];
    const { id } = await enter({ kind: 'project', name: '桥', facts: { startedOn: '2026-01-15' }, contacts });
    await server.advance('2026-07-14T12:00:00+08:00');
    const sent = (await notices({ subjectId: id })).map(({ channel, to }) => `${channel} ${to}`);
    expect(sent.sort()).toEqual(['email Same@unit.example.com', 'sms 13800000001', 'sms 13800000002']);
  });
});

describe('a telephone that is no mobile', () => {
  test('is kept and gets no notice: the parent’s contacts do, else the bureau is told', async () => {
    const server = await serverForTest('2026-07-13T10:00:00+08:00');
    const { enter, notices } = await bureauOf(server, 'hongjiang');
    const parent = await enter({ kind: 'unit', name: '区住建局', contacts: [contactAt('Zhu')] });
    const project = { kind: 'project' as const, facts: { startedOn: '2026-01-15' } };
    const road = await enter({
      ...project,
      name: '路',
      parentId: parent.id,
      contacts: [{ name: '乙', mobile: '0319-7654321' }],
    });
    const canal = await enter({ ...project, name: '渠', contacts: [{ name: '丙', mobile: '1380000000' }] });
    expect(road.contacts).toEqual([{ name: '乙', telephone: '0319-7654321' }]);
    expect(canal.contacts).toEqual([{ name: '丙', telephone: '1380000000' }]);
    await server.advance('2026-07-14T12:00:00+08:00');
    expect((await notices({ subjectId: road.id })).map(({ to, status }) => [to, status])).toEqual([
      ['zhu@unit.example.com', 'sent'],
    ]);
    expect((await notices({ subjectId: canal.id })).map(({ to, status }) => [to, status])).toEqual([
      ['', 'failed'],
    ]);
    expect(await server.mailbox({ channel: 'sms' })).toEqual([]);
  });

  test('does not stand for the mobile where the bureau writes by SMS alone: the mail address is used', async () => {
    const server = await serverForTest('2026-07-13T10:00:00+08:00');
    const { enter, notices, admin, path } = await bureauOf(server, 'hongjiang');
    await admin.send(answers.settings, 'PATCH', `${path}/settings`, { channels: { reminder: ['sms'] } });
    const { id } = await enter({
      kind: 'project',
      name: '桥',
      facts: { startedOn: '2026-01-15' },
      contacts: [{ name: '乙', email: 'yi@unit.example.com', telephone: '0319-7654321' }],
    });
    await server.advance('2026-07-14T12:00:00+08:00');
    expect((await notices({ subjectId: id })).map(({ to, channel }) => [to, channel])).toEqual([
      ['yi@unit.example.com', 'email'],
    ]);
  });
});

describe('an SMS', () => {
  test('goes with the last reminder and the overdue notice; to a mobile alone with every notice', async () => {
    const server = await serverForTest('2026-09-22T10:00:00+08:00');
    const { enter } = await bureauOf(server, 'hongjiang');
    const contacts = [contactAt('Edu', '13800000001'), { name: '值班', mobile: '13800000002' }];
    await enter({ kind: 'unit', name: '区教育局', traits: ['backup-register'], contacts });
    await server.advance('2026-10-08T12:00:00+08:00');
    const sent = (await server.mailbox()).filter(({ to }) => !to.includes('bureau'));
    const days = (address: string) =>
      sent.filter(({ to }) => to === address).map(({ sentAt }) => sentAt.slice(0, 16));
    expect(days('edu@unit.example.com')).toEqual([
      '2026-09-23T09:00',
      '2026-09-29T09:00',
      '2026-10-08T09:00',
    ]);
    expect(days('13800000001')).toEqual(['2026-09-29T09:00', '2026-10-08T09:00']);
    expect(days('13800000002')).toEqual(['2026-09-23T09:00', '2026-09-29T09:00', '2026-10-08T09:00']);
    const [sms] = await server.mailbox({ channel: 'sms' });
    expect(sms?.text).toContain('洪江区档案局');
    expect(sms?.text).not.toContain('教育局');
  });

  test('goes where the bureau says that it goes', async () => {
    const server = await serverForTest('2026-09-22T10:00:00+08:00');
    const { enter, admin, path } = await bureauOf(server, 'hongjiang');
    const channels = { reminder: ['sms'], 'last-reminder': ['email'], overdue: ['email'] };
    await admin.send(answers.settings, 'PATCH', `${path}/settings`, { channels });
    await enter({
      kind: 'unit',
      name: '区教育局',
      traits: ['backup-register'],
      contacts: [contactAt('Edu', '13800000001')],
    });
    await server.advance('2026-09-29T12:00:00+08:00');
    const ways = (await server.mailbox()).map(({ channel, sentAt }) => `${sentAt.slice(0, 10)} ${channel}`);
    expect(ways).toEqual(['2026-09-23 sms', '2026-09-29 email']);
  });
});

test('the bureau’s own duty alerts its officers, then its leader, then its superior', async () => {
  const server = await serverForTest('2026-07-29T10:00:00+08:00');
  const { admin, path, notices, obligations } = await bureauOf(server, 'baixiang');
  const defence = {
    sub: 'd',
    name: '人防科员',
    role: 'bureau-officer',
    office: 'civil-defence',
    email: 'defence@bureau.example.com',
  } as const;
  await admin.send(answers.staff, 'PUT', `${path}/staff`, [
    { ...officerOnStaff, office: 'archives' },
    defence,
  ]);
  const alerts = { leaders: ['leader@bureau.example.com'], superiors: ['city@bureau.example.com'] };
  await admin.send(answers.settings, 'PATCH', `${path}/settings`, { alerts });
  await server.advance('2026-08-18T12:00:00+08:00');
  const lists = await obligations({ dueFrom: '2026-07-31', dueTo: '2026-07-31' });
  const sent = (await notices({})).filter(({ obligationId }) => lists.some(({ id }) => id === obligationId));
  const list = sent.map(({ createdAt, kind, step, to }) =>
    [createdAt.slice(0, 10), kind, step, to.split('@')[0]].join(' '),
  );
  expect(list.sort()).toEqual([
    '2026-07-30 reminder reminder:1 defence',
    '2026-07-30 reminder reminder:1 officer',
    '2026-08-03 bureau-alert alert-officers defence',
    '2026-08-03 bureau-alert alert-officers officer',
    '2026-08-10 bureau-alert alert-leader leader',
    '2026-08-10 bureau-alert alert-leader leader',
    '2026-08-17 bureau-alert alert-superior city',
    '2026-08-17 bureau-alert alert-superior city',
  ]);
});

test('a unit reads the notices about itself and its children, and no others', async () => {
  const { server, scene } = shared();
  const client = await server.as({ role: 'unit', jurisdiction: 'hongjiang', unitId: scene.unit.id });
  const seen = await client.all(answers.notice, `${scene.path}/notices`);
  expect(seen.map(({ subjectId }) => subjectId)).toEqual([scene.road.id]);
});
