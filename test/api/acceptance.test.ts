import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import type { ProblemCode } from '../../shared/problems/table.ts';
import * as contract from '../../shared/contract/escalations.ts';
import { acceptanceApplication, bureauOf, registrationAfterAcceptance } from '../support/bureaus/bureau.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const START = '2026-09-07T10:00:00+08:00';
const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const application = { event: 'application', on: '2026-09-07', parts: all(6), selfScore: 88.5 };
const group = {
  event: 'group',
  chair: '甲',
  members: [
    // By its full name, of which the list gives the end.
    { name: '甲', from: '洪江区档案局' },
    { name: '乙', from: '区重点办' },
  ],
};
const meeting = {
  event: 'meeting',
  on: '2026-09-07',
  steps: all(5),
  reports: ['建设', '施工', '设计', '监理'],
};
const opinion = { event: 'opinion', on: '2026-09-07', text: '同意验收' };

async function projectIn(server: TestServer, jurisdiction: string, code = 'P1') {
  const bureau = await bureauOf(server, jurisdiction);
  const { id } = await bureau.enter({
    kind: 'project',
    name: '某重点建设项目',
    code,
    facts: { startedOn: '2026-01-15', plannedCompletionAcceptanceOn: '2026-12-01' },
  });
  const path = `${bureau.path}/subjects/${id}`;
  const see = () => bureau.officer.get(answers.subjectDetail, path);
  return {
    bureau,
    id,
    path,
    see,
    enter: (body: object) => bureau.officer.send(answers.subjectDetail, 'POST', `${path}/events`, body),
    /** Refused at this field with this code; nothing is changed by it. */
    refused: async (status: number, body: object, field: string, code: ProblemCode, params = {}) => {
      const before = await see();
      const problem = await bureau.officer.refused(status, 'POST', `${path}/events`, body);
      const error = (problem.errors ?? []).find((entry) => entry.path === field);
      expect(error, JSON.stringify(problem)).toMatchObject({ code, params });
      expect(await see()).toEqual(before);
    },
    escalations: () => bureau.officer.all(contract.escalation, `${bureau.path}/escalations?subjectId=${id}`),
  };
}

describe('an acceptance', () => {
  test.each([
    ['hongjiang', 'HJ', '三(一)五(三)'],
    ['shexian', 'SX', '三(一)四(三)'],
    ['baixiang', 'BX', '(六)五(三)'],
  ])('in %s is walked from the application to the opinion', async (jurisdiction, document, clause) => {
    const server = await serverForTest(START);
    const project = await projectIn(server, jurisdiction);
    expect(await project.see()).toMatchObject({
      stage: { name: 'not-applied' },
      events: [{ event: 'application' }],
    });
    await project.enter(application);
    expect(await project.bureau.obligation(project.id, acceptanceApplication)).toMatchObject({
      status: 'fulfilled',
      fulfilledOn: '2026-09-07',
    });
    await project.enter(group);
    await project.enter(meeting);
    for (const score of [101, 100.5, -0.1])
      await project.refused(422, { event: 'score', score }, 'score', 'acceptance.score', {
        document,
        clause: [clause],
        score,
      });
    await project.enter({ event: 'score', score: 80 });
    await project.enter({ event: 'score', score: 84.99 });
    const accepted = await project.enter(opinion);
    expect(accepted).toMatchObject({
      stage: { name: 'accepted', title: '验收通过' },
      acceptance: { score: 84.99, grade: 'passed', gradeName: '合格', opinionOn: '2026-09-07' },
      facts: { archivesAcceptedOn: '2026-09-07', acceptanceScore: 84.99, selfScore: 88.5 },
      events: [],
    });
    // The last registration form hangs on the day of the opinion.
    expect(await project.bureau.obligation(project.id, registrationAfterAcceptance)).toMatchObject({
      arisesOn: '2026-09-07',
    });
    await project.refused(409, opinion, 'event', 'stage.over', { stage: 'accepted' });
    expect(await project.escalations()).toEqual([]);
  });

  test.each([
    [0, 'failed', '不合格'],
    [74.99, 'failed', '不合格'],
    [75, 'passed', '合格'],
    [84.99, 'passed', '合格'],
    [85, 'excellent', '优良'],
    [100, 'excellent', '优良'],
  ])('with %d is %s', async (score, grade, gradeName) => {
    const server = await serverForTest(START);
    const project = await projectIn(server, 'hongjiang');
    for (const body of [application, group, meeting, { event: 'score', score }]) await project.enter(body);
    const { acceptance, facts } = await project.enter(opinion);
    expect(acceptance).toMatchObject({ score, grade, gradeName });
    expect(facts).toMatchObject({ acceptanceScore: score });
    expect('archivesAcceptedOn' in facts).toBe(grade !== 'failed');
  });

  test('that failed drafts the recommendation, once an application; passed at last, the draft is withdrawn', async () => {
    const server = await serverForTest(START);
    const project = await projectIn(server, 'baixiang');
    const attempt = async (score: number) => {
      for (const body of [application, group, meeting, { event: 'score', score }, opinion])
        await project.enter(body);
    };
    await attempt(60);
    // Ten minutes on, what was promised beforehand has been worked off a second time.
    await server.advance('2026-09-07T10:10:00+08:00');
    expect(await project.escalations()).toMatchObject([
      {
        step: 'acceptance-recommendation',
        status: 'draft',
        ruleId: 'key-project-archives/acceptance-failed',
        approval: { role: 'bureau-leader' },
      },
    ]);
    await attempt(70);
    expect((await project.see()).acceptance).toMatchObject({ attempt: 2, grade: 'failed' });
    expect((await project.escalations()).map(({ status }) => status)).toEqual(['draft', 'draft']);
    await attempt(75);
    expect((await project.escalations()).map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
    expect((await project.see()).facts).toMatchObject({
      archivesAcceptedOn: '2026-09-07',
      acceptanceScore: 75,
    });
  });

  test('refuses what its clause does not allow, at the field', async () => {
    const server = await serverForTest(START);
    const project = await projectIn(server, 'hongjiang');
    const but = (change: object, field: string, code: ProblemCode, params?: object) =>
      project.refused(422, { ...application, ...change }, field, code, params);
    await but({ selfScore: 74.99 }, 'selfScore', 'acceptance.self-score-low', {
      least: 75,
      score: 74.99,
    });
    await but({ selfScore: undefined }, 'selfScore', 'acceptance.no-self-score');
    await but({ selfScore: 101 }, 'selfScore', 'acceptance.score');
    await but({ parts: [1, 2, 3, 4, 6] }, 'parts', 'stage.incomplete', {
      count: 6,
      missing: [expect.stringMatching(/^5 项目档案的接收/)],
    });
    await but({ on: '2026-09-08' }, 'on', 'stage.future');
    await but({ on: '2026-01-14' }, 'on', 'stage.before', { milestone: 'start' });
    await project.refused(409, meeting, 'event', 'stage.not-open', { open: ['application'] });
    await project.enter(application);
    await project.refused(422, { ...group, chair: '丙' }, 'chair', 'acceptance.chair');
    await project.refused(
      422,
      { ...group, members: group.members.slice(0, 1) },
      'members',
      'acceptance.absent',
      { absent: ['区重点办'], from: ['洪江区档案局'] },
    );
    const neighbours = [{ name: '甲', from: '怀化市鹤城区档案局' }, ...group.members.slice(1)];
    await project.refused(422, { ...group, members: neighbours }, 'members', 'acceptance.absent', {
      absent: ['区档案局'],
    });
    await project.enter(group);
    await project.refused(
      422,
      { ...meeting, reports: ['建设', '施工', '设计'] },
      'reports',
      'stage.incomplete',
      {
        missing: [expect.stringContaining('监理单位')],
      },
    );
    await project.refused(422, { ...meeting, steps: all(4) }, 'steps', 'stage.incomplete', {
      missing: [expect.stringContaining('反馈验收意见')],
    });
    await project.refused(422, { ...meeting, on: '2026-09-06' }, 'on', 'stage.before', {
      milestone: 'application',
    });
  });

  test('is nothing that a bureau without the regime has', async () => {
    const server = await serverForTest(START);
    const project = await projectIn(server, 'luquan');
    expect(await project.see()).not.toHaveProperty('stage');
    await project.refused(422, application, 'event', 'acceptance.no-rule');
  });
});
