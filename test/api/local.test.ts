import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, contactAt } from '../support/bureaus/bureau.ts';
import * as local from '../support/product/local-answers.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const NOW = '2026-07-13T08:00:00+08:00';
const shared = sharedServer(NOW, async (server) => server.with(undefined));

describe('POST /local/token', () => {
  test('gives a token of each role, for any jurisdiction, with an office or a unit', async () => {
    const { scene, server } = shared();
    const { token } = await scene.send(local.token, 'POST', '/local/token', {
      role: 'auditor',
      jurisdiction: 'luquan',
      sub: 'me',
    });
    expect(await server.with(token).all(answers.jurisdiction, '/v1/jurisdictions')).toMatchObject([
      { id: 'luquan' },
    ]);
    const [, claims = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      sub: 'me',
      role: 'auditor',
      jurisdiction: 'luquan',
    });
  });

  test.each([
    [400, { role: 'mayor', jurisdiction: 'luquan' }, 'role'],
    [400, { role: 'auditor' }, 'jurisdiction'],
    [400, { role: 'auditor', jurisdiction: 'luquan', office: 'tax' }, 'office'],
    [400, { role: 'auditor', jurisdiction: 'luquan', admin: true }, 'admin'],
    [422, { role: 'auditor', jurisdiction: 'beijing' }, 'jurisdiction'],
    [422, { role: 'unit', jurisdiction: 'luquan' }, 'unitId'],
  ])('is refused with %i: %j', async (status, body, field) => {
    const problem = await shared().scene.refused(status, 'POST', '/local/token', body);
    expect(problem.errors?.map(({ path }) => path)).toEqual([field]);
  });

  test('is refused where the body is not JSON', async () => {
    const answer = await shared().scene.ask('POST', '/local/token', { raw: 'role=auditor' });
    expect(answer.body).toMatchObject({
      status: 400,
      errors: [{ path: '', code: 'request.no-json' }],
    });
  });
});

describe('the simulated clock', () => {
  test('tells the time, moves forward and counts what left', async () => {
    const server = await serverForTest(NOW);
    const nobody = server.with(undefined);
    expect(await nobody.get(local.clock, '/local/clock')).toEqual({ now: NOW, simulated: true });
    const { enter } = await bureauOf(server, 'hongjiang');
    await enter({
      kind: 'project',
      name: '桥',
      facts: { startedOn: '2026-01-15' },
      contacts: [contactAt('Qiao', '13800000001')],
    });
    expect(await server.advance('2026-07-14T09:00:00+08:00')).toEqual({
      now: '2026-07-14T09:00:00+08:00',
      notices: 3,
      escalations: 0,
    });
    expect(await server.advance('2026-07-15T00:00:00Z')).toEqual({
      now: '2026-07-15T08:00:00+08:00',
      notices: 0,
      escalations: 0,
    });
    expect(await nobody.get(local.clock, '/local/clock')).toEqual({
      now: '2026-07-15T08:00:00+08:00',
      simulated: true,
    });
  });

  test('does what falls due on the way in its order, and each thing at its own time', async () => {
    const server = await serverForTest(NOW);
    const { enter } = await bureauOf(server, 'hongjiang');
    for (const startedOn of ['2026-01-16', '2026-01-14', '2026-01-15'])
      await enter({ kind: 'project', name: startedOn, facts: { startedOn }, contacts: [contactAt('Qiao')] });
    await server.advance('2026-07-17T12:00:00+08:00');
    const sent = (await server.mailbox()).map(({ sentAt }) => sentAt);
    expect(sent).toEqual([...sent].sort());
    expect(new Set(sent.map((at) => at.slice(0, 16)))).toEqual(
      new Set([
        '2026-07-13T09:00',
        '2026-07-14T09:00',
        '2026-07-15T09:00',
        '2026-07-16T09:00',
        '2026-07-17T09:00',
      ]),
    );
  });

  test.each([
    [409, { now: '2026-07-13T07:59:59+08:00' }, 'local.clock-back'],
    [422, { now: '2036-07-14T08:00:00+08:00' }, 'local.clock-leap'],
    [400, { now: '2026-07-14' }, 'field.instant'],
    [400, {}, 'field.missing'],
  ])('is refused with %i: %j', async (status, body, code) => {
    const problem = await shared().scene.refused(status, 'POST', '/local/clock', body);
    expect(problem.errors).toMatchObject([{ path: 'now', code }]);
  });
});

test('the mailbox holds what left, whole, by address and by channel', async () => {
  const server = await serverForTest(NOW);
  const { enter } = await bureauOf(server, 'hongjiang');
  await enter({
    kind: 'project',
    name: '桥',
    facts: { startedOn: '2026-01-15' },
    contacts: [contactAt('Qiao', '13800000001'), contactAt('Lu')],
  });
  await server.advance('2026-07-14T09:05:00+08:00');
  expect((await server.mailbox()).length).toBe(5);
  expect(await server.mailbox({ to: 'QIAO@unit.example.com' })).toHaveLength(2);
  expect(await server.mailbox({ channel: 'sms' })).toMatchObject([{ to: '13800000001', channel: 'sms' }]);
  expect(await server.mailbox({ to: '13800000001', channel: 'email' })).toEqual([]);
  const [mail] = await server.mailbox({ to: 'lu@unit.example.com' });
  expect(mail?.html).toContain('<');
  expect(mail?.attachments).toEqual([]);
});

test('nothing is left that could not be worked', async () => {
  const { scene } = shared();
  expect(await scene.get(local.deadLetters, '/local/dead-letters')).toEqual({ items: [] });
  expect(await scene.send(local.replayed, 'POST', '/local/dead-letters/replay')).toEqual({ replayed: 0 });
});
