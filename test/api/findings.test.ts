import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/inspections.ts';
import { bureauOf, contactAt, officerOnStaff, received } from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';

const rectification = 'archives-security/rectification';
const officers = [
  { name: '周检查', certificate: '湘12000001' },
  { name: '刘检查', certificate: '湘12000002' },
];

/** Thursday 2 July 2026: a check of two units, one of which is found wanting. */
async function scene() {
  const server = await serverForTest('2026-07-02T10:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  const { path, officer } = bureau;
  await bureau.admin.send(answers.staff, 'PUT', `${path}/staff`, [officerOnStaff]);
  const unit = (name: string, person: string) =>
    bureau.enter({
      kind: 'unit',
      name,
      traits: ['professional-archives'],
      contacts: [contactAt(person)],
    });
  const [school, clinic] = [await unit('区一中', 'Zhang'), await unit('区医院', 'Li')];
  const check = (at: string, findings: readonly object[] = [], targets = [school.id, clinic.id]) => ({
    regime: 'archives-security',
    at,
    mode: 'on-site',
    cause: 'planned',
    targets,
    officers,
    checklist: [{ item: 'backup', result: '已检查' }],
    findings,
    signatures: targets.map((subjectId) => ({ subjectId, by: '张主任' })),
  });
  const record = (body: object) => officer.send(contract.inspection, 'POST', `${path}/inspections`, body);
  const correct = (id: string, body: object) =>
    officer.send(contract.inspection, 'POST', `${path}/inspections/${id}/correction`, body);
  const read = (id: string, by = officer) => by.get(contract.inspection, `${path}/inspections/${id}`);
  const duties = () => bureau.obligations({ ruleId: rectification });
  return { server, ...bureau, school, clinic, check, record, correct, read, duties };
}

const found = (subjectId: string, more: object = {}) => ({
  subjectId,
  text: '库房未配备除湿设备',
  severity: 'minor',
  handling: '限期整改',
  rectifyBy: '2026-07-20',
  ...more,
});

const NOW = '2026-07-02T09:30:00+08:00';

describe('a problem that a check found', () => {
  test('is a duty of whoever was checked: reminded of, overdue, reported, confirmed, followed up', async () => {
    const { server, check, record, read, school, duties, notices, act, unit, obligations } = await scene();
    const made = await record(check(NOW, [found(school.id)]));
    const [duty, ...others] = await duties();
    expect(others).toEqual([]);
    expect(duty).toMatchObject({
      subjectId: school.id,
      title: '整改2026年7月2日检查发现的问题：库房未配备除湿设备',
      arisesOn: '2026-07-02',
      dueOn: '2026-07-20',
      status: 'open',
    });
    expect(made.findings).toEqual([{ ...found(school.id), obligationId: duty?.id }]);

    await server.advance('2026-07-21T12:00:00+08:00');
    expect(await received(server, 'zhang@unit.example.com')).toEqual([
      '2026-07-13T09:00 【提醒】检查发现问题的整改，7月20日到期——区一中',
      '2026-07-17T09:00 【提醒】检查发现问题的整改，7月20日到期——区一中',
      '2026-07-21T09:00 【逾期】检查发现问题的整改，期限已于7月20日届满——区一中',
    ]);
    expect(await received(server, 'li@unit.example.com')).toEqual([]);
    const [, , late] = await server.mailbox({ to: 'zhang@unit.example.com' });
    expect(late?.text).toContain('整改2026年7月2日检查发现的问题：库房未配备除湿设备');
    expect(late?.text).toContain('责令限期改正');
    const daily = await server.mailbox({ to: officerOnStaff.email });
    expect(daily.find(({ sentAt }) => sentAt.startsWith('2026-07-21T09:10'))?.text).toContain(
      '区一中：整改2026年7月2日检查发现的问题：库房未配备除湿设备',
    );

    await act(duty?.id ?? '', 'fulfilment', { on: '2026-07-21' }, await unit(school.id));
    expect(await duties()).toMatchObject([{ status: 'overdue', reportedOn: '2026-07-21' }]);
    await act(duty?.id ?? '', 'report-decision', { decision: 'confirm' });
    expect(await obligations({ ruleId: rectification, status: 'fulfilled-late' })).toHaveLength(1);

    await server.advance('2026-07-24T12:00:00+08:00');
    await record(check('2026-07-20T09:00:00+08:00'));
    await record({ ...check('2026-07-22T09:00:00+08:00'), regime: 'electronic-archives' });
    expect((await read(made.id)).findings[0]?.followUp).toBeUndefined();
    await record(check('2026-07-24T09:00:00+08:00'));
    const visit = await record(check('2026-07-23T09:00:00+08:00', [], [school.id]));
    const followUp = { inspectionId: visit.id, on: '2026-07-23' };
    expect((await read(made.id)).findings).toMatchObject([{ followUp }]);
    expect((await read(made.id, await unit(school.id))).findings).toMatchObject([
      { obligationId: duty?.id, followUp },
    ]);
    expect(await notices({ subjectId: school.id, kind: 'overdue' })).toHaveLength(1);
  });

  test('moves with a correction of the record, and is no duty any more where it falls away', async () => {
    const { server, check, record, correct, school, clinic, duties } = await scene();
    const { id } = await record(check(NOW, [found(school.id)]));
    const before = await duties();
    await server.advance('2026-07-14T12:00:00+08:00');
    await correct(id, { reason: '期限有误', findings: [found(school.id, { rectifyBy: '2026-07-31' })] });
    expect(await duties()).toMatchObject([{ id: before[0]?.id, dueOn: '2026-07-31' }]);
    await server.advance('2026-07-15T12:00:00+08:00');
    await correct(id, { reason: '查错了单位', findings: [found(clinic.id)] });
    const after = await duties();
    expect(Object.fromEntries(after.map(({ subjectId, status }) => [subjectId, status]))).toEqual({
      [school.id]: 'superseded',
      [clinic.id]: 'open',
    });
    await server.advance('2026-07-22T12:00:00+08:00');
    expect(await received(server, 'zhang@unit.example.com')).toEqual([
      '2026-07-13T09:00 【提醒】检查发现问题的整改，7月20日到期——区一中',
      '2026-07-15T09:00 【更正】检查发现问题的整改，到期日期更正为7月31日——区一中',
      '2026-07-16T09:00 【更正】检查发现问题的整改无需办理——区一中',
    ]);
    expect((await received(server, 'li@unit.example.com')).at(-1)).toBe(
      '2026-07-21T09:00 【逾期】检查发现问题的整改，期限已于7月20日届满——区医院',
    );
  });

  test('is one duty each, none without a day, and stands once in a record', async () => {
    const { check, record, school, clinic, duties, officer, path } = await scene();
    const none = await record(check(NOW, [found(school.id, { rectifyBy: undefined })]));
    expect(none.findings[0]).not.toHaveProperty('obligationId');
    expect(await duties()).toEqual([]);
    const twice = await officer.refused(
      422,
      'POST',
      `${path}/inspections`,
      check(NOW, [found(school.id), found(school.id, { rectifyBy: '2026-08-01' })]),
    );
    expect(twice.errors).toMatchObject([
      { path: 'findings.1.text', code: 'finding.twice', params: { first: 0 } },
    ]);
    expect(await duties()).toEqual([]);
    await record(
      check(NOW, [
        found(school.id),
        found(school.id, { text: '无备份' }),
        found(clinic.id, { text: '无备份' }),
      ]),
    );
    expect((await duties()).map(({ subjectId }) => subjectId).sort()).toEqual(
      [school.id, school.id, clinic.id].sort(),
    );
  });

  test('says where its day comes from, and stays when the subject is changed', async () => {
    const { check, record, school, duties, detail, patch } = await scene();
    await record(check(NOW, [found(school.id)]));
    await patch(school.id, { name: '区第一中学' });
    const [duty] = await duties();
    expect(duty?.dueOn).toBe('2026-07-20');
    expect((await detail(duty?.id ?? '')).explanation).toContainEqual({
      rule: '检查记录',
      day: '2026-07-02',
      text: '2026年7月2日的检查记录要求于2026年7月20日前整改：库房未配备除湿设备',
    });
  });

  test('sent twice under one key is one duty', async () => {
    const { check, school, duties, officer, path } = await scene();
    const send = () =>
      officer.send(contract.inspection, 'POST', `${path}/inspections`, check(NOW, [found(school.id)]), {
        'idempotency-key': 'a',
      });
    expect(await send()).toEqual(await send());
    expect(await duties()).toHaveLength(1);
  });
});

test('the plan of the year holds the follow-up until somebody checked it, and none of a duty that was waived', async () => {
  const { server, leader, path, officer, school, clinic, check, record, duties } = await scene();
  const made = await record(check(NOW, [found(school.id), found(clinic.id, { rectifyBy: '2026-08-03' })]));
  const following = async () => {
    const { visits } = await officer.get(contract.quotaPlan, `${path}/quotas/plan?year=2026`);
    return visits.flatMap(({ day, targets, followUps }) =>
      followUps.map((one) => ({ ...one, late: day < one.rectifyBy, there: targets.includes(one.subjectId) })),
    );
  };
  const base = { inspectionId: made.id, regime: 'archives-security', late: false, there: true };
  const clinics = { ...base, subjectId: clinic.id, rectifyBy: '2026-08-03' };
  expect(await following()).toEqual([{ ...base, subjectId: school.id, rectifyBy: '2026-07-20' }, clinics]);
  await server.advance('2026-07-21T18:00:00+08:00');
  await record(check('2026-07-21T10:00:00+08:00', [], [school.id]));
  expect(await following()).toEqual([clinics]);
  const open = (await duties()).find(({ subjectId }) => subjectId === clinic.id);
  await leader.send(answers.obligation, 'POST', `${path}/obligations/${open?.id ?? ''}/waiver`, {
    reason: '已停业',
  });
  expect(await following()).toEqual([]);
});
