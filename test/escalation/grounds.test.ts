import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { answeredFor, contactAt } from '../support/bureaus/bureau.ts';
import { create, lateForm, paths, served, type Scene } from '../support/cases/escalations.ts';

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

describe('a ladder goes on by itself', () => {
  test('after its order was withdrawn and a new one was made by hand', async () => {
    const scene = await failed();
    const { act, order, criticism, server, project, list } = scene;
    await act(order.id, 'withdrawal', { reason: '送达对象有误' });
    const ruleId = 'key-project-archives/registration-after-start';
    const body = { step: 'order-to-rectify', subjectId: project.id, ruleId, text: '逾期未报，责令改正。' };
    const again = await served(scene, (await create(scene, body)).id, '洪档〔2026〕2号', '2026-08-04');
    expect(again.rectifyUntil).toBe('2026-08-19');
    await server.advance('2026-08-20T10:00:00+08:00');
    const of = async () =>
      (await list({ step: 'circulated-criticism' }))
        .map(({ id, status, previousId }) => ({ id: id === criticism.id, status, previousId }))
        .sort((a, b) => (a.status < b.status ? -1 : 1));
    expect(await of()).toEqual([
      { id: false, status: 'draft', previousId: again.id },
      { id: true, status: 'withdrawn', previousId: order.id },
    ]);
    await server.advance('2026-09-10T10:00:00+08:00');
    expect(await of()).toHaveLength(2);
  });

  test('where the order stands under the list alone, without a duty', async () => {
    const scene = await lateForm();
    const { server, project, one, list } = scene;
    const body = {
      step: 'order-to-rectify',
      subjectId: project.id,
      ruleId: 'key-project-archives/registration-ladder',
    };
    const { id } = await create(scene, body);
    const order = await served(scene, id, '洪档〔2026〕1号', '2026-07-13');
    expect(order.obligationId).toBeUndefined();
    await server.advance('2026-07-29T10:00:00+08:00');
    expect(await one('circulated-criticism')).toMatchObject({ previousId: id, status: 'draft' });
    expect(await list({ step: 'circulated-criticism' })).toHaveLength(1);
  });
});

describe('a step that waits for another', () => {
  const paper = {
    name: '责令整改通知书',
    number: '洪档责〔2026〕9号',
    on: '2026-06-01',
    servedOn: '2026-06-02',
    until: '2026-06-17',
  };

  test('drafted by hand is refused until the order has failed, or one on paper stands for it', async () => {
    const scene = await lateForm();
    const { officer, bureau, project, patch, act, read, leader } = scene;
    const { id, lacks } = await create(scene, { step: 'circulated-criticism', subjectId: project.id });
    expect(lacks).toContainEqual(
      expect.objectContaining({
        path: 'order',
        code: 'escalation.no-order',
        params: { step: 'order-to-rectify' },
      }),
    );
    const { refusal, circulation, legalReview } = whole;
    const at = `${bureau.path}/escalations/${id}`;
    const bad = async (change: object) =>
      (await officer.refused(422, 'PATCH', at, { earlierOnPaper: { ...paper, ...change } })).errors?.map(
        ({ path, code }) => `${path} ${code}`,
      );
    expect(await bad({ until: '2026-07-13' })).toEqual(['earlierOnPaper.until escalation.paper-period-runs']);
    expect(await bad({ servedOn: '2026-05-31' })).toEqual(['earlierOnPaper escalation.paper-days']);
    expect((await read(id)).earlierOnPaper).toBeUndefined();
    const known = await patch(id, { earlierOnPaper: paper, refusal, circulation, legalReview });
    expect(known).toMatchObject({ earlierOnPaper: paper, missing: [] });
    expect((await patch(id, { redraft: true })).text).toContain(
      '2026年6月1日，我局就上述问题制发责令改正文书（洪档责〔2026〕9号），2026年6月2日送达，改正期限至2026年6月17日止。',
    );
    await act(id, 'proposal', {});
    const decided = await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    expect(decided.status).toBe('approved');
  });

  test('takes no order on paper where nothing has to come before', async () => {
    const scene = await lateForm();
    const { officer, bureau, project } = scene;
    const { id } = await create(scene, {
      step: 'order-to-rectify',
      subjectId: project.id,
      ruleId: 'archives-security/problem-found',
    });
    const at = `${bureau.path}/escalations/${id}`;
    const { errors } = await officer.refused(422, 'PATCH', at, { earlierOnPaper: paper });
    expect(errors).toMatchObject([{ path: 'earlierOnPaper', code: 'escalation.nothing-awaited' }]);
  });

  test('a case for what was not put right waits for the order; one for a grave act does not', async () => {
    const scene = await work();
    const { officer, subjectId } = scene;
    const ruleId = 'civil-defence-works/construction-violation';
    const waiting = await create(scene, { step: 'penalty-case', subjectId, ruleId });
    expect(waiting.missing).toContain('order');
    const free = await create(scene, {
      step: 'penalty-case',
      subjectId,
      ruleId: 'civil-defence-works/maintenance-violation',
    });
    expect(free.missing).not.toContain('order');
    const path = `${scene.bureau.path}/escalations/${waiting.id}/proposal`;
    expect(paths(await officer.refused(422, 'POST', path, {}))).toContain('order');
  });
});
