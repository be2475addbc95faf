import { describe, expect, test } from 'vitest';
import { bureauOf, contactAt, kindsReceived, registrationAfterStart } from '../support/bureaus/bureau.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const to = 'qiao@unit.example.com';
const shared = sharedServer('2026-06-12T10:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));

/** A project that owes its opening form by 15 July 2026, a Wednesday. */
async function scene(now = '2026-07-13T10:00:00+08:00') {
  const server = await serverForTest(now);
  const bureau = await bureauOf(server, 'hongjiang');
  const project = await bureau.enter({
    kind: 'project',
    name: '桥',
    facts: { startedOn: '2026-01-15' },
    contacts: [contactAt('Qiao')],
  });
  const { id } = await bureau.obligation(project.id, registrationAfterStart);
  const lead = (act: string, body: object) => bureau.act(id, act, body, bureau.leader);
  return { server, bureau, project, id, lead, mails: () => kindsReceived(server, to) };
}

const owed = async () => {
  const { enter, obligation } = shared().scene;
  const project = await enter({ kind: 'project', name: '路', facts: { startedOn: '2026-01-15' } });
  return obligation(project.id, registrationAfterStart);
};

describe('a waiver', () => {
  test('is the leader’s, with a reason that stays in the history', async () => {
    const { officer, admin, path, act, leader, detail } = shared().scene;
    const { id } = await owed();
    for (const client of [officer, admin])
      expect(
        (await client.refused(403, 'POST', `${path}/obligations/${id}/waiver`, { reason: '停建' })).detail,
      ).toContain('bureau-leader');
    const silent = await leader.refused(400, 'POST', `${path}/obligations/${id}/waiver`, {});
    expect(silent.errors).toMatchObject([{ path: 'reason', message: 'missing: this field is needed' }]);
    expect(await act(id, 'waiver', { reason: '项目停建' }, leader)).toMatchObject({
      status: 'waived',
      nextActionAt: null,
    });
    expect((await detail(id)).history.at(-1)).toMatchObject({
      by: 'bureau-leader:local-bureau-leader',
      what: 'waived',
      text: '免除：项目停建',
    });
  });

  test('ends the duty without a notice, and a change of facts does not bring it back', async () => {
    const { server, bureau, project, id, lead, mails } = await scene();
    await lead('waiver', { reason: '项目停建' });
    await bureau.patch(project.id, { facts: { startedOn: '2026-01-20' } });
    await server.advance('2026-07-16T12:00:00+08:00');
    expect(await mails()).toEqual([]);
    expect(await bureau.detail(id)).toMatchObject({ status: 'waived', dueOn: '2026-07-15' });
  });
});

describe('an extension', () => {
  test('takes the place of the due day for reminders and lateness; the due day stays in view', async () => {
    const { server, lead, mails, bureau, id } = await scene();
    expect(await lead('extension', { until: '2026-07-24', reason: '汛期停工' })).toMatchObject({
      dueOn: '2026-07-15',
      extendedTo: '2026-07-24',
      actBy: '2026-07-24',
      overdueFrom: '2026-07-25',
      nextActionAt: '2026-07-14T09:00:00+08:00',
    });
    await server.advance('2026-07-27T12:00:00+08:00');
    expect(await mails()).toEqual([
      '2026-07-14T09:00 【提醒】',
      '2026-07-17T09:00 【提醒】',
      '2026-07-23T09:00 【提醒】',
      '2026-07-27T09:00 【逾期】',
    ]);
    const { explanation, history, status } = await bureau.detail(id);
    expect(status).toBe('overdue');
    expect(explanation.at(-1)).toMatchObject({ rule: '批准延期', day: '2026-07-24' });
    expect(history.at(-1)?.text).toBe('延期至2026-07-24：汛期停工');
  });

  test('is told once to whoever was told the old day', async () => {
    const { server, lead, mails } = await scene();
    await server.advance('2026-07-14T10:00:00+08:00');
    await lead('extension', { until: '2026-08-21', reason: '汛期停工' });
    await server.advance('2026-07-17T12:00:00+08:00');
    expect(await mails()).toEqual(['2026-07-14T09:00 【提醒】', '2026-07-15T09:00 【延期】']);
    const [, correction] = await server.mailbox({ to });
    expect(correction?.text).toContain('2026年8月21日');
  });

  test('of an overdue duty makes it open again', async () => {
    const { server, lead, mails } = await scene();
    await server.advance('2026-07-17T10:00:00+08:00');
    const open = { status: 'open', overdueFrom: '2026-07-25' };
    expect(await lead('extension', { until: '2026-07-24', reason: '材料补正' })).toMatchObject(open);
    await server.advance('2026-07-27T12:00:00+08:00');
    expect(await mails()).toEqual([
      '2026-07-14T09:00 【提醒】',
      '2026-07-16T09:00 【逾期】',
      '2026-07-20T09:00 【延期】',
      '2026-07-23T09:00 【提醒】',
      '2026-07-27T09:00 【逾期】',
    ]);
  });

  test('may be followed by a longer one', async () => {
    const { id } = await owed();
    const { act, leader } = shared().scene;
    await act(id, 'extension', { until: '2026-08-14', reason: '汛期' }, leader);
    expect(await act(id, 'extension', { until: '2026-09-01', reason: '汛期延长' }, leader)).toMatchObject({
      extendedTo: '2026-09-01',
    });
  });

  test('that ends on a rest day is late only after the next working day', async () => {
    const { id } = await owed();
    const { act, leader } = shared().scene;
    expect(await act(id, 'extension', { until: '2026-08-15', reason: '汛期' }, leader)).toMatchObject({
      actBy: '2026-08-14',
      overdueFrom: '2026-08-18',
    });
  });

  test.each([
    [422, { until: '2026-07-15', reason: 'x' }, 'until', 'an extension must be later than 2026-07-15'],
    [422, { until: '2026-06-30', reason: 'x' }, 'until', 'an extension must be later than 2026-07-15'],
    [
      400,
      { until: '2026-06-31', reason: 'x' },
      'until',
      'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    ],
    [400, { until: '2026-08-14' }, 'reason', 'missing: this field is needed'],
  ])('is refused with %i: %j', async (status, body, field, message) => {
    const { id } = await owed();
    const { leader, path, detail } = shared().scene;
    const problem = await leader.refused(status, 'POST', `${path}/obligations/${id}/extension`, body);
    expect(problem.errors).toMatchObject([{ path: field, message }]);
    expect(await detail(id)).not.toHaveProperty('extendedTo');
  });

  test('into the past is refused: it would be overdue at once', async () => {
    const { server, bureau, id } = await scene();
    await server.advance('2026-07-17T10:00:00+08:00');
    const body = { until: '2026-07-16', reason: 'x' };
    const problem = await bureau.leader.refused(
      422,
      'POST',
      `${bureau.path}/obligations/${id}/extension`,
      body,
    );
    expect(problem.errors).toMatchObject([
      { path: 'until', message: 'an extension into the past would be overdue at once' },
    ]);
  });

  test('is the leader’s alone', async () => {
    const { id } = await owed();
    const { officer, path } = shared().scene;
    await officer.refused(403, 'POST', `${path}/obligations/${id}/extension`, {
      until: '2026-08-14',
      reason: 'x',
    });
  });
});
