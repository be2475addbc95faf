import { describe, expect, test } from 'vitest';
import * as contract from '../../shared/contract/inspections.ts';
import type { ProblemCode } from '../../shared/problems/table.ts';
import { listOf } from '../../shared/contract/answers.ts';
import { check, checkScene, officers, record } from '../support/bureaus/checks.ts';

describe('a record of a check', () => {
  test('lacks nothing that its regime asks for, or is refused with all that is missing', async () => {
    const { bureau, unit } = await checkScene();
    const { officer, path } = bureau;
    const a = await unit('甲单位');
    const project = await bureau.enter({
      kind: 'project',
      name: '一号桥',
      facts: { startedOn: '2026-06-01' },
    });
    const refused = async (
      more: object,
      ...expected: [path: string, code: ProblemCode, params?: object][]
    ) => {
      const problem = await officer.refused(422, 'POST', `${path}/inspections`, check([a], more));
      for (const [field, code, params = {}] of expected)
        expect(problem.errors?.find((error) => error.path === field)).toMatchObject({ code, params });
    };
    await refused({ officers: officers.slice(0, 1) }, ['officers', 'check.few-officers', { least: 2 }]);
    await refused({ officers: [officers[0], officers[0]] }, ['officers', 'check.few-officers', { named: 1 }]);
    await refused(
      { officers: [{ name: '甲' }, officers[1]], signatures: [] },
      ['officers.0.certificate', 'check.no-certificate'],
      ['signatures', 'check.unsigned', { name: '甲单位' }],
    );
    await refused({ at: '2026-07-02T10:00:01+08:00' }, ['at', 'check.future']);
    await refused({ targets: [project.id], signatures: [] }, ['targets.0', 'check.outside-regime']);
    await refused({ targets: ['nobody'] }, ['targets.0', 'check.no-subject']);
    await refused({ targets: ['nobody', 'nobody'] }, ['targets.1', 'check.no-subject']);
    await refused({ targets: [a, a] }, ['targets.1', 'check.twice']);
    await refused({ regime: 'poetry' }, ['regime', 'check.no-regime']);
    await refused({ ruleId: 'archives-security/poetry' }, ['ruleId', 'check.no-quota']);
    await refused({ ruleId: 'electronic-archives/spot-check' }, ['ruleId', 'check.no-quota']);
    await refused({ findings: [{ subjectId: 'x', text: '受潮', severity: 'minor', handling: '整改' }] }, [
      'findings.0.subjectId',
      'check.no-target',
    ]);
    await refused({ officers: [{ ...officers[0], recuse: [a] }, officers[1]] }, [
      'officers.0.recuse',
      'check.recused',
    ]);
    const page = await officer.get(listOf(contract.inspection), `${path}/inspections`);
    expect(page.items).toEqual([]);
  });

  test('asks the staff list for certificates, as they were on the day of the check', async () => {
    const { bureau, unit } = await checkScene();
    const a = await unit('甲单位');
    const member = (validUntil: string) => ({
      sub: 'wang',
      name: '王科员',
      role: 'bureau-officer',
      certificate: { number: '湘12000001', validUntil },
    });
    const staffed = (validUntil: string) =>
      bureau.admin.ask('PUT', `${bureau.path}/staff`, { body: [member(validUntil)] });
    await staffed('2026-07-01');
    const expired = await bureau.officer.refused(422, 'POST', `${bureau.path}/inspections`, check([a]));
    expect(expired.errors).toMatchObject([
      { path: 'officers.0.certificate', code: 'check.certificate-expired', params: { until: '2026-07-01' } },
    ]);
    // Where the source asks for no certificate, one that is shown is held against the list all the same.
    const { id: project } = await bureau.enter({ kind: 'project', name: '大桥', facts: {} });
    const shown = check([project], { regime: 'key-project-archives', checklist: [] });
    const also = await bureau.officer.refused(422, 'POST', `${bureau.path}/inspections`, shown);
    expect(also.errors).toEqual(expired.errors);
    await staffed('2026-07-02');
    const made = await record(bureau, check([a]));
    expect(made.officers).toEqual([
      { name: '王科员', certificate: '湘12000001' },
      { name: '刘科员', certificate: '湘12000002', unverified: true },
    ]);
  });

  test('is put right without losing what stood there', async () => {
    const { bureau, unit } = await checkScene();
    const { officer, path } = bureau;
    const [a, b] = [await unit('甲单位'), await unit('乙单位')];
    const made = await record(bureau, check([a]));
    expect(made.counted).toEqual([]);
    const put = `${path}/inspections/${made.id}/correction`;
    const first = await officer.send(contract.inspection, 'POST', put, {
      reason: '漏记一家',
      targets: [a, b],
      signatures: [
        { subjectId: a, by: '李主任' },
        { subjectId: b, refused: true, note: '负责人外出，拒签' },
      ],
    });
    expect(first.counted).toEqual([{ ruleId: 'archives-security/daily-check', period: '2026-07' }]);
    expect(first.originals).toMatchObject([{ targets: [a], reason: '漏记一家' }]);
    expect(first.at).toBe(made.at);
    const named = { reason: '为日常检查而作', ruleId: 'archives-security/daily-check' };
    expect((await officer.send(contract.inspection, 'POST', put, named)).ruleId).toBe(named.ruleId);
    const unnamed = { reason: '不专为日常检查', ruleId: null };
    const corrected = await officer.send(contract.inspection, 'POST', put, unnamed);
    expect({ ...corrected, version: 0, originals: [] }).toEqual({ ...first, version: 0, originals: [] });
    await officer.refused(422, 'POST', put, { reason: '写错年份', at: '2025-07-02T09:30:00+08:00' });
    await officer.refused(422, 'POST', put, { reason: '缺签字', signatures: [] });
    await officer.refused(400, 'POST', put, { targets: [a] });
    const read = await officer.get(contract.inspection, `${path}/inspections/${made.id}`);
    expect(read).toEqual(corrected);
  });

  test('keeps who keeps away from whom, for a correction to be held against; a unit does not read it', async () => {
    const { bureau, server, unit } = await checkScene();
    const { officer, path } = bureau;
    const [a, b] = [await unit('甲单位'), await unit('乙单位')];
    const made = await record(
      bureau,
      check([a], { officers: [{ ...officers[0], recuse: [b] }, officers[1]] }),
    );
    expect(made.officers.map(({ recuse }) => recuse)).toEqual([[b], undefined]);
    const signatures = [a, b].map((subjectId) => ({ subjectId, by: '李主任' }));
    const answer = await officer.refused(422, 'POST', `${path}/inspections/${made.id}/correction`, {
      reason: '漏记一家',
      targets: [a, b],
      signatures,
    });
    expect(answer.errors?.map((error) => error.path)).toEqual(['officers.0.recuse']);
    const own = await server.as({ role: 'unit', jurisdiction: 'hongjiang', unitId: a });
    const read = await own.get(contract.inspection, `${path}/inspections/${made.id}`);
    expect(read.officers.map(({ recuse }) => recuse)).toEqual([undefined, undefined]);
  });

  test('sent twice under one key is one record', async () => {
    const { bureau, unit } = await checkScene();
    const body = check([await unit('甲单位')]);
    const headers = { 'idempotency-key': 'check-1' };
    const send = () =>
      bureau.officer.send(contract.inspection, 'POST', `${bureau.path}/inspections`, body, headers);
    expect((await send()).id).toBe((await send()).id);
    const page = await bureau.officer.get(listOf(contract.inspection), `${bureau.path}/inspections`);
    expect(page.items).toHaveLength(1);
  });

  test('shows a unit what is about itself alone', async () => {
    const { bureau, server, unit } = await checkScene();
    const [a, b] = [await unit('甲单位'), await unit('乙单位')];
    const made = await record(
      bureau,
      check([a, b], {
        findings: [
          { subjectId: a, text: '甲的问题', severity: 'minor', handling: '当场改正' },
          { subjectId: b, text: '乙的问题', severity: 'minor', handling: '当场改正' },
        ],
      }),
    );
    const own = await server.as({ role: 'unit', jurisdiction: 'hongjiang', unitId: a });
    const seen = await own.ask('GET', `${bureau.path}/inspections/${made.id}`);
    expect(seen.text).toContain('甲的问题');
    expect(seen.text).not.toContain('乙的问题');
    expect(seen.text).not.toContain(b);
    const other = await server.as({ role: 'unit', jurisdiction: 'hongjiang', unitId: 'nobody' });
    await other.refused(404, 'GET', `${bureau.path}/inspections/${made.id}`);
  });
});

describe('a conflict between two figures', () => {
  test('is named with what each reading needs, and decided by the leader', async () => {
    const { bureau, unit } = await checkScene('2026-07-01T08:00:00+08:00');
    const { officer, leader, path } = bureau;
    for (let index = 1; index <= 60; index += 1) await unit(`单位${index}`, index <= 12 ? ['direct'] : []);
    const of = async () =>
      (await officer.get(contract.quotas, `${path}/quotas`)).items.find(
        ({ ruleId }) => ruleId === 'electronic-archives/spot-check',
      );
    const found = await of();
    expect(found).toMatchObject({ status: 'conflict', population: 60 });
    expect(found?.conflict?.readings.map(({ follow }) => follow)).toEqual(['ratio', 'direct']);
    const put = `${path}/quotas/electronic-archives/spot-check/decision`;
    const decision = { period: '2026', follow: 'direct', reason: '按直属单位家数执行' };
    await officer.refused(403, 'POST', put, decision);
    await leader.refused(422, 'POST', put, { ...decision, period: '2026-07' });
    await leader.refused(422, 'POST', `${path}/quotas/archives-security/daily-check/decision`, {
      ...decision,
      period: '2026-07',
    });
    expect(await leader.send(contract.quota, 'POST', put, decision)).toMatchObject({ status: 'on-track' });
    expect(await of()).toMatchObject({
      status: 'on-track',
      conflict: { follow: 'direct', reason: '按直属单位家数执行' },
    });
  });
});

test('a plan for the year names visits on working days, and what they serve', async () => {
  const { bureau, unit } = await checkScene('2026-07-01T08:00:00+08:00');
  for (let index = 1; index <= 8; index += 1) await unit(`单位${index}`);
  const plan = await bureau.officer.get(contract.quotaPlan, `${bureau.path}/quotas/plan?year=2026`);
  expect(plan.visits.length).toBeGreaterThan(0);
  expect(plan.visits.flatMap(({ serves }) => serves.map(({ ruleId }) => ruleId))).toContain(
    'archives-security/daily-check',
  );
  await bureau.officer.refused(400, 'GET', `${bureau.path}/quotas/plan?year=nineteen`);
});
