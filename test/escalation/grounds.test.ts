import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { answeredFor, contactAt } from '../support/bureaus/bureau.ts';
import { lateForm, type Scene } from '../support/cases/escalations.ts';
import { runTool } from '../support/product/run-tool.ts';
import { main as ledgerVerify } from '../../tools/ledger-verify.ts';

/** Approved, issued and served on one day, by two people. */
async function served({ act, leader }: Scene, id: string, number: string, on: string) {
  await act(id, 'proposal', {});
  await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
  await act(id, 'issue', { number, on });
  return act(id, 'service', { on, method: 'personal', receivedBy: '张工' });
}

const create = ({ officer, bureau }: Scene, body: object) =>
  officer.send(escalation, 'POST', `${bureau.path}/escalations`, { text: '经检查，发现下列问题。', ...body });

const whole = {
  refusal: { text: '拒不整改' },
  legalBasis: '《某省档案条例》第一条',
  evidence: '送达回证',
  circulation: [{ name: '某局' }],
  form: 'penalty',
  legalReview: { by: '法制员', opinion: '同意' },
};

/** An order whose period ended on 31 July 2026, and the criticism that was drafted on it; 4 August. */
async function failed() {
  const scene = await lateForm();
  await scene.server.advance('2026-07-16T10:00:00+08:00');
  const order = await served(
    scene,
    (await scene.one('order-to-rectify')).id,
    '洪档〔2026〕1号',
    '2026-07-16',
  );
  expect(order.rectifyUntil).toBe('2026-07-31');
  await scene.server.advance('2026-08-04T10:00:00+08:00');
  const criticism = await scene.one('circulated-criticism');
  return { ...scene, order, criticism, at: `${scene.bureau.path}/escalations/${criticism.id}` };
}

const paths = (answer: { readonly errors?: readonly { readonly path: string }[] | undefined }) =>
  answer.errors?.map(({ path }) => path);

describe('a criticism', () => {
  test('tells before it is issued who should hear of it and has no address', async () => {
    const { bureau, criticism, order, patch, read } = await failed();
    expect(criticism.unreached).toEqual(['superior', 'circulation']);
    const superiors = ['shi@bureau.example.com'];
    await bureau.admin.send(answers.settings, 'PATCH', `${bureau.path}/settings`, { alerts: { superiors } });
    const circulation = [{ name: '各乡镇档案室', email: 'all@units.example.com' }];
    const reached = await patch(criticism.id, { circulation });
    expect(reached.unreached).toEqual([]);
    expect(reached.recipients?.map(({ why }) => why)).toEqual([
      'unit',
      'supervising',
      'superior',
      'circulation',
    ]);
    expect((await read(order.id)).unreached).toBeUndefined();
  });

  test('is not issued once the order that it rests on was withdrawn', async () => {
    const scene = await failed();
    const { act, patch, leader, officer, server, bureau, order, project } = scene;
    // By hand, without a duty: it names no order before it.
    const { id } = await create(scene, { step: 'circulated-criticism', subjectId: project.id });
    await patch(id, whole);
    await server.advance('2026-08-12T10:00:00+08:00');
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    await act(order.id, 'withdrawal', { reason: '事实有误' });
    const path = `${bureau.path}/escalations/${id}/issue`;
    expect(
      paths(await officer.refused(422, 'POST', path, { number: '洪档〔2026〕2号', on: '2026-08-12' })),
    ).toEqual(['order']);
  });

  test('is told and heard in its case: the draft takes neither a prior notice nor a statement', async () => {
    const { officer, at, criticism, read } = await failed();
    const body = {
      priorNotice: { servedOn: '2026-08-04', method: 'personal' },
      statement: { received: false },
    };
    const refused = await officer.refused(422, 'PATCH', at, body);
    expect(refused.errors).toMatchObject([
      { path: 'priorNotice', code: 'escalation.belongs-to-case' },
      { path: 'statement', code: 'escalation.belongs-to-case' },
    ]);
    expect((await read(criticism.id)).version).toBe(criticism.version);
  });

  test('cannot rest on an order of another regime', async () => {
    const scene = await lateForm();
    const { server, project, bureau, officer } = scene;
    const body = {
      step: 'order-to-rectify',
      subjectId: project.id,
      ruleId: 'archives-security/other-problems',
    };
    await served(scene, (await create(scene, body)).id, '洪档〔2026〕1号', '2026-07-13');
    await server.advance('2026-08-04T10:00:00+08:00');
    const { id, missing } = await create(scene, { step: 'circulated-criticism', subjectId: project.id });
    expect(missing).toContain('order');
    const { refusal } = whole;
    expect(
      paths(await officer.refused(422, 'PATCH', `${bureau.path}/escalations/${id}`, { refusal })),
    ).toEqual(['refusal']);
  });
});

/** A civil defence work of Baixiang, whose bureau has an office of its own for it. */
async function work() {
  const lateScene = await lateForm('baixiang');
  const { server, bureau } = lateScene;
  const claims = { jurisdiction: 'baixiang', office: 'civil-defence' } as const;
  const officer = await server.as({ ...claims, role: 'bureau-officer', sub: 'rf' });
  const leader = await server.as({ ...claims, role: 'bureau-leader', sub: 'rf-leader' });
  const { id: subjectId } = await bureau.enter({
    kind: 'civil-defence-work',
    name: '某人防工程',
    ...answeredFor('civil-defence-work', ['builder', 'user']),
    facts: { approvedUse: '地下停车场', builtOn: '2020-05-01' },
    contacts: [contactAt('Work')],
  });
  const act: Scene['act'] = (id, name, body, by = officer) => lateScene.act(id, name, body, by);
  return { ...lateScene, officer, leader, act, subjectId };
}

test('a warning waits for its case: what is proposed is to file it, with its basis and a legal review', async () => {
  const scene = await work();
  const { subjectId, patch, officer } = scene;
  const drafted = await create(scene, {
    step: 'warning',
    subjectId,
    ruleId: 'civil-defence-works/use-violation',
  });
  expect(drafted).toMatchObject({ paper: 'filing-proposal', missing: ['legalBasis', 'legalReview'] });
  const { legalBasis, legalReview } = whole;
  expect((await patch(drafted.id, { legalBasis, legalReview }, officer)).missing).toEqual([]);
  const founded = await create(scene, {
    step: 'warning',
    subjectId,
    ruleId: 'civil-defence-works/construction-violation',
  });
  // The Civil Air Defence Law provides for it: 第四十九条第二项.
  expect(founded.missing).toEqual(['legalReview']);
});

describe('what was drafted on an order that has failed', () => {
  test('ends with the order where that is withdrawn', async () => {
    const { act, order, criticism, read } = await failed();
    await act(order.id, 'withdrawal', { reason: '事实有误' });
    expect(await read(criticism.id)).toMatchObject({ status: 'withdrawn' });
  });

  test.each(['withdrawal', 'compliance'])('without a duty too: %s', async (end) => {
    const scene = await work();
    const { server, bureau, officer, act, subjectId } = scene;
    const ruleId = 'civil-defence-works/construction-violation';
    const drafted = await create(scene, { step: 'order-to-rectify', subjectId, ruleId });
    const order = await served(scene, drafted.id, '洪档〔2026〕1号', '2026-07-13');
    await server.advance('2026-08-04T10:00:00+08:00');
    const next = () => officer.all(escalation, `${bureau.path}/escalations?step=penalty-case`);
    expect(await next()).toMatchObject([{ status: 'draft', previousId: order.id }]);
    await act(order.id, end, end === 'compliance' ? { on: '2026-08-04' } : { reason: '事实有误' });
    expect(await next()).toMatchObject([{ status: 'withdrawn' }]);
  });
});

describe('what an officer begins', () => {
  test('needs a regime of that kind of subject, and a check that the subject was a target of', async () => {
    const { officer, bureau, project } = await lateForm();
    const path = `${bureau.path}/escalations`;
    const refused = async (body: object) =>
      paths(await officer.refused(422, 'POST', path, { text: '有问题', subjectId: project.id, ...body }));
    expect(await refused({ step: 'enforcement-notice' })).toEqual(['step']);
    expect(await refused({ step: 'order-to-rectify', inspectionId: 'nothing' })).toEqual(['inspectionId']);
  });

  test('on the spot is recorded, whatever is overdue', async () => {
    const scene = await lateForm();
    const done = await create(scene, {
      step: 'order-to-rectify',
      subjectId: scene.project.id,
      ruleId: 'key-project-archives/registration-after-start',
      takenOnTheSpot: { at: '2026-07-01T09:00:00+08:00', officers: ['王科员', '刘科员'] },
    });
    expect(done).toMatchObject({ status: 'issued' });
  });

  test('under the rule of a deadline belongs to the duty that is overdue', async () => {
    const scene = await lateForm();
    const { server, officer, bureau, project, obligationId, one, act } = scene;
    const ruleId = 'key-project-archives/registration-after-start';
    const body = { step: 'order-to-rectify', subjectId: project.id, ruleId, text: '逾期未报' };
    expect(paths(await officer.refused(422, 'POST', `${bureau.path}/escalations`, body))).toEqual(['ruleId']);
    await server.advance('2026-07-16T10:00:00+08:00');
    await act((await one('order-to-rectify')).id, 'withdrawal', { reason: '重新起草' });
    const order = await create(scene, body);
    expect(order.obligationId).toBe(obligationId);
    await served(scene, order.id, '洪档〔2026〕1号', '2026-07-16');
    await server.advance('2026-08-04T10:00:00+08:00');
    expect(await one('circulated-criticism')).toMatchObject({ obligationId, previousId: order.id });
  });
});

test('an empty chain is no proof', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'chain-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of [
    ['list', '[]'],
    ['page', '{"items":[]}'],
  ] as const) {
    const file = join(directory, name);
    writeFileSync(file, content);
    const { code, output } = await runTool(ledgerVerify, [file]);
    expect([code, output]).toEqual([1, expect.stringContaining('holds no link')]);
  }
});
