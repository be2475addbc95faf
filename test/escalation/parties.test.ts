import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation as answer } from '../../shared/contract/escalations.ts';
import { escalationRecord } from '../../shared/records/escalation.ts';
import { bureauOf, contactAt, received } from '../support/bureaus/bureau.ts';
import { lateForm, type Escalation, type Scene } from '../support/cases/escalations.ts';
import { serverForTest } from '../support/product/server.ts';

const number = '洪档责〔2026〕1号';
const builtBy = (subjectId: string) => ({ parties: [{ relation: 'construction-unit', subjectId }] });

/** The order of a late form whose project has no address of its own, and a company that may take the project over. */
async function drafted() {
  const scene = await lateForm();
  await scene.server.advance('2026-07-16T09:30:00+08:00');
  const order = await scene.one('order-to-rectify');
  const { bureau, project } = scene;
  await bureau.patch(project.id, { contacts: [] });
  const successor = await bureau.enter({
    kind: 'unit',
    name: '沅水大桥运营有限公司',
    nature: 'private',
    contacts: [contactAt('Successor')],
  });
  return { ...scene, order, successor };
}

const approve = ({ act, leader }: Scene, { id }: Escalation) =>
  act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);

describe('the party of a paper', () => {
  test('is the one that was proposed against, and gets the mail, whoever answers for the project by then', async () => {
    const scene = await drafted();
    const { act, read, bureau, project, order, successor } = scene;
    await act(order.id, 'proposal', {});
    await bureau.patch(project.id, builtBy(successor.id));
    await approve(scene, order);
    const issued = await act(order.id, 'issue', { number, on: '2026-07-16' });
    expect(issued.party?.name).toBe('沅江路桥建设有限公司');
    const unit = (issued.recipients ?? []).filter(({ why }) => why === 'unit');
    expect(unit).toEqual([{ name: '沅江路桥建设有限公司', to: 'owner@unit.example.com', why: 'unit' }]);
    await bureau.patch(project.id, { parties: [] });
    expect((await read(order.id)).party?.name).toBe('沅江路桥建设有限公司');
  });

  test('is read anew where it goes back to a draft', async () => {
    const { act, patch, bureau, project, order, successor } = await drafted();
    await act(order.id, 'proposal', {});
    await bureau.patch(project.id, builtBy(successor.id));
    const edited = await patch(order.id, { text: '责令沅水大桥运营有限公司补办。' });
    expect(edited.party?.name).toBe(successor.name);
    const unit = (edited.recipients ?? []).filter(({ why }) => why === 'unit');
    expect(unit).toEqual([{ name: successor.name, to: 'successor@unit.example.com', why: 'unit' }]);
  });

  test('that an older table does not hold is the one of the approval, and stays', async () => {
    const scene = await drafted();
    const { act, read, server, bureau, project, order, successor } = scene;
    await act(order.id, 'proposal', {});
    const { store } = server.product.deps;
    const place = { jurisdiction: 'hongjiang', id: order.id };
    await escalationRecord.change(store, place, (known) => known && { ...known, party: undefined });
    await approve(scene, order);
    await bureau.patch(project.id, builtBy(successor.id));
    await act(order.id, 'issue', { number, on: '2026-07-16' });
    expect((await read(order.id)).party?.name).toBe('沅江路桥建设有限公司');
  });
});

describe('the text of a paper', () => {
  test('that names the unit above is not proposed against the party that was entered since', async () => {
    const { act, read, patch, bureau, project, order, officer, successor } = await drafted();
    expect(order.text).toContain('沅江路桥建设有限公司');
    await bureau.patch(project.id, builtBy(successor.id));
    expect((await read(order.id)).lacks).toContainEqual({
      path: 'text',
      code: 'escalation.text-of-other',
      params: { other: '沅江路桥建设有限公司', name: successor.name },
      message: expect.stringContaining(successor.name),
    });
    await officer.refused(422, 'POST', `${bureau.path}/escalations/${order.id}/proposal`, {});
    await patch(order.id, { text: order.text.replaceAll('沅江路桥建设有限公司', successor.name) });
    expect((await act(order.id, 'proposal', {})).status).toBe('awaiting-approval');
  });
});

describe('an internal circular', () => {
  test('is not proposed against a party that turns out to be outside of the administration', async () => {
    const scene = await lateForm();
    const { server, bureau, act, one, patch, read, project, officer } = scene;
    await server.advance('2026-07-16T09:30:00+08:00');
    const order = await one('order-to-rectify');
    await act(order.id, 'proposal', {});
    await approve(scene, order);
    await act(order.id, 'issue', { number, on: '2026-07-16' });
    await act(order.id, 'service', { on: '2026-07-16', method: 'personal', receivedBy: '张工' });
    await server.advance('2026-08-04T09:30:00+08:00');
    const { id } = await one('circulated-criticism');
    expect((await patch(id, { form: 'internal-circular' })).missing).not.toContain('form');
    await bureau.patch(project.id, {
      parties: [{ relation: 'construction-unit', name: '某民营公司', nature: 'private' }],
    });
    expect((await read(id)).lacks).toContainEqual(
      expect.objectContaining({ path: 'form', code: 'escalation.circular-against-enterprise' }),
    );
    const refused = await officer.refused(422, 'POST', `${bureau.path}/escalations/${id}/proposal`, {});
    expect(refused.errors?.map(({ path }) => path)).toContain('form');
  });
});

describe('a paper about a civil-defence work', () => {
  test('is directed against the party that its rule asks for, and against nobody where there is none', async () => {
    const server = await serverForTest('2026-07-13T10:00:00+08:00');
    const { enter, officer, path } = await bureauOf(server, 'baixiang', 'civil-defence');
    const unit = await enter({ kind: 'unit', name: '县物业服务中心', nature: 'institution' });
    const work = await enter({
      kind: 'civil-defence-work',
      name: '人防工程1号',
      parties: [
        { relation: 'builder', name: '冀南建设有限公司', nature: 'private' },
        { relation: 'maintainer', subjectId: unit.id },
      ],
    });
    const drafted = (rule: string) =>
      officer.send(answer, 'POST', `${path}/escalations`, {
        step: 'order-to-rectify',
        subjectId: work.id,
        ruleId: `civil-defence-works/${rule}`,
        text: '责令限期改正。',
      });
    expect((await drafted('construction-violation')).party?.name).toBe('冀南建设有限公司');
    expect((await drafted('maintenance-violation')).party).toMatchObject({
      subjectId: unit.id,
      relation: 'maintainer',
    });
    const use = await drafted('use-violation');
    expect(use).not.toHaveProperty('party');
    expect(use.lacks).toContainEqual(
      expect.objectContaining({ path: 'party', code: 'escalation.no-party-as' }),
    );
    await officer.refused(422, 'POST', `${path}/escalations/${use.id}/proposal`, {});
  });
});

describe('a party that has gone', () => {
  test('is followed to its successor, by papers and by letters; nobody writes to a unit above that has gone', async () => {
    const { server, bureau, project, officer, act, patch, leader, ...scene } = await drafted();
    const { order, successor } = scene;
    const [owner] = (await officer.all(answers.subject, `${bureau.path}/subjects?kind=unit`)).filter(
      ({ name }) => name === '沅江路桥建设有限公司',
    );
    const retired = `${bureau.path}/subjects/${owner?.id ?? ''}`;
    await officer.send(answers.subject, 'DELETE', retired, { successorId: successor.id });
    // The successor is private: what was drafted as an order reminds.
    await patch(order.id, { redraft: true });
    await act(order.id, 'proposal', {});
    await act(order.id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    const issued = await act(order.id, 'issue', { number, on: '2026-07-16' });
    expect(issued.party?.name).toBe(successor.name);
    await server.advance('2026-07-16T12:00:00+08:00');
    expect(await received(server, 'successor@unit.example.com')).toEqual([expect.stringContaining('提示函')]);
    const before = await received(server, 'owner@unit.example.com');
    await bureau.patch(successor.id, { contacts: [] });
    await bureau.patch(project.id, { facts: { startedOn: '2026-02-16' } });
    await server.advance('2026-08-11T12:00:00+08:00');
    expect(await received(server, 'owner@unit.example.com')).toEqual(before);
  });
});
