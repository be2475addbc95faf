import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  bureauOf,
  contactAt,
  kindsReceived,
  officerOnStaff,
  received,
  registrationAfterStart,
  type Bureau,
} from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';

const to = 'qiao@unit.example.com';
const track = ({ admin, path }: Bureau, trackFrom: string) =>
  admin.send(answers.settings, 'PATCH', `${path}/settings`, { trackFrom });

/** A bureau tracked since the new year that enters on 2 March 2026 a project whose form was due on 12 January. */
async function lateScene() {
  const server = await serverForTest('2026-03-02T08:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff]);
  await track(bureau, '2026-01-01');
  const project = await bureau.enter({
    kind: 'project',
    name: '桥',
    facts: { startedOn: '2025-07-11' },
    contacts: [contactAt('Qiao')],
  });
  const duty = await bureau.obligation(project.id, registrationAfterStart);
  return { server, bureau, project, duty, mails: () => kindsReceived(server, to) };
}

describe('a duty that is already late when it is entered', () => {
  test('is overdue at once, told to the bureau, and not to the unit', async () => {
    const { server, duty, mails } = await lateScene();
    expect(duty).toMatchObject({
      dueOn: '2026-01-12',
      status: 'overdue',
      pursuit: 'unconfirmed',
      nextActionAt: null,
    });
    await server.advance('2026-03-06T12:00:00+08:00');
    expect(await mails()).toEqual([]);
    const daily = await server.mailbox({ to: officerOnStaff.email });
    expect(daily[0]?.subject).toBe('【每日情况】3月2日：待确认2项、检查任务2项——洪江区档案局');
    expect(daily[0]?.text).toContain('桥：《重点建设项目档案管理登记表》（开工后），2026年1月12日届满');
    expect(daily[0]?.text).toContain('确认之前，不向单位发出通知');
  });

  test('is pursued from the day on which an officer confirms it: one overdue notice, no burst', async () => {
    const { server, bureau, duty, mails } = await lateScene();
    await server.advance('2026-03-04T10:00:00+08:00');
    const confirmed = await bureau.act(duty.id, 'confirmation', {});
    expect(confirmed).toMatchObject({
      pursuit: 'active',
      status: 'overdue',
      nextActionAt: '2026-03-05T09:00:00+08:00',
    });
    await server.advance('2026-03-10T12:00:00+08:00');
    expect(await mails()).toEqual(['2026-03-05T09:00 【逾期】']);
  });

  test('is confirmed once, by an officer or leader', async () => {
    const { bureau, duty } = await lateScene();
    const path = `${bureau.path}/obligations/${duty.id}/confirmation`;
    await bureau.admin.refused(403, 'POST', path, {});
    await bureau.act(duty.id, 'confirmation', {}, bureau.leader);
    const again = await bureau.officer.refused(409, 'POST', path, {});
    expect(again.detail).toBe('nothing waits for a confirmation here');
  });

  test('is extended into the future like any other, and pursued from then on', async () => {
    const { server, bureau, duty, mails } = await lateScene();
    const extension = { until: '2026-03-13', reason: '补录' };
    expect(await bureau.act(duty.id, 'extension', extension, bureau.leader)).toMatchObject({
      pursuit: 'active',
      status: 'open',
    });
    await server.advance('2026-03-16T12:00:00+08:00');
    expect(await mails()).toEqual([
      '2026-03-02T09:00 【提醒】',
      '2026-03-06T09:00 【提醒】',
      '2026-03-12T09:00 【提醒】',
      '2026-03-16T09:00 【逾期】',
    ]);
  });
});

describe('a correction that moves a date into the past', () => {
  test('sets off nothing until it is confirmed', async () => {
    const server = await serverForTest('2026-06-12T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff]);
    const project = await bureau.enter({
      kind: 'project',
      name: '桥',
      facts: { startedOn: '2026-01-15' },
      contacts: [contactAt('Qiao')],
    });
    const { id } = await bureau.obligation(project.id, registrationAfterStart);
    await track(bureau, '2026-01-01');
    await server.advance('2026-06-15T10:00:00+08:00');
    await bureau.patch(project.id, { facts: { startedOn: '2025-11-10' } });
    expect(await bureau.detail(id)).toMatchObject({
      dueOn: '2026-05-11',
      status: 'overdue',
      pursuit: 'unconfirmed',
    });
    await server.advance('2026-06-23T12:00:00+08:00');
    expect(await kindsReceived(server, to)).toEqual(['2026-06-15T09:00 【提醒】']);
    expect(await received(server, officerOnStaff.email)).toContain(
      '2026-06-16T09:10 【每日情况】6月16日：待确认2项——洪江区档案局',
    );
    await bureau.act(id, 'confirmation', {});
    await server.advance('2026-06-24T12:00:00+08:00');
    expect(await kindsReceived(server, to)).toEqual([
      '2026-06-15T09:00 【提醒】',
      '2026-06-24T09:00 【逾期】',
    ]);
  });
});

describe('what fell due before the bureau began to track', () => {
  test('is listed and never pursued, and cannot be confirmed', async () => {
    const server = await serverForTest('2026-03-02T08:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    const project = await bureau.enter({
      kind: 'project',
      name: '桥',
      facts: { startedOn: '2025-07-11' },
      contacts: [contactAt('Qiao')],
    });
    const duty = await bureau.obligation(project.id, registrationAfterStart);
    expect(duty).toMatchObject({ status: 'overdue', pursuit: 'untracked', nextActionAt: null });
    const problem = await bureau.officer.refused(
      409,
      'POST',
      `${bureau.path}/obligations/${duty.id}/confirmation`,
      {},
    );
    expect(problem.detail).toBe('it was due before trackFrom and is never pursued');
    await server.advance('2026-03-06T12:00:00+08:00');
    expect(await kindsReceived(server, to)).toEqual([]);
  });

  test('waits for a confirmation once trackFrom is set back, and rests again once it is set forward', async () => {
    const { bureau, duty } = await lateScene();
    const pursuit = async () => (await bureau.detail(duty.id)).pursuit;
    await track(bureau, '2026-01-13');
    expect(await pursuit()).toBe('untracked');
    await track(bureau, '2026-01-12');
    expect(await pursuit()).toBe('unconfirmed');
  });

  test('of a duty that is pursued already: a later trackFrom stops it', async () => {
    const server = await serverForTest('2026-07-13T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    const project = await bureau.enter({
      kind: 'project',
      name: '桥',
      facts: { startedOn: '2026-01-15' },
      contacts: [contactAt('Qiao')],
    });
    await track(bureau, '2026-08-01');
    expect(await bureau.obligation(project.id, registrationAfterStart)).toMatchObject({
      pursuit: 'untracked',
      status: 'open',
      nextActionAt: null,
    });
    await server.advance('2026-07-16T12:00:00+08:00');
    expect(await kindsReceived(server, to)).toEqual([]);
  });
});
