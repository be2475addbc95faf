import { describe, expect, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import { selfInspection, contactAt } from '../support/bureaus/bureau.ts';
import { lateForm, type Escalation, type Scene } from '../support/cases/escalations.ts';

const number = '洪档责〔2026〕1号';

/** The order of a late form, drafted on 16 July 2026. */
async function drafted(): Promise<Scene & { readonly order: Escalation; readonly at: string }> {
  const scene = await lateForm();
  await scene.server.advance('2026-07-16T10:00:00+08:00');
  const order = await scene.one('order-to-rectify');
  return { ...scene, order, at: `${scene.bureau.path}/escalations/${order.id}` };
}

async function approved() {
  const scene = await drafted();
  await scene.act(scene.order.id, 'proposal', {});
  await scene.act(scene.order.id, 'decision', { decision: 'approve', reason: '属实' }, scene.leader);
  return scene;
}

describe('a decision', () => {
  test('is refused to whoever proposed it, to officers, without a reason, and a second time', async () => {
    const { act, order, at, leader, officer, server } = await drafted();
    await leader.refused(409, 'POST', `${at}/decision`, { decision: 'approve', reason: '先' });
    await act(order.id, 'proposal', {}, leader);
    const own = await leader.refused(422, 'POST', `${at}/decision`, { decision: 'approve', reason: '好' });
    expect(own.errors).toMatchObject([{ path: 'decision', code: 'escalation.own-proposal' }]);
    await officer.refused(403, 'POST', `${at}/decision`, { decision: 'approve', reason: '好' });
    const other = await server.as({ jurisdiction: 'hongjiang', role: 'bureau-leader', sub: 'second' });
    await other.refused(400, 'POST', `${at}/decision`, { decision: 'approve', reason: ' ' });
    await act(order.id, 'decision', { decision: 'reject', reason: '事实不清' }, other);
    await other.refused(409, 'POST', `${at}/decision`, { decision: 'approve', reason: '再来' });
    await officer.refused(409, 'POST', `${at}/issue`, { number, on: '2026-07-16' });
  });

  test('holds for the approved text alone: an edit makes a draft of it again', async () => {
    const { act, patch, order, at, officer, read, leader } = await approved();
    expect(await patch(order.id, { text: '另一文本' })).toMatchObject({
      status: 'draft',
      approval: { role: 'bureau-leader' },
    });
    await officer.refused(409, 'POST', `${at}/issue`, { number, on: '2026-07-16' });
    await act(order.id, 'proposal', {});
    await act(order.id, 'decision', { decision: 'approve', reason: '可' }, leader);
    await act(order.id, 'issue', { number, on: '2026-07-16' });
    expect((await read(order.id)).text).toBe('另一文本');
    await officer.refused(409, 'PATCH', at, { text: '再改' });
  });
});

describe('what a proposal lacks', () => {
  test('is said in the language asked for, and refuses the proposal by code', async () => {
    const { order, officer, bureau } = await drafted();
    const criticism = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'circulated-criticism',
      subjectId: order.subjectId,
      text: '通报',
    });
    const path = `${bureau.path}/escalations/${criticism.id}`;
    const inChinese = await officer.send(escalation, 'GET', path, undefined, { 'accept-language': 'zh-CN' });
    expect(inChinese.lacks).toContainEqual({
      path: 'order',
      code: 'escalation.no-order',
      params: { step: 'order-to-rectify' },
      message:
        '须先有已送达、期限届满而未改正的“责令改正通知书”；该文书以纸质办理的，请填写“此前以纸质办理的文书”',
    });
    const inEnglish = await officer.get(escalation, path);
    expect(inEnglish.lacks?.[0]?.message).toBe(
      'first comes order-to-rectify: none was served, or its period has not passed without effect; one that was made on paper is entered as earlierOnPaper',
    );
    const refused = await officer.refused(422, 'POST', `${path}/proposal`, {});
    expect(refused).toMatchObject({ code: 'escalation.lacks', params: { fields: inEnglish.missing } });
    expect(refused.errors).toEqual(inEnglish.lacks);
  });
});

describe('an issue', () => {
  test('is refused before its approval, in the future, under a number that is taken, and twice', async () => {
    const { act, order, at, officer, bureau } = await approved();
    for (const [on, code] of [
      ['2026-07-15', 'escalation.issued-before-approval'],
      ['2026-07-17', 'escalation.issued-ahead'],
    ])
      expect((await officer.refused(422, 'POST', `${at}/issue`, { number, on })).errors).toMatchObject([
        { path: 'on', code },
      ]);
    await act(order.id, 'issue', { number, on: '2026-07-16' });
    await officer.refused(409, 'POST', `${at}/issue`, { number, on: '2026-07-16' });
    const second = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'opinion',
      subjectId: order.subjectId,
      text: '意见',
    });
    await act(second.id, 'proposal', {});
    await act(second.id, 'decision', { decision: 'approve', reason: '可' }, bureau.leader);
    const taken = await officer.refused(409, 'POST', `${bureau.path}/escalations/${second.id}/issue`, {
      number,
      on: '2026-07-16',
    });
    expect(taken.errors).toMatchObject([
      { path: 'number', code: 'document.number-taken', params: { number } },
    ]);
  });

  test('is refused once the duty is met, and what was drafted is withdrawn by itself', async () => {
    const { act, order, at, officer, read, obligationId, bureau } = await approved();
    await bureau.act(obligationId, 'fulfilment', { on: '2026-07-16' });
    expect(await read(order.id)).toMatchObject({
      status: 'withdrawn',
      withdrawal: { reason: '义务已经履行（2026-07-16）' },
    });
    await officer.refused(409, 'POST', `${at}/issue`, { number, on: '2026-07-16' });
    await expect(act(order.id, 'proposal', {})).rejects.toThrow('409');
  });

  test('waits while a unit’s report waits for its answer', async () => {
    const { order, at, officer, obligationId, bureau, act, project } = await approved();
    const unit = await bureau.unit(project.id);
    await bureau.act(obligationId, 'fulfilment', { on: '2026-07-16' }, unit);
    await officer.refused(409, 'POST', `${at}/issue`, { number, on: '2026-07-16' });
    await bureau.act(obligationId, 'report-decision', { decision: 'return', reason: '缺页' });
    expect((await act(order.id, 'issue', { number, on: '2026-07-16' })).status).toBe('issued');
  });

  test('is refused after the leader’s extension, which withdraws the draft; the new day drafts anew', async () => {
    const { order, read, obligationId, bureau, leader, server, list } = await approved();
    await bureau.act(obligationId, 'extension', { until: '2026-08-14', reason: '资料在外' }, leader);
    expect((await read(order.id)).status).toBe('withdrawn');
    await server.advance('2026-08-17T10:00:00+08:00');
    expect((await list({ step: 'order-to-rectify' })).map(({ status }) => status)).toEqual([
      'draft',
      'withdrawn',
    ]);
  });
});

describe('service', () => {
  test('names who received it, two witnesses, or the consent on file', async () => {
    const { act, order, at, officer } = await approved();
    await act(order.id, 'issue', { number, on: '2026-07-16' });
    const wrong = async (body: object, path: string, code: string) =>
      expect((await officer.refused(422, 'POST', `${at}/service`, body)).errors).toMatchObject([
        { path, code: `escalation.${code}` },
      ]);
    await wrong({ on: '2026-07-16', method: 'personal' }, 'receivedBy', 'no-receiver');
    for (const witnesses of [['甲'], ['甲', '甲']])
      await wrong({ on: '2026-07-16', method: 'lien', witnesses }, 'witnesses', 'two-witnesses');
    await wrong({ on: '2026-07-16', method: 'electronic' }, 'electronicConsent', 'no-consent');
    await wrong({ on: '2026-07-15', method: 'post' }, 'on', 'served-before-issue');
    await wrong({ on: '2026-07-17', method: 'post' }, 'on', 'served-ahead');
    const served = await act(order.id, 'service', {
      on: '2026-07-16',
      method: 'lien',
      witnesses: ['甲', '乙'],
    });
    expect(served.rectifyUntil).toBe('2026-07-31');
    await officer.refused(409, 'POST', `${at}/service`, { on: '2026-07-16', method: 'post' });
  });

  test('that does not come raises an alert after the set working days', async () => {
    const { act, order, server } = await approved();
    await act(order.id, 'issue', { number, on: '2026-07-16' });
    const alerts = async () =>
      (await server.mailbox({ to: 'officer@bureau.example.com' })).filter(({ subject }) =>
        subject.startsWith('【待送达】'),
      );
    await server.advance('2026-07-24T18:00:00+08:00');
    expect(await alerts()).toHaveLength(0);
    await server.advance('2026-07-27T09:30:00+08:00');
    expect(await alerts()).toHaveLength(1);
    await server.advance('2026-07-28T09:30:00+08:00');
    expect(await alerts()).toHaveLength(1);
  });
});

describe('what no deadline starts', () => {
  test('is drafted by an officer where a rule provides for it', async () => {
    const { officer, bureau, project } = await lateForm();
    const refused = await officer.refused(422, 'POST', `${bureau.path}/escalations`, {
      step: 'interview',
      subjectId: project.id,
      text: '约谈',
    });
    expect(refused.errors).toMatchObject([{ path: 'step', code: 'escalation.step-not-provided' }]);
  });

  test('taken on the spot it is recorded as issued and waits for nobody; a penalty never is', async () => {
    const { officer, bureau, project, list } = await lateForm();
    const body = {
      subjectId: project.id,
      text: '现场发现',
      takenOnTheSpot: { at: '2026-07-13T09:00:00+08:00', officers: ['王一', '李二'] },
    };
    const path = `${bureau.path}/escalations`;
    for (const step of ['circulated-criticism', 'transfer'])
      await officer.refused(422, 'POST', path, { ...body, step });
    await officer.refused(422, 'POST', path, {
      ...body,
      step: 'stop-order',
      takenOnTheSpot: { ...body.takenOnTheSpot, at: '2026-07-14T09:00:00+08:00' },
    });
    expect(await list()).toEqual([]);
    const answer = await officer.ask('POST', path, {
      body: { ...body, step: 'stop-order', ruleId: 'archives-security/problem-found' },
    });
    expect(answer.body).toMatchObject({ status: 'issued', takenOnTheSpot: { officers: ['王一', '李二'] } });
  });
});

describe('a unit', () => {
  test('sees what was issued to it, and nothing of what is being prepared', async () => {
    const { act, order, at, bureau, project, leader } = await drafted();
    const unit = await bureau.unit(project.id);
    await unit.refused(404, 'GET', at);
    await act(order.id, 'proposal', {});
    await act(order.id, 'decision', { decision: 'approve', reason: '内部理由' }, leader);
    await unit.refused(404, 'GET', at);
    await act(order.id, 'issue', { number, on: '2026-07-16' });
    const seen = await unit.ask('GET', at);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain('内部理由');
    expect(seen.text).not.toContain('leader@');
  });
});

describe('a self-inspection report that never comes', () => {
  test('goes to a discipline recommendation, which reaches only those whom the bureau names', async () => {
    const scene = await lateForm();
    const { server, bureau, act, one, patch, leader } = scene;
    const unit = await bureau.enter({
      kind: 'unit',
      name: '教育局',
      nature: 'organ',
      traits: ['backup-register'],
      contacts: [contactAt('Jiaoyu')],
    });
    const { id } = await bureau.obligation(unit.id, selfInspection, '2025');
    await server.advance('2026-10-01T08:00:00+08:00');
    // 1 to 7 October are holidays, the 8th is the first working day.
    await server.advance('2026-10-08T10:00:00+08:00');
    const orders = await scene.list({ step: 'order-to-rectify', obligationId: id });
    expect(orders).toHaveLength(1);
    const [order] = orders;
    if (!order) throw new Error('no order');
    await act(order.id, 'proposal', {});
    await act(order.id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await act(order.id, 'issue', { number, on: '2026-10-08' });
    await act(order.id, 'service', { on: '2026-10-08', method: 'post' });
    await server.advance('2026-10-26T10:00:00+08:00');
    const recommendation = await one('discipline-recommendation');
    expect(recommendation).toMatchObject({
      status: 'draft',
      missing: [],
      previousId: order.id,
    });
    await patch(recommendation.id, {
      circulation: [{ name: '组织部', email: 'zuzhi@gov.example.com' }],
    });
    await act(recommendation.id, 'proposal', {});
    await act(recommendation.id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    await act(recommendation.id, 'issue', { number: '洪档函〔2026〕1号', on: '2026-10-26' });
    await server.advance('2026-10-26T11:00:00+08:00');
    expect(await server.mailbox({ to: 'zuzhi@gov.example.com' })).toHaveLength(1);
    const notices = await bureau.notices({ subjectId: unit.id });
    expect(notices.filter(({ kind }) => kind === 'discipline-recommendation').map(({ to }) => to)).toEqual([
      'zuzhi@gov.example.com',
    ]);
  });
});
