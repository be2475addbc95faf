import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  bureauOf,
  contactAt,
  registrationAfterStart,
  registrationYearly,
  selfInspection,
} from '../support/bureaus/bureau.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', async (server) => {
  const bureau = await bureauOf(server, 'hongjiang');
  const unit = await bureau.enter({
    kind: 'unit',
    name: '区教育局',
    traits: ['backup-register'],
    contacts: [contactAt('Edu')],
  });
  const project = await bureau.enter({
    kind: 'project',
    name: '桥',
    facts: { startedOn: '2026-01-15' },
    parentId: unit.id,
  });
  return { ...bureau, unit, project };
});

describe('the obligations', () => {
  test('come by due day, the earliest first, as far as the end of the next year', async () => {
    const all = await shared().scene.obligations({});
    const due = all.map(({ dueOn }) => dueOn ?? '');
    expect(due).toEqual([...due].sort());
    expect(due.at(-1)).toBe('2027-12-31');
    expect(all.map(({ subjectId }) => subjectId)).toEqual(
      expect.arrayContaining([shared().scene.unit.id, shared().scene.project.id]),
    );
  });

  test('show every day that decides, and what comes next', async () => {
    const { project, obligation } = shared().scene;
    const duty = await obligation(project.id, registrationAfterStart);
    expect(duty).toEqual({
      id: duty.id,
      ruleId: registrationAfterStart,
      ruleVersion: duty.ruleVersion,
      subjectId: project.id,
      arisesOn: '2026-01-15',
      dueOn: '2026-07-15',
      actBy: '2026-07-15',
      overdueFrom: '2026-07-16',
      provisional: false,
      pursuit: 'active',
      status: 'open',
      step: null,
      nextActionAt: '2026-06-15T09:00:00+08:00',
      version: 1,
    });
  });

  test('are upcoming before the day on which they arise', async () => {
    const { unit, obligations } = shared().scene;
    const reports = await obligations({ subjectId: unit.id, ruleId: selfInspection });
    expect(reports.map(({ period, arisesOn, dueOn, status }) => [period, arisesOn, dueOn, status])).toEqual([
      ['2025', '2026-01-01', '2026-09-30', 'open'],
      ['2026', '2027-01-01', '2027-09-30', 'upcoming'],
    ]);
  });
});

describe('the list of obligations', () => {
  const found = async (query: Readonly<Record<string, string>>) => {
    const { obligations, unit, project } = shared().scene;
    const names = new Map([
      [unit.id, 'unit'],
      [project.id, 'project'],
    ]);
    return (await obligations(query)).map(
      ({ subjectId, dueOn }) => `${names.get(subjectId) ?? 'bureau'} ${dueOn ?? ''}`,
    );
  };

  test('is filtered by subject, rule, status and due day, each alone and together', async () => {
    const { unit, project } = shared().scene;
    expect(await found({ subjectId: project.id })).toEqual([
      'project 2026-07-15',
      'project 2026-12-31',
      'project 2027-12-31',
    ]);
    expect(await found({ ruleId: selfInspection })).toEqual(['unit 2026-09-30', 'unit 2027-09-30']);
    expect(await found({ dueFrom: '2026-07-15', dueTo: '2026-09-30' })).toEqual([
      'project 2026-07-15',
      'unit 2026-09-30',
    ]);
    expect(await found({ dueFrom: '2026-07-16', dueTo: '2026-09-29' })).toEqual([]);
    expect(await found({ dueTo: '2026-07-15', subjectId: project.id })).toEqual(['project 2026-07-15']);
    expect(await found({ dueFrom: '2026-07-16', subjectId: project.id, ruleId: registrationYearly })).toEqual(
      ['project 2026-12-31', 'project 2027-12-31'],
    );
    expect(await found({ status: 'upcoming', subjectId: unit.id })).toEqual(['unit 2027-09-30']);
    expect(await found({ status: 'overdue' })).toEqual(['bureau 2026-01-31']);
    expect(await found({ subjectId: 'nobody' })).toEqual([]);
    expect(await found({ ruleId: 'key-project-archives/nothing' })).toEqual([]);
  });

  test.each(['', 'subjectId', 'dueFrom'])('comes page by page, each once, filtered by %j', async (filter) => {
    const { officer, path, project } = shared().scene;
    const values: Readonly<Record<string, string>> = { subjectId: project.id, dueFrom: '2026-06-01' };
    const query = filter === '' ? '' : `${filter}=${values[filter] ?? ''}`;
    const whole = await officer.all(answers.obligation, `${path}/obligations?${query}`);
    const paged = await officer.all(answers.obligation, `${path}/obligations?${query}&limit=2`);
    expect(whole.length).toBeGreaterThan(2);
    expect(paged).toEqual(whole);
    expect(new Set(paged.map(({ id }) => id)).size).toBe(paged.length);
    const [first] = [
      await officer.get(answers.listOf(answers.obligation), `${path}/obligations?${query}&limit=2`),
    ];
    expect(first.items).toHaveLength(2);
  });

  test.each([
    ['status=late', 400, 'status'],
    ['dueFrom=2026-02-30', 400, 'dueFrom'],
    ['dueTo=tomorrow', 400, 'dueTo'],
    ['due=2026-01-01', 400, 'due'],
    ['dueFrom=2026-03-02&dueTo=2026-03-01', 422, 'dueTo'],
  ])('refuses %s with %i', async (query, status, field) => {
    const { officer, path } = shared().scene;
    const problem = await officer.refused(status, 'GET', `${path}/obligations?${query}`);
    expect(problem.errors?.map((error) => error.path)).toEqual([field]);
  });
});

describe('one obligation', () => {
  test('explains its dates step by step, from the clause and its basis on', async () => {
    const { project, obligation, detail } = shared().scene;
    const { explanation } = await detail((await obligation(project.id, registrationAfterStart)).id);
    expect(explanation.map(({ rule, day }) => [rule, day])).toEqual([
      [registrationAfterStart, '2026-01-15'],
      ['民法典第二百零一条', '2026-01-15'],
      ['民法典第二百零二条', '2026-07-15'],
      ['民法典第二百零三条', '2026-07-15'],
      ['办理日', '2026-07-15'],
      ['逾期起算', '2026-07-16'],
    ]);
    expect(explanation[0]?.text).toContain('三(一)五(一)');
    expect(explanation[0]?.text).toContain('《中华人民共和国档案法实施办法》（已废止）');
    expect(explanation[1]?.text).toBe('自2026年1月15日（星期四）起算，当日不计入。');
  });

  test('tells who did what and when; a unit reads the role without the name', async () => {
    const { unit, enter, patch, act, obligation, detail, path } = shared().scene;
    const child = await enter({
      kind: 'project',
      name: '历史',
      parentId: unit.id,
      facts: { startedOn: '2026-01-20' },
    });
    const { id } = await obligation(child.id, registrationAfterStart);
    await patch(child.id, { facts: { startedOn: '2026-01-22' } });
    await act(id, 'fulfilment', { on: '2026-02-27', document: '登记表1号', note: '窗口提交' });
    const { history } = await detail(id);
    expect(history).toEqual([
      {
        at: '2026-03-02T08:00:00+08:00',
        by: 'bureau-officer:local-bureau-officer',
        what: 'created',
        text: '生成',
      },
      {
        at: '2026-03-02T08:00:00+08:00',
        by: 'bureau-officer:local-bureau-officer',
        what: 'replanned',
        text: '到期日由2026-07-20改为2026-07-22',
      },
      {
        at: '2026-03-02T08:00:00+08:00',
        by: 'bureau-officer:local-bureau-officer',
        what: 'fulfilled',
        text: '2026-02-27办理：登记表1号；窗口提交',
      },
    ]);
    const own = await shared().server.as({ role: 'unit', jurisdiction: 'hongjiang', unitId: unit.id });
    const seen = await own.get(answers.obligationDetail, `${path}/obligations/${id}`);
    expect(seen.history.map(({ by }) => by)).toEqual(['bureau-officer', 'bureau-officer', 'bureau-officer']);
  });
});

test('an obligation lists the notices that left for it', async () => {
  const server = await serverForTest('2026-06-12T10:00:00+08:00');
  const { enter, obligation, detail, notices } = await bureauOf(server, 'hongjiang');
  const project = await enter({
    kind: 'project',
    name: '桥',
    facts: { startedOn: '2026-01-15' },
    contacts: [contactAt('Qiao')],
  });
  const { id } = await obligation(project.id, registrationAfterStart);
  expect((await detail(id)).notices).toEqual([]);
  await server.advance('2026-06-15T09:30:00+08:00');
  const seen = await detail(id);
  expect(seen.notices).toMatchObject([
    { kind: 'reminder', obligationId: id, to: 'qiao@unit.example.com', status: 'sent', step: 'reminder:30' },
  ]);
  expect(seen).toMatchObject({ step: 'reminder', nextActionAt: '2026-07-08T09:00:00+08:00' });
  expect(await notices({ subjectId: project.id })).toEqual(seen.notices);
});

test('a new year brings the obligations of the year after', async () => {
  const server = await serverForTest('2026-12-30T10:00:00+08:00');
  const { enter, obligations } = await bureauOf(server, 'hongjiang');
  const unit = await enter({ kind: 'unit', name: '区教育局', traits: ['backup-register'] });
  const periods = async () =>
    (await obligations({ subjectId: unit.id })).map(({ period, status }) => `${period ?? ''} ${status}`);
  expect(await periods()).toEqual(['2025 overdue', '2026 upcoming']);
  await server.advance('2027-01-01T00:30:00+08:00');
  expect(await periods()).toEqual(['2025 overdue', '2026 open', '2027 upcoming']);
});
