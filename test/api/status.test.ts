import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  acceptanceApplication,
  bureauOf,
  contactAt,
  registrationAfterStart,
  registrationYearly,
  selfInspection,
} from '../support/bureaus/bureau.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

/** 12 June 2026. A project with a duty in each state. */
const shared = sharedServer('2026-06-12T10:00:00+08:00', async (server) => {
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.settings, 'PATCH', `${bureau.path}/settings`, { trackFrom: '2026-01-01' });
  const facts = { startedOn: '2025-07-20', plannedCompletionAcceptanceOn: '2026-08-12' };
  const project = await bureau.enter({ kind: 'project', name: '桥', code: 'B1', facts });
  const unit = await bureau.enter({ kind: 'unit', name: '区教育局', traits: ['backup-register'] });
  return { ...bureau, project, unit };
});
const statusOf = async (id: string) => {
  const { officer, path } = shared().scene;
  return officer.get(answers.subjectStatus, `${path}/status/${id}`);
};

describe('the status of one subject', () => {
  test('counts its duties by how they stand, names what is next and what is late', async () => {
    const { project, obligation } = shared().scene;
    const status = await statusOf(project.id);
    expect(status).toMatchObject({
      subject: { id: project.id, kind: 'project', name: '桥', code: 'B1' },
      summary: {
        open: 2,
        overdue: 1,
        late: 0,
        unconfirmed: 1,
        dueSoon: 1,
        fulfilled: 0,
        fulfilledLate: 0,
        notPursued: 0,
      },
      lastNotice: null,
      asOf: '2026-06-12T10:00:00+08:00',
    });
    expect(status.next).toEqual(await obligation(project.id, acceptanceApplication));
    expect(status.next?.dueOn).toBe('2026-07-12');
    expect(status.overdue).toEqual([await obligation(project.id, registrationAfterStart)]);
  });

  test('calls due soon what is due within thirty days', async () => {
    const { enter } = shared().scene;
    const soon = async (startedOn: string) => {
      const { id } = await enter({ kind: 'project', name: startedOn, facts: { startedOn } });
      return (await statusOf(id)).summary.dueSoon;
    };
    // Due 10 and 13 July: 28 and 31 days from 12 June.
    expect([await soon('2026-01-10'), await soon('2026-01-13')]).toEqual([1, 0]);
  });

  test('follows what is done', async () => {
    const { enter, obligation, act, leader } = shared().scene;
    const { id } = await enter({ kind: 'project', name: '路', facts: { startedOn: '2025-12-15' } });
    const counts = async () => (await statusOf(id)).summary;
    const before = await counts();
    await act((await obligation(id, registrationAfterStart)).id, 'fulfilment', { on: '2026-06-12' });
    expect(await counts()).toEqual({ ...before, open: before.open - 1, dueSoon: 0, fulfilled: 1 });
    await act((await obligation(id, registrationYearly, '2026')).id, 'waiver', { reason: '停建' }, leader);
    expect(await counts()).toEqual({ ...before, open: before.open - 2, dueSoon: 0, fulfilled: 1 });
    expect((await statusOf(id)).next).toMatchObject({ period: '2027' });
  });

  test('counts apart what is not pursued', async () => {
    const { enter } = shared().scene;
    const { id } = await enter({ kind: 'project', name: '旧工程', facts: { startedOn: '2024-01-15' } });
    const status = await statusOf(id);
    expect(status.summary).toMatchObject({ notPursued: 3, overdue: 0 });
    expect(status.overdue).toEqual([]);
  });

  test('of a retired subject says so', async () => {
    const { enter, officer, path } = shared().scene;
    const { id } = await enter({ kind: 'unit', name: '撤销', traits: ['backup-register'] });
    await officer.send(answers.subject, 'DELETE', `${path}/subjects/${id}`, {});
    const status = await statusOf(id);
    expect(status.subject.retiredOn).toBe('2026-06-12');
    expect(status).toMatchObject({ summary: { open: 0, overdue: 0 }, next: null, overdue: [] });
  });

  test('is read by the unit itself, which sees no other', async () => {
    const { unit, project, path } = shared().scene;
    const client = await shared().server.as({ role: 'unit', jurisdiction: 'hongjiang', unitId: unit.id });
    expect(await client.get(answers.subjectStatus, `${path}/status/${unit.id}`)).toEqual(
      await statusOf(unit.id),
    );
    await client.refused(404, 'GET', `${path}/status/${project.id}`);
    await client.refused(403, 'GET', `${path}/status`);
  });
});

describe('the status of a jurisdiction', () => {
  test('is the sum of its regimes, each with its title', async () => {
    const { officer, path } = shared().scene;
    const status = await officer.get(answers.jurisdictionStatus, `${path}/status`);
    expect(status.jurisdiction).toEqual({ id: 'hongjiang', name: '洪江区', bureau: '洪江区档案局' });
    expect(status.regimes.map(({ regime, title }) => [regime, title])).toEqual([
      ['archives-security', '档案安全事项监管'],
      ['key-project-archives', '重点建设项目档案事项监管'],
    ]);
    for (const key of [
      'open',
      'overdue',
      'late',
      'unconfirmed',
      'dueSoon',
      'fulfilled',
      'fulfilledLate',
      'notPursued',
    ] as const) {
      const sum = status.regimes.reduce((total, { summary }) => total + summary[key], 0);
      expect(sum, key).toBe(status.summary[key]);
    }
    expect(status.overdue.map(({ id }) => id)).toEqual(
      (await shared().scene.obligations({ status: 'overdue' }))
        .filter(({ pursuit }) => pursuit !== 'untracked')
        .map(({ id }) => id),
    );
    expect(status.watermark).toBe('2026-06-12');
  });

  test('shows each office its own', async () => {
    const { server } = shared();
    const regimes = async (office: 'archives' | 'civil-defence' | 'legal-affairs') => {
      const client = await server.as({ role: 'bureau-leader', jurisdiction: 'baixiang', office });
      return (await client.get(answers.jurisdictionStatus, '/v1/jurisdictions/baixiang/status')).regimes.map(
        ({ regime }) => regime,
      );
    };
    expect(await regimes('civil-defence')).toEqual(['civil-defence-cases']);
    expect(await regimes('archives')).toEqual(['archives-cases', 'archives-security', 'public-service']);
    expect(await regimes('legal-affairs')).toEqual([]);
  });
});

test('the last notice is the one that left last', async () => {
  const server = await serverForTest('2026-09-22T10:00:00+08:00');
  const { enter, officer, path, notices } = await bureauOf(server, 'hongjiang');
  const { id } = await enter({
    kind: 'unit',
    name: '区教育局',
    traits: ['backup-register'],
    contacts: [contactAt('Edu')],
  });
  const last = async () => (await officer.get(answers.subjectStatus, `${path}/status/${id}`)).lastNotice;
  expect(await last()).toBeNull();
  await server.advance('2026-09-29T10:00:00+08:00');
  const [newest] = await notices({ subjectId: id });
  expect(await last()).toEqual({
    id: newest?.id,
    kind: 'reminder',
    subject: newest?.subject,
    at: '2026-09-29T09:00:00+08:00',
  });
  expect((await notices({ subjectId: id })).map(({ obligationId }) => obligationId)).toHaveLength(2);
  expect(
    (await officer.all(answers.obligation, `${path}/obligations?ruleId=${selfInspection}`))[0]?.step,
  ).toBe('reminder');
});
