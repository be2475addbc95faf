import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import { answeredFor, bureauOf, contactAt, officerOnStaff, received } from '../support/bureaus/bureau.ts';
import { CHECKED_AT, checkedBureau } from '../support/cases/checked.ts';
import { peopleOf } from '../support/cases/escalations.ts';
import { startServer } from '../support/product/server.ts';

const found = { text: '库房未配备除湿设备' };
const security = 'archives-security';

describe('a problem that was not put right by its day', () => {
  test('drafts the order of its regime on the next working day, once, with the check behind it', async () => {
    const { server, record, drafts, school, read } = await checkedBureau();
    const unit = await school();
    const check = await record(security, CHECKED_AT, unit.id, [found]);
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
    const { record, school } = await checkedBureau('hongjiang', before);
    const unit = await school('private');
    await record(security, CHECKED_AT, unit.id, [found]);
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
    const { server, record, drafts, school } = await checkedBureau();
    const unit = await school();
    await record(regime, CHECKED_AT, unit.id, [found]);
    await server.advance('2026-07-21T09:30:00+08:00');
    expect(await drafts(unit.id)).toMatchObject([{ step, paper, status: 'draft' }]);
  });

  test('of a key project is fed back as an opinion, of a permit ordered and then filed as a case', async () => {
    const { server, bureau, record, drafts, act, leader } = await checkedBureau('baixiang');
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
    await record('key-project-archives', CHECKED_AT, project.id, [found]);
    await record('archives-disposal', CHECKED_AT, permit.id, [{ text: '审批手续不全' }]);
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
    const { server, bureau, record, drafts, school } = await checkedBureau();
    const unit = await school();
    const check = await record(security, CHECKED_AT, unit.id, [found]);
    await server.advance('2026-07-20T10:00:00+08:00');
    await bureau.act(check.findings[0]?.obligationId ?? '', 'fulfilment', { on: '2026-07-20' });
    await server.advance('2026-07-28T10:00:00+08:00');
    expect(await drafts(unit.id)).toEqual([]);
  });

  test('drafts nothing where a later check of the regime found nothing more, and the bureau is told', async () => {
    const { server, record, drafts, daily, school } = await checkedBureau();
    const [unit, other] = [await school(), await school('private')];
    for (const { id } of [unit, other]) await record(security, CHECKED_AT, id, [found]);
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

  test('drafts no second document where an officer has begun one on the check', async () => {
    const { server, bureau, officer, record, drafts, school } = await checkedBureau();
    const unit = await school();
    const check = await record(security, CHECKED_AT, unit.id, [found]);
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

  test('of civil-defence works is an opinion by its supervision, and then proposed as a case', async () => {
    const { server, bureau, record, drafts, one, act, leader } = await checkedBureau('baixiang');
    const work = await bureau.enter({
      kind: 'civil-defence-work',
      ...answeredFor('civil-defence-work', ['builder']),
      name: '人防工程1号',
      contacts: [contactAt('Works')],
    });
    await record('civil-defence-works', CHECKED_AT, work.id, [{ text: '通风设备停用' }]);
    await server.advance('2026-07-21T09:30:00+08:00');
    expect(await drafts(work.id)).toMatchObject([
      { step: 'order-to-rectify', paper: 'opinion', missing: [] },
    ]);
    const { id, text } = await one('order-to-rectify');
    expect(text).not.toMatch(/责令|警告|处罚/u);
    await act(id, 'proposal', {});
    await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    await act(id, 'issue', { number: '柏防〔2026〕1号', on: '2026-07-21' });
    await act(id, 'service', { on: '2026-07-21', method: 'personal', receivedBy: '张工' });
    await server.advance('2026-08-06T09:30:00+08:00');
    expect(await one('penalty-case')).toMatchObject({ paper: 'filing-proposal', previousId: id });
  });

  test('is no duty of a unit where the source gives no steps at all', async () => {
    const { server, bureau, record, drafts, daily } = await checkedBureau('liaoning');
    const unit = await bureau.enter({
      kind: 'unit',
      name: '省直某单位',
      nature: 'organ',
      contacts: [contactAt('Zhang')],
    });
    await record('policy-goals', CHECKED_AT, unit.id, [found]);
    await server.advance('2026-07-24T10:00:00+08:00');
    expect(await drafts(unit.id)).toEqual([]);
    expect(await received(server, 'zhang@unit.example.com')).toEqual([]);
    const told = (await received(server, officerOnStaff.email)).join('\n');
    expect(told).toContain('检查发现问题的整改');
    expect(await daily('2026-07-21')).toContain('制度没有规定相应的文书，未起草，请研究处理');
  });
});

describe('a paper of a check whose day has passed', () => {
  test('takes another day, for the day of the check is over', async () => {
    const { server, bureau, officer, record, school, patch } = await checkedBureau();
    const unit = await school();
    const check = await record(security, CHECKED_AT, unit.id, [found]);
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
    const { server, bureau, officer, record, school, act, leader } = await checkedBureau();
    const unit = await school();
    const check = await record(security, CHECKED_AT, unit.id, [found]);
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
