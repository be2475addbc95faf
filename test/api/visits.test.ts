import type { Nature } from '../../shared/vocabulary/parties.ts';
import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import * as inspections from '../../shared/contract/inspections.ts';
import { visit } from '../../shared/contract/visits.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { downloaded } from '../support/files/downloads.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { serverForTest } from '../support/product/server.ts';

const officers = [
  { name: '王科员', certificate: '湘12000001' },
  { name: '刘科员', certificate: '湘12000002' },
];

async function scene() {
  const server = await serverForTest('2026-07-02T12:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  const enter = async (name: string, nature: Nature): Promise<string> =>
    (await bureau.enter({ kind: 'unit', name, nature, traits: ['professional-archives'] })).id;
  const firm = await enter('洪江建设投资有限公司', 'state-owned');
  const organ = await enter('区卫健局', 'organ');
  const path = `${bureau.path}/visits`;
  const plan = (more: object = {}) => ({
    regime: 'archives-security',
    ruleIds: ['archives-security/daily-check'],
    on: '2026-07-06',
    mode: 'on-site',
    targets: [firm],
    officers,
    ...more,
  });
  const make = async (more: object = {}) => bureau.officer.send(visit, 'POST', path, plan(more));
  const words = async (id: string, query: string): Promise<string> => {
    const claims = { role: 'bureau-officer', jurisdiction: 'hongjiang' };
    const { bytes } = await downloaded(server, `${path}/${id}/document.docx?${query}`, claims);
    return textOfDocx(bytes).join('\n');
  };
  return { server, bureau, firm, organ, path, plan, make, words };
}

test('a firm’s check is approved by a leader before the firm is told, and the record names both', async () => {
  const { server, bureau, firm, path, make, words } = await scene();
  const made = await make({ materials: ['档案管理制度'], place: '公司档案室' });
  expect(made).toMatchObject({ status: 'planned', firms: [firm], documents: ['approval', 'notice'] });
  const notice = { number: '洪档检通〔2026〕1号', on: '2026-07-02' };
  const { officer, leader } = bureau;
  await officer.refused(409, 'POST', `${path}/${made.id}/notice`, notice);
  expect(await officer.ask('GET', `${path}/${made.id}/document.docx?form=notice`)).toMatchObject({
    status: 409,
    body: { code: 'visit.not-approved' },
  });
  const form = await words(made.id, 'form=approval');
  for (const said of [
    '行政检查审批表',
    '《中华人民共和国档案法》第四十二条',
    '本年度已现场检查0次',
    '湘12000002',
  ])
    expect(form).toContain(said);
  expect((await officer.ask('POST', `${path}/${made.id}/decision`, { body: {} })).status).toBe(403);
  const approved = await leader.send(visit, 'POST', `${path}/${made.id}/decision`, {
    decision: 'approve',
    reason: '同意检查',
  });
  expect(approved.approval).toMatchObject({ decision: 'approve' });
  const told = await officer.send(visit, 'POST', `${path}/${made.id}/notice`, notice);
  expect(told.status).toBe('notified');
  const letter = await words(made.id, 'form=notice');
  for (const said of [
    '洪档检通〔2026〕1号',
    '洪江建设投资有限公司：',
    '公司档案室',
    '申请回避',
    '档案管理制度',
  ])
    expect(letter).toContain(said);
  await server.advance('2026-07-06T18:00:00+08:00');
  const body = {
    regime: 'archives-security',
    at: '2026-07-06T09:00:00+08:00',
    mode: 'on-site',
    cause: 'planned',
    targets: [firm],
    officers,
    checklist: [{ item: 'backup', result: '符合要求' }],
    signatures: [{ subjectId: firm, by: '李经理' }],
  };
  const record = async (more: object) =>
    officer.send(inspections.inspection, 'POST', `${bureau.path}/inspections`, { ...body, ...more });
  expect((await record({ visitId: made.id })).withoutNotice).toBeUndefined();
  expect((await record({ at: '2026-07-06T10:00:00+08:00' })).withoutNotice).toEqual([firm]);
  // An office that only coordinates may check no firm: the record is taken and says so.
  const joined = ['区重点办', '区发展和改革局'].map((name) => ({ body: name, part: '施工单位档案' }));
  const together = await record({ at: '2026-07-06T11:00:00+08:00', mode: 'joint', joined });
  expect(together.coordinatingBodies).toEqual(['区重点办']);
  const done = await officer.get(visit, `${path}/${made.id}`);
  expect(done).toMatchObject({ status: 'done' });
  expect(done.inspections).toHaveLength(1);
  expect(await words((await make({ on: '2026-07-08' })).id, 'form=approval')).toContain(
    '本年度已现场检查1次',
  );
});

test('an organ is told without an approval; a plan that was told of is not changed', async () => {
  const { bureau, organ, path, make } = await scene();
  const { officer } = bureau;
  const made = await make({ targets: [organ] });
  expect(made.firms).toEqual([]);
  await officer.send(visit, 'POST', `${path}/${made.id}/notice`, {
    number: '洪档检通〔2026〕1号',
    on: '2026-07-02',
  });
  const changed = await officer.ask('PATCH', `${path}/${made.id}`, { body: { on: '2026-07-07' } });
  expect(changed).toMatchObject({ status: 409, body: { code: 'visit.told' } });
  const other = await make({ targets: [organ] });
  const again = { number: '洪档检通〔2026〕1号', on: '2026-07-02' };
  const taken = await officer.ask('POST', `${path}/${other.id}/notice`, { body: again });
  expect(taken).toMatchObject({ status: 409, body: { code: 'document.number-taken' } });
  const cancelled = await officer.send(visit, 'PATCH', `${path}/${other.id}`, {
    status: 'cancelled',
    reason: '与其他检查合并',
  });
  expect(cancelled.status).toBe('cancelled');
  const page = await officer.get(answers.listOf(visit), `${path}?status=cancelled`);
  expect(page.items.map(({ id }) => id)).toEqual([other.id]);
});

test('a plan that was changed is approved anew, and never by whoever planned it or their deputy', async () => {
  const { server, bureau, path, plan, make } = await scene();
  const { officer } = bureau;
  const leader = await server.as({ jurisdiction: 'hongjiang', role: 'bureau-leader', sub: 'leader' });
  const approve = { decision: 'approve', reason: '同意' };
  const own = await leader.send(visit, 'POST', path, plan());
  const refused = await leader.ask('POST', `${path}/${own.id}/decision`, { body: approve });
  expect(refused).toMatchObject({ status: 422, body: { code: 'visit.own-plan' } });
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [
    { sub: 'leader', name: '李局长', role: 'bureau-leader' },
    {
      sub: 'deputy',
      name: '赵科长',
      role: 'bureau-officer',
      deputyFor: { sub: 'leader', from: '2026-07-02', to: '2026-07-03' },
    },
  ]);
  const standIn = await server.as({ jurisdiction: 'hongjiang', role: 'bureau-officer', sub: 'deputy' });
  const stood = await standIn.ask('POST', `${path}/${own.id}/decision`, { body: approve });
  expect(stood).toMatchObject({ status: 422, body: { code: 'visit.own-plan' } });
  const made = await make();
  await leader.send(visit, 'POST', `${path}/${made.id}/decision`, approve);
  const changed = await officer.send(visit, 'PATCH', `${path}/${made.id}`, { on: '2026-07-08' });
  expect(changed.approval).toBeUndefined();
});

test('other bodies are asked in a letter that names what each answers for', async () => {
  const { bureau, organ, path, make, words } = await scene();
  const made = await make({
    targets: [organ],
    mode: 'joint',
    joined: [
      {
        body: '区发展和改革局',
        as: 'joint',
        part: '检查项目手续',
        officers: [{ name: '钱科员', certificate: 'F01' }],
      },
      { body: '区消防救援大队', as: 'assistance', part: '查看消防设施' },
    ],
  });
  expect(made.documents).toEqual(['approval', 'notice', 'joint-letter', 'assistance-letter']);
  const joint = await words(made.id, 'form=joint-letter');
  for (const said of ['区发展和改革局：', '检查项目手续', '钱科员（证件号：F01）', '双方各自对检查事项负责'])
    expect(joint).toContain(said);
  expect(joint).not.toContain('消防');
  expect(await words(made.id, 'form=assistance-letter')).toContain('协助人员不单独实施检查');
  const alone = await make({ targets: [organ] });
  expect(
    await bureau.officer.ask('GET', `${path}/${alone.id}/document.docx?form=joint-letter`),
  ).toMatchObject({
    status: 409,
    body: { code: 'visit.nobody-joins' },
  });
});

test('an organ is asked for its reply and its file before a reconsideration', async () => {
  const server = await serverForTest('2026-07-02T12:00:00+08:00');
  const bureau = await bureauOf(server, 'baixiang');
  const officer = await server.as({
    role: 'bureau-officer',
    jurisdiction: 'baixiang',
    office: 'legal-affairs',
  });
  const decision = await bureau.enter({
    kind: 'reconsideration-decision',
    name: '柏政复决〔2026〕2号',
    parties: [{ relation: 'organ', name: '柏乡县自然资源局', nature: 'organ' }],
    facts: { decidedOn: '2026-06-01', outcome: 'revoked' },
  });
  const path = `${bureau.path}/visits`;
  const made = await officer.send(visit, 'POST', path, {
    regime: 'administrative-reconsideration',
    on: '2026-07-20',
    mode: 'file',
    targets: [decision.id],
    officers: [{ name: '甲' }, { name: '乙' }],
  });
  expect(made.documents).toEqual(['reply-notice']);
  const claims = { role: 'bureau-officer', jurisdiction: 'baixiang' };
  const { bytes } = await downloaded(server, `${path}/${made.id}/document.docx?form=reply-notice`, claims);
  const words = textOfDocx(bytes).join('\n');
  for (const said of [
    '行政复议答复通知书',
    '柏乡县自然资源局：',
    '十日内（按工作日计算）',
    '涉案具体行政行为是否合法',
  ])
    expect(words).toContain(said);
  expect(words).not.toContain('提起行政诉讼');
  expect(await officer.ask('GET', `${path}/${made.id}/document.docx?form=notice`)).toMatchObject({
    status: 409,
    body: { code: 'visit.other-form' },
  });
});

test('what contradicts itself is refused with the field, and nothing is stored', async () => {
  const { bureau, firm, organ, path, plan } = await scene();
  const { officer } = bureau;
  const wrong = [
    [{ on: '2026-07-01' }, 'on', 'visit.past'],
    [{ until: '2026-07-05' }, 'until', 'visit.ends-before'],
    [{ officers: [{ name: '新人' }] }, 'officers.0.certificate', 'visit.no-certificate'],
    [{ regime: 'poetry' }, 'regime', 'check.no-regime'],
    [{ ruleIds: ['archives-security/poetry'] }, 'ruleIds.0', 'check.no-quota'],
    [{ targets: [firm, firm] }, 'targets.1', 'check.twice'],
    [{ targets: ['nobody'] }, 'targets.0', 'check.no-subject'],
  ] as const;
  for (const [more, field, code] of wrong)
    expect(await officer.ask('POST', path, { body: plan(more) })).toMatchObject({
      status: 422,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path: field, code })]) },
    });
  expect((await officer.get(answers.listOf(visit), path)).items).toEqual([]);
  const unit = await bureau.unit(organ);
  expect((await unit.ask('GET', path)).status).toBe(403);
});

test('what need not stand in a plan is removed with null', async () => {
  const { bureau, organ, path, make } = await scene();
  const made = await make({ targets: [organ], until: '2026-07-08', place: '档案室', items: ['备份'] });
  const changed = await bureau.officer.send(visit, 'PATCH', `${path}/${made.id}`, {
    until: null,
    place: null,
    items: null,
  });
  expect(changed).toMatchObject({ on: '2026-07-06', ruleIds: ['archives-security/daily-check'] });
  for (const name of ['until', 'place', 'items']) expect(changed).not.toHaveProperty(name);
});
