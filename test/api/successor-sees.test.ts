import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { predecessorKey } from '../../shared/records/keys.ts';
import { contactAt } from '../support/bureaus/bureau.ts';
import { lateForm } from '../support/cases/escalations.ts';
import type { Client } from '../support/product/client.ts';

/** A project below a unit that was merged into another, and a third that has to do with neither. */
async function merged() {
  const scene = await lateForm();
  const { bureau, project } = scene;
  const enter = (name: string) =>
    bureau.enter({ kind: 'unit', name, nature: 'state-owned', contacts: [contactAt('Next')] });
  const next = await enter('沅水建设有限公司');
  const stranger = await enter('区水利局');
  const { parentId = '' } = await bureau.officer.get(
    answers.subject,
    `${bureau.path}/subjects/${project.id}`,
  );
  const retire = (id: string, successorId: string) =>
    bureau.officer.send(answers.subject, 'DELETE', `${bureau.path}/subjects/${id}`, { successorId });
  const heir = await bureau.unit(next.id);
  return { ...scene, next, stranger, old: parentId, retire, enter, heir };
}

/** What a unit meets of the project: itself, in lists, and what it owes. */
async function seen({ bureau, project, obligationId }: Awaited<ReturnType<typeof merged>>, unit: Client) {
  const found: string[] = [];
  for (const path of [
    `subjects/${project.id}`,
    `status/${project.id}`,
    `obligations/${obligationId}`,
    'subjects',
    'obligations',
    'notices',
  ]) {
    const { status, text } = await unit.ask('GET', `${bureau.path}/${path}`);
    if (status === 200 && text.includes(project.id)) found.push(path);
  }
  return found;
}

describe('the successor of a unit', () => {
  test('sees what the unit answered for, once it is retired; nobody else does', async () => {
    const scene = await merged();
    const { server, bureau, old, next, stranger, retire, enter, heir } = scene;
    await server.advance('2026-07-14T12:00:00+08:00');
    const whole = await seen(scene, await bureau.unit(old));
    expect(whole).toHaveLength(6);
    expect(await seen(scene, heir)).toEqual([]);
    await retire(old, next.id);
    expect(await seen(scene, heir)).toEqual(whole);
    expect(await seen(scene, await bureau.unit(stranger.id))).toEqual([]);
    // By way of another that was merged too.
    const last = await enter('沅江集团有限公司');
    await retire(next.id, last.id);
    expect(await seen(scene, await bureau.unit(last.id))).toEqual(whole);
  });

  test('reads the paper that is issued to it, reports what is done, and has it in its calendar', async () => {
    const scene = await merged();
    const { server, bureau, old, next, retire, heir, one, act, leader, project, obligationId } = scene;
    await retire(old, next.id);
    await server.advance('2026-07-16T09:30:00+08:00');
    const { id, party } = await one('order-to-rectify');
    expect(party?.name).toBe('沅水建设有限公司');
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    expect(await heir.all(escalation, `${bureau.path}/escalations`)).toEqual([]);
    await act(id, 'issue', { number: '洪档责〔2026〕1号', on: '2026-07-16' });
    const listed = await heir.all(escalation, `${bureau.path}/escalations`);
    expect(listed.map((paper) => [paper.id, paper.subjectName])).toEqual([[id, '沅江大桥及连接线工程']]);
    await heir.get(answers.subject, `${bureau.path}/subjects/${project.id}`);
    expect(
      await bureau.act(obligationId, 'fulfilment', { on: '2026-07-16', document: '登记表' }, heir),
    ).toMatchObject({ report: 'pending' });
    expect((await heir.ask('POST', `${bureau.path}/feeds`, { body: { subjectId: project.id } })).status).toBe(
      201,
    );
  });

  test('is led to nothing by what leads nowhere: a unit that was not retired, or names another', async () => {
    const scene = await merged();
    const { server, old, next, stranger, retire, heir } = scene;
    const left = { ...predecessorKey('hongjiang', next.id, old), v: 1, id: old };
    await server.product.deps.store.putMany([left]);
    expect(await seen(scene, heir)).toEqual([]);
    await retire(old, stranger.id);
    expect(await seen(scene, heir)).toEqual([]);
  });

  test('may be entered after the unit was retired, when it is known', async () => {
    const scene = await merged();
    const { server, bureau, old, next, heir, enter } = scene;
    const { officer, path } = bureau;
    await server.advance('2026-07-14T12:00:00+08:00');
    const whole = await seen(scene, await bureau.unit(old));
    const asked = (id: string, body: object) => officer.ask('PATCH', `${path}/subjects/${id}`, { body });
    expect(await asked(old, { successorId: next.id })).toMatchObject({
      status: 422,
      body: { code: 'subject.successor-of-retired', errors: [{ path: 'successorId' }] },
    });
    await officer.send(answers.subject, 'DELETE', `${path}/subjects/${old}`, {});
    expect(await seen(scene, heir)).toEqual([]);
    for (const [body, code] of [
      [{ successorId: old }, 'subject.no-successor'],
      [{ successorId: 'nobody' }, 'subject.no-successor'],
      [{ successorId: next.id, name: '另名' }, 'subject.retired'],
      [{ name: '另名' }, 'subject.retired'],
    ] as const)
      expect(await asked(old, body)).toMatchObject({ body: { code } });
    expect(await bureau.patch(old, { successorId: next.id })).toMatchObject({
      name: '沅江路桥建设有限公司',
      successorId: next.id,
    });
    expect(await seen(scene, heir)).toEqual(whole);
    // The wrong one was entered: another takes its place.
    const right = await enter('沅江集团有限公司');
    await bureau.patch(old, { successorId: right.id });
    expect(await seen(scene, heir)).toEqual([]);
    expect(await seen(scene, await bureau.unit(right.id))).toEqual(whole);
  });
});
