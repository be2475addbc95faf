import { describe, expect, test } from 'vitest';
import { escalationRecord } from '../../shared/records/escalation.ts';
import { contactAt } from '../support/bureaus/bureau.ts';
import { lateForm, type Escalation, type Scene } from '../support/cases/escalations.ts';

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
