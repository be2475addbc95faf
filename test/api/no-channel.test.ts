import { expect, onTestFinished, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, contactAt } from '../support/bureaus/bureau.ts';
import { startServer } from '../support/product/server.ts';

const nothing = { smtpUrl: undefined, mailFrom: undefined, smsGateway: undefined };

async function remindedBureau(realWork: boolean) {
  const server = await startServer('2026-03-02T08:00:00+08:00', nothing, undefined, undefined, realWork);
  onTestFinished(() => server.close());
  const bureau = await bureauOf(server, 'hongjiang');
  const { id } = await bureau.enter({
    kind: 'project',
    code: 'P1',
    name: '示例工程',
    facts: { startedOn: '2025-09-09' },
    contacts: [contactAt('A')],
  });
  await server.advance('2026-03-05T12:00:00+08:00');
  const notices = await bureau.notices({ subjectId: id });
  const status = await bureau.officer.get(answers.subjectStatus, `${bureau.path}/status/${id}`);
  return { notices, status };
}

test('at real work without a channel nothing counts as sent, and nobody as told', async () => {
  const { notices, status } = await remindedBureau(true);
  expect(notices.length).toBeGreaterThan(0);
  expect(new Set(notices.map((notice) => notice.status))).toEqual(new Set(['captured']));
  expect(status.lastNotice).toBeNull();
});

test('where the mailbox is the place that mail is meant to go, it counts as sent', async () => {
  const { notices, status } = await remindedBureau(false);
  expect(new Set(notices.map((notice) => notice.status))).toEqual(new Set(['sent']));
  expect(status.lastNotice).not.toBeNull();
});
