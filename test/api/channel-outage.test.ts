import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import type { Sending } from '../../local/compose.ts';
import { portOf } from '../adapters/http-fake.ts';
import {
  bureauOf,
  contactAt,
  officerOnStaff,
  selfInspection,
  type Notice,
} from '../support/bureaus/bureau.ts';
import { rawSmtp } from '../support/servers/raw-smtp.ts';
import { serverForTest } from '../support/product/server.ts';

interface Person {
  readonly name: string;
  readonly email?: string;
  readonly mobile?: string;
}

/** The text of a mail as it went over the wire, its parts decoded. */
const quotedPrintable = (raw: string): string =>
  raw
    .split(/\r\n\r\n/)
    .map((part) => Buffer.from(part.replace(/\s/g, ''), 'base64').toString('utf8') + part)
    .join('');

/** A report due on 30 September 2026: reminders on the 23rd and 29th, overdue told on 8 October. */
const START = '2026-09-21T10:00:00+08:00';

async function scene(sending: Sending, contact: Person = contactAt('Qiao')) {
  const server = await serverForTest(START, sending);
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff]);
  const unit = await bureau.enter({
    kind: 'unit',
    name: '教育局',
    traits: ['professional-archives'],
    contacts: [contact],
  });
  const notices = async (): Promise<Notice[]> =>
    (await bureau.notices({ subjectId: unit.id })).filter(({ kind }) => kind !== 'daily').reverse();
  const states = async (): Promise<string[]> =>
    (await notices()).map(({ step, status, late }) => `${step} ${status}${late ? ' late' : ''}`);
  return { server, bureau, unit, notices, states };
}

describe('a bureau without a mail server', () => {
  test('for a day sends what still matters once it is back, marked late, and no past reminder', async () => {
    const box = await rawSmtp('takes');
    const { server, notices, states } = await scene(box.sending);
    await server.advance('2026-09-28T18:00:00+08:00');
    const before = box.taken.filter(({ to }) => to === 'qiao@unit.example.com').length;
    await box.be('down');
    await server.advance('2026-09-29T18:00:00+08:00');
    expect((await states()).at(-1)).toMatch(/^reminder:1 queued/);
    await box.be('takes');
    await server.advance('2026-09-30T12:00:00+08:00');
    expect((await states()).at(-1)).toBe('reminder:1 sent late');
    expect((await notices()).at(-1)?.attempts.at(-1)?.outcome).toBe('accepted');
    const own = box.taken.filter(({ to }) => to === 'qiao@unit.example.com');
    expect(own).toHaveLength(before + 1);
    expect(quotedPrintable(own.at(-1)?.text ?? '')).toContain('本通知因系统停运补发');
  });

  test('for three days counts none of them against a notice, and keeps its record short', async () => {
    const box = await rawSmtp('takes');
    const { server, notices, states } = await scene(box.sending);
    await server.advance('2026-09-30T18:00:00+08:00');
    await box.be('down');
    await server.advance('2026-10-11T10:00:00+08:00');
    expect((await states()).at(-1)).toBe('overdue queued late');
    const waiting = (await notices()).at(-1);
    expect(waiting?.attempts.length).toBeLessThanOrEqual(20);
    expect(waiting?.nextTryAt).toBeDefined();
    await box.be('takes');
    await server.advance('2026-10-12T12:00:00+08:00');
    expect((await states()).at(-1)).toBe('overdue sent late');
    expect((await notices()).at(-1)?.attempts.at(-1)?.outcome).toBe('accepted');
    const daily = box.taken.filter(({ to }) => to === officerOnStaff.email);
    expect(new Set(daily.map(({ id }) => id)).size).toBe(daily.length);
  });

  test('sends nothing of a duty that was met in the meantime', async () => {
    const box = await rawSmtp('takes');
    const { server, bureau, unit, states } = await scene(box.sending);
    await server.advance('2026-09-30T18:00:00+08:00');
    const before = box.taken.filter(({ to }) => to === 'qiao@unit.example.com').length;
    await box.be('down');
    await server.advance('2026-10-08T12:00:00+08:00');
    expect((await states()).at(-1)).toMatch(/^overdue queued/);
    const { id } = await bureau.obligation(unit.id, selfInspection, '2025');
    await bureau.act(id, 'fulfilment', { on: '2026-10-08' });
    await box.be('takes');
    await server.advance('2026-10-08T18:00:00+08:00');
    expect((await states()).at(-1)).toMatch(/^overdue withdrawn/);
    expect(box.taken.filter(({ to }) => to === 'qiao@unit.example.com')).toHaveLength(before);
  });

  test('sends at once by one act what waits, each notice answered for itself', async () => {
    const box = await rawSmtp('takes');
    const { server, bureau, unit, states } = await scene(box.sending);
    await server.advance('2026-09-30T18:00:00+08:00');
    await box.be('down');
    await server.advance('2026-10-08T12:40:00+08:00');
    await box.be('takes');
    const path = `${bureau.path}/notices/resend`;
    const span = { status: 'failed', from: '2026-10-08', to: '2026-10-08' } as const;
    const { items } = await bureau.officer.send(answers.resent, 'POST', path, span);
    expect(items.map(({ status }) => status)).toContain(200);
    await server.settled();
    expect((await states()).at(-1)).toBe('overdue sent late');
    const named = {
      ids: ['nobody.nothing', ...(await bureau.notices({ subjectId: unit.id })).map(({ id }) => id)],
    };
    const again = await bureau.officer.send(answers.resent, 'POST', path, named);
    expect(new Set(again.items.map(({ status }) => status))).toEqual(new Set([404, 409]));
    await bureau.admin.refused(403, 'POST', path, span);
    await bureau.officer.refused(400, 'POST', path, { status: 'failed', from: '2026-10-08' });
  });
});

describe('an order whose overdue notice never left', () => {
  test('is not proposed until the notice leaves, or a person says why it may', async () => {
    const box = await rawSmtp('takes');
    const { server, bureau, unit } = await scene(box.sending);
    await server.advance('2026-09-30T18:00:00+08:00');
    await box.be('down');
    await server.advance('2026-10-08T12:00:00+08:00');
    const path = `${bureau.path}/escalations`;
    const read = async () => {
      const [one] = await bureau.officer.all(escalation, `${path}?subjectId=${unit.id}`);
      if (!one) throw new Error('no draft');
      return one;
    };
    const { id, missing } = await read();
    expect(missing).toContain('unsentNotice');
    const refusal = await bureau.officer.refused(422, 'POST', `${path}/${id}/proposal`, {});
    expect(refusal.errors?.map((error) => error.path)).toContain('unsentNotice');
    const patch = (unsentNoticeReason: string | null) =>
      bureau.officer.send(escalation, 'PATCH', `${path}/${id}`, { unsentNoticeReason });
    expect((await patch('已当面告知该单位负责人')).missing).not.toContain('unsentNotice');
    expect((await patch(null)).missing).toContain('unsentNotice');
    await box.be('takes');
    await server.advance('2026-10-08T16:00:00+08:00');
    expect((await read()).missing).not.toContain('unsentNotice');
  });
});

describe('a mail server that takes the mail and drops the connection', () => {
  test('gets it once more at the most; then the state is not known until a person says so', async () => {
    const box = await rawSmtp('takes');
    const { server, bureau, notices, states } = await scene(box.sending);
    await server.advance('2026-09-28T18:00:00+08:00');
    await box.be('drops');
    const own = () => box.taken.filter(({ to }) => to === 'qiao@unit.example.com');
    await server.advance('2026-09-30T18:00:00+08:00');
    expect((await states()).at(-1)).toBe('reminder:1 unknown');
    const one = (await notices()).at(-1);
    expect(one?.attempts.map(({ outcome }) => outcome.split(':')[0])).toEqual(['unknown', 'unknown']);
    const copies = own().filter(({ id }) => id === own().at(-1)?.id);
    expect(copies).toHaveLength(2);
    await box.be('takes');
    await bureau.officer.send(answers.notice, 'POST', `${bureau.path}/notices/${one?.id ?? ''}/resend`, {});
    await server.settled();
    expect((await notices()).at(-1)?.status).toBe('sent');
  });
});

describe('an SMS gateway', () => {
  test('that answers 500 is an outage; one that answers without end is read no further, and not known', async () => {
    let mood: '500' | 'endless' | 'well' = '500';
    const gatewayServer = createServer((request, response) => {
      request.resume();
      if (mood === '500') return void response.writeHead(500).end();
      if (mood === 'well') return void response.end('{"Code":"OK"}');
      const more = (): void => {
        while (response.writable && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    });
    gatewayServer.listen(0, '127.0.0.1');
    await once(gatewayServer, 'listening');
    onTestFinished(() => {
      gatewayServer.closeAllConnections();
      gatewayServer.close();
    });
    const directory = mkdtempSync(join(tmpdir(), 'archive-duty-sms-'));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const file = join(directory, 'gateway.json');
    const template = { code: '1', variables: ['count'] };
    writeFileSync(
      file,
      JSON.stringify({
        url: `http://127.0.0.1:${portOf(gatewayServer.address())}/`,
        body: { to: '${to}' },
        templates: { ARCHIVE_REMINDER: template, ARCHIVE_OVERDUE: template },
        success: { field: { path: 'Code', equals: 'OK' } },
      }),
    );
    const sending = { smtpUrl: undefined, mailFrom: undefined, smsGateway: file };
    const { server, states } = await scene(sending, { name: 'Qiao', mobile: '13800138000' });
    await server.advance('2026-09-29T10:00:00+08:00');
    expect((await states()).at(-1)).toMatch(/^reminder:1 queued/);
    mood = 'endless';
    await server.advance('2026-09-29T11:00:00+08:00');
    expect((await states()).at(-1)).toBe('reminder:1 unknown late');
    mood = 'well';
    await server.advance('2026-09-29T14:00:00+08:00');
    expect((await states()).at(-1)).toBe('reminder:1 sent late');
  });
});
