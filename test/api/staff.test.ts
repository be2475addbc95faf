import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, officerOnStaff } from '../support/bureaus/bureau.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));
const leader = {
  sub: 'leader',
  name: '李局长',
  role: 'bureau-leader',
  email: 'leader@bureau.example.com',
} as const;
const certified = {
  ...officerOnStaff,
  office: 'archives',
  certificate: { number: '湘N0001', validUntil: '2028-12-31' },
  deputyFor: { sub: 'leader', from: '2026-03-01', to: '2026-03-31' },
};

test('a bureau begins without anybody on its list', async () => {
  const luquan = await bureauOf(shared().server, 'luquan');
  expect(await luquan.officer.get(answers.staff, `${luquan.path}/staff`)).toEqual({
    items: [],
    nextCursor: null,
    version: 0,
  });
});

describe('the staff list', () => {
  test('is replaced as a whole, given as a list or under items', async () => {
    const { admin, officer, path } = shared().scene;
    const staff = () => officer.get(answers.staff, `${path}/staff`);
    await admin.send(answers.staff, 'PUT', `${path}/staff`, [certified, leader]);
    expect((await staff()).items).toEqual([certified, leader]);
    const { version } = await staff();
    await admin.send(answers.staff, 'PUT', `${path}/staff`, { items: [leader] });
    expect(await staff()).toEqual({ items: [leader], nextCursor: null, version: version + 1 });
  });

  test('of a stale version is a conflict and stays as it was', async () => {
    const { admin, path } = shared().scene;
    const etag = (await admin.ask('GET', `${path}/staff`)).headers.get('etag') ?? '';
    await admin.send(answers.staff, 'PUT', `${path}/staff`, [certified, leader], { 'if-match': etag });
    await admin.refused(409, 'PUT', `${path}/staff`, [], { 'if-match': etag });
    expect((await admin.get(answers.staff, `${path}/staff`)).items).toHaveLength(2);
  });

  test.each([
    [422, [leader, leader], '1.sub', 'leader is listed twice'],
    [
      422,
      [{ ...leader, deputyFor: { sub: 'gone', from: '2026-03-01', to: '2026-03-31' } }],
      '0.deputyFor.sub',
      'nobody with this sub is on the list',
    ],
    [400, [{ ...leader, email: 'nowhere' }], '0.email', 'this is not an e-mail address'],
    [400, { items: [{ ...leader, email: 'nowhere' }] }, 'items.0.email', 'this is not an e-mail address'],
    [
      400,
      [{ ...certified, certificate: { number: '1', validUntil: '2026-02-30' } }],
      '0.certificate.validUntil',
      'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    ],
    [400, [{ ...leader, phone: '1' }], '0.phone', 'unknown field: remove it'],
    [400, { items: [], total: 0 }, 'total', 'unknown field: remove it'],
  ])('is refused with %i where %j', async (status, body, path, message) => {
    const { admin, path: jurisdiction } = shared().scene;
    const before = await admin.get(answers.staff, `${jurisdiction}/staff`);
    const problem = await admin.refused(status, 'PUT', `${jurisdiction}/staff`, body);
    expect(problem.errors).toMatchObject([{ path, message }]);
    expect(await admin.get(answers.staff, `${jurisdiction}/staff`)).toEqual(before);
  });

  test('names a role that is none, and those that are', async () => {
    const { admin, path } = shared().scene;
    const problem = await admin.refused(400, 'PUT', `${path}/staff`, {
      items: [{ ...leader, role: 'mayor' }],
    });
    expect(problem.errors?.[0]?.path).toBe('items.0.role');
    expect(problem.errors?.[0]?.message).toContain('bureau-officer, bureau-leader');
  });

  test('is changed by the admin alone', async () => {
    const { officer, leader: head, path } = shared().scene;
    for (const client of [officer, head]) await client.refused(403, 'PUT', `${path}/staff`, []);
  });
});
