import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import type * as bodies from '../../shared/contract/bodies.ts';
import { bureauOf, contactAt, officerOnStaff, type Bureau, type Notice } from '../support/bureaus/bureau.ts';
import { mailEvents, textEvent } from '../support/bureaus/receipt-events.ts';
import { runTool } from '../support/product/run-tool.ts';
import { main as channelTool } from '../../tools/channel.ts';
import { serverForTest, startServer, type TestServer } from '../support/product/server.ts';

type Contact = z.input<typeof bodies.contact>;

const NOW = '2026-03-02T08:00:00+08:00';
async function tell(server: TestServer, ...told: readonly object[]): Promise<void> {
  for (const event of told) {
    const body = JSON.stringify(event);
    const answer = await fetch(`${server.url}/local/receipts`, { method: 'POST', body });
    expect(answer.status).toBe(202);
  }
}

async function scene(contact: Contact = contactAt('Qiao')) {
  const server = await serverForTest(NOW);
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff]);
  const project = await bureau.enter({
    kind: 'project',
    name: '沅江二桥',
    facts: { startedOn: '2025-09-10' },
    contacts: [contact],
  });
  await server.advance('2026-03-02T12:00:00+08:00');
  return { server, bureau, project };
}

async function noticeTo(bureau: Bureau, subjectId: string, channel = 'email'): Promise<Notice> {
  const notice = (await bureau.notices({ subjectId })).find((one) => one.channel === channel);
  if (!notice) throw new Error(`nothing was sent by ${channel}`);
  return notice;
}

const stateOf = async (bureau: Bureau, id: string): Promise<string> =>
  (await bureau.notices({})).find((one) => one.id === id)?.status ?? 'none';

describe('receipts of a mail', () => {
  test.each([
    [['sent'], 'sent'],
    [['delayed'], 'sent'],
    [['delivered'], 'delivered'],
    [['delivered', 'delivered'], 'delivered'],
    [['full'], 'bounced'],
    [['delivered', 'bounced'], 'bounced'],
    [['bounced', 'delivered'], 'bounced'],
    [['delayed', 'delivered', 'delayed'], 'delivered'],
    [['delivered', 'complained'], 'complained'],
    [['complained', 'delivered'], 'complained'],
    [['full', 'complained'], 'complained'],
    [['complained', 'full'], 'complained'],
  ] as const)('%j leave it %s', async (told, state) => {
    const { server, bureau, project } = await scene();
    const { id } = await noticeTo(bureau, project.id);
    await tell(server, ...told.map((name) => mailEvents[name](id)));
    expect(await stateOf(bureau, id)).toBe(state);
    const detail = await bureau.officer.get(
      answers.noticeDetail,
      `${bureau.path}/notices/${encodeURIComponent(id)}`,
    );
    const kept = detail.attempts.filter(({ provider }) => provider === 'ses').length;
    expect(kept).toBe(new Set(told.filter((name) => name !== 'sent')).size);
  });

  test('of SMS come through SNS', async () => {
    const { server, bureau, project } = await scene({ name: 'Qiao', mobile: '13800000000' });
    const first = await noticeTo(bureau, project.id, 'sms');
    await tell(server, textEvent(first.id, 'TEXT_SENT'), textEvent(first.id, 'TEXT_DELIVERED'));
    expect(await stateOf(bureau, first.id)).toBe('delivered');
  });

  test('for a notice that is not there stay as a dead letter', async () => {
    const { server } = await scene();
    await tell(server, mailEvents.delivered('nobody.nothing'));
    expect(await server.product.queue.deadLetters()).toHaveLength(1);
  });
});

describe('an address that bounced for good', () => {
  test('is not written to again; the bureau is told to correct it; the corrected one is written to', async () => {
    const { server, bureau, project } = await scene();
    const { id } = await noticeTo(bureau, project.id);
    await tell(server, mailEvents.bounced(id));
    await server.advance('2026-03-04T12:00:00+08:00');
    const left = await server.mailbox({ to: 'qiao@unit.example.com' });
    expect(left.map(({ noticeId }) => noticeId)).toEqual([id]);
    const statuses = (await bureau.notices({ subjectId: project.id })).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(['bounced', 'suppressed']));
    const [mail] = (await server.mailbox({ to: officerOnStaff.email })).filter(({ text }) =>
      text.includes('未送达的通知'),
    );
    expect(mail?.text).toContain('邮件qiao@unit.example.com未送达（被退回：smtp; 550 5.1.1 user unknown）');
    expect(mail?.text).toContain('请更正联系方式');
    await bureau.patch(project.id, { contacts: [contactAt('Lu')] });
    await server.advance('2026-03-20T12:00:00+08:00');
    expect((await server.mailbox({ to: 'lu@unit.example.com' })).length).toBeGreaterThan(0);
    expect(await server.mailbox({ to: 'qiao@unit.example.com' })).toHaveLength(1);
  });

  test('is written to again where an officer resends: it is said to work', async () => {
    const { server, bureau, project } = await scene();
    const { id } = await noticeTo(bureau, project.id);
    await tell(server, mailEvents.bounced(id));
    await bureau.officer.send(answers.notice, 'POST', `${bureau.path}/notices/${id}/resend`, {});
    await server.settled();
    expect(await stateOf(bureau, id)).toBe('sent');
    await tell(server, mailEvents.bounced(id, '2026-03-02T04:30:00.000Z'));
    expect(await stateOf(bureau, id)).toBe('bounced');
  });

  test('after a complaint is not: another contact is asked for', async () => {
    const { server, bureau, project } = await scene();
    const { id } = await noticeTo(bureau, project.id);
    await tell(server, mailEvents.full(id), mailEvents.complained(id));
    const problem = await bureau.officer.refused(409, 'POST', `${bureau.path}/notices/${id}/resend`, {});
    expect(problem.detail).not.toBe('');
    expect(await stateOf(bureau, id)).toBe('complained');
  });
});

describe('a channel by which too much comes back', () => {
  test('warns, then pauses and says so; a person opens it, and what waited leaves', async () => {
    const kept = mkdtempSync(join(tmpdir(), 'archive-duty-channel-'));
    onTestFinished(() => rmSync(kept, { recursive: true, force: true }));
    const server = await startServer(NOW, undefined, kept);
    const bureau = await bureauOf(server, 'hongjiang');
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff]);
    for (let index = 0; index < 110; index += 1)
      await bureau.enter({
        kind: 'project',
        name: `${index}号路`,
        facts: { startedOn: '2025-09-10' },
        contacts: [contactAt(`P${index}`)],
      });
    await server.advance('2026-03-02T12:00:00+08:00');
    const sent = (await bureau.notices({})).filter(({ status }) => status === 'sent');
    expect(sent.length).toBe(110);
    const [returned, arrived] = [sent.slice(0, 12), sent.slice(12)];
    const waiting = arrived.at(0)?.to ?? '';
    await server.product.queue.send(
      'receipts',
      arrived.map(({ id }) => mailEvents.delivered(id)),
    );
    await server.settled();
    await tell(server, ...returned.slice(0, 6).map(({ id }) => mailEvents.bounced(id)));
    await server.advance('2026-03-03T12:00:00+08:00');
    const told = async (): Promise<string | undefined> =>
      (await server.mailbox({ to: officerOnStaff.email }))
        .map(({ text }) => /^1\. (电子邮件.*)$/m.exec(text)?.[1])
        .findLast((line) => line !== undefined);
    expect(await told()).toBe(
      '电子邮件退回或者投诉偏多（近14日104条中退回6条、投诉0条），继续增多将暂停发送',
    );
    await tell(server, ...returned.slice(6).map(({ id }) => mailEvents.bounced(id)));
    await server.advance('2026-03-10T12:00:00+08:00');
    expect(await told()).toBe(
      '电子邮件自2026年3月3日12时00分起暂停发送（近14日109条中退回11条、投诉0条），到期的通知在恢复后补发',
    );
    const before = await server.mailbox({ to: waiting });
    expect(before).toHaveLength(2);
    await server.close();

    const ran = await runTool(channelTool, ['--data', kept, '--open', 'email']);
    expect(ran).toMatchObject({ code: 0, output: 'email: open\nsms: open\n' });
    const again = await startServer('2026-03-10T12:00:00+08:00', undefined, kept);
    onTestFinished(() => again.close());
    await again.advance('2026-03-10T13:00:00+08:00');
    expect((await again.mailbox({ to: waiting })).length).toBe(3);
  });
});
