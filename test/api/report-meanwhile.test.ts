import { describe, expect, test } from 'vitest';
import { bureauOf, contactAt, selfInspection } from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';
import { smtpBox } from '../support/servers/smtp-box.ts';

/** An overdue notice, due on 8 October 2026 at 9, that its server does not take; the unit reports that morning. */
async function scene() {
  const box = await smtpBox();
  const person = contactAt('Edu');
  const server = await serverForTest('2026-09-30T18:00:00+08:00', box.sending);
  const bureau = await bureauOf(server, 'hongjiang');
  const unit = await bureau.enter({
    kind: 'unit',
    name: '区教育局',
    traits: ['backup-register'],
    contacts: [person],
  });
  const { id } = await bureau.obligation(unit.id, selfInspection, '2025');
  box.refused.set(person.email, [451, 'come back later']);
  await server.advance('2026-10-08T09:05:00+08:00');
  await bureau.act(id, 'fulfilment', { on: '2026-10-08' }, await bureau.unit(unit.id));
  box.refused.clear();
  const states = async (): Promise<string[]> =>
    (await bureau.notices({ subjectId: unit.id }))
      .filter(({ to }) => to === person.email)
      .map(({ step, status }) => `${step.split(':')[0] ?? ''} ${status}`)
      .sort();
  const decide = (body: object) => bureau.act(id, 'report-decision', body);
  return { server, states, decide };
}

describe('an overdue notice that waits for its server when the unit reports', () => {
  test('does not leave while the report waits, and leaves once it is returned', async () => {
    const { server, states, decide } = await scene();
    await server.advance('2026-10-12T12:00:00+08:00');
    expect(await states()).toEqual(['overdue queued']);
    await decide({ decision: 'return', reason: '缺少附件' });
    await server.advance('2026-10-13T12:00:00+08:00');
    expect(await states()).toEqual(['overdue sent', 'returned sent']);
  });

  test('is withdrawn once the report is confirmed', async () => {
    const { server, states, decide } = await scene();
    await decide({ decision: 'confirm' });
    await server.advance('2026-10-12T12:00:00+08:00');
    expect(await states()).toEqual(['overdue withdrawn']);
  });
});
