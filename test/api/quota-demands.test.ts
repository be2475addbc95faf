import { describe, expect, test } from 'vitest';
import * as contract from '../../shared/contract/inspections.ts';
import * as answers from '../../shared/contract/answers.ts';
import { officerOnStaff } from '../support/bureaus/bureau.ts';
import { check, checkScene, record } from '../support/bureaus/checks.ts';
import { leaderOnStaff } from '../support/cases/escalations.ts';

describe('the yearly cap on checks of one enterprise', () => {
  test('is set and taken away by the admin; with a monthly quota it is a conflict that the leader decides', async () => {
    const { bureau, unit } = await checkScene();
    const { admin, officer, leader, path } = bureau;
    for (let index = 0; index < 4; index += 1)
      await unit(`企业${index}`, ['professional-archives', 'enterprise']);
    const set = (enterpriseYearlyCap: number | null) =>
      admin.send(answers.settings, 'PATCH', `${path}/settings`, { enterpriseYearlyCap });
    const of = async () =>
      (await officer.get(contract.quotas, `${path}/quotas`)).items.find(
        ({ ruleId }) => ruleId === 'archives-security/daily-check',
      );
    expect(await of()).toMatchObject({ status: 'on-track' });
    expect((await set(1)).enterpriseYearlyCap).toBe(1);
    expect(await of()).toMatchObject({
      status: 'conflict',
      conflict: { between: ['enterpriseYearlyCap', 'checks'] },
    });
    const put = `${path}/quotas/archives-security/daily-check/decision`;
    const decision = { period: '2026-07', follow: 'cap', reason: '不增加企业负担' };
    const wrong = await leader.refused(422, 'POST', put, { ...decision, follow: 'ratio' });
    expect(wrong.errors).toMatchObject([
      { path: 'follow', message: 'this is not a reading of this conflict; there are: cap, quota' },
    ]);
    await officer.refused(403, 'POST', put, decision);
    expect(await leader.send(contract.quota, 'POST', put, decision)).toMatchObject({
      status: 'on-track',
      required: { checks: 2, targetsPerCheck: 2 },
      conflict: { follow: 'cap', reason: '不增加企业负担' },
    });
    expect(await of()).toMatchObject({ required: { checks: 2 } });
    for (const value of [-1, 366, 1.5])
      await admin.refused(400, 'PATCH', `${path}/settings`, { enterpriseYearlyCap: value });
    expect(await set(null)).not.toHaveProperty('enterpriseYearlyCap');
    const after = await of();
    expect(after).toMatchObject({ status: 'on-track', required: { checks: 3 } });
    expect(after).not.toHaveProperty('conflict');
  });
});

test('a quota that was met stays met when units lose the trait direct after their population was kept', async () => {
  const { server, bureau, unit } = await checkScene('2026-07-01T08:00:00+08:00');
  const { officer, leader, path } = bureau;
  const ids: string[] = [];
  for (let index = 0; index < 20; index += 1)
    ids.push(await unit(`单位${index}`, index < 3 ? ['direct'] : []));
  const directs = ids.slice(0, 3);
  // Two of twenty are the most that the share allows.
  await leader.send(contract.quota, 'POST', `${path}/quotas/electronic-archives/spot-check/decision`, {
    period: '2026',
    follow: 'direct',
    reason: '按直属单位家数执行',
  });
  await record(
    bureau,
    check(directs, {
      regime: 'electronic-archives',
      ruleId: 'electronic-archives/spot-check',
      at: '2026-07-01T07:30:00+08:00',
    }),
  );
  const of = async () =>
    (await officer.get(contract.quotas, `${path}/quotas`)).items.find(
      ({ ruleId }) => ruleId === 'electronic-archives/spot-check',
    );
  const met = { status: 'met', required: { direct: 3 }, done: { direct: 3 } };
  expect(await of()).toMatchObject(met);
  // The first daily mail after the day of counting keeps the population.
  await bureau.admin.send(answers.staff, 'PUT', `${path}/staff`, [officerOnStaff, leaderOnStaff]);
  await server.advance('2026-07-03T12:00:00+08:00');
  for (const id of directs.slice(0, 2)) await bureau.patch(id, { traits: [] });
  expect(await of()).toMatchObject(met);
});
