import { describe, expect, test } from 'vitest';
import { bureauOf } from '../support/bureaus/bureau.ts';
import * as answers from '../../shared/contract/answers.ts';
import { sharedServer } from '../support/product/server.ts';

const majorReport = 'archives-cases/major-penalty-report';

describe('duties at the edges of planning', () => {
  const shared = sharedServer('2026-03-05T08:00:00+08:00', async (server) => ({
    hongjiang: await bureauOf(server, 'hongjiang'),
    baixiang: await bureauOf(server, 'baixiang', 'archives'),
  }));

  test('a date corrected past the horizon moves the duty; it is not ended', async () => {
    const bureau = shared().scene.hongjiang;
    const project = await bureau.enter({
      kind: 'project',
      name: '远期工程',
      facts: { startedOn: '2026-01-05', plannedCompletionAcceptanceOn: '2026-11-03' },
    });
    const ruleId = 'key-project-archives/acceptance-application';
    expect(await bureau.obligation(project.id, ruleId)).toMatchObject({ dueOn: '2026-10-03' });
    await bureau.patch(project.id, { facts: { plannedCompletionAcceptanceOn: '2029-05-10' } });
    expect(await bureau.obligation(project.id, ruleId)).toMatchObject({
      dueOn: '2029-04-10',
      status: 'open',
    });
  });

  test('what a fact had met is open again when the fact is taken away', async () => {
    const bureau = shared().scene.baixiang;
    const entered = await bureau.enter({
      kind: 'case',
      name: '立案登记有误案',
      facts: { office: 'archives', discoveredOn: '2026-03-02', filedOn: '2026-03-04' },
    });
    const ruleId = 'archives-cases/case-filing';
    expect(await bureau.obligation(entered.id, ruleId)).toMatchObject({
      status: 'fulfilled',
      fulfilledOn: '2026-03-04',
    });
    await bureau.patch(entered.id, { facts: { filedOn: null } });
    expect(await bureau.obligation(entered.id, ruleId)).toMatchObject({ status: 'open' });
    await bureau.patch(entered.id, { facts: { filedOn: '2026-03-05' } });
    expect(await bureau.obligation(entered.id, ruleId)).toMatchObject({
      status: 'fulfilled',
      fulfilledOn: '2026-03-05',
    });
  });

  test('without nil returns the half-yearly list is owed only where there is a major case', async () => {
    const bureau = shared().scene.baixiang;
    const open = async (): Promise<(string | undefined)[]> =>
      (await bureau.obligations({ ruleId: majorReport }))
        .filter((one) => one.status !== 'superseded')
        .map((one) => one.period);
    const before = await open();
    expect(before).toContain('2026-H1');
    await bureau.admin.send(answers.settings, 'PATCH', `${bureau.path}/settings`, {
      figures: { [majorReport]: { nilReturn: false } },
    });
    expect(await open()).toEqual([]);
    await bureau.enter({
      kind: 'case',
      name: '重大案件',
      facts: { office: 'archives', discoveredOn: '2026-03-01', filedOn: '2026-03-04', major: true },
    });
    expect(await open()).toEqual(['2026-H1']);
  });
});
