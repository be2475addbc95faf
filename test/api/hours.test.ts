import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, received } from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';

const archives = {
  sub: 'a',
  name: '赵科员',
  role: 'bureau-officer',
  office: 'archives',
  email: 'archives@bureau.example.com',
} as const;
const defence = {
  sub: 'd',
  name: '钱科员',
  role: 'bureau-officer',
  office: 'civil-defence',
  email: 'defence@bureau.example.com',
} as const;
const head = {
  sub: 'h',
  name: '孙局长',
  role: 'bureau-leader',
  office: 'archives',
  email: 'head@bureau.example.com',
} as const;
const formalities = 'archives-cases/evidence-formalities';

/** A case whose evidence was secured at that instant, entered an hour later. */
async function secured(evidenceSecuredAt: string, now: string, office = 'archives') {
  const server = await serverForTest(now);
  const bureau = await bureauOf(server, 'baixiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [archives, defence, head]);
  const subject = await bureau.enter({
    kind: 'case',
    name: '柏档案〔2026〕1号',
    code: 'C1',
    facts: { office, evidenceSecuredAt },
  });
  const duty = () => bureau.obligation(subject.id, `${office}-cases/evidence-formalities`);
  const alerts = async (to: string) =>
    (await received(server, to))
      .filter((mail) => !mail.includes('【每日情况】'))
      .map((mail) => mail.slice(0, 16));
  return { server, bureau, subject, duty, alerts };
}

describe('a deadline by the hour', () => {
  test('reminds twelve and two hours before and alerts at once, on a weekend, a holiday and at night', async () => {
    // Friday 2 October 2026 is a holiday, and so is the weekend after it.
    const { server, duty, alerts } = await secured('2026-10-02T15:30:00+08:00', '2026-10-02T16:30:00+08:00');
    expect(await duty()).toMatchObject({
      ruleId: formalities,
      arisesOn: '2026-10-02',
      dueAt: '2026-10-03T15:30:00+08:00',
      overdueFrom: '2026-10-03T15:30:00+08:00',
      provisional: false,
      status: 'open',
      nextActionAt: '2026-10-03T03:30:00+08:00',
    });
    await server.advance('2026-10-03T15:29:59+08:00');
    expect(await alerts(archives.email)).toEqual(['2026-10-03T03:30', '2026-10-03T13:30']);
    expect(await duty()).toMatchObject({ status: 'open' });
    await server.advance('2026-10-03T15:30:00+08:00');
    expect(await alerts(archives.email)).toEqual([
      '2026-10-03T03:30',
      '2026-10-03T13:30',
      '2026-10-03T15:30',
    ]);
    expect(await duty()).toMatchObject({ status: 'overdue', step: 'alert-officers' });
    expect(await alerts(defence.email)).toEqual([]);
  });

  test('tells the leader, too, where the officers do nothing', async () => {
    const { server, alerts } = await secured('2026-09-07T22:00:00+08:00', '2026-09-07T23:00:00+08:00');
    await server.advance('2026-09-16T12:00:00+08:00');
    expect(await alerts(archives.email)).toEqual([
      '2026-09-08T10:00',
      '2026-09-08T20:00',
      '2026-09-08T22:00',
    ]);
    expect(await alerts(head.email)).toEqual(['2026-09-15T09:00']);
  });

  test('belongs to the office of the case', async () => {
    const { server, alerts, duty } = await secured(
      '2026-09-07T22:00:00+08:00',
      '2026-09-07T23:00:00+08:00',
      'civil-defence',
    );
    await server.advance('2026-09-08T22:30:00+08:00');
    expect(await alerts(defence.email)).toEqual(['2026-09-08T10:00', '2026-09-08T20:00', '2026-09-08T22:00']);
    expect(await alerts(archives.email)).toEqual([]);
    expect((await duty()).ruleId).toBe('civil-defence-cases/evidence-formalities');
  });

  test('that is entered when a reminder has passed reminds at once in its place', async () => {
    const { server, alerts } = await secured('2026-09-07T08:00:00+08:00', '2026-09-07T23:00:00+08:00');
    expect(await alerts(archives.email)).toEqual(['2026-09-07T23:00']);
    await server.advance('2026-09-08T08:00:00+08:00');
    expect(await alerts(archives.email)).toEqual([
      '2026-09-07T23:00',
      '2026-09-08T06:00',
      '2026-09-08T08:00',
    ]);
  });

  test('that is met sends nothing more', async () => {
    const { server, bureau, duty, alerts } = await secured(
      '2026-09-07T14:00:00+08:00',
      '2026-09-07T15:00:00+08:00',
    );
    await server.advance('2026-09-08T09:30:00+08:00');
    await bureau.act((await duty()).id, 'fulfilment', {
      on: '2026-09-08T09:15:00+08:00',
      document: '登记保存清单',
    });
    await server.advance('2026-09-08T18:00:00+08:00');
    expect(await alerts(archives.email)).toEqual(['2026-09-08T02:00']);
  });

  test('whose instant is corrected runs from the new one', async () => {
    const { server, bureau, subject, duty, alerts } = await secured(
      '2026-09-07T14:00:00+08:00',
      '2026-09-07T15:00:00+08:00',
    );
    await bureau.patch(subject.id, { facts: { evidenceSecuredAt: '2026-09-07T18:00:00+08:00' } });
    await server.advance('2026-09-07T18:30:00+08:00');
    expect(await duty()).toMatchObject({ dueAt: '2026-09-08T18:00:00+08:00' });
    await server.advance('2026-09-08T18:00:00+08:00');
    expect(await alerts(archives.email)).toEqual([
      '2026-09-08T06:00',
      '2026-09-08T16:00',
      '2026-09-08T18:00',
    ]);
  });
});

describe('when it was met', () => {
  const scene = () => secured('2026-09-07T14:00:00+08:00', '2026-09-08T16:00:00+08:00');

  test.each([
    ['2026-09-08T13:59:59+08:00', 'fulfilled'],
    ['2026-09-08T14:00:00+08:00', 'fulfilled-late'],
    ['2026-09-08T05:59:59Z', 'fulfilled'],
    ['2026-09-07', 'fulfilled'],
  ])('%s is %s', async (on, status) => {
    const { bureau, duty } = await scene();
    expect(await bureau.act((await duty()).id, 'fulfilment', { on })).toMatchObject({ status });
  });

  test('the day alone does not tell on the day on which it ended', async () => {
    const { bureau, duty } = await scene();
    const { id } = await duty();
    const problem = await bureau.officer.refused(422, 'POST', `${bureau.path}/obligations/${id}/fulfilment`, {
      on: '2026-09-08',
    });
    expect(problem.errors?.[0]).toMatchObject({ path: 'on' });
    expect(problem.errors?.[0]?.message).toContain(
      'give the instant, for instance 2026-09-30T09:00:00+08:00',
    );
  });

  test('it cannot be extended', async () => {
    const { bureau, duty } = await scene();
    const body = { until: '2026-09-30', reason: '补办' };
    const problem = await bureau.leader.refused(
      422,
      'POST',
      `${bureau.path}/obligations/${(await duty()).id}/extension`,
      body,
    );
    expect(problem.errors).toMatchObject([{ path: 'until', code: 'duty.hours-not-extended' }]);
  });

  test('entered when it was over already, it waits for a confirmation and then alerts at once', async () => {
    const { server, bureau, duty, alerts } = await scene();
    expect(await duty()).toMatchObject({ status: 'overdue', pursuit: 'unconfirmed', nextActionAt: null });
    await server.advance('2026-09-08T20:00:00+08:00');
    expect(await alerts(archives.email)).toEqual([]);
    await bureau.act((await duty()).id, 'confirmation', {});
    expect(await alerts(archives.email)).toEqual(['2026-09-08T20:00']);
  });
});
