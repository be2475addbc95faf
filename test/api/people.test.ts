import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { person, personLeft, type PersonBody } from '../../shared/contract/people.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { bureauOf, type Bureau } from '../support/bureaus/bureau.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const NOW = '2026-03-02T08:00:00+08:00';
const shared = sharedServer(NOW, async (server) => ({
  hongjiang: await bureauOf(server, 'hongjiang'),
  luquan: await bureauOf(server, 'luquan'),
}));

let numbered = 0;
const fresh = (more: Partial<PersonBody> = {}) => {
  const email = `person${(numbered += 1)}@bureau.example.com`;
  return { name: `人员${numbered}`, role: 'bureau-officer', email, ...more };
};
const enter = ({ admin, path }: Bureau, more: Partial<PersonBody> = {}) =>
  admin.send(person, 'POST', `${path}/people`, fresh(more));

describe('a person', () => {
  test('is entered, and the answer says why no invitation left', async () => {
    const { admin, officer, path } = shared().scene.hongjiang;
    const body = fresh({
      mobile: '+86 138-0000-0009',
      duties: ['section-head'],
      certificate: { number: '湘1', validUntil: '2026-03-12' },
    });
    const made = await admin.ask('POST', `${path}/people`, { body });
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    expect(made.body).toMatchObject({
      ...body,
      mobile: '13800000009',
      certificate: { number: '湘1', validUntil: '2026-03-12', daysLeft: 10 },
      status: 'active',
      invitation: { status: 'none', reason: 'no-accounts' },
      version: 1,
    });
    expect(await officer.all(person, `${path}/people`)).toContainEqual(
      expect.objectContaining({ id: person.parse(made.body).id }),
    );
  });

  test('is the same on the staff list, and the staff list keeps what it does not say', async () => {
    const { luquan } = shared().scene;
    const { admin, path } = luquan;
    const { id, name, email } = await enter(luquan, { mobile: '13800000010' });
    const { items } = await admin.get(answers.staff, `${path}/staff`);
    expect(items).toEqual([{ sub: id, name, role: 'bureau-officer', email }]);
    const renamed = [
      { ...items[0], name: '改名' },
      { sub: 'other', name: '另一人', role: 'auditor' },
    ];
    await admin.send(answers.staff, 'PUT', `${path}/staff`, renamed);
    expect(await admin.all(person, `${path}/people`)).toMatchObject([
      { id, name: '改名', mobile: '13800000010', version: 2 },
      { id: 'other', name: '另一人' },
    ]);
    await admin.send(answers.staff, 'PUT', `${path}/staff`, renamed.slice(1));
    expect(await admin.all(person, `${path}/people?status=left`)).toMatchObject([
      { id, status: 'left', leftOn: '2026-03-02' },
    ]);
  });

  test('is changed field by field, under the version that was read', async () => {
    const { hongjiang } = shared().scene;
    const { admin, path } = hongjiang;
    const { id } = await enter(hongjiang, { mobile: '13800000011' });
    const own = `${path}/people/${id}`;
    const changed = await admin.send(
      person,
      'PATCH',
      own,
      { mobile: null, office: 'archives' },
      { 'if-match': '"1"' },
    );
    expect([changed.mobile, changed.office, changed.version]).toEqual([undefined, 'archives', 2]);
    await admin.refused(409, 'PATCH', own, { name: 'x' }, { 'if-match': '"1"' });
  });

  test('is entered once for one Idempotency-Key', async () => {
    const { admin, path } = shared().scene.hongjiang;
    const body = fresh();
    const headers = { 'idempotency-key': 'enter-once' };
    const [one, two] = [
      await admin.send(person, 'POST', `${path}/people`, body, headers),
      await admin.send(person, 'POST', `${path}/people`, body, headers),
    ];
    expect(two).toEqual(one);
  });

  test('comes page after page', async () => {
    const { hongjiang } = shared().scene;
    await enter(hongjiang);
    const { admin, path } = hongjiang;
    const all = await admin.all(person, `${path}/people`);
    expect((await admin.all(person, `${path}/people?limit=1`)).map(({ id }) => id)).toEqual(
      all.map(({ id }) => id),
    );
  });

  test.each([
    [422, { role: 'superior' }, 'role', 'person.role'],
    [422, { role: 'unit' }, 'role', 'person.role'],
    [400, { role: 'machine' }, 'role', 'field.choice'],
    [400, { mobile: '0745-7654321' }, 'mobile', 'person.mobile'],
    [400, { email: 'nowhere' }, 'email', 'field.email'],
    [
      422,
      { deputyFor: { sub: 'gone', from: '2026-03-01', to: '2026-03-09' } },
      'deputyFor.sub',
      'person.deputy-unknown',
    ],
    [422, { deputyFor: { sub: 'x', from: '2026-03-09', to: '2026-03-01' } }, 'deputyFor.to', 'field.span'],
  ])('is refused with %i where %j', async (status, more, path, code) => {
    const { admin, path: base } = shared().scene.hongjiang;
    const before = await admin.all(person, `${base}/people`);
    const { errors } = await admin.refused(status, 'POST', `${base}/people`, { ...fresh(), ...more });
    expect(errors).toMatchObject([{ path, code }]);
    expect(await admin.all(person, `${base}/people`)).toEqual(before);
  });

  test('has an e-mail address that nobody else of the installation has, and nobody learns who has it', async () => {
    const { hongjiang, luquan } = shared().scene;
    const { email, id } = await enter(hongjiang);
    for (const { admin, path } of [hongjiang, luquan]) {
      const body = fresh({ email: email?.toUpperCase() ?? '' });
      const refused = await admin.refused(409, 'POST', `${path}/people`, body);
      expect(refused.errors).toMatchObject([{ path: 'email', code: 'person.email-used', params: {} }]);
    }
    await hongjiang.admin.send(personLeft, 'DELETE', `${hongjiang.path}/people/${id}`, {});
    expect(await enter(luquan, { email: email ?? '' })).toMatchObject({ email });
  });

  test('of a superior is entered there, with the superior’s own roles', async () => {
    const { server } = shared();
    const admin = await server.as({ role: 'bureau-admin', jurisdiction: 'huaihua' });
    const path = '/v1/jurisdictions/huaihua/people';
    await admin.refused(422, 'POST', path, fresh());
    const made = await admin.send(person, 'POST', path, { ...fresh(), role: 'superior' });
    const superior = await server.as({ role: 'superior', jurisdiction: 'huaihua' });
    expect(await superior.all(person, path)).toMatchObject([{ id: made.id, role: 'superior' }]);
  });

  test('of a unit is entered by an officer under the unit, and under nothing else', async () => {
    const { officer, admin, path, enter: register } = shared().scene.hongjiang;
    const unit = await register({ kind: 'unit', name: '区教育局' });
    const project = await register({ kind: 'project', name: '桥', facts: { startedOn: '2026-01-05' } });
    const people = `${path}/subjects/${unit.id}/people`;
    const made = await officer.send(person, 'POST', people, { name: '张老师', role: 'unit' });
    expect(made).toMatchObject({ role: 'unit', unitId: unit.id });
    expect(await admin.all(person, people)).toMatchObject([{ id: made.id }]);
    await officer.refused(400, 'POST', people, { ...fresh(), role: 'bureau-leader' });
    await officer.refused(422, 'POST', `${path}/subjects/${project.id}/people`, { name: '陈工' });
    expect((await admin.all(person, `${path}/people`)).map(({ id }) => id)).not.toContain(made.id);
  });
});

describe('a deputy', () => {
  const days = { from: '2026-03-05', to: '2026-03-09' };

  test('stands in for a leader alone, and not for one who stands in for another', async () => {
    const bureau = await bureauOf(await serverForTest(NOW), 'hongjiang');
    const { admin, path } = bureau;
    const head = await enter(bureau, { role: 'bureau-leader' });
    const second = await enter(bureau, { role: 'bureau-leader', deputyFor: { sub: head.id, ...days } });
    const officer = await enter(bureau);
    const asked = (sub: string, when = days) =>
      admin.refused(422, 'PATCH', `${path}/people/${officer.id}`, { deputyFor: { sub, ...when } });
    expect((await asked(officer.id)).code).toBe('person.deputy-self');
    expect((await asked(second.id)).code).toBe('person.deputy-chain');
    const { code } = await admin.refused(422, 'PATCH', `${path}/people/${second.id}`, {
      deputyFor: { sub: officer.id, ...days },
    });
    expect(code).toBe('person.deputy-of-whom');
    const later = { from: '2026-03-10', to: '2026-03-12' };
    const set = { deputyFor: { sub: second.id, ...later } };
    await admin.send(person, 'PATCH', `${path}/people/${officer.id}`, set);
    const stretched = { deputyFor: { sub: head.id, from: '2026-03-05', to: '2026-03-11' } };
    const refused = await admin.refused(422, 'PATCH', `${path}/people/${second.id}`, stretched);
    expect(refused.code).toBe('person.deputy-chain');
  });
});

describe('somebody who leaves', () => {
  test('has no rights from then on, and what was open goes to the successor', async () => {
    const server = await serverForTest(NOW);
    const bureau = await bureauOf(server, 'hongjiang');
    const { admin, officer, path } = bureau;
    const [leaving, staying] = [await enter(bureau), await enter(bureau)];
    const unit = await bureau.enter({ kind: 'unit', name: '区教育局', traits: ['backup-register'] });
    await bureau.patch(unit.id, { handler: leaving.id });
    const own = { role: 'bureau-officer', jurisdiction: 'hongjiang', sub: leaving.id } as const;
    const theirs = await server.as(own);
    const drafted = await theirs.send(escalation, 'POST', `${path}/escalations`, {
      step: 'order-to-rectify',
      subjectId: unit.id,
      ruleId: 'archives-security/problem-found',
      text: '库房消防设施失效。',
      takenOnTheSpot: { at: NOW, officers: ['甲，1', '乙，2'] },
    });
    expect(drafted.history?.[0]).toMatchObject({ byName: leaving.name });
    await admin.refused(422, 'DELETE', `${path}/people/${leaving.id}`, { handOverTo: leaving.id });
    const left = await admin.send(personLeft, 'DELETE', `${path}/people/${leaving.id}`, {
      handOverTo: staying.id,
    });
    expect(left).toMatchObject({ status: 'left', leftOn: '2026-03-02', handedTo: staying.id });
    expect(left.open.subjects).toEqual([{ id: unit.id, name: '区教育局' }]);
    await theirs.refused(401, 'GET', `${path}/subjects`);
    const subject = await officer.get(answers.subjectDetail, `${path}/subjects/${unit.id}`);
    expect(subject).toMatchObject({ handler: staying.id, handlerName: staying.name });
    const work = await bureau.obligations({ handler: staying.id });
    expect(new Set(work.map(({ subjectId }) => subjectId))).toEqual(new Set([unit.id]));
    const shown = await officer.get(escalation, `${path}/escalations/${drafted.id}`);
    expect(shown.history?.[0]).toMatchObject({ byName: leaving.name });
    for (const [method, more] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/invitation'],
    ] as const)
      await admin.refused(409, method, `${path}/people/${leaving.id}${more}`, {});
  });
});

test('the handler of a duty works here, and stands before the handler of its subject', async () => {
  const { hongjiang } = shared().scene;
  const { officer, path, enter: register, act } = hongjiang;
  const [one, two] = [await enter(hongjiang), await enter(hongjiang)];
  const unit = await register({ kind: 'unit', name: '区财政局', traits: ['backup-register'] });
  await officer.refused(422, 'PATCH', `${path}/subjects/${unit.id}`, { handler: 'nobody' });
  await hongjiang.patch(unit.id, { handler: one.id });
  const [duty, ...others] = await hongjiang.obligations({ subjectId: unit.id });
  const taken = await act(duty?.id ?? '', 'handler', { handler: two.id });
  expect(taken).toMatchObject({ handler: two.id, handlerName: two.name });
  expect((await hongjiang.obligations({ handler: two.id })).map(({ id }) => id)).toEqual([duty?.id]);
  expect((await hongjiang.obligations({ handler: one.id })).map(({ id }) => id)).toEqual(
    others.map(({ id }) => id),
  );
  const back = await act(duty?.id ?? '', 'handler', { handler: null });
  expect(back.handler).toBe(one.id);
});
