import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import * as contract from '../../shared/contract/inspections.ts';
import { answeredFor, bureauOf, contactAt, officerOnStaff, received } from '../support/bureaus/bureau.ts';
import { leaderOnStaff, peopleOf } from '../support/cases/escalations.ts';
import { serverForTest, startServer, type TestServer } from '../support/product/server.ts';

const officers = [
  { name: '周检查', certificate: '湘12000001' },
  { name: '刘检查', certificate: '湘12000002' },
];

/** Thursday 2 July 2026: a bureau that checks subjects and finds something, to be put right by Monday the 20th. */
async function scene(jurisdiction = 'hongjiang', kept?: TestServer) {
  const server = kept ?? (await serverForTest('2026-07-02T10:00:00+08:00'));
  const bureau = await bureauOf(server, jurisdiction);
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff, leaderOnStaff]);
  const record = (regime: string, at: string, subjectId: string, findings: readonly object[] = []) =>
    bureau.officer.send(contract.inspection, 'POST', `${bureau.path}/inspections`, {
      regime,
      at,
      mode: 'on-site',
      cause: 'planned',
      targets: [subjectId],
      officers,
      checklist: [{ item: 'result', result: '已检查' }],
      findings: findings.map((one) => ({
        subjectId,
        severity: 'minor',
        handling: '限期整改',
        rectifyBy: '2026-07-20',
        ...one,
      })),
      signatures: [{ subjectId, by: '张主任' }],
    });
  const people = await peopleOf(server, bureau, jurisdiction);
  const drafts = (subjectId: string) => people.list({ subjectId });
  const daily = async (day: string) =>
    (await server.mailbox({ to: officerOnStaff.email })).find(
      ({ sentAt, subject }) => sentAt.startsWith(day) && subject.includes('每日情况'),
    )?.text ?? '';
  const school = (nature: 'organ' | 'private' = 'organ') =>
    bureau.enter({
      kind: 'unit',
      name: '区一中',
      nature,
      traits: ['professional-archives'],
      contacts: [contactAt('Zhang')],
    });
  return { ...people, server, bureau, record, drafts, daily, school };
}

const found = { text: '库房未配备除湿设备' };
const security = 'archives-security';
const NOW = '2026-07-02T09:30:00+08:00';

describe('a problem that was not put right by its day', () => {
  test('drafts the order of its regime on the next working day, once, with the check behind it', async () => {
    const { server, record, drafts, school, read } = await scene();
    const unit = await school();
    const check = await record(security, NOW, unit.id, [found]);
    await server.advance('2026-07-20T18:00:00+08:00');
    expect(await drafts(unit.id)).toEqual([]);
    await server.advance('2026-07-21T09:30:00+08:00');
    const [order, ...others] = await drafts(unit.id);
    expect(others).toEqual([]);
    expect(order).toMatchObject({
      step: 'order-to-rectify',
      status: 'draft',
      paper: 'order',
      ruleId: 'archives-security/rectification',
      inspectionId: check.id,
      obligationId: check.findings[0]?.obligationId,
      citation: { section: '三(三)五(一)' },
    });
    expect(order?.text).toBe(
      [
        '2026年7月2日，我局检查发现区一中存在下列问题：库房未配备除湿设备。要求于2026年7月20日前（含当日）整改。期限届满，我局未见整改情况。',
        '现责令区一中自本通知书送达之日起15日内改正上述问题，并将改正情况书面报告我局。',
      ].join('\n'),
    );
    expect((await read(order?.id ?? '')).provisions.map(({ id }) => id)).toContain('archives-law-45');
    await server.advance('2026-08-20T10:00:00+08:00');
    expect(await drafts(unit.id)).toHaveLength(1);
  });

  test('drafts it also where the product did not run on that day', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'finding-'));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const before = await startServer('2026-07-02T10:00:00+08:00', undefined, directory);
    const { record, school } = await scene('hongjiang', before);
    const unit = await school('private');
    await record(security, NOW, unit.id, [found]);
    await before.close();
    const after = await startServer('2026-07-27T10:30:00+08:00', undefined, directory);
    onTestFinished(after.close);
    await after.advance('2026-07-28T10:00:00+08:00');
    const { list } = await peopleOf(after, await bureauOf(after, 'hongjiang'), 'hongjiang');
    expect((await list({ subjectId: unit.id })).map(({ step, paper }) => `${step} ${paper}`)).toEqual([
      'order-to-rectify order',
    ]);
  });

  test.each([
    ['electronic-archives', 'enforcement-notice', 'order'],
    ['archives-security', 'order-to-rectify', 'order'],
  ])('under %s it is %s', async (regime, step, paper) => {
    const { server, record, drafts, school } = await scene();
    const unit = await school();
    await record(regime, NOW, unit.id, [found]);
    await server.advance('2026-07-21T09:30:00+08:00');
    expect(await drafts(unit.id)).toMatchObject([{ step, paper, status: 'draft' }]);
  });

  test('of a key project is fed back as an opinion, of a permit ordered and then filed as a case', async () => {
    const { server, bureau, record, drafts, act, leader } = await scene('baixiang');
    const project = await bureau.enter({
      kind: 'project',
      ...answeredFor('project'),
      name: '一号水厂工程',
      facts: { startedOn: '2026-06-01' },
    });
    const permit = await bureau.enter({
      kind: 'permit',
      ...answeredFor('permit'),
      name: '许可第1号',
      facts: { grantedOn: '2026-06-01' },
      contacts: [contactAt('Holder')],
    });
    await record('key-project-archives', NOW, project.id, [found]);
    await record('archives-disposal', NOW, permit.id, [{ text: '审批手续不全' }]);
    await server.advance('2026-07-21T09:30:00+08:00');
    expect(await drafts(project.id)).toMatchObject([{ step: 'opinion', paper: 'opinion' }]);
    const [first] = await drafts(permit.id);
    expect(first).toMatchObject({ step: 'order-to-rectify', paper: 'opinion' });
    const id = first?.id ?? '';
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    await act(id, 'issue', { number: '柏档〔2026〕1号', on: '2026-07-21' });
    const served = await act(id, 'service', { on: '2026-07-21', method: 'personal', receivedBy: '张工' });
    expect(served.rectifyUntil).toBe('2026-08-05');
    await server.advance('2026-08-06T09:30:00+08:00');
    expect((await drafts(permit.id)).map(({ step, previousId }) => [step, previousId])).toContainEqual([
      'penalty-case',
      id,
    ]);
  });

  test('drafts nothing once it was put right in time', async () => {
    const { server, bureau, record, drafts, school } = await scene();
    const unit = await school();
    const check = await record(security, NOW, unit.id, [found]);
    await server.advance('2026-07-20T10:00:00+08:00');
    await bureau.act(check.findings[0]?.obligationId ?? '', 'fulfilment', { on: '2026-07-20' });
    await server.advance('2026-07-28T10:00:00+08:00');
    expect(await drafts(unit.id)).toEqual([]);
  });

  test('drafts nothing where a later check of the regime found nothing more, and the bureau is told', async () => {
    const { server, record, drafts, daily, school } = await scene();
    const [unit, other] = [await school(), await school('private')];
    for (const { id } of [unit, other]) await record(security, NOW, id, [found]);
    await server.advance('2026-07-17T18:00:00+08:00');
    await record(security, '2026-07-17T10:00:00+08:00', unit.id);
    // Another regime clears nothing, nor does a check that found something again.
    await record('electronic-archives', '2026-07-17T10:00:00+08:00', other.id);
    await record(security, '2026-07-17T14:00:00+08:00', other.id, [{ text: '除湿设备未通电' }]);
    await server.advance('2026-07-21T09:30:00+08:00');
    expect(await drafts(unit.id)).toEqual([]);
    expect((await drafts(other.id)).map(({ step }) => step)).toEqual([
      'order-to-rectify',
      'order-to-rectify',
    ]);
    expect(await daily('2026-07-21')).toContain(
      '2026年7月20日届满（2026年7月17日复查未再发现问题，未起草文书，请确认是否办结）',
    );
  });

  test('and others of the same check with the same day make one draft, which names each', async () => {
    const { server, bureau, record, drafts, school, read, patch, list } = await scene();
    const unit = await school();
    const leak = { text: '屋面漏雨。' };
    const late = { text: '未配备灭火器', rectifyBy: '2026-07-22' };
    const check = await record(security, NOW, unit.id, [found, leak, late]);
    const [first = '', second = '', third = ''] = check.findings.map(({ obligationId }) => obligationId);
    await server.advance('2026-07-23T09:30:00+08:00');
    const papers = await drafts(unit.id);
    expect(papers.map(({ obligationId, alongside }) => [obligationId, alongside])).toEqual([
      [third, undefined],
      [first, [second]],
    ]);
    const { id = '', text = '' } = papers[1] ?? {};
    expect(text).toContain(
      '存在下列问题：1. 库房未配备除湿设备；2. 屋面漏雨。要求于2026年7月20日前（含当日）整改。',
    );
    expect((await list({ obligationId: second })).map((one) => one.id)).toEqual([id]);
    // Words of a person stay where the paper goes on about fewer problems.
    await patch(papers[0]?.id ?? '', { text: '消防器材未配备。' });
    await bureau.act(second, 'fulfilment', { on: '2026-07-23' });
    const left = await read(id);
    expect(left).toMatchObject({ status: 'draft', obligationId: first });
    expect(left.alongside).toBeUndefined();
    expect(left.text).toContain('存在下列问题：库房未配备除湿设备。要求于');
    await bureau.act(first, 'fulfilment', { on: '2026-07-23' });
    expect(await read(id)).toMatchObject({ status: 'withdrawn' });
  });

  test.each([
    ['untouched', undefined, '存在下列问题：屋面漏雨。'],
    ['a person’s own', '两处问题均未整改。现责令限期改正。', '两处问题均未整改。'],
  ])('that are partly put right send an approved paper back, its words %s', async (_, own, said) => {
    const { server, bureau, record, one, read, patch, act, leader, school } = await scene();
    const unit = await school();
    const { findings } = await record(security, NOW, unit.id, [found, { text: '屋面漏雨' }]);
    await server.advance('2026-07-21T09:30:00+08:00');
    const { id } = await one('order-to-rectify');
    if (own !== undefined) await patch(id, { text: own });
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await bureau.act(findings[0]?.obligationId ?? '', 'fulfilment', { on: '2026-07-21' });
    const { status, text, approval, obligationId, history } = await read(id);
    expect({ status, obligationId }).toEqual({ status: 'draft', obligationId: findings[1]?.obligationId });
    expect(text).toContain(said);
    expect(approval.decidedBy).toBeUndefined();
    expect(history?.at(-1)?.text).toContain('不再列入');
  });

  test('leave an order in force until each is put right, and go on about what is left', async () => {
    const { server, bureau, record, one, read, act, leader, drafts } = await scene('baixiang');
    const permit = await bureau.enter({
      kind: 'permit',
      ...answeredFor('permit'),
      name: '许可1号',
      facts: { grantedOn: '2026-06-01' },
      contacts: [contactAt('Holder')],
    });
    const { findings } = await record('archives-disposal', NOW, permit.id, [
      { text: '审批手续不全' },
      { text: '未登记去向' },
    ]);
    const [first = '', second = ''] = findings.map(({ obligationId }) => obligationId);
    await server.advance('2026-07-21T09:30:00+08:00');
    const { id } = await one('order-to-rectify');
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    await act(id, 'issue', { number: '柏档〔2026〕1号', on: '2026-07-21' });
    await act(id, 'service', { on: '2026-07-21', method: 'personal', receivedBy: '张工' });
    await bureau.act(first, 'fulfilment', { on: '2026-07-21' });
    expect((await read(id)).complied).toBeUndefined();
    await server.advance('2026-08-06T09:30:00+08:00');
    const next = (await drafts(permit.id)).find(({ step }) => step === 'penalty-case');
    expect(next).toMatchObject({ obligationId: second, previousId: id });
    expect(next?.text).not.toContain('审批手续不全');
    await bureau.act(second, 'fulfilment', { on: '2026-08-06' });
    expect((await read(id)).complied?.on).toBe('2026-08-06');
  });

  test('drafts no second document where an officer has begun one on the check', async () => {
    const { server, bureau, officer, record, drafts, school } = await scene();
    const unit = await school();
    const check = await record(security, NOW, unit.id, [found]);
    const begun = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'order-to-rectify',
      subjectId: unit.id,
      inspectionId: check.id,
      ruleId: 'archives-security/problem-found',
      text: '库房未配备除湿设备。现责令限期改正。',
    });
    expect(begun.rectifyBy).toBe('2026-07-20');
    await server.advance('2026-07-28T10:00:00+08:00');
    expect((await drafts(unit.id)).map(({ id }) => id)).toEqual([begun.id]);
  });

  test('under a regime that gives nothing is told to the bureau alone', async () => {
    const { server, bureau, record, drafts, daily } = await scene('baixiang');
    const work = await bureau.enter({
      kind: 'civil-defence-work',
      ...answeredFor('civil-defence-work', ['builder']),
      name: '人防工程1号',
      facts: {},
    });
    await record('civil-defence-works', NOW, work.id, [{ text: '通风设备停用' }]);
    await server.advance('2026-07-21T09:30:00+08:00');
    expect(await drafts(work.id)).toEqual([]);
    expect(await daily('2026-07-21')).toContain('制度没有规定相应的文书，未起草，请研究处理');
  });

  test('is no duty of a unit where the source gives no steps at all', async () => {
    const { server, bureau, record, drafts } = await scene('liaoning');
    const unit = await bureau.enter({
      kind: 'unit',
      name: '省直某单位',
      nature: 'organ',
      contacts: [contactAt('Zhang')],
    });
    await record('policy-goals', NOW, unit.id, [found]);
    await server.advance('2026-07-24T10:00:00+08:00');
    expect(await drafts(unit.id)).toEqual([]);
    expect(await received(server, 'zhang@unit.example.com')).toEqual([]);
    expect((await received(server, officerOnStaff.email)).join('\n')).toContain('检查发现问题的整改');
  });
});

describe('a paper of a check whose day has passed', () => {
  test('takes another day, for the day of the check is over', async () => {
    const { server, bureau, officer, record, school, patch } = await scene();
    const unit = await school();
    const check = await record(security, NOW, unit.id, [found]);
    const begin = () =>
      officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
        step: 'order-to-rectify',
        subjectId: unit.id,
        inspectionId: check.id,
        ruleId: 'archives-security/problem-found',
        text: '库房未配备除湿设备。现责令限期改正。',
      });
    const early = await begin();
    const path = `${bureau.path}/escalations/${early.id}`;
    const { errors } = await officer.refused(422, 'PATCH', path, { rectifyBy: '2026-07-31' });
    expect(errors).toMatchObject([{ code: 'escalation.other-day-than-finding' }]);
    await server.advance('2026-07-21T10:00:00+08:00');
    expect((await patch(early.id, { rectifyBy: '2026-07-31' })).rectifyBy).toBe('2026-07-31');
    expect((await begin()).rectifyBy).toBeUndefined();
  });

  test('closes the duties of the check when it is obeyed', async () => {
    const { server, bureau, officer, record, school, act, leader } = await scene();
    const unit = await school();
    const check = await record(security, NOW, unit.id, [found]);
    const { id } = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'order-to-rectify',
      subjectId: unit.id,
      inspectionId: check.id,
      ruleId: 'archives-security/problem-found',
      text: '区一中库房未配备除湿设备。现责令限期改正。',
    });
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    await act(id, 'issue', { number: '洪档〔2026〕1号', on: '2026-07-02' });
    await act(id, 'service', { on: '2026-07-02', method: 'personal', receivedBy: '张主任' });
    await server.advance('2026-07-15T10:00:00+08:00');
    await act(id, 'compliance', { on: '2026-07-15' });
    const duties = await bureau.obligations({
      subjectId: unit.id,
      ruleId: 'archives-security/rectification',
    });
    expect(duties).toMatchObject([{ status: 'fulfilled', id: check.findings[0]?.obligationId }]);
  });
});
