import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { seesSubject, type Principal, type Seen } from '../../shared/domain/principal.ts';
import { childKey } from '../../shared/records/keys.ts';
import { bureauOf, contactAt } from '../support/bureaus/bureau.ts';
import { lateForm, type Scene } from '../support/cases/escalations.ts';
import type { Client } from '../support/product/client.ts';
import { serverForTest } from '../support/product/server.ts';

const number = '洪档责〔2026〕1号';
const builtBy = (subjectId: string) => ({ parties: [{ relation: 'construction-unit', subjectId }] });

/** A project below one unit that another one builds, and a third that has to do with neither. */
async function builtByAnother() {
  const scene = await lateForm();
  const { bureau, project } = scene;
  const enter = (name: string, contact: string) =>
    bureau.enter({ kind: 'unit', name, nature: 'state-owned', contacts: [contactAt(contact)] });
  const builder = await enter('沅水建设有限公司', 'Builder');
  const stranger = await enter('区水利局', 'Stranger');
  await bureau.patch(project.id, { ...builtBy(builder.id), contacts: [] });
  const known = await bureau.officer.get(answers.subject, `${bureau.path}/subjects/${project.id}`);
  const of = {
    above: await bureau.unit(known.parentId ?? ''),
    builder: await bureau.unit(builder.id),
    stranger: await bureau.unit(stranger.id),
  };
  return { ...scene, builder, stranger, of };
}

/** What a unit meets of the project: itself, in lists, and what it owes. */
async function seen({ bureau, project, obligationId }: Scene, unit: Client): Promise<readonly string[]> {
  const paths = [
    `subjects/${project.id}`,
    `status/${project.id}`,
    `obligations/${obligationId}`,
    'subjects',
    'obligations',
    'notices',
    `obligations?subjectId=${project.id}`,
  ];
  const found = [];
  for (const path of paths) {
    const { status, text } = await unit.ask('GET', `${bureau.path}/${path}`);
    if (status === 200 && text.includes(project.id)) found.push(path);
  }
  return found;
}

describe('a unit that is the party of a project that does not stand below it', () => {
  test('sees the project and what it owes as the unit above does, and nobody else does', async () => {
    const scene = await builtByAnother();
    const { server, bureau, project, stranger, of } = scene;
    await server.advance('2026-07-14T12:00:00+08:00');
    const whole = await seen(scene, of.above);
    expect(whole).toHaveLength(7);
    expect(await seen(scene, of.builder)).toEqual(whole);
    expect(await seen(scene, of.stranger)).toEqual([]);
    await bureau.patch(project.id, builtBy(stranger.id));
    expect(await seen(scene, of.builder)).toEqual([]);
    expect(await seen(scene, of.stranger)).toEqual(whole);
  });

  test('reports what it has done, and has it in its calendar', async () => {
    const { bureau, obligationId, project, of } = await builtByAnother();
    const done = { on: '2026-07-13', document: '登记表' };
    expect(await bureau.act(obligationId, 'fulfilment', done, of.builder)).toMatchObject({
      report: 'pending',
    });
    await of.stranger.refused(404, 'POST', `${bureau.path}/obligations/${obligationId}/fulfilment`, done);
    const feed = await of.builder.ask('POST', `${bureau.path}/feeds`, {
      body: { subjectId: project.id },
    });
    expect(feed.status).toBe(201);
    await of.stranger.refused(404, 'POST', `${bureau.path}/feeds`, { subjectId: project.id });
  });

  test('reads the paper against it, also when another answers for the project by then; the others do not', async () => {
    const scene = await builtByAnother();
    const { server, bureau, act, one, leader, project, stranger, of } = scene;
    await server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await one('order-to-rectify');
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await of.builder.refused(404, 'GET', `${bureau.path}/escalations/${id}`);
    await act(id, 'issue', { number, on: '2026-07-16' });
    await bureau.patch(project.id, builtBy(stranger.id));
    const paper = `${bureau.path}/escalations/${id}`;
    expect((await of.builder.get(escalation, paper)).party?.name).toBe('沅水建设有限公司');
    const listed = async (unit: Client) =>
      (await unit.all(escalation, `${bureau.path}/escalations`)).map((listed) => listed.id);
    expect(await listed(of.builder)).toEqual([id]);
    for (const unit of [of.above, of.stranger]) {
      await unit.refused(404, 'GET', paper);
      expect(await listed(unit)).toEqual([]);
    }
  });

  test('reads the mail that brought the paper, and the unit above does not', async () => {
    const scene = await builtByAnother();
    const { server, bureau, act, one, leader, project, of } = scene;
    await server.advance('2026-07-16T09:30:00+08:00');
    const { id } = await one('order-to-rectify');
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await act(id, 'issue', { number, on: '2026-07-16' });
    await server.advance('2026-07-16T12:00:00+08:00');
    const mails = async (unit: Client) =>
      (await unit.all(answers.notice, `${bureau.path}/notices`)).filter(
        ({ escalationId }) => escalationId === id,
      );
    expect(await mails(of.builder)).toHaveLength(1);
    expect(await mails(of.above)).toEqual([]);
    const last = async (unit: Client) =>
      (await unit.ask('GET', `${bureau.path}/status/${project.id}`)).text.includes('责令整改通知书');
    expect([await last(of.builder), await last(of.above)]).toEqual([true, false]);
  });

  test('is led to nothing by what leads nowhere any more', async () => {
    const scene = await builtByAnother();
    const { server, project, stranger, of } = scene;
    const left = { ...childKey('hongjiang', stranger.id, project.id), v: 1, id: project.id };
    await server.product.deps.store.putMany([left]);
    expect(await seen(scene, of.stranger)).toEqual([]);
  });
});

describe('one of several parties', () => {
  test('reads of itself alone, where the unit above and the bureau read of all', async () => {
    const server = await serverForTest('2026-07-13T10:00:00+08:00');
    const { enter, unit, officer, path } = await bureauOf(server, 'baixiang', 'civil-defence');
    const above = await enter({ kind: 'unit', name: '县住建局' });
    const keeper = await enter({ kind: 'unit', name: '县物业服务中心' });
    const parties = [
      { relation: 'builder', name: '冀南建设有限公司', representative: '钱二', telephone: '0319-1234567' },
      { relation: 'maintainer', subjectId: keeper.id },
    ] as const;
    const work = await enter({
      kind: 'civil-defence-work',
      name: '人防工程1号',
      parentId: above.id,
      parties: [...parties],
    });
    const read = async (by: Client) => [
      (await by.get(answers.subject, `${path}/subjects/${work.id}`)).parties,
      (await by.all(answers.subject, `${path}/subjects`)).find(({ id }) => id === work.id)?.parties,
    ];
    expect(await read(await unit(keeper.id))).toEqual([[parties[1]], [parties[1]]]);
    expect(await read(await unit(above.id))).toEqual([parties, parties]);
    expect(await read(officer)).toEqual([parties, parties]);
  });
});

describe('a case that names whom it is against', () => {
  const told: Seen['stage'] = { entries: [{ body: { event: 'prior-notice' } }] };
  const against: Seen = {
    id: 'case',
    kind: 'case',
    parentId: 'above',
    parties: [{ subjectId: 'party' }],
    facts: {},
    stage: told,
  };
  const as = (unitId: string): Principal => ({ sub: 'u', role: 'unit', jurisdiction: 'baixiang', unitId });

  test('shows itself to that unit once it was told, and not to the unit above', () => {
    expect(seesSubject(as('party'), against)).toBe(true);
    expect(seesSubject(as('party'), { ...against, stage: undefined })).toBe(false);
    expect(seesSubject(as('above'), against)).toBe(false);
    expect(seesSubject(as('above'), { ...against, parties: [{}] })).toBe(false);
    expect(seesSubject(as('above'), { ...against, parties: undefined })).toBe(true);
  });
});
