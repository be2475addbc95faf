import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  acceptanceApplication,
  bureauOf,
  registrationAfterStart,
  registrationYearly,
  type Bureau,
} from '../support/bureaus/bureau.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const NOW = '2026-03-02T08:00:00+08:00';
const shared = sharedServer(NOW, (server) => bureauOf(server, 'hongjiang'));
const read = ({ officer, path }: Bureau) => officer.get(answers.settings, `${path}/settings`);
const change = ({ admin, path }: Bureau, patch: object) =>
  admin.send(answers.settings, 'PATCH', `${path}/settings`, patch);

describe('what a bureau enters for its papers', () => {
  test('stands beside what holds without an entry; an office of its own acts for itself', async () => {
    const bureau = await bureauOf(shared().server, 'baixiang');
    const court = '柏乡县人民法院';
    const office = { telephone: '0319-1', numbering: { warning: '柏防警〔{year}〕{n}号' } };
    await change(bureau, { papers: { court, actingOrgan: { qualification: '三定规定' } } });
    await change(bureau, { papers: { offices: { 'civil-defence': office } } });
    expect((await read(bureau)).papers).toMatchObject({
      actingOrgan: { name: '柏乡县档案局', qualification: '三定规定' },
      reconsiderationBody: '柏乡县人民政府',
      court,
      numbering: {},
      offices: {
        'civil-defence': { actingOrgan: { name: '柏乡县人防办' }, court, ...office },
        // 法制办 became part of the 司法局.
        'legal-affairs': { actingOrgan: { name: '柏乡县司法局' }, court, numbering: {} },
      },
    });
    await change(bureau, { papers: { court: null } });
    expect((await read(bureau)).papers.court).toBeUndefined();
  });

  test('bodies have the names that it enters, and their own again when an entry is taken away', async () => {
    const bureau = await bureauOf(shared().server, 'baixiang');
    const names = async () => {
      const { bodies, offices } = (await read(bureau)).papers;
      return { bodies, organ: offices?.['civil-defence']?.actingOrgan.name };
    };
    await change(bureau, { papers: { bodies: { 柏乡县人防办: '柏乡县国防动员办公室', 重点办: '发改局' } } });
    await change(bureau, { papers: { bodies: { 重点办: null } } });
    expect(await names()).toEqual({
      bodies: { 柏乡县人防办: '柏乡县国防动员办公室' },
      organ: '柏乡县国防动员办公室',
    });
    await change(bureau, { papers: { bodies: { 柏乡县人防办: null } } });
    expect(await names()).toEqual({ bodies: undefined, organ: '柏乡县人防办' });
  });

  test.each([
    [{ numbering: { warning: '柏防警1号' } }, 400, 'papers.numbering.warning'],
    [{ numbering: { letter: '函〔{year}〕{n}号' } }, 400, 'papers.numbering.letter'],
    [{ court: '' }, 400, 'papers.court'],
    [{ bodies: { 重点办: '' } }, 400, 'papers.bodies.重点办'],
    [{ offices: { archives: { court: '某法院' } } }, 422, 'papers.offices.archives'],
  ])('%j is refused', async (papers, status, path) => {
    const bureau = await bureauOf(shared().server, 'shexian');
    const { errors } = await bureau.admin.refused(status, 'PATCH', `${bureau.path}/settings`, { papers });
    expect(errors?.map((error) => error.path)).toEqual([path]);
  });
});

describe('the periods of a bureau', () => {
  test('stand above the rulebook’s, which stay beside them; null gives them back to the rules', async () => {
    const bureau = await bureauOf(shared().server, 'shexian');
    const rule = async () => {
      const all = await bureau.officer.all(answers.rule, `${bureau.path}/rules`);
      return all.find(({ id }) => id === 'key-project-archives/registration-after-start');
    };
    await change(bureau, { rectificationDays: 15 });
    expect(await read(bureau)).toMatchObject({ rectificationDays: 15, own: { rectificationDays: 15 } });
    await change(bureau, { rectificationDays: 12 });
    expect(await rule()).toMatchObject({
      discretionary: { rectificationDays: 12 },
      defaults: { rectificationDays: { value: 15 } },
    });
    await change(bureau, { rectificationDays: null });
    expect(await read(bureau)).toMatchObject({ rectificationDays: 15, own: {} });
    expect(await rule()).toMatchObject({ discretionary: { rectificationDays: 15 } });
  });
});

describe('the settings of a bureau that changed nothing', () => {
  test('are the defaults, tracked from the day on which it was set up', async () => {
    const bureau = await bureauOf(shared().server, 'luquan');
    expect(await read(bureau)).toEqual({
      trackFrom: '2026-03-02',
      sendHour: 9,
      quietHours: { from: '20:00', to: '08:00' },
      rectificationDays: 15,
      defenceWorkingDays: 5,
      own: {},
      checksPerWorkingDay: 1,
      reminderLeads: {},
      channels: {
        reminder: ['email'],
        'last-reminder': ['email', 'sms'],
        overdue: ['email', 'sms'],
        correction: ['email'],
        'report-returned': ['email'],
        'bureau-alert': ['email'],
        daily: ['email'],
      },
      alerts: {
        leaders: [],
        superiors: [],
        leaderAfterWorkingDays: 5,
        superiorAfterWorkingDays: 10,
        unservedAfterWorkingDays: 7,
      },
      figures: {},
      readings: {},
      secondFactor: [],
      papers: {
        actingOrgan: { name: '鹿泉区档案馆' },
        reconsiderationBody: '鹿泉区人民政府',
        numbering: {},
      },
      version: 1,
    });
  });

  test('belong to one jurisdiction: a change in one is none in another', async () => {
    const [hongjiang, shexian] = [shared().scene, await bureauOf(shared().server, 'shexian')];
    const before = await read(shexian);
    await change(hongjiang, { defenceWorkingDays: 7 });
    expect(await read(shexian)).toEqual(before);
    expect(await read(hongjiang)).toMatchObject({ defenceWorkingDays: 7 });
  });

  test('are changed by the admin alone', async () => {
    const { officer, leader, path } = shared().scene;
    for (const client of [officer, leader])
      expect((await client.refused(403, 'PATCH', `${path}/settings`, { sendHour: 10 })).detail).toContain(
        'bureau-admin',
      );
  });
});

describe('a change of settings', () => {
  test('touches what it names; maps are merged, and null takes a choice back', async () => {
    const bureau = shared().scene;
    const before = await read(bureau);
    const chosen = await change(bureau, {
      alerts: { leaders: ['leader@bureau.example.com'] },
      channels: { overdue: ['email'] },
      figures: { [registrationAfterStart]: { reminderLeadDays: [20, 5], rectificationDays: 10 } },
      readings: { [registrationYearly]: { first: 'started-on' } },
    });
    expect(chosen).toEqual({
      ...before,
      alerts: { ...before.alerts, leaders: ['leader@bureau.example.com'] },
      channels: { ...before.channels, overdue: ['email'] },
      figures: { [registrationAfterStart]: { reminderLeadDays: [20, 5], rectificationDays: 10 } },
      readings: { [registrationYearly]: { first: 'started-on' } },
      version: before.version + 1,
    });
    const back = await change(bureau, {
      figures: { [registrationAfterStart]: { reminderLeadDays: null } },
      readings: { [registrationYearly]: { first: null } },
    });
    expect(back).toMatchObject({
      figures: { [registrationAfterStart]: { rectificationDays: 10 } },
      readings: { [registrationYearly]: {} },
      alerts: { leaders: ['leader@bureau.example.com'] },
    });
  });

  test('shows in the rules as the bureau’s own, the default beside it', async () => {
    const { officer, path } = shared().scene;
    await change(shared().scene, { figures: { [acceptanceApplication]: { reminderLeadDays: [45, 10] } } });
    const rules = await officer.all(answers.rule, `${path}/rules`);
    const rule = rules.find(({ id }) => id === acceptanceApplication);
    expect(rule).toMatchObject({
      discretionary: { reminderLeadDays: [45, 10] },
      defaults: { reminderLeadDays: { value: [30, 7, 1] } },
      figures: { months: 1, selfScoreMin: 75 },
    });
  });

  test('of a stale version is a conflict', async () => {
    const { admin, path } = shared().scene;
    const answer = await admin.ask('GET', `${path}/settings`);
    const headers = { 'if-match': answer.headers.get('etag') ?? '' };
    await admin.send(answers.settings, 'PATCH', `${path}/settings`, { rectificationDays: 20 }, headers);
    const problem = await admin.refused(409, 'PATCH', `${path}/settings`, { rectificationDays: 25 }, headers);
    expect(problem.detail).toMatch(/^If-Match names version \d+, but the present version is \d+/);
    expect(await read(shared().scene)).toMatchObject({ rectificationDays: 20 });
  });
});

test('settings that decide dates are computed with at once, in both directions', async () => {
  const bureau = await bureauOf(await serverForTest('2026-03-02T08:00:00+08:00'), 'hongjiang');
  const project = await bureau.enter({
    kind: 'project',
    name: '沅江大桥',
    facts: { startedOn: '2026-01-15' },
  });
  const duty = async () => bureau.obligation(project.id, registrationAfterStart);
  const periods = async (): Promise<(string | undefined)[]> =>
    (await bureau.obligations({ subjectId: project.id, ruleId: registrationYearly })).map(
      ({ period }) => period,
    );
  expect((await duty()).nextActionAt).toBe('2026-06-15T09:00:00+08:00');
  await change(bureau, { sendHour: 10, reminderLeads: { long: [60, 14] } });
  expect((await duty()).nextActionAt).toBe('2026-05-15T10:00:00+08:00');
  await change(bureau, { figures: { [registrationAfterStart]: { reminderLeadDays: [90] } } });
  expect((await duty()).nextActionAt).toBe('2026-04-16T10:00:00+08:00');
  await change(bureau, {
    figures: { [registrationAfterStart]: { reminderLeadDays: null } },
    reminderLeads: { long: [30] },
    sendHour: 9,
  });
  expect((await duty()).nextActionAt).toBe('2026-06-15T09:00:00+08:00');
  const later = await bureau.enter({ kind: 'project', name: '城南水厂', facts: { startedOn: '2026-08-15' } });
  const first = async (): Promise<string | undefined> =>
    (await bureau.obligations({ subjectId: later.id, ruleId: registrationYearly }))[0]?.period;
  expect([await periods(), await first()]).toEqual([['2026', '2027'], '2027']);
  await change(bureau, { readings: { [registrationYearly]: { first: 'started-on' } } });
  expect([await periods(), await first()]).toEqual([['2026', '2027'], '2026']);
  await change(bureau, { readings: { [registrationYearly]: { first: null } } });
  const ended = await bureau.obligations({ subjectId: later.id, ruleId: registrationYearly });
  expect(ended.map(({ period, status }) => [period, status])).toEqual([
    ['2026', 'superseded'],
    ['2027', 'upcoming'],
  ]);
});
