import { describe, expect, test } from 'vitest';
import {
  acceptanceApplication,
  bureauOf,
  contactAt,
  kindsReceived,
  received,
  registrationAfterAcceptance,
  registrationAfterStart,
  registrationYearly,
  selfInspection,
} from '../support/bureaus/bureau.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const to = 'qiao@unit.example.com';

/** A project whose opening form is due on 15 July 2026, its 30-day reminder told on 15 June. */
async function toldScene() {
  const server = await serverForTest('2026-06-12T10:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  const project = await bureau.enter({
    kind: 'project',
    name: '桥',
    facts: { startedOn: '2026-01-15' },
    contacts: [contactAt('Qiao')],
  });
  const { id } = await bureau.obligation(project.id, registrationAfterStart);
  await server.advance('2026-06-15T10:00:00+08:00');
  const start = (startedOn: string | null) => bureau.patch(project.id, { facts: { startedOn } });
  return { server, bureau, project, id, start, mails: () => kindsReceived(server, to) };
}

describe('a start that is corrected', () => {
  test('to a later day moves all that is pending, and whoever was told the old date hears once', async () => {
    const { server, bureau, id, start, mails } = await toldScene();
    await start('2026-01-29');
    const duty = await bureau.detail(id);
    expect(duty).toMatchObject({ dueOn: '2026-07-29', overdueFrom: '2026-07-30', status: 'open' });
    expect(duty.history.at(-1)).toMatchObject({
      what: 'replanned',
      text: '到期日由2026-07-15改为2026-07-29',
    });
    await server.advance('2026-06-29T12:00:00+08:00');
    expect(await mails()).toEqual([
      '2026-06-15T09:00 【提醒】',
      '2026-06-16T09:00 【更正】',
      '2026-06-29T09:00 【提醒】',
    ]);
    const [, correction] = await server.mailbox({ to });
    expect(correction?.text).toContain(
      '此前通知的到期日期为2026年7月15日（星期三），现更正为2026年7月29日（星期三）',
    );
  });

  test('to an earlier day moves all that is pending forward', async () => {
    const { server, bureau, id, start, mails } = await toldScene();
    await start('2025-12-24');
    expect(await bureau.detail(id)).toMatchObject({ dueOn: '2026-06-24', pursuit: 'active' });
    await server.advance('2026-06-25T12:00:00+08:00');
    expect(await mails()).toEqual([
      '2026-06-15T09:00 【提醒】',
      '2026-06-16T09:00 【更正】',
      '2026-06-17T09:00 【提醒】',
      '2026-06-23T09:00 【提醒】',
      '2026-06-25T09:00 【逾期】',
    ]);
  });

  test('twice before the correction leaves, is corrected once, to the last date', async () => {
    const { server, start } = await toldScene();
    await start('2026-01-29');
    await start('2026-02-02');
    await server.advance('2026-06-17T12:00:00+08:00');
    expect(await kindsReceived(server, to)).toEqual([
      '2026-06-15T09:00 【提醒】',
      '2026-06-16T09:00 【更正】',
    ]);
    expect((await received(server, to))[1]).toContain('更正为8月3日');
  });

  test('and set back before the correction leaves, is no correction at all', async () => {
    const { server, start, mails, bureau, id } = await toldScene();
    await start('2026-01-29');
    await start('2026-01-15');
    await server.advance('2026-06-17T12:00:00+08:00');
    expect((await mails()).filter((mail) => mail.endsWith('【更正】'))).toEqual([]);
    const next = { dueOn: '2026-07-15', nextActionAt: '2026-07-08T09:00:00+08:00' };
    expect(await bureau.detail(id)).toMatchObject(next);
  });

  test('and set back after it left, is corrected again', async () => {
    const { server, start, mails } = await toldScene();
    await start('2026-01-29');
    await server.advance('2026-06-16T10:00:00+08:00');
    await start('2026-01-15');
    await server.advance('2026-06-18T12:00:00+08:00');
    expect(await mails()).toEqual([
      '2026-06-15T09:00 【提醒】',
      '2026-06-16T09:00 【更正】',
      '2026-06-17T09:00 【更正】',
    ]);
  });

  test('goes to those who were told, each once, and to nobody else', async () => {
    const { server, bureau, project, start } = await toldScene();
    const second = [contactAt('Qiao'), { ...contactAt('Qiao'), name: '同一信箱' }, contactAt('New')];
    await bureau.patch(project.id, { contacts: second });
    await start('2026-01-29');
    await server.advance('2026-06-16T12:00:00+08:00');
    expect(await kindsReceived(server, to)).toEqual([
      '2026-06-15T09:00 【提醒】',
      '2026-06-16T09:00 【更正】',
    ]);
    expect(await kindsReceived(server, 'new@unit.example.com')).toEqual([]);
  });

  test('and taken away, ends the duty: whoever was told hears that it ended', async () => {
    const { server, bureau, id, start, mails } = await toldScene();
    await start(null);
    expect(await bureau.detail(id)).toMatchObject({ status: 'superseded' });
    await server.advance('2026-06-17T12:00:00+08:00');
    expect(await mails()).toEqual(['2026-06-15T09:00 【提醒】', '2026-06-16T09:00 【更正】']);
    const [, ended] = await server.mailbox({ to });
    expect(ended?.text).toContain('不再');
  });
});

describe('a date that nobody was told', () => {
  const shared = sharedServer('2026-06-12T10:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));

  test('moves without a correction', async () => {
    const { enter, patch, obligation } = shared().scene;
    const project = await enter({
      kind: 'project',
      name: '路',
      facts: { startedOn: '2026-01-15' },
      contacts: [contactAt('Lu')],
    });
    await patch(project.id, { facts: { startedOn: '2026-01-29' } });
    const duty = await obligation(project.id, registrationAfterStart);
    expect(duty).toMatchObject({
      dueOn: '2026-07-29',
      nextActionAt: '2026-06-29T09:00:00+08:00',
      version: 2,
    });
  });

  test('that a change does not touch stays as it was, version and all', async () => {
    const { enter, patch, obligations } = shared().scene;
    const project = await enter({ kind: 'project', name: '渠', facts: { startedOn: '2026-01-15' } });
    const before = await obligations({ subjectId: project.id });
    await patch(project.id, { name: '新渠', facts: { selfScore: 80 }, contacts: [contactAt('Qu')] });
    expect(await obligations({ subjectId: project.id })).toEqual(before);
  });

  test('comes with a fact and goes with it: acceptance begins one duty, ends others', async () => {
    const { enter, patch, obligations } = shared().scene;
    const facts = { startedOn: '2025-01-15', plannedCompletionAcceptanceOn: '2026-11-03' };
    const project = await enter({ kind: 'project', name: '站', facts });
    const standing = async () =>
      (await obligations({ subjectId: project.id })).map(({ ruleId, period, dueOn, status }) =>
        [ruleId.split('/')[1], period, dueOn, status].filter((part) => part !== undefined).join(' '),
      );
    const before = await standing();
    expect(before).toContain('acceptance-application 2026-10-03 open');
    expect(before).toContain('registration-yearly 2026 2026-12-31 open');
    await patch(project.id, { facts: { archivesAcceptedOn: '2026-06-10' } });
    expect(await standing()).toEqual([
      'registration-after-start 2025-07-15 overdue',
      'registration-yearly 2025 2025-12-31 overdue',
      'registration-after-acceptance 2026-09-10 open',
      'acceptance-application 2026-10-03 superseded',
      'registration-yearly 2026 2026-12-31 superseded',
      'registration-yearly 2027 2027-12-31 superseded',
    ]);
    await patch(project.id, { facts: { archivesAcceptedOn: null } });
    expect((await standing()).filter((line) => !line.startsWith('registration-after-acceptance'))).toEqual(
      before,
    );
    const [ended] = await obligations({ subjectId: project.id, ruleId: registrationAfterAcceptance });
    expect(ended?.status).toBe('superseded');
  });

  test('follows a trait in both directions', async () => {
    const { enter, patch, obligations } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '局' });
    const reports = async () =>
      (await obligations({ subjectId: unit.id, ruleId: selfInspection })).map(({ status }) => status);
    expect(await reports()).toEqual([]);
    await patch(unit.id, { traits: ['professional-archives'] });
    expect(await reports()).toEqual(['open', 'upcoming']);
    await patch(unit.id, { traits: ['direct'] });
    expect(await reports()).toEqual(['superseded', 'superseded']);
    await patch(unit.id, { traits: ['backup-register'] });
    expect(await reports()).toEqual(['open', 'upcoming']);
  });

  test('of a duty that was met keeps its end; whether it was late follows the new date', async () => {
    const { enter, patch, act, obligation } = shared().scene;
    const project = await enter({ kind: 'project', name: '港', facts: { startedOn: '2025-12-15' } });
    const duty = await obligation(project.id, registrationAfterStart);
    await act(duty.id, 'fulfilment', { on: '2026-06-10' });
    await patch(project.id, { facts: { startedOn: '2025-12-01' } });
    const moved = await obligation(project.id, registrationAfterStart);
    expect(moved).toMatchObject({ dueOn: '2026-06-01', status: 'fulfilled-late', fulfilledOn: '2026-06-10' });
    await patch(project.id, { facts: { startedOn: '2025-12-20' } });
    expect(await obligation(project.id, registrationAfterStart)).toMatchObject({ status: 'fulfilled' });
    await patch(project.id, { facts: { startedOn: null } });
    expect(await obligation(project.id, registrationAfterStart)).toMatchObject({ status: 'fulfilled' });
  });
});

test('a planned acceptance counts from the day on which it was recorded, and its application is one month before', async () => {
  const bureau = await bureauOf(await serverForTest('2026-06-12T10:00:00+08:00'), 'hongjiang');
  const project = await bureau.enter({
    kind: 'project',
    name: '桥',
    facts: { plannedCompletionAcceptanceOn: '2026-11-03' },
  });
  const duty = await bureau.obligation(project.id, acceptanceApplication);
  expect(duty).toMatchObject({
    arisesOn: '2026-06-12',
    dueOn: '2026-10-03',
    actBy: '2026-09-30',
    overdueFrom: '2026-10-04',
  });
  const { explanation } = await bureau.detail(duty.id);
  expect(explanation.map(({ text }) => text).join()).toContain('3个月前');
  expect(await bureau.obligations({ ruleId: registrationYearly })).toEqual([]);
});
