import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, registrationAfterStart, selfInspection } from '../support/bureaus/bureau.ts';
import { sharedServer } from '../support/product/server.ts';

/** 30 September 2026 is a Wednesday: late from 1 October. It is now the 9th. */
const shared = sharedServer('2026-10-09T10:00:00+08:00', async (server) => {
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.settings, 'PATCH', `${bureau.path}/settings`, { trackFrom: '2026-01-01' });
  return bureau;
});

const reporting = async () => {
  const { enter, obligation } = shared().scene;
  const unit = await enter({ kind: 'unit', name: '报告单位', traits: ['professional-archives'] });
  return { unit, duty: await obligation(unit.id, selfInspection, '2025') };
};

describe('a fulfilment entered by the bureau', () => {
  test.each([
    ['2026-09-30', 'fulfilled'],
    ['2026-03-02', 'fulfilled'],
    ['2026-10-01', 'fulfilled-late'],
    ['2026-10-09', 'fulfilled-late'],
    ['2026-09-30T23:59:59+08:00', 'fulfilled'],
    ['2026-09-30T16:00:00Z', 'fulfilled-late'],
  ])('of %s closes the obligation as %s', async (on, status) => {
    const { duty } = await reporting();
    const closed = await shared().scene.act(duty.id, 'fulfilment', { on });
    const day = on.endsWith('Z') ? '2026-10-01' : on.slice(0, 10);
    expect(closed).toMatchObject({ status, fulfilledOn: day, nextActionAt: null, version: 2 });
  });

  test.each(['2026-10-10', '2026-10-09T10:00:01+08:00'])('in the future is refused: %s', async (on) => {
    const { duty } = await reporting();
    const { officer, path } = shared().scene;
    const problem = await officer.refused(422, 'POST', `${path}/obligations/${duty.id}/fulfilment`, { on });
    const message = `${on} is in the future: enter the fulfilment when it has happened`;
    expect(problem.errors).toMatchObject([{ path: 'on', message }]);
    expect(await shared().scene.detail(duty.id)).toMatchObject({ status: 'overdue', version: 1 });
  });

  test.each([
    [{}, 'on'],
    [{ on: '2026-02-30' }, 'on'],
    [{ on: 'yesterday' }, 'on'],
    [{ on: '2026-10-01', note: '' }, 'note'],
    [{ on: '2026-10-01', by: 'me' }, 'by'],
  ])('is malformed: %j', async (body, field) => {
    const { duty } = await reporting();
    const { officer, path } = shared().scene;
    const problem = await officer.refused(400, 'POST', `${path}/obligations/${duty.id}/fulfilment`, body);
    expect(problem.errors?.map((error) => error.path)).toEqual([field]);
  });

  test('closes once: what is closed is not closed again, nor waived, extended or confirmed', async () => {
    const { duty } = await reporting();
    const { leader, act, path } = shared().scene;
    await act(duty.id, 'fulfilment', { on: '2026-09-01' }, leader);
    const acts = [
      ['fulfilment', { on: '2026-09-02' }, 'fulfil'],
      ['report-decision', { decision: 'confirm' }, 'confirm-report'],
      ['waiver', { reason: '重复' }, 'waive'],
      ['extension', { until: '2026-12-01', reason: '重复' }, 'extend'],
      ['confirmation', {}, 'confirm'],
    ] as const;
    for (const [name, body, event] of acts) {
      const problem = await leader.refused(409, 'POST', `${path}/obligations/${duty.id}/${name}`, body);
      expect(problem.detail).toBe(`the obligation is fulfilled: ${event} is not possible`);
    }
  });

  test('is for officers, leaders and units: nobody else may write', async () => {
    const { duty } = await reporting();
    const { path, admin } = shared().scene;
    const auditor = await shared().server.as({ role: 'auditor', jurisdiction: 'hongjiang' });
    for (const client of [admin, auditor])
      await client.refused(403, 'POST', `${path}/obligations/${duty.id}/fulfilment`, { on: '2026-10-01' });
  });
});

describe('several fulfilments at once', () => {
  test('are answered one by one: what fails does not hold back the rest', async () => {
    const { officer, path, act, detail } = shared().scene;
    const [first, second, third] = [await reporting(), await reporting(), await reporting()];
    await act(third.duty.id, 'waiver', { reason: '机构撤销' }, shared().scene.leader);
    const items = [
      { obligationId: first.duty.id, on: '2026-09-30', document: '自查报告' },
      { obligationId: 'nobody.nothing', on: '2026-09-30' },
      { obligationId: second.duty.id, on: '2026-10-10' },
      { obligationId: third.duty.id, on: '2026-09-30' },
      { obligationId: second.duty.id, on: '2026-10-02' },
    ];
    const answer = await officer.send(answers.fulfilments, 'POST', `${path}/fulfilments`, items);
    expect(answer.items).toMatchObject([
      { obligationId: first.duty.id, status: 200, obligation: { status: 'fulfilled', version: 2 } },
      { obligationId: 'nobody.nothing', status: 404, problem: { title: 'Not found' } },
      { obligationId: second.duty.id, status: 422, problem: { errors: [{ path: 'on' }] } },
      { obligationId: third.duty.id, status: 409, problem: { status: 409 } },
      { obligationId: second.duty.id, status: 200, obligation: { status: 'fulfilled-late' } },
    ]);
    expect(answer.nextCursor).toBeNull();
    expect((await detail(first.duty.id)).history.at(-1)?.text).toBe('2026-09-30办理：自查报告');
  });

  test('of a unit are reports', async () => {
    const { unit, duty } = await reporting();
    const client = await shared().scene.unit(unit.id);
    const other = await reporting();
    const body = { items: [duty, other.duty].map(({ id }) => ({ obligationId: id, on: '2026-10-08' })) };
    const answer = await client.send(answers.fulfilments, 'POST', `${shared().scene.path}/fulfilments`, body);
    expect(answer.items).toMatchObject([
      { status: 200, obligation: { status: 'overdue', report: 'pending', reportedOn: '2026-10-08' } },
      { status: 404 },
    ]);
    expect(await shared().scene.detail(other.duty.id)).not.toHaveProperty('report');
  });

  test.each([
    [[], ''],
    [{ items: [] }, 'items'],
    [[{ on: '2026-10-01' }], '0.obligationId'],
    [{ items: [{ obligationId: 'a.b', on: '2026-10-01', by: 'me' }] }, 'items.0.by'],
    [Array.from({ length: 201 }, () => ({ obligationId: 'a.b', on: '2026-10-01' })), ''],
  ])('are refused whole where the list is malformed', async (body, field) => {
    const { officer, path } = shared().scene;
    const problem = await officer.refused(400, 'POST', `${path}/fulfilments`, body);
    expect(problem.errors?.map((error) => error.path)).toEqual([field]);
  });
});

test('an obligation that was entered late is closed by a day on which it was not', async () => {
  const { enter, obligation, act } = shared().scene;
  const project = await enter({ kind: 'project', name: '早已报送', facts: { startedOn: '2025-12-01' } });
  const duty = await obligation(project.id, registrationAfterStart);
  expect(duty).toMatchObject({ status: 'overdue', pursuit: 'unconfirmed', dueOn: '2026-06-01' });
  expect(await act(duty.id, 'fulfilment', { on: '2026-05-29' })).toMatchObject({ status: 'fulfilled' });
});
