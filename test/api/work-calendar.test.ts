import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  bureauOf,
  contactAt,
  kindsReceived,
  registrationAfterStart,
  type Bureau,
} from '../support/bureaus/bureau.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-12-28T10:00:00+08:00', (server) => bureauOf(server, 'luquan'));
const path = (year: number | string): string => `/v1/work-calendar/${year}`;

/** An invented arrangement: the Spring Festival of 2027 begins on 5 February, with two days in exchange. */
const invented = {
  holidays: [
    '2027-01-01',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
  ],
  workdays: ['2027-01-30', '2027-02-20'],
  source: '测试用的安排，不是国务院办公厅的通知',
};
const enter = ({ admin }: Bureau, year = 2027, body: object = invented) =>
  admin.send(answers.workCalendar, 'PUT', path(year), body);

describe('a year’s calendar', () => {
  test('that is published names its days off and the weekend days that are worked', async () => {
    const year = await shared().scene.officer.get(answers.workCalendar, path(2026));
    expect(year).toMatchObject({
      year: 2026,
      status: 'published',
      workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      version: 0,
    });
    const october = year.holidays.filter((day) => day.startsWith('2026-10'));
    expect(october).toEqual(['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-10-${day}`));
  });

  test('that is not known yet has the 13 statutory holidays and says that it is provisional', async () => {
    const year = await shared().scene.officer.get(answers.workCalendar, path(2027));
    expect(year).toMatchObject({ status: 'provisional', workdays: [], version: 0 });
    expect(year.holidays).toHaveLength(13);
    expect(year.holidays).toEqual(
      expect.arrayContaining(['2027-02-05', '2027-04-05', '2027-09-15', '2027-10-03']),
    );
  });

  test('is read by everybody, a superior too; a year that is none is refused', async () => {
    const { server, scene } = shared();
    for (const role of ['superior', 'unit', 'auditor'] as const) {
      const client = await server.as({
        role,
        jurisdiction: role === 'superior' ? 'hebei' : 'luquan',
        unitId: 'x',
      });
      await client.get(answers.workCalendar, path(2026));
    }
    for (const year of ['1999', '2070', 'next', '2027.5'])
      expect((await scene.officer.refused(400, 'GET', path(year))).errors).toMatchObject([
        { path: 'year', message: 'a year from 2000 to 2069' },
      ]);
  });
});

describe('an arrangement', () => {
  test('is entered by the admin, for one jurisdiction, and may be amended', async () => {
    const { server, scene } = shared();
    for (const client of [scene.officer, scene.leader])
      await client.refused(403, 'PUT', path(2027), invented);
    const shuffled = { ...invented, workdays: ['2027-02-20', '2027-01-30', '2027-02-20'] };
    expect(await enter(scene, 2027, shuffled)).toEqual({
      year: 2027,
      status: 'entered',
      ...invented,
      version: 1,
    });
    const answer = await scene.admin.ask('GET', path(2027));
    expect(answer.headers.get('etag')).toBe('"1"');
    const stale = await scene.admin.refused(409, 'PUT', path(2027), invented, { 'if-match': '"0"' });
    expect(stale.detail).toContain('the present version is 1');
    const amended = await scene.admin.send(
      answers.workCalendar,
      'PUT',
      path(2027),
      { ...invented, workdays: [] },
      { 'if-match': '"1"' },
    );
    expect(amended).toMatchObject({ workdays: [], version: 2 });
    const elsewhere = await server.as({ role: 'auditor', jurisdiction: 'shexian' });
    expect(await elsewhere.get(answers.workCalendar, path(2027))).toMatchObject({ status: 'provisional' });
  });

  test.each([
    [422, { holidays: ['2026-10-01'] }, 'holidays.0', '2026-10-01 is not in 2028'],
    [422, { workdays: ['2029-01-06'] }, 'workdays.0', '2029-01-06 is not in 2028'],
    [
      422,
      { workdays: ['2028-01-05'] },
      'workdays.0',
      '2028-01-05 is not a weekend day and is a working day anyway: leave it out',
    ],
    [
      422,
      { holidays: ['2028-01-08'], workdays: ['2028-01-08'] },
      'workdays.0',
      '2028-01-08 is listed as a holiday too: enter it in only one list',
    ],
    [422, { workdays: ['2028-01-01'] }, 'workdays.0', '2028-01-01 is a statutory holiday'],
    [
      400,
      { holidays: ['2028-02-30'] },
      'holidays.0',
      'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    ],
    [422, { holidays: [] }, 'holidays', 'no day off in 2028: enter the days off of the year’s notice'],
    [400, { source: '' }, 'source', 'name the notice of the State Council'],
    [400, { weekends: [] }, 'weekends', 'unknown field: remove it'],
  ])('is refused with %i: %j', async (status, change, field, message) => {
    const { admin } = shared().scene;
    const body = { holidays: ['2028-10-01'], workdays: [], source: '测试', ...change };
    const problem = await admin.refused(status, 'PUT', path(2028), body);
    expect(problem.errors).toMatchObject([{ path: field, message }]);
    expect(await admin.get(answers.workCalendar, path(2028))).toMatchObject({ status: 'provisional' });
  });

  test('may name the last days of December of the year before', async () => {
    const body = { holidays: ['2028-12-30', '2029-01-01'], workdays: ['2028-12-31'], source: '测试' };
    expect(await enter(shared().scene, 2029, body)).toMatchObject({ holidays: ['2028-12-30', '2029-01-01'] });
  });
});

/**
 * Three projects of December 2026: one due on 5 February 2027, which the holidays move; one due on a plain day;
 * one due on a statutory holiday that is followed by working days.
 */
async function dependent() {
  const server = await serverForTest('2027-01-05T10:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  const project = async (name: string, startedOn: string, ...people: string[]) => {
    const contacts = people.map((person) => contactAt(person));
    const { id } = await bureau.enter({ kind: 'project', name, facts: { startedOn }, contacts });
    return () => bureau.obligation(id, registrationAfterStart);
  };
  const moved = await project('节前到期', '2026-08-05', 'Moved', 'Both');
  const plain = await project('平日到期', '2026-07-22', 'Plain', 'Both');
  const untold = await project('尚未提醒', '2026-08-28', 'Untold');
  return {
    server,
    bureau,
    moved,
    plain,
    untold,
    mails: (name: string) => kindsReceived(server, `${name}@unit.example.com`),
  };
}

describe('when the arrangement of a provisional year is entered', () => {
  test('dates that depend on it are computed again, and are provisional no longer', async () => {
    const { bureau, moved, plain, untold } = await dependent();
    expect(await moved()).toMatchObject({
      dueOn: '2027-02-09',
      overdueFrom: '2027-02-10',
      provisional: true,
    });
    expect(await plain()).toMatchObject({ dueOn: '2027-01-22', provisional: true });
    await enter(bureau);
    expect(await moved()).toMatchObject({
      dueOn: '2027-02-12',
      overdueFrom: '2027-02-13',
      provisional: false,
    });
    expect(await plain()).toMatchObject({ dueOn: '2027-01-22', provisional: false });
    expect(await untold()).toMatchObject({ dueOn: '2027-03-01', provisional: false });
  });

  test('whoever was told a date that moved hears once; nobody else hears anything', async () => {
    const { server, bureau, mails } = await dependent();
    await server.advance('2027-01-11T10:00:00+08:00');
    const reminded = ['2027-01-08T09:00 【提醒】'];
    expect(await mails('moved')).toEqual(reminded);
    expect(await mails('plain')).toEqual(['2027-01-06T09:00 【提醒】']);
    await enter(bureau);
    await server.advance('2027-01-12T12:00:00+08:00');
    expect(await mails('moved')).toEqual([...reminded, '2027-01-12T09:00 【更正】']);
    expect(await mails('plain')).toEqual(['2027-01-06T09:00 【提醒】']);
    expect(await mails('untold')).toEqual([]);
    const both = await mails('both');
    expect(both.filter((mail) => mail.endsWith('【更正】'))).toEqual(['2027-01-12T09:00 【更正】']);
    await enter(bureau, 2027, { ...invented, source: '同一安排再次录入' });
    await server.advance('2027-01-13T12:00:00+08:00');
    const corrections = (await mails('moved')).filter((mail) => mail.endsWith('【更正】'));
    expect(corrections).toEqual(['2027-01-12T09:00 【更正】']);
  });

  test('an amendment that moves the date back is told again', async () => {
    const { server, bureau, moved, mails } = await dependent();
    await server.advance('2027-01-11T10:00:00+08:00');
    await enter(bureau);
    await server.advance('2027-01-12T12:00:00+08:00');
    await enter(bureau, 2027, {
      ...invented,
      holidays: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
    });
    expect(await moved()).toMatchObject({ dueOn: '2027-02-09', provisional: false });
    await server.advance('2027-01-13T12:00:00+08:00');
    expect((await mails('moved')).slice(1)).toEqual([
      '2027-01-12T09:00 【更正】',
      '2027-01-13T09:00 【更正】',
    ]);
  });

  test('a notice of a day that becomes a day off waits for the next working day', async () => {
    const server = await serverForTest('2027-01-05T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    const { id } = await bureau.enter({
      kind: 'project',
      name: '桥',
      facts: { startedOn: '2026-07-12' },
      contacts: [contactAt('Qiao')],
    });
    await enter(bureau, 2027, {
      ...invented,
      holidays: [...invented.holidays, '2027-01-13'],
      workdays: ['2027-01-16'],
    });
    await server.advance('2027-01-14T12:00:00+08:00');
    const duty = await bureau.obligation(id, registrationAfterStart);
    expect(duty).toMatchObject({ dueOn: '2027-01-12', status: 'overdue' });
    expect(await kindsReceived(server, 'qiao@unit.example.com')).toContain('2027-01-14T09:00 【逾期】');
  });
});
